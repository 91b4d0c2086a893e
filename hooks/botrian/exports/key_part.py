"""A printed table goes in; its key part comes out: the three to six rows that a room reads at one glance.

A definition may name them (``key_rows``, ``key_columns``; where only the rows are named, their names alone may do).
Else this rule chooses:

1. Rows where no source says anything are left out.
2. Where the names of the rows are sentences or titles (half of them over 28 letters), the names alone are the key part.
3. Else the first column that is filled in at least half of the rows, and the next such one where both are short (half
   of their cells under 20 letters).
4. Of the rows those that are filled there, in the table's own order: as many of six as have room, at least three; a
   text that has no room is cut where a phrase ends, with a sign that says so. All of it stands in the whole table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from botrian.exports.measure import signs
from botrian.exports.printed import PrintedCell, PrintedRow, PrintedTable
from botrian.exports.thai_lines import pieces
from botrian.words import say

MOST_ROWS, FEWEST_ROWS = 6, 3
_SENTENCE, _SHORT = 28, 20
#: Signs between which a phrase of Thai, or of a list, ends.
_MORE = "…"
#: Why a cell is empty where no source says anything.
SILENT = ("unknown", "not-looked-up")
#: What stands behind a text that we read out of a source, and the sign for it where there is little room.
IMPLIED = "*"


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
    full = [row for row in table.rows if all(row.cells[place].absent is None for place in columns)]
    return (full if len(full) >= FEWEST_ROWS else list(table.rows))[:MOST_ROWS]


def key_part(table: PrintedTable, room: int) -> PrintedTable:
    """The key rows and columns; names, heads and cells have at most ``room`` letters together."""
    said, _ = spoken(table)
    columns = key_columns(said)
    heads = tuple(table.columns[place] for place in columns)
    room -= sum(signs(text) for text in (table.row_heading, *(one.heading for one in heads))) if columns else 0
    rows = [_short_row(row, columns, table) for row in key_rows(said, columns)]
    named = len(rows) if table.key_rows else min(FEWEST_ROWS, len(rows))
    while len(rows) > named and _used(rows) > room:
        rows.pop()
    limit = 90
    shown = rows
    while _used(shown) > room and limit > 12:
        limit -= 4
        shown = [_cut_row(row, limit) for row in rows]
    return replace(table, columns=heads, rows=tuple(shown))


def _filled(table: PrintedTable, place: int) -> int:
    return sum(1 for row in table.rows if row.cells[place].absent is None)


def _usual(table: PrintedTable, place: int) -> float:
    return median([signs(row.cells[place].text) for row in table.rows if row.cells[place].absent is None] or [0])


def _used(rows: Sequence[PrintedRow]) -> int:
    return sum(signs(row.name + row.mark) + sum(map(_cell_signs, row.cells)) for row in rows)


def _cell_signs(cell: PrintedCell) -> int:
    return sum(signs(line + mark) for line, mark in cell.marked)


def _short_row(row: PrintedRow, columns: Sequence[int], table: PrintedTable) -> PrintedRow:
    return replace(row, group="", cells=tuple(_on_one_line(row.cells[place], table) for place in columns))


def _on_one_line(cell: PrintedCell, table: PrintedTable) -> PrintedCell:
    """A list as a sentence; 'read out of the source' as a star, which the slide or picture explains."""
    implied = f"({say('basis.implied', table.language)})"
    words = ", ".join(line.removeprefix("• ") for line in cell.lines).replace(f", {implied}", IMPLIED)
    marks = tuple(sorted({number for line in cell.marks for number in line}))
    return replace(cell, lines=(words.replace(f" {implied}", IMPLIED),), marks=(marks,) if marks else ())


def _cut_row(row: PrintedRow, limit: int) -> PrintedRow:
    cells = tuple(replace(cell, lines=(shortened(cell.text, limit),)) for cell in row.cells)
    return replace(row, name=shortened(row.name, limit), cells=cells)


def shortened(text: str, limit: int) -> str:
    """The text, cut at the end of a phrase or else of a word where it has more letters than ``limit``."""
    if signs(text) <= limit:
        return text
    kept = ""
    for piece in pieces(text):
        if signs(kept + piece) > limit - 1:
            break
        kept += piece
    phrase = max(kept.rfind(" "), kept.rfind(","))
    kept = kept[:phrase] if phrase > len(kept) * 0.6 else kept
    return kept.rstrip(" ,;•(") + _MORE
