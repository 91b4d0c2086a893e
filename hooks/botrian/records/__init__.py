"""Plain text values go in; typed, frozen records come out. The only room that says what a record is."""

from __future__ import annotations

from botrian.records.asked import Asked
from botrian.records.case import Case, Disagreement, Inputs, Level, Profile, Status
from botrian.records.coordinator import Coordinator
from botrian.records.credit import Credit, CreditRole
from botrian.records.fact import Choice, Dimension, DimensionGroup, Event, EventKind, Fact, FactFile, LookedIn
from botrian.records.frozen import FrozenCopy, FrozenEntry, FrozenTable
from botrian.records.kit import Kit, KitPart, KitSheet, PartKind
from botrian.records.lesson import Evidence, Lesson, LessonType, PathStep, ReadingPath, Stance, VoiceKind
from botrian.records.orders import ANSWERS, LESSON_TYPES, STANCES
from botrian.records.page import PageHead
from botrian.records.public import PublicDetail
from botrian.records.redirect import Redirect, Withdrawal
from botrian.records.release import KindCount, Release, ReleasedChange
from botrian.records.source import (
    PLACES,
    SPOKEN,
    WHOLE,
    Damage,
    Misprint,
    PageStart,
    Repeat,
    Section,
    Source,
    SourceKind,
    Speaker,
)
from botrian.records.style import StyleNote, StyleWord
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
    "PLACES",
    "SPOKEN",
    "STANCES",
    "WHOLE",
    "Absence",
    "Actor",
    "Area",
    "Asked",
    "Basis",
    "Case",
    "CaseKind",
    "Choice",
    "Citation",
    "ColumnDefinition",
    "Coordinator",
    "Credit",
    "CreditRole",
    "Damage",
    "Dimension",
    "DimensionGroup",
    "Disagreement",
    "Event",
    "EventKind",
    "Evidence",
    "Fact",
    "FactFile",
    "FrozenCopy",
    "FrozenEntry",
    "FrozenTable",
    "Id",
    "Inputs",
    "KindCount",
    "Kit",
    "KitPart",
    "KitSheet",
    "Language",
    "Lesson",
    "LessonType",
    "Level",
    "LiteralCell",
    "LiteralRow",
    "Literals",
    "LookedIn",
    "Misprint",
    "PageHead",
    "PageStart",
    "Part",
    "PartKind",
    "PathStep",
    "Period",
    "Pivot",
    "Profile",
    "Province",
    "PublicDetail",
    "Qualifier",
    "ReadingPath",
    "Record",
    "Redirect",
    "Region",
    "Release",
    "ReleasedChange",
    "Repeat",
    "RowFilter",
    "Section",
    "SortBy",
    "Source",
    "SourceKind",
    "Speaker",
    "Stance",
    "Statement",
    "Status",
    "StyleNote",
    "StyleWord",
    "TableDefinition",
    "Term",
    "Text",
    "Theme",
    "VoiceKind",
    "When",
    "Withdrawal",
]
