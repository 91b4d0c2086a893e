"""A drawing goes in; a PNG file comes out, with its title and link in it for those who find it without its page."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import deflate
import numpy as np
import uharfbuzz  # type: ignore[import-untyped] # it ships no types
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageDraw

from botrian.exports.drawing import RISE, WIDTH, Block, Drawing
from botrian.exports.glyphs import UNITS, font, shape

#: Pixels in a unit: 1,080 across for a card, as chats keep it; 720 for pages, twice what a phone is wide, for there are
#: many of them.
SCALE, PAGE_SCALE = 1.08, 0.72
#: Steps between a ground and the letter on it, a power of two. In letters of 42 pixels no eye tells more apart on a
#: phone, and each costs bytes: eight take a quarter more.
_STEPS = 4
#: Of libdeflate's 12 levels. From the next on it looks for the best parts by trying: a twentieth less, in three times
#: the time.
_LEVEL = 9
#: What the header calls a picture whose pixels are places in a palette.
_PALETTE = 3

_Pixels = NDArray[np.uint8]


def png(drawing: Drawing, scale: float = SCALE) -> bytes:
    """The PNG file, of few colours, so that it is small enough for a slow line."""
    return png_of(painted(drawing, scale), drawing)


def png_of(image: Image.Image, drawing: Drawing) -> bytes:
    """The file of a picture that was painted.

    Its chunks are put together here: Pillow filters the rows of small palettes, which letters do not need (a quarter
    more bytes), and has zlib only.
    """
    pixels, palette = _few_colours(image)
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


def _few_colours(image: Image.Image) -> tuple[_Pixels, list[tuple[int, ...]]]:
    """The places of the pixels' colours in a palette that has each colour once, the most frequent first."""
    counted, palette = image.histogram(), image.getpalette() or []
    colours: dict[tuple[int, ...], int] = {}
    places = [0] * 256
    for one in sorted((one for one in range(256) if counted[one]), key=lambda one: -counted[one]):
        places[one] = colours.setdefault(tuple(palette[3 * one : 3 * one + 3]), len(colours))
    return np.asarray(image.point(places)), list(colours)


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


def painted(drawing: Drawing, scale: float, steps: int = _STEPS) -> Image.Image:
    """The picture with ``scale`` pixels in a unit, its colours in a palette: every ink on every ground in steps.

    ``steps``: a power of two; with two the edges of letters are hard, which is a third smaller.
    """
    size = (round(WIDTH * scale), round(drawing.height * scale))
    grounds = sorted({ground.colour for ground in drawing.grounds})
    inks = sorted({block.colour for block in drawing.blocks})
    per_ground = steps * len(inks)
    pixels = np.asarray(_grounds(drawing, grounds, size, scale)) * np.uint8(per_ground)
    mixed = np.asarray(_mask(drawing, size, scale)) // np.uint8(256 // steps)
    pixels += mixed
    if len(inks) > 1:
        pixels += (mixed > 0) * (np.asarray(_inks(drawing, inks, size, scale)) * np.uint8(steps))
    image = Image.fromarray(pixels).convert("L")
    image.putpalette(list(_palette(grounds, inks, steps)))
    return image


def _grounds(drawing: Drawing, colours: list[str], size: tuple[int, int], scale: float) -> Image.Image:
    """Every ground, painted with the place of its colour in the list."""
    image = Image.new("L", size)
    draw = ImageDraw.Draw(image)
    for ground in drawing.grounds:
        left, top = round(ground.x * scale), round(ground.y * scale)
        right, bottom = round((ground.x + ground.width) * scale), round((ground.y + ground.height) * scale)
        draw.rectangle((left, top, max(left, right - 1), max(top, bottom - 1)), fill=colours.index(ground.colour))
    return image


def _palette(grounds: list[str], inks: list[str], steps: int) -> Iterator[int]:
    """Red, green, blue of every mixture: for each ground, for each ink, from the ground to the ink in steps."""
    for ground in grounds:
        for ink in inks:
            for step in range(steps):
                pair = zip(ImageColor.getrgb(ground)[:3], ImageColor.getrgb(ink)[:3], strict=True)
                yield from (round(under + (over - under) * step / (steps - 1)) for under, over in pair)


def _inks(drawing: Drawing, colours: list[str], size: tuple[int, int], scale: float) -> Image.Image:
    """The room of every block, painted with the place of its letters' colour in the list."""
    image = Image.new("L", size)
    draw = ImageDraw.Draw(image)
    for block in drawing.blocks:
        if colours.index(block.colour):
            left, right = _sides(block)
            top = block.y - block.size * RISE
            bottom = top + len(block.lines) * block.step
            room = [side * scale for side in (left, top, right, bottom)]
            draw.rectangle(room, colours.index(block.colour))
    return image


def _sides(block: Block) -> tuple[float, float]:
    """Where the block's longest line begins and ends, in units."""
    longest = max(shape(line, block.weight).width for line in block.lines) * block.size / UNITS
    return (block.x, block.x + longest) if block.right is None else (block.right - longest, block.right)


def _mask(drawing: Drawing, size: tuple[int, int], scale: float) -> Image.Image:
    """Where the letters are, as HarfBuzz paints them. It counts from the lowest line upwards."""
    painter = uharfbuzz.RasterDraw()
    painter.extents = uharfbuzz.RasterExtents(x_origin=0, y_origin=0, width=size[0], height=size[1], stride=0)
    for block in drawing.blocks:
        em = block.size * scale / UNITS
        for number, line in enumerate(block.lines):
            shaped = shape(line, block.weight)
            left = block.right * scale - shaped.width * em if block.right is not None else block.x * scale
            base = size[1] - (block.y + number * block.step) * scale
            for glyph in shaped.glyphs:
                painter.transform = (em, 0, 0, em, left + glyph.x * em, base + glyph.y * em)
                painter.draw_glyph(font(block.weight), glyph.id)
    painted = painter.render()
    extents = painted.extents
    wide = (extents.width, extents.height)
    return Image.frombuffer("L", wide, bytes(painted.buffer), "raw", "L", extents.stride, -1)


def _about(drawing: Drawing) -> Iterator[tuple[bytes, bytes]]:
    """What the picture shows and where it comes from, as chunks of international text."""
    for name, text in (("Title", drawing.title), ("Description", drawing.description), ("Source", drawing.link)):
        # After the name: not compressed, by no method, in no language that is told, under no other name.
        yield b"iTXt", name.encode("ascii") + bytes(5) + text.encode("utf-8")
