"""A typed table goes in; all that a file of any format writes of it, in one language, comes out.

Every format takes its words from a ``PrintedTable`` and from nothing else. That is why the same table has the
same cells everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from botrian.addresses import Stamp, address
from botrian.citing import citation_words
from botrian.exports.provenance import Provenance, provenance
from botrian.knowledge import Knowledge
from botrian.records import Citation, Language, Text, When
from botrian.tables.reading import cell_lines, value_words
from botrian.tables.typed import Cell, CellAbsence, Column, Row, Table, Value, ValueType
from botrian.thai import format_number

#: What no file of XML may hold, halves of a surrogate pair, and marks that turn the direction of all that follows.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e]")


@dataclass(frozen=True)
class PrintedNumber:
    """A number with the words around it, so that a cell can stay a number and still say 'about 2,000 (2012)'."""

    value: Decimal
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class PrintedCell:
    """One cell: its lines as people read them, and the typed value where the cell is exactly one."""

    lines: tuple[str, ...]
    number: PrintedNumber | None = None
    date: When | None = None
    absent: CellAbsence | None = None
    citations: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True)
class PrintedColumn:
    """A column. ``heading`` is its name with its unit."""

    id: str
    name: str
    type: ValueType
    unit: str = ""
    definition: str = ""

    @property
    def heading(self) -> str:
        """The name, and the unit in brackets."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


@dataclass(frozen=True)
class PrintedRow:
    """A row: its heading, its group (empty where rows are not grouped) and the page it leads to."""

    id: str
    name: str
    cells: tuple[PrintedCell, ...]
    group: str = ""
    url: str = ""
    citations: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedTable:
    """One table in one language. Texts are free of control characters; a text may hold several lines."""

    id: str
    language: Language
    title: str
    answer: str
    row_heading: str
    columns: tuple[PrintedColumn, ...]
    rows: tuple[PrintedRow, ...]
    provenance: Provenance
    question: str = ""
    silence: str = ""
    notes: tuple[str, ...] = ()

    @property
    def grouped(self) -> bool:
        """Whether any row belongs to a group."""
        return any(row.group for row in self.rows)

    @property
    def changed(self) -> date:
        """The day files are stamped with: the last change, or the first day a zip file can hold."""
        return self.provenance.changed or date(1980, 1, 1)


def printable(text: str) -> str:
    """The text without what breaks a file or its layout; line ends are ``\\n``, tabs are spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\t", " ").split("\n")
    return "\n".join(_UNPRINTABLE.sub("", line).strip() for line in lines).strip()


def printed_table(table: Table, knowledge: Knowledge, language: Language, stamp: Stamp) -> PrintedTable:
    """The table as files write it. Addresses are absolute, from the stamp's ``site_url``."""
    return _Printer(knowledge, language, stamp).table(table)


@dataclass(frozen=True)
class _Printer:
    knowledge: Knowledge
    language: Language
    stamp: Stamp

    def table(self, table: Table) -> PrintedTable:
        return PrintedTable(
            id=table.id,
            language=self.language,
            title=self.line(table.title),
            answer=self.line(table.answer),
            row_heading=self.line(table.row_name),
            columns=tuple(self.column(column) for column in table.columns),
            rows=tuple(self.row(row) for row in table.rows),
            provenance=provenance(table, self.knowledge, self.language, self.stamp),
            question=self.line(table.question),
            silence=self.line(table.silence),
            notes=tuple(self.line(note) for note in table.notes),
        )

    def line(self, text: Text | None) -> str:
        """A text on one line."""
        return " ".join(printable(text.in_(self.language)).split("\n")) if text else ""

    def column(self, column: Column) -> PrintedColumn:
        unit, definition = self.line(column.unit), self.line(column.definition)
        return PrintedColumn(column.id, self.line(column.name), column.type, unit, definition)

    def row(self, row: Row) -> PrintedRow:
        root = self.stamp.site_url + ("en/" if self.language == "en" else "")
        return PrintedRow(
            id=row.id,
            name=self.line(row.name),
            cells=tuple(self.cell(cell) for cell in row.cells),
            group=self.line(row.group),
            url=root + address(row.ref.kind, row.ref.id, self.knowledge) if row.ref else "",
            citations=self.cited(row.citations),
        )

    def cell(self, cell: Cell) -> PrintedCell:
        lines = "\n".join(printable(line) for line in cell_lines(cell, self.language)).split("\n")
        citations = [*cell.citations, *(one for value in cell.values for one in value.citations)]
        single = cell.values[0] if len(cell.values) == 1 and not cell.note else None
        return PrintedCell(
            lines=tuple(lines),
            number=_number(single, lines, self.language) if single else None,
            date=_date(single, lines, self.language) if single else None,
            absent=cell.absent or (None if cell.values else "not-looked-up"),
            citations=self.cited(citations),
        )

    def cited(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        found = dict.fromkeys(citations)
        return tuple(citation_words(one, self.knowledge.sources, self.language) for one in found)


def _number(value: Value, lines: list[str], language: Language) -> PrintedNumber | None:
    """The number of a cell that says nothing else; one that carries a note is text."""
    if value.number is None or value.items or lines != [value_words(value, language)]:
        return None
    digits = format_number(value.number, language)
    if value.text.in_(language) != digits:
        return None
    before, _, after = lines[0].partition(digits)
    return PrintedNumber(value.number, before, after)


def _date(value: Value, lines: list[str], language: Language) -> When | None:
    """The date of a cell that is just that; a period, or 'about', is text."""
    return value.date if value.date is not None and lines == [value.date.format(language)] else None
