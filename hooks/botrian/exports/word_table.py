"""A printed table goes in; a native table for a Word document comes out, ready for a handout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import quoteattr

from botrian.exports.colours import EDGE_INK, GROUP_GROUND, HEAD_GROUND, SOFT_INK
from botrian.exports.measure import column_needs, longest_words, shares
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.exports.word_under import Below
from botrian.exports.word_xml import elements, link, run
from botrian.words import say

_CELL = 11
_LETTER, _PADDING = 132, 180  # of a letter in a cell and of both its sides, in twentieths of a point
_BULLET = "• "


def native_table(
    table: PrintedTable,
    room: int,
    relate: Callable[[str], str] | None = None,
    *,
    longest: bool = False,
    below: Below | None = None,
) -> Any:
    """The native table: fixed widths, header row repeated on every page, rows that do not break across pages.

    ``relate`` gives the name of an address in the document; without it the names of rows are no links. ``longest``: as
    ``column_needs`` tells. ``below`` becomes its last rows.
    """
    least = [_PADDING + letters * _LETTER for letters in longest_words(table)]
    widths = shares(column_needs(table, longest=longest), room, least)
    headings = [table.row_heading, *(column.heading for column in table.columns)]
    head = [_cell([(text, "")], width, HEAD_GROUND, bold=True) for text, width in zip(headings, widths, strict=True)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f"{_properties(table, room)}<w:tblGrid>{grid}</w:tblGrid>"
    kept = below.kept(table.rows, widths) if below else 2
    rows = [_row(head, header=True), *_body(table, widths, relate, kept), *_below(table, widths, below)]
    (native,) = elements(["<w:tbl>", properties, *rows, "</w:tbl>"])
    return native


def _below(table: PrintedTable, widths: list[int], below: Below | None) -> Iterator[str]:
    return below.rows(table.rows[-1] if table.rows else None, widths) if below else iter(())


def _body(table: PrintedTable, widths: list[int], relate: Callable[[str], str] | None, kept: int) -> Iterator[str]:
    """The rows. A group's heading stays with its first row, the last ``kept`` rows with what stands under the table."""
    last = ""
    for number, row in enumerate(table.rows, start=1):
        if row.group and row.group != last:
            yield _row([_cell([(row.group, "")], sum(widths), GROUP_GROUND, bold=True, keep=True, span=len(widths))])
        last, keep = row.group, number > len(table.rows) - kept
        relation = relate(row.url) if relate and row.url else ""
        cells = [_cell([(row.name, row.mark)], widths[0], bold=True, keep=keep, relation=relation)]
        cells += [_value(cell, width, keep) for cell, width in zip(row.cells, widths[1:], strict=True)]
        yield _row(cells)


def _value(cell: PrintedCell, width: int, keep: bool) -> str:
    return _cell(cell.marked, width, right=cell.number is not None, soft=cell.absent is not None, keep=keep)


def _properties(table: PrintedTable, room: int) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{EDGE_INK}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = ", ".join(column.heading for column in table.columns)
    told = say("export.alt", table.language).format(table.title, len(table.rows), table.row_heading, columns)
    return (
        f'<w:tblPr><w:tblW w:w="{room}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"/>'
        f"<w:tblCaption w:val={_attribute(table.title)}/><w:tblDescription w:val={_attribute(told)}/></w:tblPr>"
    )


def _attribute(text: str) -> str:
    """A text as an attribute that keeps its line ends."""
    return quoteattr(text, {"\n": "&#10;"})


def _row(cells: Sequence[str], *, header: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    lines: Sequence[tuple[str, str]],
    width: int,
    ground: str = "",
    *,
    bold: bool = False,
    right: bool = False,
    soft: bool = False,
    keep: bool = False,
    span: int = 1,
    relation: str = "",
) -> str:
    """A cell of lines, each with its mark."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    paragraphs = "".join(_paragraph(line, mark, bold, right, soft, keep, relation) for line, mark in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{shade}</w:tcPr>{paragraphs}</w:tc>'


def _paragraph(text: str, mark: str, bold: bool, right: bool, soft: bool, keep: bool, relation: str) -> str:
    layout = _layout(text.startswith(_BULLET), right, keep)
    shown, ink = text.removeprefix(_BULLET), SOFT_INK if soft else ""
    first = link(shown, relation, _CELL, bold) if relation else run(shown, _CELL, bold=bold, colour=ink)
    behind = run(mark, _CELL, colour=SOFT_INK, raised=True) if mark else ""
    return f"<w:p>{layout}{first}{behind}</w:p>"


@cache
def _layout(bullet: bool, right: bool, keep: bool) -> str:
    style = '<w:pStyle w:val="ListBullet"/>' if bullet else ""
    with_next = "<w:keepNext/>" if keep else ""
    indent = '<w:ind w:left="200" w:hanging="200"/>' if bullet else ""
    side = '<w:jc w:val="right"/>' if right else ""
    spacing = '<w:spacing w:before="20" w:after="20" w:line="252" w:lineRule="auto"/>'
    return f"<w:pPr>{style}{with_next}{spacing}{indent}{side}</w:pPr>"
