"""A label's name goes in; the form's fixed words in Thai and English come out. They live in ``labels.yml``."""

from __future__ import annotations

from collections.abc import Mapping

from botrian.records import Text
from botrian.words import room_words

FAULT = "fault-"


def labels() -> Mapping[str, Text]:
    """Every label by its name."""
    return room_words(__package__)


def sayings() -> Mapping[str, Text]:
    """What the form says."""
    return {name: text for name, text in labels().items() if not name.startswith(FAULT)}


def fault_words() -> Mapping[str, Text]:
    """What is wrong with an answer, by the code of the rule; ``other`` for a code that has no words of its own."""
    return {name.removeprefix(FAULT): text for name, text in labels().items() if name.startswith(FAULT)}
