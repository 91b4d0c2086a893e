"""A part of a table goes in; a native table that can be edited comes out on a slide, counts shaded by their size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from botrian.exports.limits import only_numbers
from botrian.exports.printed import PrintedCell, PrintedRow, PrintedTable
from botrian.exports.shades import shade
from botrian.exports.slide_pages import SlidePage, SlideShape, marked_text, row_height
from botrian.exports.slide_text import EDGE, LINE_INK, coloured, write_line

_HEAD_GROUND, _GROUP_GROUND, _PLAIN_GROUND = "DFE9E4", "F0F3EE", "FFFFFF"


def native_table(slide: Any, page: SlidePage, top: float, alt: str) -> None:
    """Put the table there. ``alt`` says what it is to those who do not see it."""
    table, shape = page.table, page.shape
    groups = [row.group if row.group and row.group != before else "" for row, before in _with_last_group(table)]
    rows = 1 + len(table.rows) + sum(map(bool, groups))
    line = int(Pt(shape.row_height(1)))
    frame = slide.shapes.add_table(rows, len(page.widths), Pt(EDGE), Pt(top), Pt(shape.width), line * rows)
    frame.name = table.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    native = frame.table
    native.first_row = native.first_col = True
    native.horz_banding = False
    for column, width in zip(native.columns, page.widths, strict=True):
        column.width = Pt(width)
    headings = [PrintedCell((text,)) for text in (table.row_heading, *(column.heading for column in table.columns))]
    _fill(native.rows[0], headings, page.widths, [_HEAD_GROUND] * len(headings), shape, len(headings))
    number = 1
    shaded = only_numbers(table)
    for row, group in zip(table.rows, groups, strict=True):
        if group:
            _group(native, number, group, shape)
            number += 1
        grounds = [_PLAIN_GROUND, *(shade(cell, table) if shaded else _PLAIN_GROUND for cell in row.cells)]
        _fill(native.rows[number], [_heading(row), *row.cells], page.widths, grounds, shape, 1)
        number += 1


def _heading(row: PrintedRow) -> PrintedCell:
    return PrintedCell((row.name,), marks=(row.marks,) if row.marks else ())


def _with_last_group(table: PrintedTable) -> zip[Any]:
    return zip(table.rows, ("", *(row.group for row in table.rows)), strict=False)


def _group(native: Any, number: int, group: str, shape: SlideShape) -> None:
    cells = list(native.rows[number].cells)
    if len(cells) > 1:
        cells[0].merge(cells[-1])
    empty = [PrintedCell(("",))] * (len(cells) - 1)
    grounds = [_GROUP_GROUND] * len(cells)
    _fill(native.rows[number], [PrintedCell((group,)), *empty], [shape.width] * len(cells), grounds, shape, 1)


def _fill(
    row: Any,
    cells: Sequence[PrintedCell],
    widths: Sequence[int],
    grounds: Sequence[str],
    shape: SlideShape,
    bold: int,
) -> None:
    """Write one row, high enough for its text; the first ``bold`` cells are headings.

    PowerPoint and LibreOffice make a row higher only when someone edits it.
    """
    row.height = Pt(row_height([marked_text(cell) for cell in cells], widths, shape, bold=bold == len(cells)))
    for place, (native, cell, ground) in enumerate(zip(row.cells, cells, grounds, strict=True)):
        frame = native.text_frame
        for number, (line, mark) in enumerate(cell.marked):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            if cell.number:
                paragraph.alignment = PP_ALIGN.RIGHT
            write_line(paragraph, line, shape.font, mark=mark, bold=place < bold, soft=cell.absent is not None)
        _ground(native._tc.get_or_add_tcPr(), ground, shape)


def _ground(properties: Any, ground: str, shape: SlideShape) -> None:
    """Room inside the cell, thin lines on all sides, and its ground, in the order that the schema wants."""
    for side, room in (("L", shape.padding_x), ("R", shape.padding_x), ("T", shape.padding_y), ("B", shape.padding_y)):
        properties.set(f"mar{side}", str(int(Pt(room))))
    for side in ("lnL", "lnR", "lnT", "lnB"):
        coloured(etree.SubElement(properties, qn(f"a:{side}"), w="6350"), LINE_INK)
    coloured(properties, ground)
