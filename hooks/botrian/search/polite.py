"""Nothing enters; words of courtesy and of dialects leave, as the browser takes them off a question, and words of what
is looked for here in vain."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from botrian.own import own
from botrian.thai import normal

_LISTS: Final = ("opens", "joins", "closes", "closes_as_words", "kept")


#: Spoken words of fewer letters stand inside others: they change only where they stand alone.
ANYWHERE: Final = 4
#: The dialects of ``dialects.yml``.
DIALECTS: Final = ("isan", "northern", "southern")


@cache
def polite_words() -> dict[str, list[str]]:
    """The lists of ``polite-words.yml`` in their stored form, the longest first: opens, joins, closes,
    closes_as_words, kept; then ``spoken_kept``, standard words in which a spoken one stands; then ``spoken``, also of
    ``dialects.yml``: a word of a dialect or a chat, the standard one, 1 where it changes within letters too, with tabs
    between. The browser counts on this order.
    """
    raw = _read("polite-words.yml")
    lists = {name: _longest_first(map(_form, raw[name])) for name in _LISTS}
    dialects = _read("dialects.yml")
    words = {**raw["spoken"]}
    inside: set[str] = set()
    for dialect in DIALECTS:
        short = dialects[dialect].get("inside", {})
        inside |= set(map(_form, short))
        words |= dialects[dialect]["words"] | short
    spoken = {_form(word): _form(standard) for word, standard in words.items()}
    found = [f"{one}\t{spoken[one]}\t{int(one in inside or len(one) >= ANYWHERE)}" for one in _longest_first(spoken)]
    return lists | {"spoken_kept": _longest_first(map(_form, dialects["kept"])), "spoken": found}


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
