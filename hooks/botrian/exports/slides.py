"""A printed table goes in; PowerPoint slides come out: 16:9, native tables that can be edited, letters of 14 pt and up.

Thai in PowerPoint is complex script: without ``a:cs`` the letters fall back to a font nobody chose.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from botrian.exports import limits
from botrian.exports.about import about
from botrian.exports.office import describe
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.exports.slide_pages import SlidePage, SlidePages, SlideShape, row_height, slide_pages
from botrian.exports.steady_zip import steady
from botrian.words import say

FONT = "Sarabun"
#: What a theme offers for Thai where Sarabun is missing.
FALLBACK = "TH Sarabun New"
SMALLEST = 14
_WIDTH, _HEIGHT, _EDGE = 960, 540, 40  # points: 13.33 by 7.5 inches
_TITLE, _ANSWER, _CELL = 28, 18, 16
_LINE = 1.32  # Sarabun's line height, in ems
_TITLE_TOP, _TITLE_HEIGHT, _ANSWER_HEIGHT, _FOOT_TOP = 22, 52, 60, 486
_HEAD_GROUND, _GROUP_GROUND, _PLAIN_GROUND = "DFE9E4", "F0F3EE", "FFFFFF"
_INK, _SOFT_INK, _LINE_INK = "1D2826", "4C5A57", "74827E"
_TABLE_TOP = _TITLE_TOP + _TITLE_HEIGHT + 6
SHAPE = SlideShape(
    width=_WIDTH - 2 * _EDGE,
    first_height=_FOOT_TOP - _TABLE_TOP - _ANSWER_HEIGHT - 10,
    height=_FOOT_TOP - _TABLE_TOP - 10,
    font=_CELL,
    line=_CELL * _LINE,
    padding_x=6,
    padding_y=3,
)


def slides(table: PrintedTable) -> bytes:
    """The presentation's bytes. Raises FontMissing: letters are measured to know how many rows a slide takes."""
    show = Presentation()
    sixteen_to_nine(show)
    theme_fonts(show)
    _properties(show, table)
    cut = slide_pages(table, SHAPE)
    for number, page in enumerate(cut.pages, start=1):
        table_slide(show, table, page, number, cut)
    out = io.BytesIO()
    show.save(out)
    return steady(out.getvalue())


def sixteen_to_nine(show: Any) -> None:
    """The slide and the places of its masters, which python-pptx brings in 4:3."""
    wider = Pt(_WIDTH) / show.slide_width
    higher = Pt(_HEIGHT) / show.slide_height
    show.slide_width, show.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    for sheet in (show.slide_master, *show.slide_layouts):
        for shape in sheet.shapes:
            if shape.element.xpath(".//a:xfrm"):
                shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
                shape.top, shape.height = int(shape.top * higher), int(shape.height * higher)


