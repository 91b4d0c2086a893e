"""A drawing goes in; an SVG file comes out. Each glyph's outline stands in it once, and so does each run that recurs.

A table has thousands of letters, and each is drawn: so places are told on a grid of ``GRID`` steps to the em (an
eighth of a pixel in letters of 39 units), and what is used most has the shortest name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import count, groupby
from string import ascii_letters, digits
from xml.sax.saxutils import escape, quoteattr

from botrian.exports.drawing import WIDTH, Block, Drawing, Ground
from botrian.exports.glyphs import UNITS, Weight, outline, shape
from botrian.exports.picture_runs import Letter, Line, Placed, Run, Shape, parts, used, with_runs

#: Steps of the grid of outlines and places, in an em.
GRID = 500


def svg(drawing: Drawing) -> bytes:
    """The SVG file: title and description for those who do not see it, the words of each cell as its label."""
    return "\n".join(_lines(drawing)).encode("utf-8") + b"\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    lines = with_runs(_glyphs(line, block.weight) for block in drawing.blocks for line in block.lines)
    names = _named(lines)
    size = f'viewBox="0 0 {WIDTH} {drawing.height}" width="{WIDTH}" height="{drawing.height}"'
    label = f'role="img" aria-label={quoteattr(drawing.title)}'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} {label}>'
    yield f"<title>{escape(drawing.title)}</title>"
    yield f"<desc>{escape(drawing.description)} {escape(drawing.link)}</desc>"
    yield "<defs>"
    for one, name in names.items():
        if isinstance(one, Run):
            yield f'<g id="{name}">{_uses(parts(one), names)}</g>'
        else:
            yield f'<path id="{name}" d="{outline(one.glyph, one.weight, GRID)}"/>'
    yield "</defs>"
    for (colour, high), grounds in groupby(drawing.grounds, key=lambda ground: (ground.colour, ground.height)):
        yield _painted(colour, high, list(grounds))
    drawn = iter(lines)
    for block in drawing.blocks:
        yield from _block(block, drawn, names)
    yield "</svg>"


def _block(block: Block, drawn: Iterator[Line], names: Mapping[Shape, str]) -> Iterator[str]:
    cell = f" data-row={quoteattr(block.row)} data-column={quoteattr(block.column)}" if block.row else ""
    yield f'<g fill="{block.colour}" aria-label={_attribute(block.text)}{cell}>'
    step = f"{block.size / GRID:g}"
    for number, (words, line) in enumerate(zip(block.lines, drawn, strict=False)):
        width = shape(words, block.weight).width * block.size / UNITS
        x = block.right - width if block.right is not None else block.x
        y = block.y + number * block.step
        yield f'<g transform="translate({_short(x)} {_short(y)})scale({step} -{step})">{_uses(line, names)}</g>'
    yield "</g>"


def _painted(colour: str, high: float, grounds: list[Ground]) -> str:
    """Rectangles of one colour and height. Many, such as the squares of a code, are strokes of a broad pen."""
    if len(grounds) == 1:
        one = grounds[0]
        wide = _short(one.width)
        return f'<path fill="{colour}" d="M{_short(one.x)} {_short(one.y)}h{wide}v{_short(high)}h-{wide}z"/>'
    strokes, end = [], (-1.0, -1.0)
    for one in grounds:
        on = one.y == end[1]
        strokes.append(f"m{_short(one.x - end[0])} 0" if on else f"M{_short(one.x)} {_short(one.y + high / 2)}")
        strokes.append(f"h{_short(one.width)}")
        end = (one.x + one.width, one.y)
    return f'<path stroke="{colour}" stroke-width="{_short(high)}" d="{"".join(strokes)}"/>'


def _glyphs(text: str, weight: Weight) -> Line:
    """The glyphs of a line that leave ink."""
    return [
        Placed(letter, round(x * GRID / UNITS), round(y * GRID / UNITS))
        for glyph, x, y in shape(text, weight).glyphs
        if (letter := _inked(glyph, weight))
    ]


@cache
def _inked(glyph: int, weight: Weight) -> Letter | None:
    """The letter of a glyph; none for a space."""
    return Letter(glyph, weight) if outline(glyph, weight, GRID) else None


def _uses(placed: Iterable[Placed], names: Mapping[Shape, str]) -> str:
    found = []
    for shape_, x, y in placed:
        right = f' x="{x}"' if x else ""
        up = f' y="{y}"' if y else ""
        found.append(f'<use href="#{names[shape_]}"{right}{up}/>')
    return "".join(found)


def _named(lines: list[Line]) -> Mapping[Shape, str]:
    """Every shape with its name: the most used first, and of those used as often the first that is met."""
    return dict(zip((one for one, _ in used(lines).most_common()), _short_names(), strict=False))


def _short_names() -> Iterator[str]:
    """Names for elements, the shortest first: a, b, … Z, aa, ab, … a0 …"""
    yield from ascii_letters
    for number in count():
        first, rest = divmod(number, len(ascii_letters + digits))
        yield _letters(first) + (ascii_letters + digits)[rest]


def _letters(number: int) -> str:
    """A number in letters: a, b, … Z, aa …"""
    more, last = divmod(number, len(ascii_letters))
    return (_letters(more - 1) if more else "") + ascii_letters[last]


def _attribute(text: str) -> str:
    """A text as an attribute that keeps its line ends."""
    return quoteattr(text, {"\n": "&#10;"})


def _short(number: float) -> str:
    return f"{round(number, 2):g}"
