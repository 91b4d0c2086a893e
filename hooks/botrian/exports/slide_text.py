"""Texts and places go in; they come out on slides: real bullets, Thai fonts, a language on every run, a page number.

Thai in PowerPoint is complex script: without ``a:cs`` the letters fall back to a font nobody chose.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from lxml import etree
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from botrian.exports.glyphs import width
from botrian.exports.thai_lines import lines_within
from botrian.records import Language

FONT = "Sarabun"
#: What a theme offers for Thai where Sarabun is missing.
FALLBACK = "TH Sarabun New"
WIDTH, HEIGHT, EDGE = 960, 540, 40  # points: 13.33 by 7.5 inches
ROOM = WIDTH - 2 * EDGE
LINE = 1.32  # Sarabun's line height, in ems
#: Letters are measured in Sarabun; a font that stands in for it may be wider.
SAFETY = 1.06
INK, SOFT_INK, LINE_INK = "1D2826", "4C5A57", "74827E"
BULLET = "• "
_INDENT = 0.75  # of a list's entries, in ems
LOCALES = {"th": "th-TH", "en": "en-GB"}


def sixteen_to_nine(show: Any) -> None:
    """The slide and the places of its masters, which python-pptx brings in 4:3."""
    wider = Pt(WIDTH) / show.slide_width
    higher = Pt(HEIGHT) / show.slide_height
    show.slide_width, show.slide_height = Pt(WIDTH), Pt(HEIGHT)
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


def speak(show: Any, language: Language) -> None:
    """Say on every run of every slide and of its notes which language it is in, for reading aloud and spelling."""
    for slide in show.slides:
        sheets = [slide, slide.notes_slide] if slide.has_notes_slide else [slide]
        for sheet in sheets:
            for look in sheet._element.iter(qn("a:rPr"), qn("a:endParaRPr")):
                look.set("lang", LOCALES["th" if _is_thai(look) else language])


def _is_thai(look: Any) -> bool:
    """Whether the run that looks so is in Thai: a text that waits for translation, or a name."""
    text = look.getparent().findtext(qn("a:t")) or ""
    return any("\u0e01" <= letter <= "\u0e2e" for letter in text)


def lines_across(text: str, size: int, room: float = ROOM) -> list[str]:
    """The lines that a text of this size takes in a width in points."""
    return lines_within(text, room / (size * SAFETY), partial(width, weight="Regular"))


def place_at(shape: Any, top: float, height: float, left: float = EDGE, room: float = ROOM) -> None:
    """Put a shape there, in points."""
    shape.left, shape.top, shape.width, shape.height = Pt(left), Pt(top), Pt(room), Pt(height)


def text_box(slide: Any, text: str, top: float, height: float, size: int, soft: bool = False, room: int = ROOM) -> Any:
    """A box of text; a line that begins with a bullet is an entry of a real list."""
    box = slide.shapes.add_textbox(Pt(EDGE), Pt(top), Pt(room), Pt(height))
    write_text(box.text_frame, text, size, soft=soft)
    return box


def write_text(frame: Any, text: str, size: int, *, bold: bool = False, soft: bool = False, anchor: Any = None) -> None:
    """Fill a frame with lines of one size, without room at its sides."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    if anchor is not None:
        frame.vertical_anchor = anchor
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        write_line(paragraph, line, size, bold=bold, soft=soft)


def write_line(paragraph: Any, line: str, size: int, *, mark: str = "", bold: bool = False, soft: bool = False) -> None:
    """A line of a cell or box: with a hanging bullet where it is an entry of a list, and its mark raised behind it."""
    if line.startswith(BULLET):
        _bullet(paragraph, size)
        line = line.removeprefix(BULLET)
    if line:
        write_run(paragraph, line, size, bold, soft)
    if mark:
        write_run(paragraph, mark, size, soft=True, raised=True)


def _bullet(paragraph: Any, size: int) -> None:
    indent = int(Pt(size * _INDENT))
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    etree.SubElement(properties, qn("a:buFont"), typeface=FONT)
    etree.SubElement(properties, qn("a:buChar"), char=BULLET.strip())


def write_run(
    paragraph: Any, text: str, size: int, bold: bool = False, soft: bool = False, raised: bool = False
) -> None:
    """A run with its fonts. Built by hand: a long table has thousands, and the library is slow with each."""
    run = etree.SubElement(paragraph._p, qn("a:r"))
    look = etree.SubElement(run, qn("a:rPr"), sz=str(size * 100), b=str(int(bold)), dirty="0")
    if raised:
        look.set("baseline", "30000")
    coloured(look, SOFT_INK if soft else INK)
    for script in ("latin", "cs"):
        etree.SubElement(look, qn(f"a:{script}"), typeface=FONT)
    etree.SubElement(run, qn("a:t")).text = text


def coloured(parent: Any, colour: str) -> None:
    """Fill a shape, line or letter with one colour."""
    fill = etree.SubElement(parent, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=colour)


def page_number(slide: Any, size: int) -> None:
    """The slide's number at the right of its foot, as a field that PowerPoint keeps right."""
    box = slide.shapes.add_textbox(Pt(WIDTH - EDGE - 80), Pt(HEIGHT - 22 - size), Pt(80), Pt(size * LINE))
    box.name = "Slide number"
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = etree.SubElement(paragraph._p, qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    look = etree.SubElement(field, qn("a:rPr"), sz=str(size * 100), dirty="0")
    coloured(look, SOFT_INK)
    for script in ("latin", "cs"):
        etree.SubElement(look, qn(f"a:{script}"), typeface=FONT)
    etree.SubElement(field, qn("a:t")).text = str(len(slide.part.package.presentation_part.presentation.slides))


def write_notes(slide: Any, lines: list[str], size: int = 14) -> None:
    """The speaker's notes under a slide."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = ""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        write_line(paragraph, line, size)
