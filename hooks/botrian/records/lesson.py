"""A lesson with its evidence ledger, and a reading path that leads through lessons."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from botrian.records.values import (
    Basis,
    CaseId,
    Citation,
    Id,
    LessonId,
    Line,
    PlaceId,
    ProvinceId,
    Record,
    TableId,
    Text,
    ThemeId,
)

LessonType = Literal["practice", "pitfall", "recommendation", "open-question"]
Stance = Literal["supports", "contradicts", "qualifies"]


class Evidence(Record):
    """One entry of the ledger: who says so, where it is written, and how it stands to the lesson."""

    province: PlaceId = Field(description="province or area that speaks here")
    case: CaseId | None = None
    stance: Stance
    basis: Basis = "stated"
    text: Text = Field(description="one sentence of ours")
    citations: tuple[Citation, ...] = Field(min_length=1)


class Lesson(Record):
    """Condition, action, result; a type; themes; and the evidence for and against."""

    id: Id
    title: Text
    aliases: tuple[Line, ...] = Field(default=(), description="other words that people type")
    type: LessonType
    themes: tuple[ThemeId, ...] = Field(min_length=1)
    when: Text
    do: Text
    because: Text
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    questions: tuple[Text, ...] = Field(default=(), description="questions for discussion in a training room")
    related: tuple[LessonId, ...] = ()


class PathStep(Record):
    """One step of a reading path: a sentence, and what to read."""

    text: Text
    lessons: tuple[LessonId, ...] = ()
    cases: tuple[CaseId, ...] = ()
    tables: tuple[TableId, ...] = ()
    provinces: tuple[ProvinceId, ...] = ()


class ReadingPath(Record):
    """A question that people bring, and the way through lessons, cases and tables that answers it."""

    id: Id
    question: Text
    summary: Text = Field(description="the short answer")
    themes: tuple[ThemeId, ...] = ()
    steps: tuple[PathStep, ...] = Field(min_length=2)
    disagreements: tuple[Text, ...] = ()
    citations: tuple[Citation, ...] = ()
