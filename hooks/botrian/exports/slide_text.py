"""Texts and places go in; they come out on slides, with a language on every run, a page number, notes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast
from zipfile import ZipFile

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import NotesSlidePart
from pptx.util import Pt

from botrian.exports.colours import SOFT_INK
from botrian.exports.glyphs import Weight, lines_in_ems
from botrian.exports.slide_xml import FONT, coloured, elements, line
from botrian.records import Language

#: What a theme offers for Thai where Sarabun is missing.
FALLBACK = "TH Sarabun New"
WIDTH, HEIGHT, EDGE = 960, 540, 40  # points: 13.33 by 7.5 inches
ROOM = WIDTH - 2 * EDGE
LINE = 1.32  # Sarabun's line height, in ems
#: Letters are measured in Sarabun; a font that stands in for it may be wider.
SAFETY = 1.08
#: What a line with Thai letters may take in such a font: Loma's has 1.59, Noto Sans Thai's 1.51 ems.
STAND_IN_LINE = 1.6
#: Latin letters become wider there, their lines lower: DejaVu Sans.
_WIDER: Mapping[Weight, float] = {"Regular": 1.17, "Bold": 1.27}
_LOWER = 1.17
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
LOCALES = {"th": "th-TH", "en": "en-GB"}


def empty_show() -> Any:
    """A presentation in 16:9 with Thai fonts, without slides."""
    return Presentation(io.BytesIO(_prepared()))


@cache
def _prepared() -> bytes:
    """The bytes that each presentation begins with; relations in the order of python-pptx's own template."""
    template = files("pptx").joinpath("templates/default.pptx").read_bytes()
    show = Presentation(io.BytesIO(template))
    _sixteen_to_nine(show)
    _theme_fonts(show)
    saved, out = io.BytesIO(), io.BytesIO()
    show.save(saved)
    with ZipFile(io.BytesIO(template)) as old, ZipFile(saved) as new, ZipFile(out, "w") as prepared:
        for name in new.namelist():
            prepared.writestr(name, (old if name.endswith(".rels") else new).read(name))
    return out.getvalue()


def _sixteen_to_nine(show: Any) -> None:
    """The slide and the places of its masters, which python-pptx brings in 4:3."""
    wider = Pt(WIDTH) / show.slide_width
    higher = Pt(HEIGHT) / show.slide_height
    show.slide_width, show.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for sheet in (show.slide_master, *show.slide_layouts):
        for shape in sheet.shapes:
            if shape.element.xpath(".//a:xfrm"):
                shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
                shape.top, shape.height = int(shape.top * higher), int(shape.height * higher)


def _theme_fonts(show: Any) -> None:
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
    return has_thai(look.getparent().findtext(qn("a:t")) or "")


def has_thai(text: str) -> bool:
    """Whether a Thai consonant is in it."""
    return any("\u0e01" <= letter <= "\u0e2e" for letter in text)


def lines_across(text: str, size: int, room: float = ROOM, weight: Weight = "Regular") -> tuple[str, ...]:
    """The lines that a text of this size takes in a width in points."""
    return lines_in_ems(text, room / (size * SAFETY), weight)


def line_room(text: str) -> float:
    """The room to keep for each line of a text, in ems, so that it is enough in other fonts too."""
    return STAND_IN_LINE if has_thai(text) else LINE


def text_room(text: str, size: int, room: float = ROOM) -> float:
    """The height to keep for a text of this size in a width, in points."""
    return room_in_ems(text, room / size, "Regular") * size


def room_in_ems(text: str, across: float, weight: Weight) -> float:
    """The height to keep for a text in a width, both in ems, so that it is enough in other fonts too."""
    high = len(lines_in_ems(text, across / SAFETY, weight)) * line_room(text)
    return high if has_thai(text) else max(high, len(lines_in_ems(text, across / _WIDER[weight], weight)) * _LOWER)


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
    body = frame._txBody
    for name, value in (("wrap", "square"), ("lIns", "0"), ("rIns", "0"), ("tIns", "0"), ("bIns", "0")):
        body.bodyPr.set(name, value)
    if anchor is not None:
        frame.vertical_anchor = anchor
    write_lines(body, [line(one, size, bold=bold, soft=soft, align="l") for one in text.split("\n")])


def write_lines(body: Any, lines: Iterable[str]) -> None:
    """Put lines (``slide_xml.line``) in place of the paragraphs of a frame's body."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    body.extend(elements(lines))


def page_number(slide: Any, size: int) -> None:
    """The slide's number at the right of its foot, as a field that PowerPoint keeps right."""
    box = slide.shapes.add_textbox(Pt(WIDTH - EDGE - 80), Pt(HEIGHT - 22 - size), Pt(80), Pt(size * LINE))
    box.name = "Slide number"
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True  # else some programs let it begin in the middle of its box
    number = len(slide.part.package.presentation_part.presentation.slides)
    fonts = f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/>'
    look = f'<a:rPr sz="{size * 100}" dirty="0">{coloured(SOFT_INK)}{fonts}</a:rPr>'
    field = f'<a:fld id="{_FIELD}" type="slidenum">{look}<a:t>{number}</a:t></a:fld>'
    write_lines(frame._txBody, [f'<a:p><a:pPr algn="r"/>{field}</a:p>'])


def write_notes(slide: Any, lines: list[str], size: int = 14) -> None:
    """The speaker's notes under a slide."""
    part, maker = slide.part, cast(Any, NotesSlidePart)
    notes = maker._add_notes_slide_part(part.package, part, part.package.presentation_part.notes_master_part)
    notes._element.replace(notes._element.cSld, parse_xml(_empty_notes()))
    part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    write_lines(notes._element.find(f".//{qn('p:txBody')}"), [line(one, size) for one in lines or [""]])


@cache
def _empty_notes() -> bytes:
    """What notes hold besides their text, which python-pptx would put together for each slide anew."""
    show = Presentation()
    notes = show.slides.add_slide(show.slide_layouts[5]).notes_slide
    notes.notes_text_frame.text = ""
    empty: bytes = etree.tostring(notes._element.cSld)
    return empty
