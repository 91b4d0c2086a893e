"""A label's name and a language go in; the fixed words of training kits come out. They live in ``labels.yml``."""

from __future__ import annotations

from botrian.records import Language
from botrian.words import room_words


def label(name: str, language: Language) -> str:
    """One label in one language. Raises KeyError for a name that is not there: that is our mistake."""
    return room_words(__package__)[name].in_(language)


def duration(minutes: int, language: Language) -> str:
    """A length of time in hours and minutes, such as ``3 ชั่วโมง 40 นาที``."""
    hours, rest = divmod(minutes, 60)
    parts = [label("hours", language).format(hours)] if hours else []
    parts += [label("some_minutes", language).format(rest)] if rest or not hours else []
    return " ".join(parts)


def labels(language: Language) -> dict[str, str]:
    """All labels in one language, for the browser."""
    return {name: text.in_(language) for name, text in room_words(__package__).items()}
