"""The knowledge goes in; tidy data frames come out: one line a record, one column a value, every type written out.

``tidy.yml`` names the columns of each frame, their types, and what they hold in both languages. A text is a text, even
one of digits (``00501``); what is missing is missing (``pd.NA``) and never an empty text, a zero or ``nan``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
from pandas.api.extensions import ExtensionDtype

from botrian.citing import citation_ids
from botrian.knowledge import Knowledge, PlacedFact
from botrian.own import own
from botrian.records import Case, Citation, Event, Lesson, Province, Source, Term, Text
from botrian.tables import tidy_cited, tidy_more
from botrian.tables.tidy_cited import strength_fields
from botrian.tables.tidy_fields import Field, date_fields, several, text_fields
from botrian.tables.typed import DataType, Table
from botrian.tables.values import fact_value


@dataclass(frozen=True)
class TidyColumn:
    """One column: its name, its type, and what it holds."""

    name: str
    type: DataType
    description: Text

    @property
    def dtype(self) -> ExtensionDtype:
        """The type of the data frame's column. A number is kept as its digits: no float comes near it."""
        if self.type == "integer":
            return pd.Int64Dtype()
        return pd.BooleanDtype() if self.type == "yes-no" else pd.StringDtype("python")


@cache
def tidy_columns() -> Mapping[str, tuple[TidyColumn, ...]]:
    """The columns of each frame, by the frame's name."""
    raw = own(__package__, "tidy.yml")
    return {
        frame: tuple(TidyColumn(name, type_, Text(th=th, en=en)) for name, (type_, th, en) in columns.items())
        for frame, columns in raw.items()
    }


def tidy_frame(name: str, knowledge: Knowledge, tables: Mapping[str, Table]) -> pd.DataFrame:
    """One of them, by its name in ``tidy.yml``."""
    return _frame(tidy_columns()[name], LINES[name](knowledge, tables))


def tidy_lines(name: str, knowledge: Knowledge, tables: Mapping[str, Table]) -> int:
    """How many lines one of them has."""
    return sum(1 for _ in LINES[name](knowledge, tables))


def _frame(columns: tuple[TidyColumn, ...], lines: Iterable[Mapping[str, Field]]) -> pd.DataFrame:
    held = list(lines)
    series = {one.name: pd.Series([line[one.name] for line in held], dtype=one.dtype) for one in columns}
    return pd.DataFrame(series, columns=[one.name for one in columns])


def _cited(citations: Iterable[Citation]) -> str | None:
    return citation_ids(citations) or None


def _provinces(knowledge: Knowledge) -> Iterator[Mapping[str, Field]]:
    for one in knowledge.provinces.values():
        yield _province(one, one.id in knowledge.profiles)


def _province(one: Province, profile: bool) -> Mapping[str, Field]:
    return {"id": one.id, "iso": one.iso, **text_fields("name", one.name), "region": one.region, "profile": profile}


def _case(one: Case) -> Mapping[str, Field]:
    return {
        "id": one.id,
        "province": one.province,
        "kind": one.kind,
        "level": one.level,
        "status": one.status,
        **text_fields("title", one.title),
        **text_fields("place", one.place),
        **date_fields("start", one.period.start if one.period else None),
        **date_fields("end", one.period.end if one.period else None),
        **text_fields("summary", one.summary),
        "themes": several(one.themes),
        "part_of": several(one.part_of),
        "follows": several(one.follows),
        "citations": _cited(one.citations),
    }


def _lessons(knowledge: Knowledge) -> Iterator[Mapping[str, Field]]:
    for one in knowledge.lessons.values():
        yield {**_lesson(one), **strength_fields(knowledge.strengths[one.id])}


def _lesson(one: Lesson) -> Mapping[str, Field]:
    return {
        "id": one.id,
        "type": one.type,
        "themes": several(one.themes),
        "related": several(one.related),
        **text_fields("title", one.title),
        **text_fields("when", one.when),
        **text_fields("do", one.do),
        **text_fields("because", one.because),
    }


def _evidence(knowledge: Knowledge) -> Iterator[Mapping[str, Field]]:
    for lesson in knowledge.lessons.values():
        for number, entry in enumerate(lesson.evidence, start=1):
            yield {
                "id": f"{lesson.id}.{number}",
                "lesson": lesson.id,
                "number": number,
                "province": entry.province,
                "case": entry.case,
                "stance": entry.stance,
                "voice": entry.voice,
                "basis": entry.basis,
                **text_fields("text", entry.text),
                "citations": _cited(entry.citations),
            }


