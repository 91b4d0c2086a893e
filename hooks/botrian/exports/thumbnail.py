"""A printed table goes in; a small picture of its beginning comes out, which stands beside a pasted link."""

from __future__ import annotations

import io

from PIL import Image

from botrian.exports.drawing import WIDTH, Drawing
from botrian.exports.formats import THUMBNAIL_SIZE
from botrian.exports.picture_layout import pages, table_top
from botrian.exports.picture_png import painted
from botrian.exports.printed import PrintedTable

_QUALITY = 45


def thumbnail(table: PrintedTable) -> bytes:
    """The heads of the columns and the first rows as WebP, some KB. Raises FontMissing."""
    out = io.BytesIO()
    _beginning(pages(table)[0]).save(out, "WEBP", quality=_QUALITY, method=6)
    return out.getvalue()


def _beginning(picture: Drawing) -> Image.Image:
    """From the heads of the columns down, on paper where the table is short."""
    scale = THUMBNAIL_SIZE[0] / WIDTH
    image = painted(picture, scale).convert("RGB")
    top = round(table_top(picture) * scale)
    paper = Image.new("RGB", THUMBNAIL_SIZE, image.getpixel((0, 0)))
    paper.paste(image.crop((0, top, THUMBNAIL_SIZE[0], min(image.height, top + THUMBNAIL_SIZE[1]))))
    return paper
