"""The fixed answers of a field, in the order in which people see them: the order in which the models name them."""

from __future__ import annotations

import typing
from collections.abc import Mapping

from botrian.records.case import Level, Status
from botrian.records.lesson import LessonType, Stance
from botrian.records.vocabulary import Region, TermKind

STANCES: tuple[Stance, ...] = typing.get_args(Stance)
LESSON_TYPES: tuple[LessonType, ...] = typing.get_args(LessonType)
#: Every field with fixed answers that records are filtered, grouped or counted by.
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "type": LESSON_TYPES,
    "stance": STANCES,
    "status": typing.get_args(Status),
    "level": typing.get_args(Level),
    "region": typing.get_args(Region),
    "term-kind": typing.get_args(TermKind),
}
