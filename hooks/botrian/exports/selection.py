"""A printed table and what somebody picked of it go in; the table of just that comes out, which every format writes.

``browser/modules/office/selection.js`` does the same in the browser; ``tests/exports/test_selections.py`` holds both
together. The marks keep their numbers, so that the file and the page name the same place alike; the list holds those
that are there. A note says which part of the table it is, and where the same view stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from botrian.exports.printed import PrintedColumn, PrintedRow, PrintedTable
from botrian.thai import format_number
from botrian.words import say


@dataclass(frozen=True)
class Selection:
    """The ids of rows and columns in the order in which they are shown, whether they change places, and the address of
    the view.

    What people put together themselves has a title and an answer of its own, and its marks are numbered anew.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    turned: bool = False
    link: str = ""
    title: str = ""
    answer: str = ""
    renumbered: bool = False


def selected(table: PrintedTable, selection: Selection) -> PrintedTable:
    """The table with these rows and columns; what it does not have is left out."""
    places = {column.id: place for place, column in enumerate(table.columns)}
    kept = [places[id_] for id_ in selection.columns if id_ in places]
    rows = {row.id: row for row in table.rows}
    part = replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(
            replace(rows[id_], cells=tuple(rows[id_].cells[place] for place in kept))
            for id_ in selection.rows
            if id_ in rows
        ),
    )
    part = replace(part, title=selection.title or table.title, answer=selection.answer or table.answer)
    part = _renumbered(part) if selection.renumbered else part
    cited = _numbers(part)
    listed = tuple(one for one in part.cited if one.number in cited)
    short = {one.source for one in listed}
    sources = tuple(one for one in table.provenance.sources if one.short in short) or table.provenance.sources
    notes, picked = table.notes, ""
    if len(part.rows) < len(table.rows) and not selection.answer:
        shown = (format_number(count, table.language) for count in (len(part.rows), len(table.rows)))
        picked = say("export.picked_rows", table.language).format(*shown, table.row_heading)
    if selection.link:
        counts = (len(part.rows), len(table.rows), len(part.columns), len(table.columns))
        digits = (format_number(count, table.language) for count in counts)
        notes = (*notes, say("export.selection", table.language).format(*digits, selection.link))
    part = replace(
        part, cited=listed, notes=notes, picked=picked, provenance=replace(table.provenance, sources=sources)
    )
    return _turned(part) if selection.turned else part


def _numbers(table: PrintedTable) -> dict[int, int]:
    """The numbers of the marks, in the order in which they are met, each with its place in it from 1."""
    found: dict[int, int] = {}
    for row in table.rows:
        for numbers in (row.marks, *(line for cell in row.cells for line in cell.marks)):
            for number in numbers:
                found.setdefault(number, len(found) + 1)
    return found


def _renumbered(table: PrintedTable) -> PrintedTable:
    new = _numbers(table)

    def again(marks: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(new[number] for number in marks))

    rows = (
        replace(
            row,
            marks=again(row.marks),
            cells=tuple(replace(cell, marks=tuple(map(again, cell.marks))) for cell in row.cells),
        )
        for row in table.rows
    )
    cited = (replace(one, number=new[one.number]) for one in table.cited if one.number in new)
    return replace(table, rows=tuple(rows), cited=tuple(sorted(cited, key=lambda one: one.number)))


def _turned(table: PrintedTable) -> PrintedTable:
    """Rows become columns: their marks and groups go into the headings, what the columns mean into the notes."""
    types = {column.type for column in table.columns}
    type_ = types.pop() if len(types) == 1 else "text"
    meanings = tuple(f"{one.heading}: {one.definition}" for one in table.columns if one.definition)
    return replace(
        table,
        columns=tuple(PrintedColumn(row.id, _heading(row), type_) for row in table.rows),
        rows=tuple(
            PrintedRow(column.id, column.heading, tuple(row.cells[place] for row in table.rows))
            for place, column in enumerate(table.columns)
        ),
        notes=(*table.notes, *meanings),
        key_rows=table.key_columns,
        key_columns=table.key_rows,
    )


def _heading(row: PrintedRow) -> str:
    name = f"{row.name} ({row.group})" if row.group else row.name
    return f"{name} {row.mark}".rstrip()