def _facts(knowledge: Knowledge) -> Iterator[Mapping[str, Field]]:
    return (_fact(placed, knowledge) for placed in knowledge.facts)


def _fact(placed: PlacedFact, knowledge: Knowledge) -> Mapping[str, Field]:
    fact, dimension = placed.fact, knowledge.dimensions[placed.fact.dimension]
    return {
        "id": placed.id,
        "province": placed.province,
        "case": fact.case,
        "dimension": dimension.id,
        "type": dimension.type,
        **text_fields("value", None if fact.absent else fact_value(placed, dimension).text),
        "number": f"{fact.number:f}" if fact.number is not None else None,
        "qualifier": fact.qualifier,
        "choice": fact.choice,
        "absent": fact.absent,
        "basis": fact.basis,
        **text_fields("unit", fact.unit or dimension.unit),
        **date_fields("date", fact.date),
        **date_fields("year", fact.year),
        **text_fields("note", fact.note),
        "citations": _cited(fact.citations),
    }


def _event(one: Event) -> Mapping[str, Field]:
    return {
        "id": one.id,
        "province": one.province,
        "case": one.case,
        "basis": one.basis,
        "about": one.about,
        "turning_point": one.turning_point,
        "planned": one.planned,
        **text_fields("title", one.title),
        **date_fields("date", one.date),
        **date_fields("end", one.end),
        **text_fields("text", one.text),
        "citations": _cited(one.citations),
    }


def _term(one: Term) -> Mapping[str, Field]:
    return {
        "id": one.id,
        "kind": one.kind,
        **text_fields("name", one.name),
        **text_fields("definition", one.definition),
        "abbreviations": several(one.abbreviations),
        "authors": several(one.authors),
        "synonyms": several(one.synonyms),
        "related": several(one.related),
        "citations": _cited(one.citations),
    }


def _source(one: Source) -> Mapping[str, Field]:
    return {
        "id": one.id,
        "kind": one.kind,
        "lines": one.lines,
        **text_fields("title", one.title),
        **text_fields("short", one.short),
        "authors_th": several(author.th for author in one.authors),
        "authors_en": several(author.en for author in one.authors),
        **text_fields("publisher", one.publisher),
        **date_fields("year", one.year),
        **text_fields("cite_as", one.cite_as),
    }


def _lines(records: Callable[[Knowledge], Iterable[Any]], line: Callable[[Any], Mapping[str, Field]]) -> Lines:
    return lambda knowledge, tables: map(line, records(knowledge))


Lines = Callable[[Knowledge, Mapping[str, Table]], Iterable[Mapping[str, Field]]]
#: What makes the lines of each frame.
LINES: Mapping[str, Lines] = {
    "provinces": lambda knowledge, tables: _provinces(knowledge),
    "areas": lambda knowledge, tables: tidy_more.vocabulary(knowledge.areas),
    "themes": lambda knowledge, tables: tidy_more.themes(knowledge),
    "case_kinds": lambda knowledge, tables: tidy_more.vocabulary(knowledge.case_kinds),
    "dimensions": lambda knowledge, tables: tidy_more.dimensions(knowledge),
    "cases": _lines(lambda knowledge: knowledge.cases.values(), _case),
    "statements": lambda knowledge, tables: tidy_more.statements(knowledge),
    "lessons": lambda knowledge, tables: _lessons(knowledge),
    "evidence": lambda knowledge, tables: _evidence(knowledge),
    "facts": lambda knowledge, tables: _facts(knowledge),
    "events": _lines(lambda knowledge: knowledge.events_in_time, _event),
    "terms": _lines(lambda knowledge: knowledge.terms.values(), _term),
    "paths": _lines(lambda knowledge: knowledge.paths.values(), tidy_more.path),
    "kits": _lines(lambda knowledge: knowledge.kits.values(), tidy_more.kit),
    "tables": lambda knowledge, tables: map(tidy_more.table, tables.values()),
    "cells": lambda knowledge, tables: tidy_more.cells(tables.values()),
    "sources": _lines(lambda knowledge: knowledge.sources.values(), _source),
    "citations": lambda knowledge, tables: tidy_cited.citations(knowledge, tables.values()),
}
