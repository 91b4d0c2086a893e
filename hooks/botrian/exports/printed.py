"""A typed table goes in; all that a file of any format writes of it, in one language, comes out.

Every format takes its words from a ``PrintedTable`` and from nothing else. That is why the same table has the
same cells everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from botrian.addresses import Stamp, address, place_address
from botrian.citing import BETWEEN, citation_ids, citation_words, joined, listed_place, short_place
from botrian.exports.provenance import Provenance, provenance
from botrian.kinds import record_name
from botrian.knowledge import Knowledge
from botrian.records import Citation, Language, Qualifier, Text, When
from botrian.tables.reading import read_cell, standing
from botrian.tables.typed import Cell, CellAbsence, Column, Ref, Row, Table, Value, ValueType, texts_of
from botrian.thai import format_number
from botrian.words import say, with_unit

#: What no file of XML may hold, halves of a surrogate pair, and marks that turn the direction of all that follows.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e]")


@dataclass(frozen=True)
class PrintedNumber:
    """A number with the words around it, so that a cell can stay a number and still say 'about 2,000 (2012)'."""

    value: Decimal
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class CellData:
    """What programs take of a cell: the value that stands for it, with all that tells what it is a value of.

    ``number`` and ``date`` are given where one value stands for the cell (``tables.reading.standing``), with its
    ``unit``, ``qualifier`` and ``year``. ``records`` are what the cell names or tells of (``case:id``), ``citations``
    the places it rests on (``source:12-15``), both joined by a semicolon. ``note``: why a cell is empty, in words.
    """

    number: Decimal | None = None
    date: When | None = None
    unit: str = ""
    qualifier: Qualifier = "exact"
    year: When | None = None
    records: str = ""
    citations: str = ""
    note: str = ""


@dataclass(frozen=True)
class PrintedCell:
    """One cell: its lines as people read them, and the typed value where the cell is exactly one.

    ``marks`` are the numbers of the citations of each line, as ``PrintedTable.cited`` numbers them.
    """

    lines: tuple[str, ...]
    number: PrintedNumber | None = None
    date: When | None = None
    absent: CellAbsence | None = None
    citations: tuple[str, ...] = ()
    marks: tuple[tuple[int, ...], ...] = ()
    data: CellData = CellData()

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    @property
    def marked(self) -> tuple[tuple[str, str], ...]:
        """Each line with the mark behind it, such as ``[1–3,7]``; empty where it rests on nothing of its own."""
        marks = (*map(mark, self.marks), *[""] * (len(self.lines) - len(self.marks)))
        return tuple(zip(self.lines, marks, strict=True))


def mark(numbers: Iterable[int]) -> str:
    """Numbers of citations as a mark: those that follow each other as a range."""
    ranges = joined((number, number) for number in numbers)
    return "[" + ",".join(str(a) if a == b else f"{a}–{b}" for a, b in ranges) + "]" if ranges else ""


@dataclass(frozen=True)
class PrintedCitation:
    """An entry of the numbered list: source, chapter and page in words, and the page of the site that shows it.

    ``short`` is the place in few words: its printed pages, where they are known.
    """

    number: int
    source: str
    place: str
    short: str
    url: str

    @property
    def words(self) -> str:
        """Source and place."""
        return f"{self.source}, {self.place}" if self.place else self.source

    @property
    def section(self) -> str:
        """The place without its pages; empty where that is all that is known."""
        return self.place.removesuffix(self.short).rstrip(", ")


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
        """The name, and the unit in brackets, where the name does not say it."""
        return with_unit(self.name, self.unit)


@dataclass(frozen=True)
class PrintedRow:
    """A row: its heading, its group (empty where rows are not grouped) and the page it leads to.

    ``record`` is what it is of (``province:trat``), ``cited`` its own citations, both as ``CellData`` has them.
    """

    id: str
    name: str
    cells: tuple[PrintedCell, ...]
    group: str = ""
    url: str = ""
    citations: tuple[str, ...] = ()
    marks: tuple[int, ...] = ()
    record: str = ""
    cited: str = ""

    @property
    def mark(self) -> str:
        """The mark behind the heading."""
        return mark(self.marks)


@dataclass(frozen=True)
class PrintedTable:
    """One table in one language. Texts are free of control characters; a text may hold several lines.

    ``picked`` says how many of the rows that the answer speaks of are there, where it is a part of a table.
    """

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
    cited: tuple[PrintedCitation, ...] = ()
    key_rows: tuple[str, ...] = ()
    key_columns: tuple[str, ...] = ()
    picked: str = ""

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
    numbers = {citation: number for number, citation in enumerate(table.numbered, start=1)}
    return _Printer(knowledge, language, stamp, numbers).table(table)


def unmarked(table: PrintedTable) -> PrintedTable:
    """The table without marks and list, for a file that tells its sources in its own way."""
    rows = (replace(row, marks=(), cells=tuple(replace(one, marks=()) for one in row.cells)) for row in table.rows)
    return replace(table, rows=tuple(rows), cited=())


@dataclass(frozen=True)
class _Printer:
    knowledge: Knowledge
    language: Language
    stamp: Stamp
    numbers: Mapping[Citation, int]

    @property
    def root(self) -> str:
        """The address of the site in this language."""
        return self.stamp.site_url + ("en/" if self.language == "en" else "")

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
            notes=tuple(self.notes(table)),
            key_rows=table.key_rows,
            key_columns=table.key_columns,
            cited=tuple(self.citation(citation, number) for citation, number in self.numbers.items()),
        )

    def citation(self, citation: Citation, number: int) -> PrintedCitation:
        source = self.knowledge.sources[citation.source]
        place = printable(listed_place(citation, source, self.language))
        short, url = short_place(citation, source, self.language), self.root + place_address(citation, source)
        return PrintedCitation(number, self.line(source.short), place, short, url)

    def marks(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        return tuple(sorted({self.numbers[citation] for citation in citations}))

    def name(self, ref: Ref, row: Row) -> str:
        """Whose a value is; empty where that is the row's own record."""
        own = ref == row.ref or ref.id == row.id
        return "" if own else record_name(ref.kind, ref.id, self.knowledge).in_(self.language)

    def notes(self, table: Table) -> Iterator[str]:
        """The table's own notes; in English also that some of it is in Thai still."""
        yield from (self.line(note) for note in table.notes)
        if table.left_out:
            names = ", ".join(self.line(row.name) for row in table.left_out)
            yield say("table.left_out", self.language).format(names)
        if self.language == "en" and any(text.en_lang == "th" for text in texts_of(table)):
            yield say("translation.shown_in_table", "en")

    def line(self, text: Text | None) -> str:
        """A text on one line."""
        return " ".join(printable(text.in_(self.language)).split("\n")) if text else ""

    def column(self, column: Column) -> PrintedColumn:
        unit, definition = self.line(column.unit), self.line(column.definition)
        return PrintedColumn(column.id, self.line(column.name), column.type, unit, definition)

    def row(self, row: Row) -> PrintedRow:
        return PrintedRow(
            id=row.id,
            name=self.line(row.name),
            cells=tuple(self.cell(cell, row) for cell in row.cells),
            group=self.line(row.group),
            url=self.root + address(row.ref.kind, row.ref.id, self.knowledge) if row.ref else "",
            citations=self.cited(row.citations),
            marks=self.marks(row.citations),
            record=f"{row.ref.kind}:{row.ref.id}" if row.ref else "",
            cited=citation_ids(row.citations),
        )

    def cell(self, cell: Cell, row: Row) -> PrintedCell:
        lines: list[str] = []
        marks: list[tuple[int, ...]] = []
        for line in read_cell(cell, self.language, lambda ref: self.name(ref, row)):
            texts = printable(line.text).split("\n")
            lines += texts
            marks += [()] * (len(texts) - 1) + [self.marks(line.citations)]
        citations = [*cell.citations, *(one for value in cell.values for one in value.citations)]
        single = cell.values[0] if len(cell.values) == 1 and not cell.note else None
        return PrintedCell(
            lines=tuple(lines),
            number=_number(single, lines, self.language) if single else None,
            date=_date(single, lines, self.language) if single else None,
            absent=cell.absent or (None if cell.values else "not-looked-up"),
            citations=self.cited(citations),
            marks=tuple(marks) if any(marks) else (),
            data=self.data(cell, citations),
        )

    def data(self, cell: Cell, citations: Iterable[Citation]) -> CellData:
        value = standing(cell)
        refs = dict.fromkeys(f"{ref.kind}:{ref.id}" for one in cell.values for ref in one.refs)
        found = CellData(records=BETWEEN.join(refs), citations=citation_ids(citations))
        if value is not None:
            unit = self.line(value.unit)
            found = replace(
                found, number=value.number, date=value.date, unit=unit, qualifier=value.qualifier, year=value.year
            )
        return replace(found, note=self.line(cell.note) if not cell.values else "")

    def cited(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        found = dict.fromkeys(citations)
        return tuple(citation_words(one, self.knowledge.sources, self.language) for one in found)


def _number(value: Value, lines: list[str], language: Language) -> PrintedNumber | None:
    """The number of a cell that says nothing else but whose it is and when; one that carries a note is text."""
    if value.number is None or value.items or value.note or value.basis != "stated" or len(lines) != 1:
        return None
    digits = format_number(value.number, language)
    if value.text.in_(language) != digits:
        return None
    before, _, after = lines[0].partition(digits)
    return PrintedNumber(value.number, before, after)


def _date(value: Value, lines: list[str], language: Language) -> When | None:
    """The date of a cell that is just that; a period, or 'about', is text."""
    return value.date if value.date is not None and lines == [value.date.format(language)] else None
