"""A label's name and a language go in; the words that the search shows come out."""

from __future__ import annotations

from functools import cache

from botrian.kinds import kinds
from botrian.records import Language
from botrian.words import room_words


@cache
def labels(language: Language) -> dict[str, str]:
    """Every label in one language, by name."""
    own = {name: words.in_(language) for name, words in room_words(__package__).items()}
    return own | {f"kind-{kind.id}": kind.one.in_(language) for kind in kinds() if kind.search or kind.by_letter}
