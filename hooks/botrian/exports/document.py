"""A printed table goes in; a Word document comes out: a native table on A4, ready for a handout.

Thai in Word is complex script: without ``w:cs`` fonts and sizes Word ignores what is set for Latin letters.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Emu, Mm
from docx.text.paragraph import Paragraph

from botrian.addresses.qr import qr_png
from botrian.exports import limits
from botrian.exports.about import Labelled, about
from botrian.exports.lean import document_bytes
from botrian.exports.measure import column_needs, letters, longest_words, shares
from botrian.exports.office import describe
from botrian.exports.printed import PrintedCell, PrintedCitation, PrintedTable
from botrian.exports.word_font import FONT, name_fallbacks, set_fonts
from botrian.exports.word_parts import link_to, linked, made_at, page_foot, relation, set_language, styled, words_of
from botrian.words import say

_SHORT_SIDE, _LONG_SIDE, _MARGIN = Mm(210), Mm(297), Cm(2)
_TWIPS = 635  # English Metric Units in a twentieth of a point, the unit of widths in Word's tables
_TEXT, _CELL, _SMALL = 12, 11, 9
_LETTER, _PADDING = 132, 180  # of a letter in a cell and of both its sides, in twentieths of a point
_BULLET = "• "
_BODY = "BodyText"
_BESIDE_CODE = ("cite", "licence", "version", "changed", "link")
#: Letters, about, of what stands together at the end: a dozen lines across, twenty upright, half a sheet at most.
_TOGETHER = 2400
#: Letters of a source's places after which the next section begins a paragraph.
_PIECE = 700
#: Letters in a row of four columns from which the page lies across.
_LONG_ROW = 260
_HEAD_GROUND, _GROUP_GROUND, _EDGE = "DFE9E4", "F0F3EE", "74827E"


def document(table: PrintedTable) -> bytes:
    """The document's bytes."""
    file = docx.Document()
    across = lies_across(table)
    widest = _widest(table, across)
    set_page(file, across)
    set_fonts(file, _TEXT)
    set_language(file, table.language)
    _properties(file, table)
    origin = table.provenance
    page_foot(file, file.sections[0], f"{origin.short_link} · {origin.version}", origin.link)
    file.add_heading(table.title, level=1)
    file.add_paragraph(table.answer)
    _code_block(file, table, [one for one in about(table) if one.name in _BESIDE_CODE])
    parts = limits.column_parts(table, widest)
    for number, columns in enumerate(parts, start=1):
        shown = limits.part(table, slice(0, limits.DOCX_ROWS), columns)
        caption = f"{say('kind.table', table.language)}: {table.title}"
        if len(parts) > 1:
            caption = say("export.part", table.language).format(caption, number, len(parts))
        _caption(file, caption)
        native = native_table(shown, room_across(across), lambda url: relation(file.part, url), longest=True)
        file.element.body.insert(len(file.element.body) - 1, native)
        if number < len(parts):
            file.add_paragraph()
    _end_together([(file.add_paragraph(), 0), *_under(file, table)])
    name_fallbacks(file)
    return document_bytes(file)


def lies_across(table: PrintedTable) -> bool:
    """Whether the page lies across: for many columns, and for as many as stand upright where their texts are long."""
    if len(table.columns) != limits.DOCX_COLUMNS_UPRIGHT:
        return len(table.columns) > limits.DOCX_COLUMNS_UPRIGHT
    return median([sum(letters(cell.text) for cell in row.cells) for row in table.rows] or [0]) > _LONG_ROW


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
    paragraph = styled(file.add_paragraph(text), "Caption")
    paragraph.paragraph_format.keep_with_next = True


def _widest(table: PrintedTable, across: bool) -> int:
    """How many columns a table of the document may have."""
    if not across:
        return limits.DOCX_COLUMNS_UPRIGHT
    return limits.DOCX_NUMBER_COLUMNS if limits.only_numbers(table) else limits.DOCX_COLUMNS_ACROSS


