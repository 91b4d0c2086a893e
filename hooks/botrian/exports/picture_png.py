"""A drawing goes in; a PNG file comes out, with its title and link in it for those who find it without its page."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import deflate
import numpy as np
import uharfbuzz  # type: ignore[import-untyped] # it ships no types
from numpy.typing import NDArray
from PIL import Image, ImageColor

from botrian.exports.drawing import RISE, WIDTH, Block, Drawing
from botrian.exports.glyphs import UNITS, font, shape

#: Pixels in a unit: 1,080 across for a card, as chats keep it; 720 for pages, twice what a phone is wide, for there are
#: many of them.
SCALE, PAGE_SCALE = 1.08, 0.72
#: Steps between a ground and the letter on it, a power of two. In letters of 42 pixels no eye tells more apart on a
#: phone, and each costs bytes: eight take a quarter more.
_STEPS = 4
#: Of libdeflate's 12 levels. The ninth takes more than twice the time for three parts in a hundred less, and from the
#: tenth on it looks for the best parts by trying.
_LEVEL = 7
#: What the header calls a picture whose pixels are places in a palette.
_PALETTE = 3

_Pixels = NDArray[np.uint8]
_Colour = tuple[int, ...]


class Painted(NamedTuple):
    """A picture: for each pixel the place of its colour (red, green, blue) in the palette."""

    pixels: _Pixels
    palette: tuple[_Colour, ...]

    def image(self) -> Image.Image:
        """The same as Pillow has it."""
        image = Image.fromarray(self.pixels)
        image.putpalette([part for colour in self.palette for part in colour])
        return image


def png(drawing: Drawing, scale: float = SCALE) -> bytes:
    """The PNG file, of few colours, so that it is small enough for a slow line."""
    return png_of(painted(drawing, scale), drawing)


def png_of(picture: Painted, drawing: Drawing) -> bytes:
    """The file of a picture that was painted.

    Its chunks are put together here: Pillow filters the rows of small palettes, which letters do not need (a quarter
    more bytes), and has zlib only.
    """
    pixels, palette = _few_colours(picture)
    high, wide = pixels.shape
    bits = next(bits for bits in (1, 2, 4, 8) if len(palette) <= 2**bits)
    header = struct.pack(">IIBBBBB", wide, high, bits, _PALETTE, 0, 0, 0)
    unfiltered = np.pad(_bytes_of(pixels, bits), ((0, 0), (1, 0))).tobytes()
    chunks: list[tuple[bytes, bytes]] = [
        (b"IHDR", header),
        (b"PLTE", bytes(part for colour in palette for part in colour)),
        *_about(drawing),
        (b"IDAT", bytes(deflate.zlib_compress(unfiltered, _LEVEL))),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _few_colours(picture: Painted) -> tuple[_Pixels, list[_Colour]]:
    """The places of the pixels' colours in a palette that has each colour once, the most frequent first."""
    counted = Image.fromarray(picture.pixels).histogram()
    colours: dict[_Colour, int] = {}
    places = bytearray(256)
    for one in sorted((one for one in range(256) if counted[one]), key=lambda one: -counted[one]):
        places[one] = colours.setdefault(picture.palette[one], len(colours))
    found = picture.pixels.tobytes().translate(places)
    return np.frombuffer(found, np.uint8).reshape(picture.pixels.shape), list(colours)


