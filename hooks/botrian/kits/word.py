"""Kit contents go in; the parts that all Word files of a kit share come out: page, foot, tables, lines to write on.

The native table, the page and its fonts are those of the exports, so that a table looks the same in both.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from botrian.addresses.qr import qr_png
from botrian.exports import limits
from botrian.exports.colours import EDGE_INK, INK
from botrian.exports.document import bold_label
from botrian.exports.office import describe
from botrian.exports.printed import PrintedCell, PrintedColumn, PrintedRow, PrintedTable
from botrian.exports.provenance import Provenance
from botrian.exports.word_file import empty_file
from botrian.exports.word_file import room_across as room
from botrian.exports.word_parts import made_at as made
from botrian.exports.word_parts import page_foot, styled
from botrian.exports.word_table import native_table
from botrian.kits.contents import KitContents
from botrian.kits.labels import label
from botrian.words import say

_TWIPS = 635  # English Metric Units in a twentieth of a point
_SIZES = {"Heading 2": 15, "Heading 3": 13}
#: The height of a line that people write on by hand.
_WRITING_LINE = Cm(0.95)


def new_document(contents: KitContents, kind: str) -> Document:
    """An empty upright A4 document with title, purpose and, at the foot of each page, the version and page number."""
    file = empty_file(contents.language, False)
    _headings(file)
    _properties(file, contents, kind)
    page_foot(file, file.sections[0], contents.stamp_line, contents.link)
    file.add_heading(f"{contents.title}: {label(kind, contents.language)}", level=1)
    lead = bold_label(file.add_paragraph(), label("purpose", contents.language))
    lead.add_run(contents.purpose)
    return file


def labelled(file: Document, name: str, text: str) -> Paragraph:
    """A paragraph that begins with a bold label; it stays whole on a page."""
    paragraph = bold_label(file.add_paragraph(), name)
    paragraph.add_run(text)
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.paragraph_format.keep_together = True
    return paragraph


def lines_of(file: Document, texts: Iterable[str], *, with_next: bool = False) -> None:
    """Each text as an entry of a list; ``with_next`` keeps all of them on the page of what follows."""
    for text in texts:
        paragraph = styled(file.add_paragraph(), "ListBullet")
        sized(paragraph.add_run(text), 11)
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.keep_with_next = with_next


def writing_lines(file: Document, count: int) -> None:
    """Ruled lines for notes by hand; they stay together."""
    for number in range(count):
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.keep_with_next = number < count - 1
        paragraph.paragraph_format.line_spacing = _WRITING_LINE
        paragraph.paragraph_format.space_after = Pt(0)
        borders = OxmlElement("w:pBdr")
        for side in ("bottom", "between"):
            borders.append(made(f"w:{side}", val="dotted", sz=6, space=1, color=EDGE_INK))
        _border_place(paragraph._p.get_or_add_pPr(), borders)


def _border_place(properties: Any, borders: Any) -> None:
    """Borders stand after the style and before the spacing, as the schema wants it."""
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(borders)


def new_page(file: Document, title: str, across: bool, contents: KitContents) -> None:
    """A heading at the top of a new page, across or upright; where the direction changes, in a new section."""
    section = file.sections[-1]
    lies = bool(section.page_width and section.page_height and section.page_width > section.page_height)
    if lies != across:
        section = file.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
        section.footer.is_linked_to_previous = False
        page_foot(file, section, contents.stamp_line, contents.link)
    file.add_heading(title, level=2).paragraph_format.page_break_before = lies == across


def is_wide(table: PrintedTable) -> bool:
    """Whether the table wants the page across."""
    return len(table.columns) > limits.DOCX_COLUMNS_UPRIGHT - 1


def add_table(file: Document, table: PrintedTable, across: bool) -> None:
    """The native table with its caption, cut by columns where it is too wide."""
    widest = limits.DOCX_COLUMNS_ACROSS if across else limits.DOCX_COLUMNS_UPRIGHT
    parts = limits.column_parts(table, widest)
    for number, columns in enumerate(parts, start=1):
        caption = f"{say('kind.table', table.language)}: {table.title}"
        if len(parts) > 1:
            caption = say("export.part", table.language).format(caption, number, len(parts))
        paragraph = styled(file.add_paragraph(caption), "Caption")
        paragraph.paragraph_format.keep_with_next = True
        add_bare_table(file, limits.part(table, slice(0, limits.DOCX_ROWS), columns), across)


def add_bare_table(file: Document, table: PrintedTable, across: bool) -> None:
    """The native table without a caption."""
    _add(file, native_table(table, room(across)))


def add_blank_table(
    file: Document, table: PrintedTable, across: bool, row_height: int, shares: Sequence[int], last: int = 0
) -> None:
    """A table to write in: rows at least ``row_height`` EMU high, columns in the proportion of ``shares``.

    The last row is at least ``last`` high. Widths that follow the text would leave the empty columns too narrow.
    """
    element = native_table(table, room(across))
    widths = [room(across) * share // sum(shares) for share in shares]
    for column, width in zip(element.find(qn("w:tblGrid")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    lines = element.findall(qn("w:tr"))
    for number, row in enumerate(lines):
        if number:
            height = max(row_height, last) if number == len(lines) - 1 else row_height
            row.find(qn("w:trPr")).append(made("w:trHeight", val=height // _TWIPS, hRule="atLeast"))
        for cell, width in zip(row.findall(qn("w:tc")), widths, strict=True):
            cell.find(qn("w:tcPr")).find(qn("w:tcW")).set(qn("w:w"), str(width))
    _add(file, element)


def _add(file: Document, element: Any) -> None:
    """A table at the end of the document, with a thin line of air under it."""
    file.element.body.insert(len(file.element.body) - 1, element)
    air = file.add_paragraph().paragraph_format
    air.space_after, air.line_spacing = Pt(0), Pt(8)


def plain_table(
    contents: KitContents, headings: Sequence[str], rows: Sequence[Sequence[str]], title: str = ""
) -> PrintedTable:
    """A table of our own words, in the shape that the exports' native table takes; the first column heads the rows."""
    origin = Provenance(contents.link, contents.version, "", contents.changed, "", (), contents.publisher)
    columns = tuple(PrintedColumn(str(number), heading, "text") for number, heading in enumerate(headings[1:]))
    printed = tuple(PrintedRow(str(number), row[0], tuple(map(_cell, row[1:]))) for number, row in enumerate(rows))
    return PrintedTable(contents.id, contents.language, title, "", headings[0], columns, printed, origin)


