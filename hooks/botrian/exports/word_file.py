"""A language goes in; an empty Word file for a table comes out: A4, Thai fonts, the language, few styles."""

from __future__ import annotations

import io
from functools import cache

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Mm

from botrian.exports.lean import without_unused_styles
from botrian.exports.word_font import name_fallbacks, set_fonts
from botrian.exports.word_parts import set_language
from botrian.records import Language

MARGIN = Cm(2)
_SHORT_SIDE, _LONG_SIDE = Mm(210), Mm(297)
_TWIPS = 635  # English Metric Units in a twentieth of a point, the unit of widths in Word's tables
_TEXT = 12


def empty_file(language: Language, across: bool) -> Document:
    """The file, upright or across."""
    file = docx.Document(io.BytesIO(_prepared(language)))
    set_page(file, across)
    return file


def set_page(file: Document, across: bool) -> None:
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG_SIDE, _SHORT_SIDE) if across else (_SHORT_SIDE, _LONG_SIDE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def room_across(across: bool) -> int:
    """The width between the margins, in twentieths of a point."""
    return int((_LONG_SIDE if across else _SHORT_SIDE) - 2 * MARGIN) // _TWIPS


def room_down(across: bool) -> int:
    """The height between the margins, in twentieths of a point."""
    return int((_SHORT_SIDE if across else _LONG_SIDE) - 2 * MARGIN) // _TWIPS


@cache
def _prepared(language: Language) -> bytes:
    """The bytes that each file begins with: all that does not differ from table to table."""
    file = docx.Document()
    set_fonts(file, _TEXT)
    set_language(file, language)
    name_fallbacks(file)
    without_unused_styles(file)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
