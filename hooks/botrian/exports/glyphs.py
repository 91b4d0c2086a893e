"""Text and a weight go in; shaped glyphs of Sarabun come out, with their places, outlines and widths.

The font lies beside this module, so a picture looks the same on every machine and needs no font at its reader's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Literal, NamedTuple

import uharfbuzz  # type: ignore[import-untyped] # it ships no types

from botrian.exports.thai_lines import lines_within

Weight = Literal["Regular", "Bold"]
FOLDER = Path(__file__).parent / "fonts"
UNITS = 1000  # of the em, in Sarabun
_FIRST_THAI, _LAST_THAI = "\u0e01", "\u0e5b"


class FontMissing(Exception):
    """A font file is not where it should be; ``name`` is the font's."""

    def __init__(self, name: str) -> None:
        # With what it was made of: so it comes back whole from another process.
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"font missing: {self.name}"


class Glyph(NamedTuple):
    """A glyph with its place on the line, in thousandths of the em, from the line's start."""

    id: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line of glyphs and how wide it is, in thousandths of the em."""

    glyphs: tuple[Glyph, ...]
    width: int


@lru_cache(maxsize=2_000)  # what is drawn of one table, several times over; then nobody asks again
def shape(text: str, weight: Weight) -> Shaped:
    """The glyphs of a text on one line. Raises FontMissing. A letter that Sarabun lacks becomes a box."""
    buffer = _placed(text, weight)
    glyphs, x = [], 0
    for info, place in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
        glyphs.append(Glyph(info.codepoint, x + place.x_offset, place.y_offset))
        x += place.x_advance
    return Shaped(tuple(glyphs), x)


@lru_cache(maxsize=200_000)
def width(text: str, weight: Weight) -> float:
    """How wide a text is, in ems. Far more texts are measured than drawn: of these no glyphs are held."""
    return advance(text, weight) / UNITS


def advance(text: str, weight: Weight) -> int:
    """The same in thousandths of the em, for whoever measures a text once."""
    return sum(place.x_advance for place in _placed(text, weight).glyph_positions or ())


@lru_cache(maxsize=10_000)
def lines_in_ems(text: str, room: float, weight: Weight) -> tuple[str, ...]:
    """The lines that a text takes in a width in ems, kept since the same is counted, then drawn, more than once."""
    return tuple(lines_within(text, room, partial(width, weight=weight)))


def _placed(text: str, weight: Weight) -> uharfbuzz.Buffer:
    """The text as HarfBuzz lays it on a line."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if any(_FIRST_THAI <= letter <= _LAST_THAI for letter in text):
        # Guessed is the script of the first letters: behind Latin ones the marks of Thai would stand as it comes.
        buffer.script = "Thai"
    uharfbuzz.shape(font(weight), buffer, {"liga": False})
    return buffer


@cache
def font(weight: Weight) -> uharfbuzz.Font:
    """Sarabun in one weight. Raises FontMissing."""
    path = FOLDER / f"Sarabun-{weight}.ttf"
    if not path.is_file():
        raise FontMissing(f"Sarabun {weight} ({path.name})")
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))


@cache
def outline(glyph: int, weight: Weight, grid: int = UNITS) -> str:
    """The outline of a glyph as the ``d`` of an SVG path, y upwards, in steps of ``grid`` to the em; empty for a space.

    Written as steps from place to place, which takes two thirds of the letters that places take.
    """
    pen = _Pen([], grid / UNITS)
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.step("m", x, y))
    functions.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    functions.set_quadratic_to_func(lambda a, b, x, y, pen: pen.step("q", a, b, x, y))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.step("c", a, b, c, d, x, y))
    functions.set_close_path_func(lambda pen: pen.close())
    font(weight).draw_glyph(glyph, functions, pen)
    return "".join(pen.parts)


@dataclass
class _Pen:
    """Writes down an outline; ``x`` and ``y`` are where it is, ``left`` and ``bottom`` where the shape began."""

    parts: list[str]
    scale: float
    x: int = 0
    y: int = 0
    left: int = 0
    bottom: int = 0
    before: str = ""

    def step(self, sign: str, *given: float) -> None:
        """A step by curve or without ink, to the last of the places."""
        places = [round(place * self.scale) for place in given]
        steps = (place - (self.y if at % 2 else self.x) for at, place in enumerate(places))
        self._write(sign, steps)
        self.x, self.y = places[-2:]
        if sign == "m":
            self.left, self.bottom = self.x, self.y

    def line(self, right: float, up: float) -> None:
        """A straight step."""
        x, y = round(right * self.scale), round(up * self.scale)
        if y == self.y:
            self._write("h", (x - self.x,))
        elif x == self.x:
            self._write("v", (y - self.y,))
        else:
            self._write("l", (x - self.x, y - self.y))
        self.x, self.y = x, y

    def close(self) -> None:
        """Back to where the shape began."""
        self._write("z", ())
        self.x, self.y = self.left, self.bottom

    def _write(self, sign: str, steps: Iterable[int]) -> None:
        numbers = "".join(f"{step}" if step < 0 else f" {step}" for step in steps)
        # The same sign again needs not be said.
        self.parts.append(numbers if sign == self.before != "m" else sign + numbers.removeprefix(" "))
        self.before = sign