def _under(file: Document, table: PrintedTable) -> Iterator[tuple[Paragraph, int]]:
    """Notes, silence, definitions, the numbered list and the sources: each paragraph with about how many letters."""
    rest = limits.rest_words(table, min(len(table.rows), limits.DOCX_ROWS), len(table.columns))
    if rest:
        yield file.add_paragraph(rest), len(rest)
    for one in about(table):
        if one.name in _BESIDE_CODE:
            continue
        if one.name == "citations":
            yield from _cited(file, table, one.label)
            continue
        paragraph = bold_label(styled(file.add_paragraph(), _BODY), one.label)
        if len(one.texts) == 1:
            paragraph.add_run(one.texts[0])
            yield paragraph, len(one.label) + len(one.texts[0])
            continue
        paragraph.paragraph_format.keep_with_next = True
        yield paragraph, len(one.label)
        for text in one.texts:
            yield styled(file.add_paragraph(text), "ListBullet"), len(text)


def _end_together(blocks: Sequence[tuple[Paragraph, int]]) -> None:
    """What stands last stays together, with the last rows where all of it is short (``_body``).

    So no sheet holds two lines of sources alone.
    """
    behind = 0
    for number, (paragraph, size) in enumerate(reversed(blocks)):
        behind += size
        if behind > _TOGETHER:
            break
        if number:
            paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.keep_together = True


def _cited(file: Document, table: PrintedTable, label: str) -> Iterator[tuple[Paragraph, int]]:
    """What the numbers in the cells stand for: paragraphs by source, each number a link to the place on the site.

    A section that several places share is named once. Many places of a source take several paragraphs, each beginning
    with a section, so that the end of a long list stays together as well.
    """
    first = bold_label(styled(file.add_paragraph(), _BODY), label)
    first.paragraph_format.keep_with_next = True
    yield first, len(label)
    by_source: dict[str, list[PrintedCitation]] = {}
    for one in table.cited:
        by_source.setdefault(one.source, []).append(one)
    for source, places in by_source.items():
        paragraph, size = bold_label(styled(file.add_paragraph(), _BODY), source), len(source)
        section = ""
        for one in places:
            if one.section and one.section != section:
                if size > _PIECE:
                    yield paragraph, size
                    paragraph, size = styled(file.add_paragraph(), _BODY), 0
                paragraph.add_run(f"{one.section}: ")
                size += len(one.section)
            section = one.section
            linked(paragraph, f"[{one.number}]", one.url, file.part, _SMALL)
            place = one.short if one.section else one.place
            paragraph.add_run(f" {place}; ")
            size += len(place)
        yield paragraph, size


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
        paragraph = bold_label(styled(words.add_paragraph() if number else words.paragraphs[0], _BODY), one.label)
        if one.name == "link":
            linked(paragraph, " ".join(one.texts), table.provenance.link, file.part, _SMALL)
        else:
            paragraph.add_run(" ".join(one.texts))
    picture = code.paragraphs[0].add_run().add_picture(io.BytesIO(qr_png(table.provenance.link)), width=Cm(2.6))
    words_of_code = say("export.code", table.language).format(table.provenance.short_link)
    picture._inline.docPr.set("descr", words_of_code)


def bold_label(paragraph: Paragraph, label: str) -> Paragraph:
    run = paragraph.add_run(f"{label}: ")
    run.bold = run.font.cs_bold = True
    return paragraph


def native_table(
    table: PrintedTable, room: int, relate: Callable[[str], str] | None = None, *, longest: bool = False
) -> Any:
    """The native table: fixed widths, header row repeated on every page, rows that do not break across pages.

    ``relate`` gives the name of an address in the document; without it the names of rows are no links. ``longest``: as
    ``column_needs`` tells.
    """
    least = [_PADDING + letters * _LETTER for letters in longest_words(table)]
    widths = shares(column_needs(table, longest=longest), room, least)
    element = made_at("w:tbl")
    element.append(_table_properties(table, room))
    grid = made_at("w:tblGrid")
    grid.extend(made_at("w:gridCol", w=width) for width in widths)
    element.append(grid)
    headings = [table.row_heading, *(column.heading for column in table.columns)]
    element.append(
        _row([_cell([(text, "")], width, _HEAD_GROUND, bold=True) for text, width in _pairs(headings, widths)], True)
    )
    element.extend(_body(table, widths, relate))
    return element


