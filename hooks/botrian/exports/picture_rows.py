"""A printed table goes in; its rows come out as parts of a picture: a grid where it has room, else name and values.

Where a grid would squeeze words, every row is its name on a ground and, under it, each column's heading with its value:
so no picture leaves a column out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from botrian.exports import limits
from botrian.exports.drawing import LINE, RISE, Block, Ground
from botrian.exports.glyphs import Weight, width
from botrian.exports.limits import only_numbers
from botrian.exports.measure import column_needs, letters, shares
from botrian.exports.picture_parts import (
    EDGE,
    GROUP_GROUND,
    HEAD_GROUND,
    INK,
    PADDING,
    ROOM,
    SMALLEST,
    SOFT,
    Part,
    lines_in,
    named_row,
    rule,
)
from botrian.exports.printed import PrintedCell, PrintedRow, PrintedTable
from botrian.exports.shades import largest, shade
from botrian.exports.thai_lines import pieces
from botrian.words import say

#: Letters in a cell that a grid of two or three columns takes without becoming a ladder of words.
_GRID_LETTERS = {0: 400, 1: 90, 2: 34, 3: 14}
#: Lines of a value that stay together.
_PIECE = 10


def is_grid(table: PrintedTable) -> bool:
    """Whether the columns have room side by side in letters that a phone shows."""
    count = len(table.columns)
    if sum(_least(table)) > ROOM or count > 6:
        return False
    longest = _usual(letters(cell.text) for row in table.rows[:200] for cell in row.cells)
    return only_numbers(table) or longest <= _GRID_LETTERS.get(count, 8)


def _usual(lengths: Iterator[int]) -> int:
    """What nine of ten stay under."""
    ordered = sorted(lengths)
    return ordered[int(len(ordered) * 0.9)] if ordered else 0


def head_part(table: PrintedTable) -> Part:
    """The heads of a grid's columns; of a list, none but its beginning."""
    if not is_grid(table):
        return Part(0)
    return _headings([table.row_heading, *(one.heading for one in table.columns)], _widths(table))


def row_parts(table: PrintedTable) -> Iterator[tuple[Part, ...]]:
    """Each row as one or several parts; its group's heading stands before the first row of the group."""
    grid, group = is_grid(table), ""
    widths = _widths(table) if grid else []
    most = largest(table) if grid and only_numbers(table) else None
    for row in table.rows:
        new = (named_row(row.group, "", "", GROUP_GROUND),) if row.group and row.group != group else ()
        group = row.group
        if grid:
            yield (*new, _grid_row(row, table, widths, most))
        else:
            yield (*new, named_row(row.name, row.mark, row.id, HEAD_GROUND), *_values(row, table))


def _values(row: PrintedRow, table: PrintedTable) -> Iterator[Part]:
    """Each value under its column's heading; the last has the line under the row."""
    for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True), start=1):
        label = lines_in(column.heading, ROOM - 2 * PADDING, SMALLEST, "Bold")
        heading = Block(EDGE + PADDING, 6 + SMALLEST * RISE, label, SMALLEST, "Bold", SOFT, column.heading)
        first = Part(6 + len(label) * SMALLEST * LINE, (), (heading,), with_next=True)
        yield first
        yield from _pieces(cell, row.id, column.id, table, last=place == len(table.columns))


def _pieces(cell: PrintedCell, row: str, column: str, table: PrintedTable, last: bool) -> Iterator[Part]:
    """The lines of a value; a very long one in pieces, which may stand on two pages. The first has its words."""
    lines = _cell_lines(cell, ROOM - 3 * PADDING, table)
    colour = SOFT if cell.absent else INK
    for start in range(0, len(lines), _PIECE):
        piece = lines[start : start + _PIECE]
        ends = last and start + _PIECE >= len(lines)
        words = (cell.text, row, column) if start == 0 else ("", "", "")
        height = len(piece) * SMALLEST * LINE + (12 if ends else 4)
        block = Block(
            EDGE + 2 * PADDING, SMALLEST * RISE, piece, SMALLEST, "Regular", colour, words[0], None, *words[1:]
        )
        yield Part(height, (rule(height),) if ends else (), (block,))


def _cell_lines(cell: PrintedCell, room: float, table: PrintedTable) -> tuple[str, ...]:
    text = "\n".join(f"{line} {mark}".rstrip() for line, mark in cell.marked)
    lines = lines_in(text, room, SMALLEST, "Regular")
    if len(lines) <= limits.PICTURE_CELL_LINES:
        return lines
    ending = lines_in(say("export.rest_of_cell", table.language), room, SMALLEST, "Regular")
    return (*lines[: limits.PICTURE_CELL_LINES - len(ending)], *ending)


def _least(table: PrintedTable) -> list[int]:
    """The width of each column's longest word, the row headings' first."""
    sample = table.rows[:200]
    texts = [[table.row_heading, *(row.name for row in sample)]]
    texts += [
        [column.heading, *(row.cells[place].text for row in sample)] for place, column in enumerate(table.columns)
    ]
    return [min(ROOM, max(map(_longest_word, column))) + 2 * PADDING + 2 for column in texts]


@lru_cache(maxsize=10_000)
def _longest_word(text: str) -> int:
    """How wide the longest word of a text is, kept since each picture of a table asks again."""
    return max((int(width(piece.rstrip(), "Bold") * SMALLEST) for piece in pieces(text)), default=0)


def _widths(table: PrintedTable) -> list[int]:
    return shares(column_needs(table), ROOM, _least(table))


def _headings(texts: Sequence[str], widths: Sequence[int]) -> Part:
    blocks, x = [], float(EDGE)
    for text, room in zip(texts, widths, strict=True):
        lines = lines_in(text, room - 2 * PADDING, SMALLEST, "Bold")
        blocks.append(Block(x + PADDING, PADDING + SMALLEST * RISE, lines, SMALLEST, "Bold", INK, text))
        x += room
    height = max(len(block.lines) for block in blocks) * SMALLEST * LINE + 2 * PADDING
    return Part(height, (Ground(EDGE, 0, sum(widths), height, HEAD_GROUND), rule(height)), tuple(blocks))


def _grid_row(row: PrintedRow, table: PrintedTable, widths: Sequence[int], most: Decimal | None) -> Part:
    heading = PrintedCell((row.name,), marks=(row.marks,) if row.marks else ())
    names = ("", *(column.id for column in table.columns))
    blocks, shades, x = [], [], float(EDGE)
    for name, cell, room in zip(names, (heading, *row.cells), widths, strict=True):
        if name:
            lines = _cell_lines(cell, room - 2 * PADDING, table)
        else:
            lines = lines_in(f"{row.name} {row.mark}".rstrip(), room - 2 * PADDING, SMALLEST, "Bold")
        right = x + room - PADDING if cell.number else None
        colour, top = SOFT if cell.absent else INK, PADDING + SMALLEST * RISE
        weight: Weight = "Regular" if name else "Bold"
        blocks.append(Block(x + PADDING, top, lines, SMALLEST, weight, colour, cell.text, right, row.id, name))
        shades.append((x, room, shade(cell, most) if most is not None and name else ""))
        x += room
    height = max(len(block.lines) for block in blocks) * SMALLEST * LINE + 2 * PADDING
    grounds = (Ground(at, 0, wide, height, f"#{colour.lower()}") for at, wide, colour in shades if colour)
    return Part(height, (*grounds, rule(height)), tuple(blocks))
