"""A printed table goes in; where everything stands in its picture comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from botrian.addresses.qr import qr_squares
from botrian.exports import limits
from botrian.exports.drawing import LINE, RISE, WIDTH, Block, Drawing, Ground
from botrian.exports.glyphs import Weight, width
from botrian.exports.measure import column_needs, shares
from botrian.exports.printed import PrintedCell, PrintedRow, PrintedTable
from botrian.exports.thai_lines import lines_within, pieces
from botrian.words import say

_EDGE, _PADDING = 24, 10
_TITLE, _ANSWER, _CELL, _FOOT = 38, 28, 27, 21
_QR = 150
_WIDEST_WORD = 210
_INK, _SOFT, _PAPER = "#1d2826", "#4c5a57", "#ffffff"
_HEAD_GROUND, _GROUP_GROUND, _RULE = "#dfe9e4", "#f0f3ee", "#a9b4af"


@dataclass(frozen=True)
class _Part:
    """A piece of the picture that stands under the one before: its height, and what is in it, from its top."""

    height: float
    grounds: tuple[Ground, ...] = ()
    blocks: tuple[Block, ...] = ()


def drawing(table: PrintedTable) -> Drawing:
    """The picture: title, answer, as much of the table as there is room for, and where it comes from."""
    columns = _columns_with_room(table)
    shown = limits.part(table, slice(None), slice(0, columns))
    head = [_text(table.title, _TITLE, "Bold", _INK, 8), _text(table.answer, _ANSWER, "Regular", _INK, 14)]
    widths = _widths(shown)
    head.append(_row([table.row_heading, *(one.heading for one in shown.columns)], widths, _HEAD_GROUND))
    free = limits.PICTURE_HEIGHT - sum(part.height for part in head) - _foot(table, 0, columns).height - 2 * _EDGE
    rows, count = _rows(shown, widths, free)
    parts = [*head, *rows, _foot(table, count, columns)]
    return _stacked(table, parts)


def table_top(picture: Drawing) -> float:
    """Where the heads of the columns begin, in units."""
    return next(ground.y for ground in picture.grounds if ground.colour == _HEAD_GROUND)


def _columns_with_room(table: PrintedTable) -> int:
    """How many columns there is room for beside the row headings, one at the least."""
    first, *least = _least(table)
    room = WIDTH - 2 * _EDGE - first
    for count, column in enumerate(table.columns):
        numbers = all(row.cells[count].number or row.cells[count].absent == "none" for row in table.rows)
        floor = limits.PICTURE_NUMBER_COLUMN if numbers and column.type == "number" else limits.PICTURE_COLUMN
        room -= max(floor, least[count])
        if room < 0 and count:
            return count
    return len(table.columns)


def _widths(table: PrintedTable) -> list[int]:
    return shares(column_needs(table), WIDTH - 2 * _EDGE, _least(table))


def _least(table: PrintedTable) -> list[int]:
    """The width of each column's longest word, the row headings' first; a very long word is broken."""
    sample = table.rows[:200]
    texts = [[table.row_heading, *(row.name for row in sample)]]
    texts += [
        [column.heading, *(row.cells[place].text for row in sample)] for place, column in enumerate(table.columns)
    ]
    return [min(_WIDEST_WORD, _longest_word(column)) + 2 * _PADDING + 2 for column in texts]


def _longest_word(texts: Sequence[str]) -> int:
    return max((int(width(piece.rstrip(), "Bold") * _CELL) for text in texts for piece in pieces(text)), default=0)


def _lines(text: str, room: float, size: int, weight: Weight) -> list[str]:
    return lines_within(text, room / size, partial(width, weight=weight))


def _text(text: str, size: int, weight: Weight, colour: str, below: float, room: float = 0.0) -> _Part:
    lines = tuple(_lines(text, room or WIDTH - 2 * _EDGE, size, weight))
    block = Block(_EDGE, size * RISE, lines, size, weight, colour, text)
    return _Part(len(lines) * size * LINE + below, (), (block,))


def _row(texts: Sequence[str], widths: Sequence[int], ground: str) -> _Part:
    """A row of headings, or the heading of a group over all columns."""
    blocks, x = [], float(_EDGE)
    for text, room in zip(texts, widths, strict=True):
        lines = tuple(_lines(text, room - 2 * _PADDING, _CELL, "Bold"))
        blocks.append(Block(x + _PADDING, _PADDING + _CELL * RISE, lines, _CELL, "Bold", _INK, text))
        x += room
    height = max(len(block.lines) for block in blocks) * _CELL * LINE + 2 * _PADDING
    return _Part(height, (Ground(_EDGE, 0, sum(widths), height, ground), _rule(height)), tuple(blocks))


def _rule(height: float) -> Ground:
    return Ground(_EDGE, height - 1.5, WIDTH - 2 * _EDGE, 1.5, _RULE)


def _rows(table: PrintedTable, widths: Sequence[int], free: float) -> tuple[list[_Part], int]:
    """As many rows as there is room for, and their number; the first stands there in any case."""
    parts: list[_Part] = []
    group = ""
    for count, row in enumerate(table.rows):
        new = [_row([row.group], [sum(widths)], _GROUP_GROUND)] if row.group and row.group != group else []
        new.append(_values(row, table, widths))
        free -= sum(part.height for part in new)
        if free < 0 and count:
            return parts, count
        parts += new
        group = row.group
    return parts, len(table.rows)


def _values(row: PrintedRow, table: PrintedTable, widths: Sequence[int]) -> _Part:
    heading = PrintedCell((row.name,))
    blocks, x = [], float(_EDGE)
    names = ("", *(column.id for column in table.columns))
    ending = say("export.rest_of_cell", table.language)
    for name, cell, room in zip(names, (heading, *row.cells), widths, strict=True):
        weight: Weight = "Regular" if name else "Bold"
        lines = _lines(cell.text, room - 2 * _PADDING, _CELL, weight)
        if len(lines) > limits.PICTURE_CELL_LINES:
            cut = _lines(ending, room - 2 * _PADDING, _CELL, weight)
            lines = [*lines[: limits.PICTURE_CELL_LINES - len(cut)], *cut]
        right = x + room - _PADDING if cell.number else None
        colour = _SOFT if cell.absent else _INK
        left, top = x + _PADDING, _PADDING + _CELL * RISE
        blocks.append(Block(left, top, tuple(lines), _CELL, weight, colour, cell.text, right, row.id, name))
        x += room
    height = max(len(block.lines) for block in blocks) * _CELL * LINE + 2 * _PADDING
    return _Part(height, (_rule(height),), tuple(blocks))


def _foot(table: PrintedTable, rows: int, columns: int) -> _Part:
    """What is not here, notes, sources, version and link, beside the code that leads to the table's page."""
    room = WIDTH - 2 * _EDGE - _QR - 20
    parts = [_text(text, _FOOT, weight, _SOFT, 4, room) for text, weight in _foot_texts(table, rows, columns)]
    y = 14.0
    blocks = []
    for part in parts:
        blocks += [_moved_block(block, y) for block in part.blocks]
        y += part.height
    grounds = tuple(_code(table.provenance.link, WIDTH - _EDGE - _QR, 16))
    return _Part(max(y, _QR + 20), grounds, tuple(blocks))


