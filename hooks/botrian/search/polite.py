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
ALONE: Final = "0"
ANYWHERE: Final = "1"
AT_THE_END: Final = "2"
#: Spoken words of fewer letters stand inside others: they change only where they stand alone.
LONG_ENOUGH: Final = 4
#: The dialects of ``dialects.yml``.
DIALECTS: Final = ("isan", "northern", "southern", "central")


@cache
def polite_words() -> dict[str, list[str]]:
    """The lists of ``polite-words.yml`` in their stored form, the longest first: opens, joins, closes,
    closes_as_words, kept; then ``spoken_kept``, standard words in which a spoken one stands; then ``spoken``, also of
    ``dialects.yml``: a word of a dialect or a chat, the standard one, and where it changes (:data:`ALONE`,
    :data:`ANYWHERE`, :data:`AT_THE_END`), with tabs between; a word that says nothing becomes a blank. The browser
    counts on this order.
    """
    raw = _read("polite-words.yml")
    lists = {name: _longest_first(map(_form, raw[name])) for name in _LISTS}
    dialects = _read("dialects.yml")
    spoken = {(_form(word), _place(word)): _form(standard) for word, standard in raw["spoken"].items()}
    for dialect in DIALECTS:
        for key, place in (("words", None), ("inside", ANYWHERE), ("ends", AT_THE_END)):
            for word, standard in dialects[dialect].get(key, {}).items():
                spoken[_form(word), place or _place(word)] = _form(standard)
    # Of one word what it is at the end comes first.
    in_order = sorted(spoken, key=lambda one: (-len(one[0]), one[0], -int(one[1])))
    found = [f"{word}\t{spoken[word, place] or ' '}\t{place}" for word, place in in_order]
    return lists | {"spoken_kept": _longest_first(map(_form, dialects["kept"])), "spoken": found}


def _place(word: str) -> str:
    return ANYWHERE if len(_form(word)) >= LONG_ENOUGH else ALONE


@cache
def elsewhere_words() -> list[str]:
    """The words of ``elsewhere.yml`` in their stored form: what is looked for every day and has no answer here."""
    return _longest_first(map(_form, _read("elsewhere.yml")["words"]))


def _read(name: str) -> dict[str, Any]:
    raw: dict[str, Any] = own(__package__, name)
    return raw


def _form(word: str) -> str:
    return normal(word).lower()


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
