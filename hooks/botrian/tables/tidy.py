"""The knowledge goes in; tidy data frames come out: one line a record, one column a value, every type written out.

``tidy.yml`` names the columns of each frame, their types, and what they hold in both languages. A text is a text, even
one of digits (``00501``); what is missing is missing (``pd.NA``) and never an empty text, a zero or ``nan``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pandas as pd
import yaml
from pandas.api.extensions import ExtensionDtype

from botrian.citing import BETWEEN, citation_ids
from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import Case, Citation, Event, Lesson, Province, Source, Term, Text, When
from botrian.tables.typed import DataType
from botrian.tables.values import fact_value

Value = str | int | bool | None


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
    raw = yaml.safe_load(files(__package__).joinpath("tidy.yml").read_text(encoding="utf-8"))
    return {
        frame: tuple(TidyColumn(name, type_, Text(th=th, en=en)) for name, (type_, th, en) in columns.items())
        for frame, columns in raw.items()
    }


def tidy_frames(knowledge: Knowledge) -> Mapping[str, pd.DataFrame]:
    """Lessons, evidence, facts, cases, events, terms, sources and provinces, in the order of the knowledge."""
    return {name: _frame(columns, LINES[name](knowledge)) for name, columns in tidy_columns().items()}


def _frame(columns: tuple[TidyColumn, ...], lines: Iterable[Mapping[str, Value]]) -> pd.DataFrame:
    held = list(lines)
    series = {one.name: pd.Series([line[one.name] for line in held], dtype=one.dtype) for one in columns}
    return pd.DataFrame(series, columns=[one.name for one in columns])


def _two(name: str, text: Text | None) -> dict[str, Value]:
    return {f"{name}_th": text.th if text else None, f"{name}_en": _translated(text)}


def _translated(text: Text | None) -> str | None:
    """The English of a text; nothing where it waits for translation: a column of English holds no Thai."""
    return text.en if text and text.en_lang == "en" else None


def _date(name: str, date: When | None) -> dict[str, Value]:
    return {name: str(date) if date else None, f"{name}_ce": date.iso() if date else None}


def _several(values: Iterable[str]) -> str | None:
    return BETWEEN.join(values) or None


def _cited(citations: Iterable[Citation]) -> str | None:
    return citation_ids(citations) or None


def _provinces(knowledge: Knowledge) -> Iterator[Mapping[str, Value]]:
    for one in knowledge.provinces.values():
        yield _province(one, one.id in knowledge.profiles)


def _province(one: Province, profile: bool) -> Mapping[str, Value]:
    return {"id": one.id, "iso": one.iso, **_two("name", one.name), "region": one.region, "profile": profile}


def _case(one: Case) -> Mapping[str, Value]:
    return {
        "id": one.id,
        "province": one.province,
        "kind": one.kind,
        "level": one.level,
        "status": one.status,
        **_two("title", one.title),
        **_two("place", one.place),
        **_date("start", one.period.start if one.period else None),
        **_date("end", one.period.end if one.period else None),
        **_two("summary", one.summary),
        "themes": _several(one.themes),
        "part_of": _several(one.part_of),
        "follows": _several(one.follows),
        "citations": _cited(one.citations),
    }


def _lesson(one: Lesson) -> Mapping[str, Value]:
    return {
        "id": one.id,
        "type": one.type,
        "themes": _several(one.themes),
        "related": _several(one.related),
        **_two("title", one.title),
        **_two("when", one.when),
        **_two("do", one.do),
        **_two("because", one.because),
    }


def _evidence(knowledge: Knowledge) -> Iterator[Mapping[str, Value]]:
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
                **_two("text", entry.text),
                "citations": _cited(entry.citations),
            }


def _facts(knowledge: Knowledge) -> Iterator[Mapping[str, Value]]:
    return (_fact(placed, knowledge) for placed in knowledge.facts)


def _fact(placed: PlacedFact, knowledge: Knowledge) -> Mapping[str, Value]:
    fact, dimension = placed.fact, knowledge.dimensions[placed.fact.dimension]
    return {
        "id": placed.id,
        "province": placed.province,
        "case": fact.case,
        "dimension": dimension.id,
        "type": dimension.type,
        **_two("value", None if fact.absent else fact_value(placed, dimension).text),
        "number": f"{fact.number:f}" if fact.number is not None else None,
        "qualifier": fact.qualifier,
        "choice": fact.choice,
        "absent": fact.absent,
        "basis": fact.basis,
        **_two("unit", fact.unit or dimension.unit),
        **_date("date", fact.date),
        **_date("year", fact.year),
        **_two("note", fact.note),
        "citations": _cited(fact.citations),
    }


def _event(one: Event) -> Mapping[str, Value]:
    return {
        "id": one.id,
        "province": one.province,
        "case": one.case,
        "basis": one.basis,
        "about": one.about,
        "turning_point": one.turning_point,
        "planned": one.planned,
        **_two("title", one.title),
        **_date("date", one.date),
        **_date("end", one.end),
        **_two("text", one.text),
        "citations": _cited(one.citations),
    }


def _term(one: Term) -> Mapping[str, Value]:
    return {
        "id": one.id,
        "kind": one.kind,
        **_two("name", one.name),
        **_two("definition", one.definition),
        "abbreviations": _several(one.abbreviations),
        "authors": _several(one.authors),
        "synonyms": _several(one.synonyms),
        "related": _several(one.related),
        "citations": _cited(one.citations),
    }


def _source(one: Source) -> Mapping[str, Value]:
    return {
        "id": one.id,
        "kind": one.kind,
        "lines": one.lines,
        **_two("title", one.title),
        **_two("short", one.short),
        "authors_th": _several(author.th for author in one.authors),
        "authors_en": _several(author.en for author in one.authors),
        **_two("publisher", one.publisher),
        **_date("year", one.year),
        **_two("cite_as", one.cite_as),
    }


#: What makes the lines of each frame.
LINES: Mapping[str, Callable[[Knowledge], Iterable[Mapping[str, Value]]]] = {
    "provinces": _provinces,
    "cases": lambda knowledge: map(_case, knowledge.cases.values()),
    "lessons": lambda knowledge: map(_lesson, knowledge.lessons.values()),
    "evidence": _evidence,
    "facts": _facts,
    "events": lambda knowledge: map(_event, knowledge.events_in_time),
    "terms": lambda knowledge: map(_term, knowledge.terms.values()),
    "sources": lambda knowledge: map(_source, knowledge.sources.values()),
}
