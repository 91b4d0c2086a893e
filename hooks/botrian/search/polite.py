"""Nothing enters; words of courtesy and of dialects leave, as the browser takes them off a question, and words of what
is looked for here in vain."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from botrian.thai import normal

_LISTS: Final = ("opens", "joins", "closes", "closes_as_words", "kept")


#: Spoken words of fewer letters stand inside others: they change only where they stand alone.
ANYWHERE: Final = 4
#: The dialects of ``dialects.yml``.
DIALECTS: Final = ("isan", "northern", "southern")


@cache
def polite_words() -> dict[str, object]:
    """The lists of ``polite-words.yml`` in their stored form, the longest first: opens, joins, closes,
    closes_as_words, kept; and what is spoken otherwise than written, also of ``dialects.yml``.

    ``spoken`` holds triples: a word of a dialect or a chat, the standard one, whether it changes within letters too.
    ``spoken_kept`` are standard words in which one of these stands.
    """
    raw = _read("polite-words.yml")
    lists: dict[str, object] = {name: _longest_first(map(_form, raw[name])) for name in _LISTS}
    dialects = _read("dialects.yml")
    words = {**raw["spoken"]}
    inside: set[str] = set()
    for dialect in DIALECTS:
        short = dialects[dialect].get("inside", {})
        inside |= set(map(_form, short))
        words |= dialects[dialect]["words"] | short
    spoken = {_form(word): _form(standard) for word, standard in words.items()}
    found = [(one, spoken[one], one in inside or len(one) >= ANYWHERE) for one in _longest_first(spoken)]
    return lists | {"spoken": found, "spoken_kept": _longest_first(map(_form, dialects["kept"]))}


@cache
def elsewhere_words() -> list[str]:
    """The words of ``elsewhere.yml`` in their stored form: what is looked for every day and has no answer here."""
    return _longest_first(map(_form, _read("elsewhere.yml")["words"]))


def _read(name: str) -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return raw


def _form(word: str) -> str:
    return normal(word).lower()


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
