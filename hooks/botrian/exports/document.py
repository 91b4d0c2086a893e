"""A printed table goes in; a Word document comes out: a native table on A4, ready for a handout.

Thai in Word is complex script: without ``w:cs`` fonts and sizes Word ignores what is set for Latin letters.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Mm
from docx.text.paragraph import Paragraph

from botrian.addresses.qr import qr_png
from botrian.exports import limits
from botrian.exports.about import Labelled, about
from botrian.exports.measure import column_needs, longest_words, shares
from botrian.exports.office import describe
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.exports.steady_zip import steady
from botrian.exports.word_font import FONT, name_fallbacks, set_fonts
from botrian.words import say

_SHORT_SIDE, _LONG_SIDE, _MARGIN = Mm(210), Mm(297), Cm(2)
_TWIPS = 635  # English Metric Units in a twentieth of a point, the unit of widths in Word's tables
_TEXT, _CELL = 12, 11
_LETTER, _PADDING = 132, 180  # of a letter in a cell and of both its sides, in twentieths of a point
_BESIDE_CODE = ("cite", "version", "changed", "link")
_HEAD_GROUND, _GROUP_GROUND, _EDGE = "DFE9E4", "F0F3EE", "74827E"


def document(table: PrintedTable) -> bytes:
    """The document's bytes."""
    file = docx.Document()
    across = len(table.columns) > limits.DOCX_COLUMNS_UPRIGHT
    widest = _widest(table, across)
    set_page(file, across)
    set_fonts(file, _TEXT)
    _properties(file, table)
    file.add_heading(table.title, level=1)
    file.add_paragraph(table.answer)
    parts = limits.column_parts(table, widest)
    for number, columns in enumerate(parts, start=1):
        shown = limits.part(table, slice(0, limits.DOCX_ROWS), columns)
        caption = f"{say('kind.table', table.language)}: {table.title}"
        if len(parts) > 1:
            caption = say("export.part", table.language).format(caption, number, len(parts))
        _caption(file, caption)
        file.element.body.insert(len(file.element.body) - 1, native_table(shown, room_across(across)))
        file.add_paragraph()
    _under(file, table)
    name_fallbacks(file)
    out = io.BytesIO()
    file.save(out)
    return steady(out.getvalue())


