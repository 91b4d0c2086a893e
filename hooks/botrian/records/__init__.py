"""Plain text values go in; typed, frozen records come out. The only room that says what a record is."""

from __future__ import annotations

from botrian.records.case import Case, Disagreement, Level, Profile, Status
from botrian.records.fact import Choice, Dimension, DimensionGroup, Event, Fact, FactFile
from botrian.records.frozen import FrozenCopy, FrozenEntry, FrozenTable
from botrian.records.kit import Kit, KitPart
from botrian.records.lesson import Evidence, Lesson, LessonType, PathStep, ReadingPath, Stance
from botrian.records.orders import ANSWERS, LESSON_TYPES, STANCES
from botrian.records.page import PageHead
from botrian.records.redirect import Redirect
from botrian.records.release import KindCount, Release, ReleasedChange
from botrian.records.source import Damage, Misprint, Section, Source
from botrian.records.table import (
    ColumnDefinition,
    LiteralCell,
    LiteralRow,
    Literals,
    Pivot,
    RowFilter,
    SortBy,
    TableDefinition,
)
from botrian.records.values import (
    LANGUAGES,
    Absence,
    Actor,
    Basis,
    Citation,
    Id,
    Language,
    Part,
    Period,
    Qualifier,
    Record,
    Statement,
    Text,
    When,
)
from botrian.records.vocabulary import Area, CaseKind, Province, Region, Term, Theme

__all__ = [
    "ANSWERS",
    "LANGUAGES",
    "LESSON_TYPES",
    "STANCES",
    "Absence",
    "Actor",
    "Area",
    "Basis",
    "Case",
    "CaseKind",
    "Choice",
    "Citation",
    "ColumnDefinition",
    "Damage",
    "Dimension",
    "DimensionGroup",
    "Disagreement",
    "Event",
    "Evidence",
    "Fact",
    "FactFile",
    "FrozenCopy",
    "FrozenEntry",
    "FrozenTable",
    "Id",
    "KindCount",
    "Kit",
    "KitPart",
    "Language",
    "Lesson",
    "LessonType",
    "Level",
    "LiteralCell",
    "LiteralRow",
    "Literals",
    "Misprint",
    "PageHead",
    "Part",
    "PathStep",
    "Period",
    "Pivot",
    "Profile",
    "Province",
    "Qualifier",
    "ReadingPath",
    "Record",
    "Redirect",
    "Region",
    "Release",
    "ReleasedChange",
    "RowFilter",
    "Section",
    "SortBy",
    "Source",
    "Stance",
    "Statement",
    "Status",
    "TableDefinition",
    "Term",
    "Text",
    "Theme",
    "When",
]