def _pairs(texts: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[str, int]]:
    return zip(texts, widths, strict=True)


def _body(table: PrintedTable, widths: list[int], relate: Callable[[str], str] | None) -> Iterator[Any]:
    """The rows. A group's heading stays with its first row, and the last two rows with what stands under the table."""
    last = ""
    for number, row in enumerate(table.rows, start=1):
        if row.group and row.group != last:
            yield _row([_cell([(row.group, "")], sum(widths), _GROUP_GROUND, bold=True, keep=True, span=len(widths))])
        last, keep = row.group, number > len(table.rows) - 2
        link = relate(row.url) if relate and row.url else ""
        cells = [_cell([(row.name, row.mark)], widths[0], bold=True, keep=keep, link=link)]
        cells += [_value(cell, width, keep) for cell, width in zip(row.cells, widths[1:], strict=True)]
        yield _row(cells)


def _value(cell: PrintedCell, width: int, keep: bool) -> Any:
    return _cell(cell.marked, width, right=cell.number is not None, soft=cell.absent is not None, keep=keep)


def _table_properties(table: PrintedTable, room: int) -> Any:
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
    words = ", ".join(column.heading for column in table.columns)
    told = say("export.alt", table.language).format(table.title, len(table.rows), table.row_heading, words)
    properties.append(made_at("w:tblCaption", val=table.title))
    properties.append(made_at("w:tblDescription", val=told))
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
    lines: Sequence[tuple[str, str]],
    width: int,
    ground: str = "",
    *,
    bold: bool = False,
    right: bool = False,
    soft: bool = False,
    keep: bool = False,
    span: int = 1,
    link: str = "",
) -> Any:
    """A cell of lines, each with its mark."""
    cell = made_at("w:tc")
    properties = made_at("w:tcPr")
    properties.append(made_at("w:tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(made_at("w:gridSpan", val=span))
    if ground:
        properties.append(made_at("w:shd", val="clear", color="auto", fill=ground))
    cell.append(properties)
    cell.extend(_paragraph(line, mark, bold, right, soft, keep, link) for line, mark in lines)
    return cell


def _paragraph(text: str, mark: str, bold: bool, right: bool, soft: bool, keep: bool, link: str) -> Any:
    paragraph = made_at("w:p")
    layout = made_at("w:pPr")
    if text.startswith(_BULLET):
        layout.append(made_at("w:pStyle", val="ListBullet"))
    if keep:
        layout.append(made_at("w:keepNext"))
    layout.append(made_at("w:spacing", before=20, after=20, line=252, lineRule="auto"))
    if text.startswith(_BULLET):
        layout.append(made_at("w:ind", left=200, hanging=200))
    if right:
        layout.append(made_at("w:jc", val="right"))
    paragraph.append(layout)
    words = text.removeprefix(_BULLET)
    paragraph.append(link_to(words, link, _CELL, bold) if link else _run(words, bold, soft))
    if mark:
        paragraph.append(_run(mark, False, True, raised=True))
    return paragraph


def _run(text: str, bold: bool, soft: bool, raised: bool = False) -> Any:
    run = made_at("w:r")
    look = made_at("w:rPr")
    look.append(made_at("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    if bold:
        look.extend((made_at("w:b"), made_at("w:bCs")))
    if soft:
        look.append(made_at("w:color", val="4C5A57"))
    look.extend((made_at("w:sz", val=_CELL * 2), made_at("w:szCs", val=_CELL * 2)))
    if raised:
        look.append(made_at("w:vertAlign", val="superscript"))
    run.append(look)
    run.append(words_of(text))
    return run
