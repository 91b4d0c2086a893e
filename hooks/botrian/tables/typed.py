"""The typed table: what a definition becomes, and the only thing that renderers of any format see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property
from typing import Literal

from botrian.once import Once
from botrian.records import Basis, Citation, Qualifier, Text, When

#: Why a cell is empty: as a fact says it, or that nobody has looked yet. Only ``unknown`` speaks for the sources.
CellAbsence = Literal["unknown", "none", "not-applicable", "not-looked-up"]
ValueType = Literal["text", "number", "money", "date", "list", "choice"]
#: What a column of a data file holds: a text, several texts (joined by ``;``), a whole number, true or false, exact
#: decimal digits, a date as it is written (``2551-08 BE``), one in C.E. as ISO 8601 has it, places in sources.
DataType = Literal["text", "texts", "integer", "yes-no", "number", "date", "date-ce", "citations"]


@dataclass(frozen=True)
class Ref:
    """A record that a value or a row points at; renderers make the link of it. ``kind`` as in the layout."""

    kind: str
    id: str


@dataclass(frozen=True)
class Value:
    """One value in a cell. ``text`` is what people read, in both languages, without unit and qualifier.

    ``number`` and ``date`` hold the typed value where there is one; ``items`` the entries of a list.
    ``year`` is the year the value is of. ``unit`` is given only where it differs from the column's.
    """

    type: ValueType
    text: Text
    number: Decimal | None = None
    date: When | None = None
    items: tuple[Text, ...] = ()
    qualifier: Qualifier = "exact"
    unit: Text | None = None
    year: When | None = None
    note: Text | None = None
    basis: Basis = "stated"
    citations: tuple[Citation, ...] = ()
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class Cell:
    """The values of one cell (several where sources disagree or times differ), or why it is empty."""

    values: tuple[Value, ...] = ()
    absent: CellAbsence | None = None
    note: Text | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column: its heading, its unit (shown in the heading), what it means, whether its numbers may be compared."""

    id: str
    name: Text
    type: ValueType = "text"
    unit: Text | None = None
    definition: Text | None = None
    comparable: bool = True


@dataclass(frozen=True)
class Row:
    """A row: its heading, the page it leads to, the file it can be corrected in, and its cells."""

    id: str
    name: Text
    cells: tuple[Cell, ...]
    ref: Ref | None = None
    group: Text | None = None
    file: str = ""
    line: int = 1
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Table(Once):
    """One table, ready for any format. ``citations`` are all of its cells', each once, in reading order.

    ``key_rows`` and ``key_columns`` are ids of those that are shown first on slides and pictures; none: a rule chooses.
    """

    id: str
    title: Text
    answer: Text
    row_name: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    themes: tuple[str, ...] = ()
    question: Text | None = None
    silence: Text | None = None
    notes: tuple[Text, ...] = ()
    citations: tuple[Citation, ...] = ()
    first_workshop: bool = False
    key_rows: tuple[str, ...] = ()
    key_columns: tuple[str, ...] = ()
    file: str = ""
    #: Provinces of which nothing is known here yet: no rows, but named under the table.
    left_out: tuple[Row, ...] = ()

    @cached_property
    def numbered(self) -> tuple[Citation, ...]:
        """All citations in the order of their numbers, the same in every format: as cells are read, then the rest."""
        read: list[Citation] = []
        for row in self.rows:
            read.extend(row.citations)
            for cell in row.cells:
                read.extend(cell.citations)
                read.extend(one for value in cell.values for one in value.citations)
        return tuple(dict.fromkeys((*read, *self.citations)))

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files that the table and its rows are written in, each once."""
        named = (self.file, *(row.file for row in self.rows))
        return tuple(dict.fromkeys(file for file in named if file))


def texts_of(value: object) -> Iterator[Text]:
    """Every two-language text in a table, or in a part of one."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif isinstance(value, Table | Column | Row | Cell | Value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
