"""Nothing goes in; the parts of Office files that hold no content come out, for the browser to fill.

Made by the same functions as the build's own files, so that both differ in nothing. What is packed here is taken over
as it is; texts with holes (``{title}``) are filled by ``browser/modules/office``.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # it ships no types
from lxml import etree

from botrian.exports.glyphs import Weight, advance
from botrian.exports.lean import document_bytes, presentation_bytes
from botrian.exports.office import describe
from botrian.exports.slide_text import empty_show, write_notes
from botrian.exports.word_file import empty_file
from botrian.exports.word_parts import page_foot
from botrian.records import Language

_LEVEL = 9
_OF_SLIDES = ("ppt/slides/", "ppt/notesSlides/")
_DAY = date(1980, 1, 1)
#: The letters whose pairs Sarabun sets closer or wider than their widths say: Latin ones, and signs beside them.
_PAIRED = tuple(chr(code) for code in (*range(0x21, 0x7F), *map(ord, "“”‘’–—…•")))
_MEASURED = ((0x20, 0x180), (0xE00, 0xE80), (0x2000, 0x2070), (0x20A0, 0x20D0), (0x2100, 0x2300), (0x25A0, 0x2600))
#: A letter that Sarabun lacks: it is measured as the box that stands for it.
_LACKING = "\u4e2d"

ReadyPart = tuple[str, int, int, str]


@cache
def deck_parts() -> Mapping[str, Any]:
    """The parts of a PowerPoint file, as ``office/deck.js`` asks for them."""
    show = empty_show()
    _describe(show.core_properties)
    write_notes(show.slides.add_slide(show.slide_layouts[5]), [])
    found = _parts(presentation_bytes(show))
    notes = [name for name in found if "notesMaster" in name or name.endswith("theme2.xml")]
    own = ("[Content_Types].xml", "docProps/core.xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels")
    names = [name for name in found if name not in (*notes, *own) and not name.startswith(_OF_SLIDES)]
    slides = re.compile(r"<p:sldIdLst>(?:<p:sldId [^<>]*/>)*</p:sldIdLst>")
    presentation = found["ppt/presentation.xml"].decode("utf-8")
    endings, kinds = _kinds(found["[Content_Types].xml"])
    relations = _relations(found["ppt/_rels/presentation.xml.rels"])
    return {
        "about": _about(found["docProps/core.xml"]),
        "presentation": slides.sub("<p:sldIdLst>{slides}</p:sldIdLst>", presentation),
        "relations": [one for one in relations if not one[2].startswith(("slides/", "notes"))],
        "layout": next(target for _, _, target in _relations(found["ppt/slides/_rels/slide1.xml.rels"])),
        "endings": endings,
        "kinds": {name: kind for name, kind in kinds.items() if not re.search("slides/|notes|theme2", name)},
        "first": [_packed("_rels/.rels", found)],
        "before": [_packed(name, found) for name in names if name != "_rels/.rels"],
        "notes": [_packed(name, found) for name in notes],
    }


@cache
def word_parts() -> Mapping[str, Any]:
    """The parts of a Word document, as ``office/word.js`` asks for them."""
    upright, across = (_word_file("th", lie) for lie in (False, True))
    english = _word_file("en", False)
    head, tail = _around_body(upright["word/document.xml"])
    endings, kinds = _kinds(upright["[Content_Types].xml"])
    own = ("[Content_Types].xml", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels")
    names = [name for name in upright if name not in own and "footer1" not in name]
    english_names = [name for name in names if english[name] != upright[name]]
    feet = [found["word/footer1.xml"].decode("utf-8") for found in (upright, across)]
    relations = _relations(upright["word/_rels/document.xml.rels"])
    return {
        "about": _about(upright["docProps/core.xml"]),
        "head": head,
        "tails": {"upright": tail, "across": _around_body(across["word/document.xml"])[1]},
        "feet": {"upright": feet[0], "across": feet[1]},
        "relations": [one for one in relations if one[2] != "footer1.xml"],
        "endings": endings,
        "kinds": kinds,
        "first": [_packed("_rels/.rels", upright)],
        "before": [_packed(name, upright) for name in names if name != "_rels/.rels"],
        "own": {"en": [_packed(name, english) for name in english_names]},
    }


@cache
def book_parts() -> Mapping[str, Any]:
    """The parts of an Excel workbook of two sheets, as ``office/book.js`` asks for them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for _ in range(2):
        book.add_worksheet().write_string(0, 0, "{title}")
    book.close()
    found = _parts(out.getvalue())
    return {
        "first": [_packed(name, found) for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels")],
        "theme": _packed("xl/theme/theme1.xml", found),
    }


@cache
def faces() -> Mapping[str, Any]:
    """How wide the letters of Sarabun are, in thousandths of the em, as ``office/ruler.js`` asks for it."""
    return {weight: _face(weight) for weight in ("Regular", "Bold")}


def _face(weight: Weight) -> dict[str, Any]:
    letters = [chr(code) for start, stop in _MEASURED for code in range(start, stop)]
    box = advance(_LACKING, weight)
    widths = {letter: advance(letter, weight) for letter in letters}
    pairs = {}
    for first in _PAIRED:
        for second in _PAIRED:
            nearer = advance(first + second, weight) - widths[first] - widths[second]
            if nearer:
                pairs[first + second] = nearer
    return {"widths": {letter: wide for letter, wide in widths.items() if wide != box}, "pairs": pairs, "box": box}


def _describe(core: Any) -> None:
    describe(core, "{title}", "{subject}", "{author}", "th", _DAY)


def _about(core: bytes) -> str:
    text = core.decode("utf-8").replace("1980-01-01T00:00:00Z", "{changed}T00:00:00Z")
    return text.replace("<dc:language>th<", "<dc:language>{language}<")


def _word_file(language: Language, across: bool) -> dict[str, bytes]:
    file = empty_file(language, across)
    _describe(file.core_properties)
    file.core_properties.comments = ""
    page_foot(file, file.sections[0], "{foot}", "https://example.org/")
    return _parts(document_bytes(file))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def _around_body(document: bytes) -> tuple[str, str]:
    head, tail = document.decode("utf-8").split("<w:sectPr", 1)
    return head, "<w:sectPr" + tail


def _packed(name: str, found: Mapping[str, bytes]) -> ReadyPart:
    """A part as a zip file holds it: its size, its check sum, and its bytes packed by DEFLATE, in base64."""
    content = found[name]
    packing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packing.compress(content) + packing.flush()
    return name, len(content), zlib.crc32(content), base64.b64encode(packed).decode("ascii")


def _kinds(types: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The kinds of parts by the endings of names, and by names."""
    entries: Any = etree.fromstring(types)
    endings = {one.get("Extension"): one.get("ContentType") for one in entries if one.get("Extension")}
    return endings, {one.get("PartName"): one.get("ContentType") for one in entries if one.get("PartName")}


def _relations(xml: bytes) -> list[tuple[str, str, str]]:
    entries: Any = etree.fromstring(xml)
    return [(one.get("Id"), one.get("Type"), one.get("Target")) for one in entries]
