"""Text and a weight go in; shaped glyphs of Sarabun come out, with their places, outlines and widths.

The font lies beside this module, so a picture looks the same on every machine and needs no font at its reader's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import uharfbuzz  # type: ignore[import-untyped] # it ships no types

Weight = Literal["Regular", "Bold"]
FOLDER = Path(__file__).parent / "fonts"
UNITS = 1000  # of the em, in Sarabun


class FontMissing(Exception):
    """A font file is not where it should be; ``name`` is the font's."""

    def __init__(self, name: str) -> None:
        super().__init__(f"font missing: {name}")
        self.name = name


@dataclass(frozen=True)
class Glyph:
    """A glyph with its place on the line, in thousandths of the em, from the line's start."""

    id: int
    x: int
    y: int


@dataclass(frozen=True)
class Shaped:
    """A line of glyphs and how wide it is, in thousandths of the em."""

    glyphs: tuple[Glyph, ...]
    width: int


def shape(text: str, weight: Weight) -> Shaped:
    """The glyphs of a text on one line. Raises FontMissing. A letter that Sarabun lacks becomes a box."""
    return _shape(text, weight)


@lru_cache(maxsize=100_000)
def _shape(text: str, weight: Weight) -> Shaped:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font(weight), buffer, {"liga": False})
    glyphs, x = [], 0
    for info, place in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
        glyphs.append(Glyph(info.codepoint, x + place.x_offset, place.y_offset))
        x += place.x_advance
    return Shaped(tuple(glyphs), x)


@lru_cache(maxsize=200_000)
def width(text: str, weight: Weight) -> float:
    """How wide a text is, in ems."""
    return _shape(text, weight).width / UNITS


@cache
def font(weight: Weight) -> uharfbuzz.Font:
    """Sarabun in one weight. Raises FontMissing."""
    path = FOLDER / f"Sarabun-{weight}.ttf"
    if not path.is_file():
        raise FontMissing(f"Sarabun {weight} ({path.name})")
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))


@cache
def outline(glyph: int, weight: Weight) -> str:
    """The outline of a glyph as the ``d`` of an SVG path, y upwards, in thousandths of the em; empty for a space."""
    parts: list[str] = []
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, out: out.append(f"M{x:g} {y:g}"))
    functions.set_line_to_func(lambda x, y, out: out.append(f"L{x:g} {y:g}"))
    functions.set_quadratic_to_func(lambda a, b, x, y, out: out.append(f"Q{a:g} {b:g} {x:g} {y:g}"))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, out: out.append(f"C{a:g} {b:g} {c:g} {d:g} {x:g} {y:g}"))
    functions.set_close_path_func(lambda out: out.append("Z"))
    font(weight).draw_glyph(glyph, functions, parts)
    return "".join(parts)
