"""Nothing enters; words of courtesy and of dialects leave, as the browser takes them off a question, and words of what
is looked for here in vain."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from botrian.own import own
from botrian.thai import normal

_LISTS: Final = ("opens", "joins", "closes", "closes_as_words", "kept")


#: Where a spoken word becomes the standard one: only by itself, wherever it stands, where a run of letters ends.
ALONE: Final = "alone"
ANYWHERE: Final = "anywhere"
AT_THE_END: Final = "at_the_end"
#: Spoken words of fewer letters stand inside others: they change only where they stand alone. The dot of an
#: abbreviation parts it from what follows.
LONG_ENOUGH: Final = 4
#: The dialects of ``dialects.yml``.
DIALECTS: Final = ("isan", "northern", "southern", "central")
#: As many letters of the word before can be shared: the figure says how many.
MOST_SHARED: Final = 9


@cache
def polite_words() -> dict[str, tuple[str, ...]]:
    """The lists of ``polite-words.yml`` in their stored form: opens, joins, closes, closes_as_words, kept; then
    ``spoken_kept``, standard words in which a spoken one stands; then, also of ``dialects.yml``, words of a dialect or
    a chat, each with the standard one behind a tab, by where they change: :data:`ALONE`, :data:`ANYWHERE`,
    :data:`AT_THE_END` (a word that says nothing becomes a blank); last, of ``elsewhere.yml``, ``elsewhere``: what is
    looked for every day and has no answer here, and ``passing``: what asks for a day, a price, a paper. The browser
    counts on this order.
    """
    raw = _read("polite-words.yml")
    lists = {name: _forms(raw[name]) for name in _LISTS}
    dialects = _read("dialects.yml")
    spoken: dict[str, dict[str, str]] = {ALONE: {}, ANYWHERE: {}, AT_THE_END: {}}
    for word, standard in raw["spoken"].items():
        spoken[_place(word)][_form(word)] = _form(standard)
        if word.endswith("."):
            # Before a blank its dot is no more than the sign that closes a run.
            spoken[ALONE][_form(word).rstrip(".")] = _form(standard)
    for dialect in DIALECTS:
        for key, place in (("words", None), ("inside", ANYWHERE), ("ends", AT_THE_END)):
            for word, standard in dialects[dialect].get(key, {}).items():
                spoken[place or _place(word)][_form(word)] = _form(standard) or " "
    changed = {place: tuple(f"{word}\t{words[word]}" for word in words) for place, words in spoken.items()}
    elsewhere = _read("elsewhere.yml")
    others = {"elsewhere": _forms(elsewhere["words"]), "passing": _forms(elsewhere["passing"])}
    return lists | {"spoken_kept": _forms(dialects["kept"])} | changed | others


def front_coded(words: Iterable[str]) -> str:
    """Words in the order of their letters, each as a figure that says how many letters it shares with the word before,
    and its other letters. No word may hold a figure.
    """
    coded, before = [], ""
    for word in sorted(set(words)):
        if any(letter.isdigit() for letter in word):
            raise ValueError(f"a word with a figure cannot be packed: {word}")
        shared = 0
        while shared < min(MOST_SHARED, len(word), len(before)) and word[shared] == before[shared]:
            shared += 1
        coded.append(f"{shared}{word[shared:]}")
        before = word
    return "".join(coded)


def _place(word: str) -> str:
    return ANYWHERE if len(_form(word)) >= LONG_ENOUGH or word.endswith(".") else ALONE


def _read(name: str) -> dict[str, Any]:
    raw: dict[str, Any] = own(__package__, name)
    return raw


def _form(word: str) -> str:
    return normal(word).lower()


def _forms(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_form, words)))
