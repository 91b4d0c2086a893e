"""A label's name goes in; the fixed words of a review come out. They live in ``labels.yml``."""

from __future__ import annotations

from botrian.records import Language
from botrian.words import room_words


def label(name: str, language: Language) -> str:
    """One label in one language. Raises KeyError for a name that is not there: that is our mistake."""
    return room_words(__package__)[name].in_(language)
