"""Nothing goes in; the glyphs of Thai signs and of letters, and their outlines, come out: what pictures are drawn with.

The browser has no shaper that tells it where the marks of Thai stand, so each sign that Thai writes is shaped here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from botrian.exports.glyphs import Weight, outline, shape
from botrian.exports.picture_svg import GRID

#: Consonants, and the marks that stand on or under one, with the tones that stand on those.
_CONSONANTS = tuple(chr(code) for code in range(0xE01, 0xE2F))
_TONES = ("", "\u0e48", "\u0e49", "\u0e4a", "\u0e4b")
_MARKS = (
    *_TONES,
    *(vowel + tone for vowel in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39" for tone in _TONES),
    *("\u0e34\u0e4c", "\u0e38\u0e4c", "\u0e47", "\u0e47\u0e48", "\u0e4c", "\u0e4d", "\u0e4e", "\u0e3a"),
    *(f"{tone}\u0e33" for tone in _TONES),
)
_LETTERS = ((0x20, 0x180), (0xE00, 0xE80), (0x2010, 0x2070), (0x20A0, 0x20D0), (0x2100, 0x2300), (0x25A0, 0x2600))
#: The box that stands for a letter which Sarabun lacks.
_BOX = 0


@cache
def drawn() -> Mapping[str, Any]:
    """The glyphs of signs with their places, and the outlines of glyphs, as ``office/glyphs.js`` asks for them."""
    return {weight: _drawn(weight) for weight in ("Regular", "Bold")}


def _drawn(weight: Weight) -> dict[str, Any]:
    signs: dict[str, list[tuple[int, int, int]]] = {}
    for sign in _signs():
        glyphs = [(one.id, one.x, one.y) for one in shape(sign, weight).glyphs]
        if not (len(sign) == 1 and any(glyph == _BOX for glyph, _, _ in glyphs)):
            signs[sign] = glyphs
    used = sorted({_BOX, *(glyph for glyphs in signs.values() for glyph, _, _ in glyphs)})
    outlines = {glyph: outline(glyph, weight, GRID) for glyph in used}
    return {"signs": signs, "outlines": {str(glyph): path for glyph, path in outlines.items() if path}}


def _signs() -> Iterator[str]:
    for start, stop in _LETTERS:
        yield from map(chr, range(start, stop))
    for consonant in _CONSONANTS:
        yield from (consonant + mark for mark in _MARKS)
