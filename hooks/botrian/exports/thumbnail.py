"""A printed table goes in; a small picture of its beginning comes out, by which the gallery shows what is in it."""

from __future__ import annotations

import io

from PIL import Image

from botrian.exports.drawing import WIDTH, Drawing
from botrian.exports.picture_layout import drawing, table_top
from botrian.exports.picture_png import painted
from botrian.exports.printed import PrintedTable

#: Pixels. A card of the gallery is about as wide; more would cost a slow line bytes for letters still too small.
SIZE = (336, 189)
_QUALITY = 45


def thumbnail(table: PrintedTable) -> bytes:
    """The heads of the columns and the first rows as WebP, some KB. Raises FontMissing."""
    out = io.BytesIO()
    _beginning(drawing(table)).save(out, "WEBP", quality=_QUALITY, method=6)
    return out.getvalue()


def _beginning(picture: Drawing) -> Image.Image:
    """From the heads of the columns down, on paper where the table is short."""
    scale = SIZE[0] / WIDTH
    image = painted(picture, scale).convert("RGB")
    top = round(table_top(picture) * scale)
    paper = Image.new("RGB", SIZE, image.getpixel((0, 0)))
    paper.paste(image.crop((0, top, SIZE[0], min(image.height, top + SIZE[1]))))
    return paper
