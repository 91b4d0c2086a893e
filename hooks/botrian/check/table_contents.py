"""Definitions of tables and the knowledge go in; what keeps a whole, correct table from being a good one comes out.

It looks at the cells as they are made: too many empty ones, too long ones, those that stand in another table too, and a
number in the answer that no count of the table gives. All of it is advice, and only where there is no error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from botrian.check.fields import Path
from botrian.check.schema import Found
from botrian.check.table_counts import contradicted, contradicted_in_english, unheld
from botrian.findings import Finding
from botrian.knowledge.store import Knowledge
from botrian.records import Language, TableDefinition
from botrian.tables import Cell, Table, build_tables

#: In percent of the cells that could hold something.
MOST_EMPTY = 40
#: Letters of the Thai text in one cell.
LONGEST_CELL = 200
#: In percent of the cells of the smaller of two tables.
MOST_SHARED = 60
#: A table with fewer cells is not judged by shares.
FEWEST_CELLS = 8
#: A shorter text, such as a name or a label, may well stand in two tables.
SHORT_TEXT = 12


@dataclass(frozen=True)
class Made:
    """A table as made, with the record that defines it."""

    one: Found
    table: Table


def table_content_findings(found: Iterable[Found], knowledge: Knowledge) -> Iterator[Finding]:
    """Advice on every table; those of ``pivot`` are counts, whose cells say nothing by themselves."""
    made_tables = knowledge.once(build_tables)
    tables = [
        Made(one, made_tables[one.record.id])
        for one in found
        if isinstance(one.record, TableDefinition) and one.record.pivot is None
    ]
    for made in tables:
        yield from _no_rows(made)
        yield from _mostly_empty(made)
        yield from _long_cells(made)
        yield from _false_numbers(made)
    yield from _nearly_same(tables)


def _no_rows(made: Made) -> Iterator[Finding]:
    """A filter that is written rightly and lets nothing through."""
    record = made.one.record
    if isinstance(record, TableDefinition) and record.rows is not None and not made.table.rows:
        path: Path = ("where",)
        given = [name for name in type(record.where).model_fields if getattr(record.where, name) not in ((), None)]
        yield Finding(made.one.locate(path), "table-no-rows", made.one.field(path), ", ".join(given))


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row.cells)


def _mostly_empty(made: Made) -> Iterator[Finding]:
    """ "None" is an answer, and where a question does not apply nothing is missing: only the untold counts."""
    could = [cell for cell in _cells(made.table) if cell.absent != "not-applicable"]
    empty = sum(1 for cell in could if not cell.values and cell.absent != "none")
    share = 100 * empty // len(could) if could else 0
    if len(could) >= FEWEST_CELLS and 100 * empty > MOST_EMPTY * len(could):
        values = (("cells", str(len(could))), ("empty", str(empty)))
        yield Finding(made.one.locate(("id",)), "table-mostly-empty", "id", str(share), str(MOST_EMPTY), values)


def letters(cell: Cell) -> int:
    """How many letters of Thai a cell shows, without the signs between the parts of a list."""
    return sum(len(item.th) for value in cell.values for item in value.items or (value.text,))


def _long_cells(made: Made) -> Iterator[Finding]:
    literal = isinstance(made.one.record, TableDefinition) and made.one.record.literal is not None
    for number, row in enumerate(made.table.rows):
        for place, (column, cell) in enumerate(zip(made.table.columns, row.cells, strict=True)):
            if letters(cell) <= LONGEST_CELL:
                continue
            path: Path = ("literal", "rows", number, "cells", place) if literal else ("columns", place)
            values = (("row_en", row.name.en), ("row_th", row.name.th), ("row", row.id), ("column", column.id))
            where = made.one.locate(path), made.one.field(path)
            yield Finding(where[0], "table-cell-long", where[1], str(letters(cell)), str(LONGEST_CELL), values)


def _false_numbers(made: Made) -> Iterator[Finding]:
    told = tuple(contradicted(made.table))
    for words in told:
        yield _false(made, "th", words)
    for words in () if told else contradicted_in_english(made.table):
        yield _false(made, "en", words)
    for language, words in unheld(made.table):
        if not any(words.split()[0] in one.split() or one.startswith(words.split()[0]) for one in told):
            yield _false(made, language, words)


def _false(made: Made, language: Language, words: str) -> Finding:
    path: Path = ("answer", language)
    return Finding(made.one.locate(path), "table-answer-number", made.one.field(path), words)


def _nearly_same(tables: Iterable[Made]) -> Iterator[Finding]:
    texts = {made.table.id: _texts(made.table) for made in tables}
    by_id = {made.table.id: made for made in tables}
    for (first, second), shared in _shared(texts).items():
        small, large = sorted((first, second), key=lambda id_: (texts[id_].total(), id_))
        total = texts[small].total()
        if total >= FEWEST_CELLS and 100 * shared >= MOST_SHARED * total:
            one = by_id[small].one
            values = (("other", large), ("shared", str(shared)), ("cells", str(total)))
            yield Finding(one.locate(("id",)), "table-nearly-same", "id", str(100 * shared // total), large, values)


def _texts(table: Table) -> Counter[str]:
    """The cells that hold a text of their own, word for word."""
    found = ("; ".join(value.text.th for value in cell.values) for cell in _cells(table))
    return Counter(text for text in found if len(text) >= SHORT_TEXT)


def _shared(texts: Mapping[str, Counter[str]]) -> Mapping[tuple[str, str], int]:
    """How many cells each two tables have in common; only those that have any."""
    holders: dict[str, list[str]] = {}
    for id_ in sorted(texts):
        for text in texts[id_]:
            holders.setdefault(text, []).append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for text, ids in holders.items():
        for number, first in enumerate(ids):
            for second in ids[number + 1 :]:
                shared[first, second] += min(texts[first][text], texts[second][text])
    return shared
