"""A printed table goes in; its key part comes out: the three to six rows that a room reads at one glance.

A definition may name them (``key_rows``, ``key_columns``; where only the rows are named, their names alone may do).
Else this rule chooses:

1. Rows where no source says anything are left out.
2. Where the names of the rows are sentences or titles (half of them over 28 letters), the names alone are the key part.
3. Else the first column that is filled in at least half of the rows, and the next such one where both are short (half
   of their cells under 20 letters).
4. Of the rows those that are filled there, or the three and more that are filled most, in the table's own order: as
   many of six as have room, at least three; a text that has no room is cut as ``key_cut.py`` says, and the name of a
   row last of all; why a cell is empty is not cut. All of it stands in the whole table. Columns that have a slide each
   choose their rows by themselves. Rows that no definition names take four slides at most.
5. Where a definition names four or more key columns (places, charters: what is compared), they become the rows, and
   what the key rows tell of them the columns, so that none is missing from a card or slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from botrian.exports.key_cut import IMPLIED, KeyCell, cut_cell, key_cell, shortened
from botrian.exports.measure import signs
from botrian.exports.printed import PrintedCell, PrintedColumn, PrintedRow, PrintedTable
from botrian.records import Language
from botrian.words import say

MOST_ROWS, FEWEST_ROWS = 6, 3
#: Named columns that stand side by side; more of them become rows.
_SIDE_BY_SIDE = 3
_SENTENCE, _SHORT = 28, 20
#: To how many letters a cell is cut, and the step; the name of a row keeps its own number as long as it can.
_WHOLE, _LEAST, _STEP = 90, 12, 4
#: Letters that a cut cell must keep to tell something; and on a picture that else would have no room for three rows, or
#: a slide for two.
TELLING, TELLING_BRIEFLY = 15, 8
#: Why a cell is empty where no source says anything.
SILENT = ("unknown", "not-looked-up")


def spoken(table: PrintedTable) -> tuple[PrintedTable, tuple[str, ...]]:
    """The table without the rows where no source says anything, and their names; all rows where none says anything."""
    kept = tuple(row for row in table.rows if not row.cells or any(one.absent not in SILENT for one in row.cells))
    if not kept:
        return table, ()
    silent = tuple(row.name for row in table.rows if row not in kept)
    return replace(table, rows=kept), silent


def key_columns(table: PrintedTable) -> list[int]:
    """The places of the key columns; none where the names of the rows are enough."""
    named = [place for place, column in enumerate(table.columns) if column.id in table.key_columns]
    if named:
        return named
    if not table.columns or median([signs(row.name) for row in table.rows] or [0]) > _SENTENCE:
        return []
    filled = [place for place in range(len(table.columns)) if _filled(table, place) * 2 >= len(table.rows)]
    first, *others = filled or [0]
    return [first, *others[:1]] if all(_usual(table, place) < _SHORT for place in (first, *others[:1])) else [first]


def key_rows(table: PrintedTable, columns: Sequence[int]) -> list[PrintedRow]:
    """The rows that come into question, at most six, in the table's order."""
    named = [row for row in table.rows if row.id in table.key_rows]
    if named:
        return named[:MOST_ROWS]
    told = [sum(1 for place in columns if row.cells[place].absent is None) for row in table.rows]
    enough = sorted(told, reverse=True)[:FEWEST_ROWS]
    return [row for row, number in zip(table.rows, told, strict=True) if number >= enough[-1]][:MOST_ROWS]


def key_table(table: PrintedTable) -> PrintedTable:
    """The rows and columns that come into question, with all of their letters, each cell on one line."""
    said, _ = spoken(table)
    columns = key_columns(said)
    if len(columns) > _SIDE_BY_SIDE:
        return _turned(said, columns)
    rows = tuple(_short_row(row, columns, table) for row in key_rows(said, columns))
    return replace(table, columns=tuple(table.columns[place] for place in columns), rows=rows)


def key_part(table: PrintedTable, room: int) -> PrintedTable:
    """The key rows and columns; names, heads and cells have at most ``room`` letters together."""
    return Fitting(key_table(table)).within(room)


class Fitting:
    """A key table in ever fewer letters: first rows go, then texts are cut. Each step is made once, when asked for."""

    def __init__(self, key: PrintedTable) -> None:
        heads = (key.row_heading, *(one.heading for one in key.columns)) if key.columns else ()
        self._heads = sum(map(signs, heads))
        self._steps = _steps(key)
        self._made: list[tuple[int, PrintedTable]] = []

    def within(self, room: int) -> PrintedTable:
        """The first step whose names, heads and cells have at most ``room`` letters together, else the last."""
        for letters, part in self._made:
            if self._heads + letters <= room:
                return part
        for part in self._steps:
            self._made.append((_used(part.rows), part))
            if self._heads + self._made[-1][0] <= room:
                return part
        return self._made[-1][1]

    def steps(self) -> list[PrintedTable]:
        """All steps, from all of its letters to the fewest."""
        self.within(0)
        return [part for _, part in self._made]


def _steps(key: PrintedTable) -> Iterator[PrintedTable]:
    named = len(key.rows) if names_rows(key) else min(FEWEST_ROWS, len(key.rows))
    for count in range(len(key.rows), named - 1, -1):
        yield replace(key, rows=key.rows[:count])
    for limit, names in _limits(_SENTENCE if key.columns else 0):
        yield replace(key, rows=tuple(_cut_row(row, limit, names, key.language) for row in key.rows[:named]))


