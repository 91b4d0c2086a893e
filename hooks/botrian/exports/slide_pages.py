"""A printed table goes in; the pages it takes on slides come out: which rows and columns stand on which slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from botrian.exports import limits
from botrian.exports.glyphs import width
from botrian.exports.measure import column_needs, longest_words, shares
from botrian.exports.printed import PrintedCell, PrintedRow, PrintedTable
from botrian.exports.thai_lines import beginning, lines_within
from botrian.words import say

#: Letters are measured in Sarabun; a font that stands in for it may be wider.
_SAFETY = 1.12


@dataclass(frozen=True)
class SlideShape:
    """The room on a slide, in points: the table's width, and its height on the first slide and on the others."""

    width: int
    first_height: float
    height: float
    font: float
    line: float
    padding_x: float
    padding_y: float

    def lines(self, text: str, room: float, bold: bool = False) -> list[str]:
        """The lines that a text takes in a column of this width."""
        measure = partial(width, weight="Bold" if bold else "Regular")
        return lines_within(text, (room - 2 * self.padding_x) / (self.font * _SAFETY), measure)

    def row_height(self, lines: int) -> float:
        """How high a row of this many lines is."""
        return lines * self.line + 2 * self.padding_y


@dataclass(frozen=True)
class SlidePage:
    """What stands on one slide: a part of the table, and the widths of its columns in points."""

    table: PrintedTable
    widths: tuple[int, ...]


@dataclass(frozen=True)
class SlidePages:
    """All slides of a table, and how many rows and columns they show."""

    pages: tuple[SlidePage, ...]
    rows: int
    columns: int


def slide_pages(table: PrintedTable, shape: SlideShape) -> SlidePages:
    """The table cut by columns first, then by rows; at most ``limits.PPTX_SLIDES`` slides."""
    widest = limits.PPTX_NUMBER_COLUMNS if limits.only_numbers(table) else limits.PPTX_COLUMNS
    runs = limits.column_parts(table, widest)[: limits.PPTX_SLIDES]
    per_run = max(1, limits.PPTX_SLIDES // len(runs))
    pages: list[SlidePage] = []
    fewest = len(table.rows)
    for columns in runs:
        cut, shown = _rows_on_slides(limits.part(table, slice(None), columns), shape, per_run, not pages)
        pages.extend(cut)
        fewest = min(fewest, shown)
    return SlidePages(tuple(pages), fewest, min(len(table.columns), runs[-1].stop or 0))


def _rows_on_slides(table: PrintedTable, shape: SlideShape, most: int, first: bool) -> tuple[list[SlidePage], int]:
    """One run of columns, filled slide by slide; and how many rows of the table were placed."""
    least = [int(2 * shape.padding_x + letters * shape.font * 0.62) for letters in longest_words(table)]
    widths = shares(column_needs(table), shape.width, least)
    header = row_height([table.row_heading, *(one.heading for one in table.columns)], widths, shape, True)
    pages: list[SlidePage] = []
    rows: list[PrintedRow] = []
    free = room = (shape.first_height if first else shape.height) - header
    placed, group = 0, ""
    for row in table.rows:
        needed = _needed(row, widths, shape, group if rows else "")
        if rows and needed > free:
            pages.append(SlidePage(replace(table, rows=tuple(rows)), tuple(widths)))
            if len(pages) == most:
                return pages, placed
            rows, free = [], shape.height - header
            room = free
            needed = _needed(row, widths, shape, "")
        rows.append(row if needed <= room else _cut(row, widths, shape, room, table))
        free, group, placed = free - needed, row.group, placed + 1
    pages.append(SlidePage(replace(table, rows=tuple(rows)), tuple(widths)))
    return pages, placed


def _needed(row: PrintedRow, widths: Sequence[int], shape: SlideShape, group: str) -> float:
    height = row_height([row.name, *(cell.text for cell in row.cells)], widths, shape)
    return height + (shape.row_height(1) if row.group and row.group != group else 0)


def row_height(texts: Sequence[str], widths: Sequence[int], shape: SlideShape, bold: bool = False) -> float:
    """How high a row with these texts in columns of these widths is, in points."""
    tallest = max(len(shape.lines(text, room, bold)) for text, room in zip(texts, widths, strict=True))
    return shape.row_height(tallest)


def _cut(row: PrintedRow, widths: Sequence[int], shape: SlideShape, room: float, table: PrintedTable) -> PrintedRow:
    """A row higher than a slide: its long cells end with a word that says so."""
    most = int((room - shape.row_height(1) - 2 * shape.padding_y) // shape.line) - 1
    ending = say("export.rest_of_cell", table.language)
    cells = tuple(_cut_cell(*pair, shape, most, ending) for pair in zip(row.cells, widths[1:], strict=True))
    lines = shape.lines(row.name, widths[0], True)
    name = row.name if len(lines) <= most else beginning(row.name, lines[:most]) + "…"
    return replace(row, cells=cells, name=name)


def _cut_cell(cell: PrintedCell, room: int, shape: SlideShape, most: int, ending: str) -> PrintedCell:
    lines = shape.lines(cell.text, room)
    if len(lines) <= most:
        return cell
    kept = beginning(cell.text, lines[: most - 2])
    return replace(cell, lines=(*kept.split("\n"), ending), number=None, date=None)
