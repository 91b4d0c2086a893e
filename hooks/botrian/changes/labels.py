"""A label's name goes in; the fixed words of what changed come out. They live in ``labels.yml``."""

from __future__ import annotations

from botrian.records import Language, Text
from botrian.words import room_words, words


def label(name: str, language: Language) -> str:
    """One label in one language. Raises KeyError for a name that is not there: that is our mistake."""
    return room_words(__package__)[name].in_(language)


def text(name: str, *parts: Text) -> Text:
    """One label in both languages, its gaps filled with these texts."""
    found = room_words(__package__)[name]
    return Text(th=found.th.format(*(one.th for one in parts)), en=found.en.format(*(one.en for one in parts)))


def field_name(field: str) -> Text:
    """The name of a record's field; its key where people have no word for it."""
    found = words()
    return found.get(f"field.{field}") or found.get(f"kind.{field}") or Text(th=field, en=field)
