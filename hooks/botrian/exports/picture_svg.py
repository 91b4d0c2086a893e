"""A drawing goes in; an SVG file comes out. Each glyph's outline stands in it once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from botrian.exports.drawing import WIDTH, Block, Drawing, Ground
from botrian.exports.glyphs import UNITS, Shaped, Weight, outline, shape


def svg(drawing: Drawing) -> bytes:
    """The SVG file: title and description for those who do not see it, the words of each cell as its label."""
    return "\n".join(_lines(drawing)).encode("utf-8") + b"\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    size = f'viewBox="0 0 {WIDTH} {drawing.height}" width="{WIDTH}" height="{drawing.height}"'
    label = f'role="img" aria-label={quoteattr(drawing.title)}'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} {label}>'
    yield f"<title>{escape(drawing.title)}</title>"
    yield f"<desc>{escape(drawing.description)} {escape(drawing.link)}</desc>"
    yield "<defs>"
    for glyph, weight in sorted(_glyphs(drawing)):
        path = outline(glyph, weight)
        if path:
            yield f'<path id="{_name(glyph, weight)}" d="{path}"/>'
    yield "</defs>"
    for colour, grounds in groupby(drawing.grounds, key=lambda ground: ground.colour):
        yield f'<path fill="{colour}" d="{"".join(map(_rectangle, grounds))}"/>'
    for block in drawing.blocks:
        yield from _block(block)
    yield "</svg>"


def _block(block: Block) -> Iterator[str]:
    cell = f" data-row={quoteattr(block.row)} data-column={quoteattr(block.column)}" if block.row else ""
    yield f'<g fill="{block.colour}" aria-label={_attribute(block.text)}{cell}>'
    for number, line in enumerate(block.lines):
        shaped = shape(line, block.weight)
        scale = block.size / UNITS
        x = block.right - shaped.width * scale if block.right is not None else block.x
        y = block.y + number * block.step
        yield f'<g transform="translate({_short(x)} {_short(y)}) scale({scale:g} {-scale:g})">'
        yield "".join(_uses(shaped, block.weight))
        yield "</g>"
    yield "</g>"


def _rectangle(ground: Ground) -> str:
    width = _short(ground.width)
    return f"M{_short(ground.x)} {_short(ground.y)}h{width}v{_short(ground.height)}h-{width}z"


def _uses(shaped: Shaped, weight: Weight) -> Iterator[str]:
    for glyph in shaped.glyphs:
        if outline(glyph.id, weight):
            y = f' y="{glyph.y}"' if glyph.y else ""
            yield f'<use href="#{_name(glyph.id, weight)}" x="{glyph.x}"{y}/>'


def _glyphs(drawing: Drawing) -> set[tuple[int, Weight]]:
    return {
        (glyph.id, block.weight)
        for block in drawing.blocks
        for line in block.lines
        for glyph in shape(line, block.weight).glyphs
    }


def _name(glyph: int, weight: Weight) -> str:
    return f"{weight[0]}{glyph}"


def _attribute(text: str) -> str:
    """A text as an attribute that keeps its line ends."""
    return quoteattr(text, {"\n": "&#10;"})


def _short(number: float) -> str:
    return f"{round(number, 2):g}"
