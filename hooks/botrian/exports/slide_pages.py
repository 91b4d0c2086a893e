"""A printed table goes in; the pages it takes on slides come out: which rows stand on which slide, and how large.

The columns stay side by side, so that what is compared is seen together; the type is as large as the text allows, on
each slide by itself where its rows leave room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from botrian.exports import limits
from botrian.exports.glyphs import lines_in_ems
from botrian.exports.measure import column_needs, longest_words, shares
from botrian.exports.printed import PrintedCell, PrintedRow, PrintedTable
from botrian.exports.slide_text import LINE, ROOM, SAFETY, line_room, room_in_ems
from botrian.exports.slide_xml import BULLET
from botrian.exports.thai_lines import beginning
from botrian.words import say

#: Points, largest first. The last is taken where no other has room for two rows on a slide.
SIZES = (20, 18, 16, 14, 12, 11)
#: How many rows a slide should hold before the type grows.
_COMPANY = 3


@dataclass(frozen=True)
class SlideShape:
    """The room for a table on a slide, in points, and the size of its letters."""

    height: float
    font: int
    width: int = ROOM
    padding_x: float = 6
    padding_y: float = 3

    def lines(self, text: str, room: float, bold: bool = False) -> tuple[str, ...]:
        """The lines that a text takes in a column of this width."""
        return lines_in_ems(text, self._across(text, room) / SAFETY, "Bold" if bold else "Regular")

    def room(self, text: str, room: float, bold: bool = False) -> float:
        """The height to keep for a text in a column of this width, without what is above and below it."""
        return room_in_ems(text, self._across(text, room), "Bold" if bold else "Regular") * self.font

    def _across(self, text: str, room: float) -> float:
        """What a column leaves to a text, in ems."""
        room -= self.font if text.startswith(BULLET) or f"\n{BULLET}" in text else 0
        return (room - 2 * self.padding_x) / self.font

    def row_height(self, lines: int) -> float:
        """How high a row of this many lines is."""
        return lines * self.font * LINE + 2 * self.padding_y


#: A size of type, with the widths of the columns in it.
_Shape = tuple[SlideShape, tuple[int, ...]]


@dataclass(frozen=True)
class SlidePage:
    """What stands on one slide: a part of the table, the widths of its columns in points, and the size of letters."""

    table: PrintedTable
    widths: tuple[int, ...]
    shape: SlideShape


@dataclass(frozen=True)
class SlidePages:
    """All slides of a table, and how many rows and columns they show."""

    pages: tuple[SlidePage, ...]
    rows: int
    columns: int


def slide_pages(table: PrintedTable, height: float) -> SlidePages:
    """The table cut by rows, and by columns only where there are very many; at most ``limits.PPTX_SLIDES`` slides."""
    widest = limits.PPTX_NUMBER_COLUMNS if limits.only_numbers(table) else limits.PPTX_COLUMNS
    runs = limits.column_parts(table, widest)[: limits.PPTX_SLIDES]
    per_run = max(1, limits.PPTX_SLIDES // len(runs))
    pages: list[SlidePage] = []
    fewest = len(table.rows)
    for run in runs:
        columns = limits.part(table, slice(None), run)
        shapes = [(shape := SlideShape(height, size), _widths(columns, shape)) for size in SIZES]
        cut, shown = _sized(columns, shapes, per_run)
        pages.extend(_grown(page, columns, shapes) for page in cut)
        fewest = min(fewest, shown)
    return SlidePages(tuple(pages), fewest, min(len(table.columns), runs[-1].stop or 0))


def _sized(table: PrintedTable, shapes: Sequence[_Shape], most: int) -> tuple[list[SlidePage], int]:
    """The largest type with three rows on every slide, else with two, else the smallest; and how many rows it shows."""
    second: tuple[list[SlidePage], int] | None = None
    for shape, widths in shapes:
        pages, shown, whole = _rows_on_slides(table, shape, widths, most, cut=shape.font == SIZES[-1])
        if shown < len(table.rows) or not whole:
            continue
        company = min(len(page.table.rows) for page in pages)
        if company >= min(_COMPANY, len(table.rows)):
            return pages, shown
        if company > 1 and second is None:
            second = pages, shown
    return second or (pages, shown)


def _grown(page: SlidePage, table: PrintedTable, shapes: Sequence[_Shape]) -> SlidePage:
    """The page in the largest type in which its rows still fit; the columns keep their proportion on all slides."""
    for shape, widths in shapes:
        if shape.font <= page.shape.font:
            break
        groups = ("", *(row.group for row in page.table.rows))
        rows = sum(_needed(row, widths, shape, group) for row, group in zip(page.table.rows, groups, strict=False))
        if head_room(table, widths, shape) + rows <= shape.height:
            return SlidePage(page.table, widths, shape)
    return page


def _widths(table: PrintedTable, shape: SlideShape) -> tuple[int, ...]:
    least = [int(2 * shape.padding_x + letters * shape.font * 0.62) for letters in longest_words(table)]
    return tuple(shares(column_needs(table), shape.width, least))


def head_room(table: PrintedTable, widths: Sequence[int], shape: SlideShape) -> float:
    """The height to keep for the head of a table."""
    heads = [table.row_heading, *(one.heading for one in table.columns)]
    return row_room(heads, widths, shape, len(heads))


def _rows_on_slides(
    table: PrintedTable, shape: SlideShape, widths: tuple[int, ...], most: int, *, cut: bool
) -> tuple[list[SlidePage], int, bool]:
    """One run of columns, filled slide by slide; how many rows were placed, and whether each is there whole.

    Without ``cut`` nothing is placed where a row is higher than a slide.
    """
    room, whole = shape.height - head_room(table, widths, shape), True
    slides: list[list[PrintedRow]] = []
    heights: list[list[float]] = []
    free, group = 0.0, ""
    for row in table.rows:
        needed = _needed(row, widths, shape, group if slides else "")
        if not slides or needed > free:
            if len(slides) == most:
                break
            slides.append([])
            heights.append([])
            free = room
            needed = _needed(row, widths, shape, "")
        if needed > room and not cut:
            return [], 0, False
        if needed > room:
            whole = False
            row = _cut(row, widths, shape, room, table)
        slides[-1].append(row)
        heights[-1].append(needed)
        free, group = free - needed, row.group
    _with_company(slides, heights, room, shape)
    pages = [SlidePage(replace(table, rows=tuple(rows)), widths, shape) for rows in slides or [[]]]
    return pages, sum(map(len, slides)), whole


def _with_company(slides: list[list[PrintedRow]], heights: list[list[float]], room: float, shape: SlideShape) -> None:
    """Rows move from a fuller slide to the next, so that none stands there alone or nearly alone."""
    for at in range(len(slides) - 1, 0, -1):
        while len(slides[at]) + 1 < len(slides[at - 1]):
            # A row that moves may want the heading of its group again.
            if heights[at - 1][-1] + sum(heights[at]) + _group_room(slides[at - 1][-1], shape) > room:
                break
            slides[at].insert(0, slides[at - 1].pop())
            heights[at].insert(0, heights[at - 1].pop())


def _needed(row: PrintedRow, widths: Sequence[int], shape: SlideShape, group: str) -> float:
    height = row_room([row.name + row.mark, *map(marked_text, row.cells)], widths, shape)
    return height + (_group_room(row, shape) if row.group != group else 0)


def _group_room(row: PrintedRow, shape: SlideShape) -> float:
    return row_room([row.group], [shape.width], shape) if row.group else 0


def marked_text(cell: PrintedCell) -> str:
    """What stands in a cell, with its marks, for measuring."""
    return "\n".join(line + mark for line, mark in cell.marked)


def row_height(texts: Sequence[str], widths: Sequence[int], shape: SlideShape, bold: int = 1) -> float:
    """How high a row with these texts in columns of these widths is, in points; the first ``bold`` are headings."""
    places = enumerate(zip(texts, widths, strict=True))
    return shape.row_height(max(len(shape.lines(text, room, place < bold)) for place, (text, room) in places))


def row_room(texts: Sequence[str], widths: Sequence[int], shape: SlideShape, bold: int = 1) -> float:
    """The height to keep for the same row, so that it is enough in other fonts too."""
    places = enumerate(zip(texts, widths, strict=True))
    return max(shape.room(text, room, place < bold) for place, (text, room) in places) + 2 * shape.padding_y


def _cut(row: PrintedRow, widths: Sequence[int], shape: SlideShape, room: float, table: PrintedTable) -> PrintedRow:
    """A row higher than a slide: its long cells end with a word that says so."""
    line = shape.font * max(map(line_room, (row.name, *map(marked_text, row.cells))))
    most = int((room - line - 4 * shape.padding_y) // line) - 1
    ending = say("export.rest_of_cell", table.language)
    cells = tuple(_cut_cell(*pair, shape, most, ending) for pair in zip(row.cells, widths[1:], strict=True))
    lines = shape.lines(row.name, widths[0], True)
    name = row.name if len(lines) <= most else beginning(row.name, lines[:most]) + "…"
    return replace(row, cells=cells, name=name)


def _cut_cell(cell: PrintedCell, room: int, shape: SlideShape, most: int, ending: str) -> PrintedCell:
    """The beginning of a long cell; what stays keeps its blanks, its line ends and its marks."""
    lines = shape.lines(marked_text(cell), room)
    if len(lines) <= most:
        return cell
    kept = beginning(cell.text, shape.lines(cell.text, room)[: most - 2]).split("\n")
    marks = cell.marks[: len(kept)] if cell.marks else ()
    return replace(cell, lines=(*kept, ending), marks=marks, number=None, date=None)