def set_page(file: Document, across: bool) -> None:
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG_SIDE, _SHORT_SIDE) if across else (_SHORT_SIDE, _LONG_SIDE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def room_across(across: bool) -> int:
    """The width between the margins, in twentieths of a point."""
    return int((_LONG_SIDE if across else _SHORT_SIDE) - 2 * _MARGIN) // _TWIPS


def _properties(file: Document, table: PrintedTable) -> None:
    core = file.core_properties
    describe(core, table.title, table.answer, table.provenance.publisher, table.language, table.changed)
    core.comments = ""


def _caption(file: Document, text: str) -> None:
    """The caption above a table; it stays with it on one page."""
    paragraph = file.add_paragraph(text, style="Caption")
    paragraph.paragraph_format.keep_with_next = True


def _widest(table: PrintedTable, across: bool) -> int:
    """How many columns a table of the document may have."""
    if not across:
        return limits.DOCX_COLUMNS_UPRIGHT
    return limits.DOCX_NUMBER_COLUMNS if limits.only_numbers(table) else limits.DOCX_COLUMNS_ACROSS


def _under(file: Document, table: PrintedTable) -> None:
    """Notes, silence, definitions and sources; then how to cite, version and link beside their QR code."""
    rest = limits.rest_words(table, min(len(table.rows), limits.DOCX_ROWS), len(table.columns))
    if rest:
        file.add_paragraph(rest)
    labelled = about(table)
    for one in labelled:
        if one.name in _BESIDE_CODE:
            continue
        paragraph = bold_label(file.add_paragraph(style="Body Text"), one.label)
        if len(one.texts) == 1:
            paragraph.add_run(one.texts[0])
            continue
        paragraph.paragraph_format.keep_with_next = True
        for text in one.texts:
            file.add_paragraph(text, style="List Bullet")
    _code_block(file, table, [one for one in labelled if one.name in _BESIDE_CODE])


def _code_block(file: Document, table: PrintedTable, labelled: Sequence[Labelled]) -> None:
    """A line of two cells that stays on one page: words on the left, the code on the right."""
    block = file.add_table(1, 2)
    block.autofit = False
    row = block.rows[0]
    row._tr.get_or_add_trPr().append(made_at("w:cantSplit"))
    section = file.sections[0]
    whole = int(section.page_width or 0) - 2 * int(_MARGIN)
    for place, width in enumerate((whole - int(Cm(3.2)), int(Cm(3.2)))):
        block.columns[place].width = row.cells[place].width = Emu(width)
    words, code = row.cells
    for number, one in enumerate(labelled):
        paragraph = words.add_paragraph(style="Body Text") if number else words.paragraphs[0]
        paragraph.style = file.styles["Body Text"]
        bold_label(paragraph, one.label).add_run(" ".join(one.texts))
    picture = code.paragraphs[0].add_run().add_picture(io.BytesIO(qr_png(table.provenance.link)), width=Cm(2.6))
    picture._inline.docPr.set("descr", table.provenance.link)


def bold_label(paragraph: Paragraph, label: str) -> Paragraph:
    run = paragraph.add_run(f"{label}: ")
    run.bold = run.font.cs_bold = True
    return paragraph


def native_table(table: PrintedTable, room: int) -> Any:
    """The native table: fixed widths, header row repeated on every page, rows that do not break across pages."""
    least = [_PADDING + letters * _LETTER for letters in longest_words(table)]
    widths = shares(column_needs(table), room, least)
    element = made_at("w:tbl")
    element.append(_table_properties(room))
    grid = made_at("w:tblGrid")
    grid.extend(made_at("w:gridCol", w=width) for width in widths)
    element.append(grid)
    headings = [table.row_heading, *(column.heading for column in table.columns)]
    element.append(
        _row([_cell([text], width, _HEAD_GROUND, bold=True) for text, width in _pairs(headings, widths)], True)
    )
    element.extend(_body(table, widths))
    return element


def _pairs(texts: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[str, int]]:
    return zip(texts, widths, strict=True)


def _body(table: PrintedTable, widths: list[int]) -> Iterator[Any]:
    last = ""
    for row in table.rows:
        if row.group and row.group != last:
            yield _row([_cell([row.group], sum(widths), _GROUP_GROUND, bold=True, span=len(widths))])
        last = row.group
        cells = [_cell([row.name], widths[0], bold=True)]
        cells += [_value(cell, width) for cell, width in zip(row.cells, widths[1:], strict=True)]
        yield _row(cells)


def _value(cell: PrintedCell, width: int) -> Any:
    return _cell(cell.lines, width, right=cell.number is not None, soft=cell.absent is not None)


def _table_properties(room: int) -> Any:
    properties = made_at("w:tblPr")
    properties.append(made_at("w:tblW", w=room, type="dxa"))
    borders = made_at("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(made_at(f"w:{side}", val="single", sz=4, space=0, color=_EDGE))
    properties.append(borders)
    properties.append(made_at("w:tblLayout", type="fixed"))
    margins = made_at("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(made_at(f"w:{side}", w=85, type="dxa"))
    properties.append(margins)
    properties.append(made_at("w:tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0))
    return properties


def _row(cells: list[Any], header: bool = False) -> Any:
    row = made_at("w:tr")
    properties = made_at("w:trPr")
    properties.append(made_at("w:cantSplit"))
    if header:
        properties.append(made_at("w:tblHeader"))
    row.append(properties)
    row.extend(cells)
    return row


def _cell(
    lines: Sequence[str],
    width: int,
    ground: str = "",
    *,
    bold: bool = False,
    right: bool = False,
    soft: bool = False,
    span: int = 1,
) -> Any:
    cell = made_at("w:tc")
    properties = made_at("w:tcPr")
    properties.append(made_at("w:tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(made_at("w:gridSpan", val=span))
    if ground:
        properties.append(made_at("w:shd", val="clear", color="auto", fill=ground))
    cell.append(properties)
    cell.extend(_paragraph(line, bold, right, soft) for line in lines)
    return cell


def _paragraph(text: str, bold: bool, right: bool, soft: bool) -> Any:
    paragraph = made_at("w:p")
    layout = made_at("w:pPr")
    layout.append(made_at("w:spacing", before=20, after=20, line=252, lineRule="auto"))
    if text.startswith("• "):
        layout.append(made_at("w:ind", left=140, hanging=140))
    if right:
        layout.append(made_at("w:jc", val="right"))
    paragraph.append(layout)
    run = made_at("w:r")
    look = made_at("w:rPr")
    look.append(made_at("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    if bold:
        look.extend((made_at("w:b"), made_at("w:bCs")))
    if soft:
        look.append(made_at("w:color", val="4C5A57"))
    look.extend((made_at("w:sz", val=_CELL * 2), made_at("w:szCs", val=_CELL * 2)))
    run.append(look)
    words = made_at("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    paragraph.append(run)
    return paragraph


def made_at(name: str, **attributes: object) -> Any:
    """An element with attributes of Word's own namespace."""
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), str(value))
    return element