def _foot_texts(table: PrintedTable, rows: int, columns: int) -> Iterator[tuple[str, Weight]]:
    origin = table.provenance
    licence = say("licence.name", table.language)
    rest = limits.rest_words(table, rows, columns)
    if rest:
        yield rest, "Bold"
    for note in table.notes:
        yield note, "Regular"
    sources = "; ".join(f"{one.short} ({one.places})" for one in origin.sources)
    if sources:
        yield f"{say('export.sources', table.language)}: {limits.fitted(sources, 320)}", "Regular"
    yield f"{say('export.version', table.language)}: {origin.version} · {origin.publisher} · {licence}", "Regular"
    yield origin.short_link, "Bold"


def _code(link: str, x: float, y: float) -> Iterator[Ground]:
    """The dark squares of the code, those side by side as one."""
    squares = qr_squares(link)
    side = _QR / len(squares)
    for line, row in enumerate(squares):
        start = None
        for place, dark in enumerate((*row, False)):
            if dark and start is None:
                start = place
            elif not dark and start is not None:
                yield Ground(x + start * side, y + line * side, (place - start) * side, side, _INK)
                start = None


def _stacked(table: PrintedTable, parts: Sequence[_Part]) -> Drawing:
    grounds, blocks, y = [], [], float(_EDGE)
    for part in parts:
        grounds += [Ground(one.x, one.y + y, one.width, one.height, one.colour) for one in part.grounds]
        blocks += [_moved_block(block, y) for block in part.blocks]
        y += part.height
    height = int(y + _EDGE)
    paper = Ground(0, 0, WIDTH, height, _PAPER)
    link = table.provenance.link
    return Drawing(table.title, table.answer, link, height, (paper, *grounds), tuple(blocks))


def _moved_block(block: Block, down: float) -> Block:
    return Block(
        block.x,
        block.y + down,
        block.lines,
        block.size,
        block.weight,
        block.colour,
        block.text,
        block.right,
        block.row,
        block.column,
    )
