"""A label's name goes in; the fixed words of what changed come out. They live in ``labels.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from botrian.records import Language, Text
from botrian.words import words


@cache
def _labels() -> Mapping[str, Text]:
    raw = yaml.safe_load(files(__package__).joinpath("labels.yml").read_text(encoding="utf-8"))
    return {str(name): Text(th=thai, en=english) for name, (thai, english) in raw.items()}


def label(name: str, language: Language) -> str:
    """One label in one language. Raises KeyError for a name that is not there: that is our mistake."""
    return _labels()[name].in_(language)


def text(name: str, *parts: Text) -> Text:
    """One label in both languages, its gaps filled with these texts."""
    found = _labels()[name]
    return Text(th=found.th.format(*(one.th for one in parts)), en=found.en.format(*(one.en for one in parts)))


def field_name(field: str) -> Text:
    """The name of a record's field; its key where people have no word for it."""
    found = words()
    return found.get(f"field.{field}") or found.get(f"kind.{field}") or Text(th=field, en=field)
