"""A definition of a comparison table: what its rows and columns are, or the rows themselves."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.values import (
    Absence,
    Basis,
    CaseId,
    CaseKindId,
    Citation,
    DimensionId,
    Id,
    PlaceId,
    Record,
    Text,
    ThemeId,
)

RowKind = Literal["provinces", "cases", "lessons", "events", "terms"]
CountOf = Literal["lessons", "cases", "facts", "events", "evidence"]
PivotKey = Literal["province", "kind", "theme", "top-theme", "type", "stance", "status", "level", "decade", "source"]
Direction = Literal["ascending", "descending"]


class RowFilter(Record):
    """Which records become rows. Fields are joined by 'and', the values in a field by 'or'."""

    ids: tuple[Id, ...] = Field(default=(), description="just these, in this order")
    province: tuple[PlaceId, ...] = ()
    kind: tuple[CaseKindId, ...] = Field(default=(), description="kinds of case")
    theme: tuple[ThemeId, ...] = Field(default=(), description="themes; a theme of the first level takes its own in")
    type: tuple[str, ...] = Field(default=(), description="types of lesson")
    status: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    stance: tuple[str, ...] = Field(default=(), description="lessons with an entry of this stance")
    turning_point: bool | None = None


class ColumnDefinition(Record):
    """One column: a dimension, a field of the row's record, or a count. Exactly one of the three."""

    dimension: DimensionId | None = None
    field: str | None = Field(default=None, description="summary, kind, period, themes, when, do, because, …")
    count: CountOf | None = None
    where: RowFilter | None = Field(default=None, description="for a count: which records are counted")
    name: Text | None = Field(default=None, description="heading, where it differs from the dimension's name")
    definition: Text | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> ColumnDefinition:
        given = [name for name in ("dimension", "field", "count") if getattr(self, name) is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "column_value",
                "one of dimension, field, count is expected",
                {"found": ", ".join(given) or "-", "expected": "dimension | field | count"},
            )
        return self


class SortBy(Record):
    """Sort rows by a column (its dimension id, field or count) or by ``name``."""

    column: str
    direction: Direction = "ascending"


class Pivot(Record):
    """Count or list records in a grid of two keys."""

    of: CountOf
    rows: PivotKey
    columns: PivotKey
    where: RowFilter | None = None


class LiteralColumn(Record):
    """A column of a table whose rows are written here."""

    id: Id
    name: Text
    unit: Text | None = None
    definition: Text | None = None
    numeric: bool = False


class LiteralCell(Record):
    """One cell written by hand: text, or one of the three empty signs; with citations."""

    text: Text | None = None
    number: str | None = None
    absent: Absence | None = None
    note: Text | None = None
    basis: Basis = "stated"
    citations: tuple[Citation, ...] = ()


class LiteralRow(Record):
    """One row written by hand; ``name`` is its header. It may point at a province or a case."""

    id: Id
    name: Text
    province: PlaceId | None = None
    case: CaseId | None = None
    group: Text | None = None
    cells: tuple[LiteralCell, ...]
    citations: tuple[Citation, ...] = ()


class Literals(Record):
    """A table whose rows are written in its definition: a framework rebuilt from a source."""

    columns: tuple[LiteralColumn, ...] = Field(min_length=1)
    rows: tuple[LiteralRow, ...] = Field(min_length=1)


class TableDefinition(Record):
    """One table. It has ``rows`` with ``columns``, or a ``pivot``, or ``literal`` rows: one of the three."""

    id: Id
    title: Text
    answer: Text = Field(description="what this table tells, in one sentence")
    question: Text | None = None
    silence: Text | None = Field(default=None, description="what the sources do not say")
    notes: tuple[Text, ...] = ()
    themes: tuple[ThemeId, ...] = Field(min_length=1)
    first_workshop: bool = Field(default=False, description="among the most useful for a first workshop")
    row_name: Text | None = Field(default=None, description="heading of the first column")
    rows: RowKind | None = None
    where: RowFilter = RowFilter()
    columns: tuple[ColumnDefinition, ...] = ()
    sort: tuple[SortBy, ...] = ()
    group_by: Literal["province", "kind", "theme", "type", "region", "decade"] | None = None
    pivot: Pivot | None = None
    literal: Literals | None = None
    citations: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _one_way(self) -> TableDefinition:
        given = [name for name in ("rows", "pivot", "literal") if getattr(self, name) is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "table_value",
                "one of rows, pivot, literal is expected",
                {"found": ", ".join(given) or "-", "expected": "rows | pivot | literal"},
            )
        return self
