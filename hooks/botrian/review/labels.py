"""A label's name goes in; the fixed words of a review come out. They live in ``labels.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from botrian.records import Language, Text


@cache
def _labels() -> Mapping[str, Text]:
    raw = yaml.safe_load(files(__package__).joinpath("labels.yml").read_text(encoding="utf-8"))
    return {str(name): Text(th=thai, en=english) for name, (thai, english) in raw.items()}


def label(name: str, language: Language) -> str:
    """One label in one language. Raises KeyError for a name that is not there: that is our mistake."""
    return _labels()[name].in_(language)