def each_column(key: PrintedTable, table: PrintedTable) -> list[PrintedTable]:
    """A key table for each key column: with the rows that are named, else with those of which it says something."""
    if not key.columns or is_turned(key, table) or names_rows(key):
        return by_column(key)
    said, _ = spoken(table)
    return [
        replace(
            key,
            columns=(table.columns[place],),
            rows=tuple(_short_row(row, [place], table) for row in key_rows(said, [place])),
        )
        for place in key_columns(said)
    ]


def by_column(key: PrintedTable) -> list[PrintedTable]:
    """The same rows once for each column."""
    return [
        replace(
            key,
            columns=(column,),
            rows=tuple(replace(row, cells=(row.cells[place],)) for row in key.rows),
            key_rows=tuple(row.id for row in key.rows),
        )
        for place, column in enumerate(key.columns)
    ]


def halves(key: PrintedTable) -> list[PrintedTable]:
    """The first half of the rows and the second."""
    middle = (len(key.rows) + 1) // 2
    return [replace(key, rows=rows) for rows in (key.rows[:middle], key.rows[middle:])]


def is_cut(part: PrintedTable, key: PrintedTable) -> bool:
    """Whether a name or cell of the key table is not there with all of its letters."""
    names = any(mine.name != whole.name for mine, whole in zip(part.rows, key.rows, strict=False))
    return names or any(mine.text != whole.text for mine, whole in _pairs(part, key))


def tells(part: PrintedTable, key: PrintedTable, least: int = TELLING) -> bool:
    """Whether each cell that was cut keeps enough letters to tell something, or all that stands before its bracket."""
    return not untold(part, key, least)


def untold(part: PrintedTable, key: PrintedTable, least: int) -> int:
    """How many cells keep less than that."""
    return sum(not _told(mine, whole.text, least) for mine, whole in _pairs(part, key))


def _told(mine: PrintedCell, whole: str, least: int) -> bool:
    kept = mine.kept if isinstance(mine, KeyCell) else ""
    return mine.text == whole or signs(kept) >= least or (bool(kept) and whole.startswith(f"{kept} ("))


def alike(part: PrintedTable, key: PrintedTable) -> bool:
    """Whether all cells of a column that differ in the key table are the same in a part of it."""
    return any(
        len({row.cells[place].text for row in part.rows}) == 1 < len({row.cells[place].text for row in key.rows})
        for place in range(len(part.columns))
    )


def _pairs(part: PrintedTable, key: PrintedTable) -> Iterator[tuple[PrintedCell, PrintedCell]]:
    """The cells of a part, each with the whole of it."""
    for mine, whole in zip(part.rows, key.rows, strict=False):
        yield from zip(mine.cells, whole.cells, strict=True)


def is_turned(key: PrintedTable, table: PrintedTable) -> bool:
    """Whether the columns of the table are the rows of its key table."""
    return bool(key.columns) and key.columns[0].id not in {column.id for column in table.columns}


def starred(key: PrintedTable) -> bool:
    """Whether a sign in it stands for what we read out of a source."""
    return any(IMPLIED in cell.text for row in key.rows for cell in row.cells)


def names_rows(key: PrintedTable) -> bool:
    """Whether a row of it is named by the definition."""
    return any(row.id in key.key_rows for row in key.rows)


def _limits(name: int) -> Iterator[tuple[int, int]]:
    """To how many letters cells and names are cut, step by step: names below ``name`` only when cells are short."""
    for limit in range(_WHOLE - _STEP, _LEAST - _STEP, -_STEP):
        yield limit, max(limit, name)
    for limit in range(name - _STEP, _LEAST - _STEP, -_STEP):
        yield _LEAST - _STEP // 2, limit


def _turned(table: PrintedTable, columns: Sequence[int]) -> PrintedTable:
    """The columns as rows; without named key rows, what is told of the most of them is the one column."""
    named = [row for row in table.rows if row.id in table.key_rows]
    told = named[:_SIDE_BY_SIDE] or [
        max(table.rows, key=lambda row: sum(1 for at in columns if not row.cells[at].absent))
    ]
    heads = tuple(PrintedColumn(row.id, f"{table.row_heading}: {row.name} {row.mark}".rstrip(), "text") for row in told)
    rows = tuple(
        PrintedRow(
            table.columns[at].id,
            table.columns[at].heading,
            tuple(key_cell(row.cells[at], table.columns[at], table) for row in told),
        )
        for at in columns[:MOST_ROWS]
    )
    heading = say("export.turned", table.language)
    return replace(
        table,
        row_heading=heading,
        columns=heads,
        rows=rows,
        key_rows=tuple(row.id for row in rows),
        key_columns=tuple(one.id for one in heads),
    )


def _filled(table: PrintedTable, place: int) -> int:
    return sum(1 for row in table.rows if row.cells[place].absent is None)


def _usual(table: PrintedTable, place: int) -> float:
    return median([signs(row.cells[place].text) for row in table.rows if row.cells[place].absent is None] or [0])


def _used(rows: Sequence[PrintedRow]) -> int:
    return sum(signs(row.name + row.mark) + sum(map(_cell_signs, row.cells)) for row in rows)


def _cell_signs(cell: PrintedCell) -> int:
    return sum(signs(line + mark) for line, mark in cell.marked)


def _short_row(row: PrintedRow, columns: Sequence[int], table: PrintedTable) -> PrintedRow:
    return replace(
        row, group="", cells=tuple(key_cell(row.cells[place], table.columns[place], table) for place in columns)
    )


def _cut_row(row: PrintedRow, limit: int, names: int, language: Language) -> PrintedRow:
    cells = tuple(cut_cell(cell, limit, language) for cell in row.cells)
    return replace(row, name=shortened(row.name, names), cells=cells)