def _bytes_of(pixels: _Pixels, bits: int) -> _Pixels:
    """Rows of pixels as rows of bytes, the leftmost in the highest bits."""
    in_a_byte = 8 // bits
    rows = np.pad(pixels, ((0, 0), (0, -pixels.shape[1] % in_a_byte)))
    packed: _Pixels = np.zeros((len(rows), rows.shape[1] // in_a_byte), np.uint8)
    for place in range(in_a_byte):
        packed |= rows[:, place::in_a_byte] << np.uint8(8 - bits * (place + 1))
    return packed


def _chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG file: how long it is, what it is, what it holds, and a sum to check it by."""
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def painted(drawing: Drawing, scale: float, steps: int = _STEPS) -> Painted:
    """The picture with ``scale`` pixels in a unit: every ink on every ground in steps.

    ``steps``: a power of two; with two the edges of letters are hard, which is a third smaller.
    """
    size = (round(WIDTH * scale), round(drawing.height * scale))
    grounds = sorted({ground.colour for ground in drawing.grounds})
    inks = sorted({block.colour for block in drawing.blocks})
    mixed = _mask(drawing, size, scale) // np.uint8(256 // steps)
    pixels = mixed + _grounds(drawing, grounds, steps * len(inks), size, scale)
    if len(inks) > 1:
        pixels += _inks(drawing, inks, steps, size, scale) * (mixed > 0)
    return Painted(pixels, tuple(_palette(grounds, inks, steps)))


def _grounds(drawing: Drawing, colours: list[str], steps: int, size: tuple[int, int], scale: float) -> _Pixels:
    """Every ground, painted with the place of its colour in the list, in ``steps``."""
    pixels: _Pixels = np.zeros(size[::-1], np.uint8)
    for ground in drawing.grounds:
        left, top = round(ground.x * scale), round(ground.y * scale)
        right, bottom = round((ground.x + ground.width) * scale), round((ground.y + ground.height) * scale)
        # The thinnest line has its pixel.
        pixels[top : max(bottom, top + 1), left : max(right, left + 1)] = steps * colours.index(ground.colour)
    return pixels


def _palette(grounds: list[str], inks: list[str], steps: int) -> Iterator[_Colour]:
    """Red, green, blue of every mixture: for each ground, for each ink, from the ground to the ink in steps."""
    for ground in grounds:
        for ink in inks:
            for step in range(steps):
                pair = zip(ImageColor.getrgb(ground)[:3], ImageColor.getrgb(ink)[:3], strict=True)
                yield tuple(round(under + (over - under) * step / (steps - 1)) for under, over in pair)


def _inks(drawing: Drawing, colours: list[str], steps: int, size: tuple[int, int], scale: float) -> _Pixels:
    """The room of every block, painted with the place of its letters' colour in the list, in ``steps``."""
    pixels: _Pixels = np.zeros(size[::-1], np.uint8)
    for block in drawing.blocks:
        place = steps * colours.index(block.colour)
        if place:
            left, right = (max(0, int(side * scale)) for side in _sides(block))
            top = block.y - block.size * RISE
            bottom = int((top + len(block.lines) * block.step) * scale)
            pixels[max(0, int(top * scale)) : bottom + 1, left : right + 1] = place
    return pixels


def _sides(block: Block) -> tuple[float, float]:
    """Where the block's longest line begins and ends, in units."""
    longest = max(shape(line, block.weight).width for line in block.lines) * block.size / UNITS
    return (block.x, block.x + longest) if block.right is None else (block.right - longest, block.right)


def _mask(drawing: Drawing, size: tuple[int, int], scale: float) -> _Pixels:
    """Where the letters are, as HarfBuzz paints them. It counts from the lowest line upwards."""
    painter = uharfbuzz.RasterDraw()
    painter.extents = uharfbuzz.RasterExtents(x_origin=0, y_origin=0, width=size[0], height=size[1], stride=0)
    for block in drawing.blocks:
        em, face = block.size * scale / UNITS, font(block.weight)
        for number, line in enumerate(block.lines):
            shaped = shape(line, block.weight)
            left = block.right * scale - shaped.width * em if block.right is not None else block.x * scale
            base = size[1] - (block.y + number * block.step) * scale
            for glyph, x, y in shaped.glyphs:
                painter.transform = (em, 0, 0, em, left + x * em, base + y * em)
                painter.draw_glyph(face, glyph)
    image = painter.render()
    rows = np.frombuffer(image.buffer, np.uint8).reshape(image.extents.height, image.extents.stride)
    return rows[::-1, : image.extents.width]


def _about(drawing: Drawing) -> Iterator[tuple[bytes, bytes]]:
    """What the picture shows and where it comes from, as chunks of international text."""
    for name, text in (("Title", drawing.title), ("Description", drawing.description), ("Source", drawing.link)):
        # After the name: not compressed, by no method, in no language that is told, under no other name.
        yield b"iTXt", name.encode("ascii") + bytes(5) + text.encode("utf-8")