def theme_fonts(show: Any) -> None:
    """Sarabun as the theme's font for Latin and complex script, and TH Sarabun New for Thai text of other origin."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    part = show.slide_master.part.part_related_by(relation)
    theme: Any = etree.fromstring(part.blob)
    for kind in ("majorFont", "minorFont"):
        fonts = theme.find(f".//{qn('a:' + kind)}")
        for script in ("latin", "cs"):
            fonts.find(qn(f"a:{script}")).set("typeface", FONT)
        for font in fonts.findall(qn("a:font")):
            if font.get("script") == "Thai":
                font.set("typeface", FALLBACK)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _properties(show: Any, table: PrintedTable) -> None:
    origin = table.provenance
    describe(show.core_properties, table.title, table.answer, origin.publisher, table.language, table.changed)


def table_slide(show: Any, table: PrintedTable, page: SlidePage, number: int, cut: SlidePages) -> None:
    slide = show.slides.add_slide(show.slide_layouts[5])
    title = table.title
    if len(cut.pages) > 1:
        title = say("export.part", table.language).format(title, number, len(cut.pages))
    place_at(slide.shapes.title, _TITLE_TOP, _TITLE_HEIGHT)
    write_text(slide.shapes.title.text_frame, title, _title_size(title), bold=True, anchor=MSO_ANCHOR.MIDDLE)
    top = _TABLE_TOP
    if number == 1:
        text_box(slide, table.answer, top, _ANSWER_HEIGHT, _answer_size(table.answer))
        top += _ANSWER_HEIGHT
    _table(slide, page, top)
    _foot(slide, table, cut, last=number == len(cut.pages))
    _notes(slide, table)


def _title_size(title: str) -> int:
    for size in (_TITLE, 24, 20):
        if len(lines_across(title, size)) == 1:
            return size
    return 18


def _answer_size(answer: str) -> int:
    return next((size for size in (_ANSWER, 16) if len(lines_across(answer, size)) <= 2), SMALLEST)


def lines_across(text: str, size: int) -> list[str]:
    """The lines that a text of this size takes across the slide."""
    room = SlideShape(SHAPE.width, 0, 0, size, size * _LINE, 0, 0)
    return room.lines(text, SHAPE.width)


def place_at(shape: Any, top: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(_EDGE), Pt(top), Pt(SHAPE.width), Pt(height)


def text_box(slide: Any, text: str, top: float, height: float, size: int, soft: bool = False) -> Any:
    box = slide.shapes.add_textbox(Pt(_EDGE), Pt(top), Pt(SHAPE.width), Pt(height))
    write_text(box.text_frame, text, size, soft=soft)
    return box


def write_text(frame: Any, text: str, size: int, *, bold: bool = False, soft: bool = False, anchor: Any = None) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    if anchor is not None:
        frame.vertical_anchor = anchor
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        write_run(paragraph, line, size, bold, soft)


def write_run(paragraph: Any, text: str, size: int, bold: bool = False, soft: bool = False) -> None:
    """A run with its fonts. Built by hand: a long table has thousands, and the library is slow with each."""
    run = etree.SubElement(paragraph._p, qn("a:r"))
    look = etree.SubElement(run, qn("a:rPr"), sz=str(size * 100), b=str(int(bold)), dirty="0")
    _solid(look, _SOFT_INK if soft else _INK)
    for script in ("latin", "cs"):
        etree.SubElement(look, qn(f"a:{script}"), typeface=FONT)
    etree.SubElement(run, qn("a:t")).text = text


def _solid(parent: Any, colour: str) -> None:
    fill = etree.SubElement(parent, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=colour)


def _table(slide: Any, page: SlidePage, top: float) -> None:
    table = page.table
    groups = [row.group if row.group and row.group != before else "" for row, before in _with_last_group(table)]
    rows = 1 + len(table.rows) + sum(map(bool, groups))
    line = int(Pt(SHAPE.row_height(1)))
    frame = slide.shapes.add_table(rows, len(page.widths), Pt(_EDGE), Pt(top), Pt(SHAPE.width), line * rows)
    frame.name = table.title
    native = frame.table
    native.first_row = native.first_col = True
    native.horz_banding = False
    for column, width in zip(native.columns, page.widths, strict=True):
        column.width = Pt(width)
    headings = [table.row_heading, *(column.heading for column in table.columns)]
    _fill(native.rows[0], [PrintedCell((text,)) for text in headings], page.widths, _HEAD_GROUND, len(headings))
    number = 1
    for row, group in zip(table.rows, groups, strict=True):
        if group:
            _group(native, number, group)
            number += 1
        _fill(native.rows[number], [PrintedCell((row.name,)), *row.cells], page.widths, _PLAIN_GROUND, 1)
        number += 1


def _with_last_group(table: PrintedTable) -> zip[Any]:
    return zip(table.rows, ("", *(row.group for row in table.rows)), strict=False)


def _group(native: Any, number: int, group: str) -> None:
    cells = list(native.rows[number].cells)
    if len(cells) > 1:
        cells[0].merge(cells[-1])
    empty = [PrintedCell(("",))] * (len(cells) - 1)
    _fill(native.rows[number], [PrintedCell((group,)), *empty], [SHAPE.width] * len(cells), _GROUP_GROUND, 1)


def _fill(row: Any, cells: Sequence[PrintedCell], widths: Sequence[int], ground: str, bold: int) -> None:
    """Write one row, high enough for its text; the first ``bold`` cells are headings.

    PowerPoint and LibreOffice make a row higher only when someone edits it.
    """
    row.height = Pt(row_height([cell.text for cell in cells], widths, SHAPE, bold=bold == len(cells)))
    for place, (native, cell) in enumerate(zip(row.cells, cells, strict=True)):
        frame = native.text_frame
        for number, line in enumerate(cell.lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            if cell.number:
                paragraph.alignment = PP_ALIGN.RIGHT
            if line:
                write_run(paragraph, line, _CELL, bold=place < bold, soft=cell.absent is not None)
        _ground(native._tc.get_or_add_tcPr(), ground)


def _ground(properties: Any, ground: str) -> None:
    """Room inside the cell, thin lines on all sides, and its ground, in the order that the schema wants."""
    for side, room in (("L", SHAPE.padding_x), ("R", SHAPE.padding_x), ("T", SHAPE.padding_y), ("B", SHAPE.padding_y)):
        properties.set(f"mar{side}", str(int(Pt(room))))
    for side in ("lnL", "lnR", "lnT", "lnB"):
        _solid(etree.SubElement(properties, qn(f"a:{side}"), w="6350"), _LINE_INK)
    _solid(properties, ground)


def _foot(slide: Any, table: PrintedTable, cut: SlidePages, last: bool) -> None:
    """The sources and the short link on every slide; on the last one also where the rest is."""
    origin = table.provenance
    label = say("export.sources", table.language)
    sources = _on_one_line(f"{label}: {origin.short_sources}") if origin.sources else ""
    rest = limits.rest_words(table, cut.rows, cut.columns) if last else ""
    second = rest or f"{origin.short_link} · {origin.version} · {say('licence.name', table.language)}"
    box = text_box(slide, f"{sources or origin.publisher}\n{_on_one_line(second)}", _FOOT_TOP, 44, SMALLEST, soft=True)
    link = box.text_frame.paragraphs[-1].runs[0]
    link.hyperlink.address = origin.link


def _on_one_line(text: str) -> str:
    lines = lines_across(text, SMALLEST)
    return text if len(lines) == 1 else lines[0].rstrip(" ;") + " …"


def _notes(slide: Any, table: PrintedTable) -> None:
    """What a speaker needs: the question, definitions, notes, what the sources do not say, sources, how to cite."""
    lines = [f"{say('export.question', table.language)}: {table.question}"] if table.question else []
    for one in about(table):
        lines.append(f"{one.label}: {one.texts[0]}" if len(one.texts) == 1 else f"{one.label}:")
        lines += [f"- {text}" for text in one.texts] if len(one.texts) > 1 else []
    frame = slide.notes_slide.notes_text_frame
    frame.text = ""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        write_run(paragraph, line, SMALLEST)
