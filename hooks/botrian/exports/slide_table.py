"""A part of a table goes in; a native table that can be edited comes out on a slide, counts shaded by their size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pptx.util import Pt

from botrian.exports.colours import EDGE_INK, GROUP_GROUND, HEAD_GROUND, PLAIN_GROUND
from botrian.exports.limits import only_numbers
from botrian.exports.printed import PrintedCell, PrintedRow
from botrian.exports.shades import largest, shade
from botrian.exports.slide_pages import SlidePage, SlideShape, marked_text, row_height
from botrian.exports.slide_text import EDGE
from botrian.exports.slide_xml import coloured, elements, line

#: The name of PowerPoint's own style of tables.
_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


def native_table(slide: Any, page: SlidePage, top: float, alt: str) -> None:
    """Put the table there. ``alt`` says what it is to those who do not see it."""
    table, shape = page.table, page.shape
    shaded = largest(table) if only_numbers(table) else None
    headings = [PrintedCell((text,)) for text in (table.row_heading, *(column.heading for column in table.columns))]
    rows = [_row(headings, page.widths, [HEAD_GROUND] * len(headings), shape, len(headings))]
    before = ""
    for row in table.rows:
        if row.group and row.group != before:
            rows.append(_group(row.group, len(headings), shape))
        before = row.group
        grounds = (PLAIN_GROUND if shaded is None else shade(cell, shaded) for cell in row.cells)
        rows.append(_row([_heading(row), *row.cells], page.widths, [PLAIN_GROUND, *grounds], shape, 1))
    grid = "".join(f'<a:gridCol w="{int(Pt(width))}"/>' for width in page.widths)
    look = f'<a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{_STYLE}</a:tableStyleId></a:tblPr>'
    native = (f"<a:tbl>{look}<a:tblGrid>{grid}</a:tblGrid>", *(xml for xml, _ in rows), "</a:tbl>")
    wide, high = sum(int(Pt(width)) for width in page.widths), sum(height for _, height in rows)
    frame = slide.shapes.add_table(1, 1, Pt(EDGE), Pt(top), wide, high)
    frame.name = table.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    old = frame._element.graphic.graphicData.tbl
    old.getparent().replace(old, *elements(native))


def _heading(row: PrintedRow) -> PrintedCell:
    return PrintedCell((row.name,), marks=(row.marks,) if row.marks else ())


def _group(group: str, columns: int, shape: SlideShape) -> tuple[str, int]:
    cells = [PrintedCell((group,)), *[PrintedCell(("",))] * (columns - 1)]
    return _row(cells, [shape.width] * columns, [GROUP_GROUND] * columns, shape, 1, merged=columns > 1)


def _row(
    cells: Sequence[PrintedCell],
    widths: Sequence[int],
    grounds: Sequence[str],
    shape: SlideShape,
    bold: int,
    *,
    merged: bool = False,
) -> tuple[str, int]:
    """A row, high enough for its text, and its height; the first ``bold`` cells are headings.

    PowerPoint and LibreOffice make a row higher only when someone edits it. ``merged``: the first cell takes all of it.
    """
    height = int(Pt(row_height([marked_text(cell) for cell in cells], widths, shape, bold)))
    spans = [f' gridSpan="{len(cells)}"', *[' hMerge="1"'] * (len(cells) - 1)] if merged else [""] * len(cells)
    filled = (
        _cell(cell, span, _ground(ground, shape.padding_x, shape.padding_y), shape.font, place < bold)
        for place, (cell, ground, span) in enumerate(zip(cells, grounds, spans, strict=True))
    )
    return f'<a:tr h="{height}">{"".join(filled)}</a:tr>', height


def _cell(cell: PrintedCell, span: str, ground: str, size: int, bold: bool) -> str:
    align, soft = "r" if cell.number else "", cell.absent is not None
    lines = (line(text, size, mark=mark, bold=bold, soft=soft, align=align) for text, mark in cell.marked)
    return f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{''.join(lines)}</a:txBody>{ground}</a:tc>"


@cache
def _ground(ground: str, beside: float, below: float) -> str:
    """Room inside the cell, thin lines on all sides, and its ground, in the order that the schema wants."""
    x, y = int(Pt(beside)), int(Pt(below))
    edge = coloured(EDGE_INK)
    sides = "".join(f'<a:{side} w="6350">{edge}</a:{side}>' for side in ("lnL", "lnR", "lnT", "lnB"))
    return f'<a:tcPr marL="{x}" marR="{x}" marT="{y}" marB="{y}">{sides}{coloured(ground)}</a:tcPr>'
