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


@cache
def polite_words() -> dict[str, object]:
    """The lists of ``polite-words.yml`` in their stored form, the longest first: opens, joins, closes,
    closes_as_words, kept, spoken.

    ``spoken`` holds pairs: a word of a dialect or a chat, and the standard one.
    """
    raw: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("polite-words.yml").read_text(encoding="utf-8"))
    spoken = {_form(word): _form(standard) for word, standard in raw["spoken"].items()}
    lists: dict[str, object] = {name: _longest_first(map(_form, raw[name])) for name in _LISTS}
    return lists | {"spoken": [(word, spoken[word]) for word in _longest_first(spoken)]}


@cache
def elsewhere_words() -> list[str]:
    """The words of ``elsewhere.yml`` in their stored form: what is looked for every day and has no answer here."""
    raw: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("elsewhere.yml").read_text(encoding="utf-8"))
    return _longest_first(map(_form, raw["words"]))


def _form(word: str) -> str:
    return normal(word).lower()


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