def _cell(text: str) -> PrintedCell:
    return PrintedCell(tuple(text.split("\n")))


def add_sources(file: Document, contents: KitContents) -> None:
    """Sources, then how to find the kit again and on what terms it may be used: address, licence, QR code."""
    file.add_heading(label("sources", contents.language), level=2)
    lines_of(file, contents.sources, with_next=True)
    paragraph = labelled(file, say("export.link", contents.language), contents.link)
    paragraph.paragraph_format.keep_with_next = True
    terms = f"{say('licence.words', contents.language)} {say('licence.address', contents.language)}"
    licence = labelled(file, say("export.licence", contents.language), terms)
    licence.paragraph_format.keep_with_next = True
    picture = file.add_paragraph().add_run().add_picture(io.BytesIO(qr_png(contents.link)), width=Cm(2.6))
    picture._inline.docPr.set("descr", contents.link)


def sized(run: Run, points: int) -> Run:
    """The run in letters of this size, Thai and Latin."""
    run.font.size = Pt(points)
    _complex_size(run, points)
    return run


def _headings(file: Document) -> None:
    for name, size in _SIZES.items():
        style: Any = file.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(INK)
        _complex_size(style, size)
        style.paragraph_format.keep_with_next = True


def _complex_size(styled: Any, points: int) -> None:
    """The size of Thai letters: Word takes it from another place than that of Latin ones."""
    properties = styled.element.get_or_add_rPr() if hasattr(styled, "element") else styled._r.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    properties.find(qn("w:sz")).addnext(made("w:szCs", val=points * 2))


def _properties(file: Document, contents: KitContents, kind: str) -> None:
    core = file.core_properties
    title = f"{contents.title}: {label(kind, contents.language)}"
    describe(core, title, contents.purpose, contents.publisher, contents.language, contents.stamped)
    core.comments, core.keywords = "", contents.version
