"""The first page of a table's pictures goes in; a small one of its beginning comes out, which stands beside a link."""

from __future__ import annotations

import io

from PIL import Image

from botrian.exports.drawing import WIDTH, Drawing
from botrian.exports.formats import THUMBNAIL_SIZE
from botrian.exports.picture_layout import table_top
from botrian.exports.picture_png import painted

_QUALITY = 45


def thumbnail(page: Drawing) -> bytes:
    """The heads of the columns and the first rows as WebP, some KB. Raises FontMissing."""
    out = io.BytesIO()
    _beginning(page).save(out, "WEBP", quality=_QUALITY, method=6)
    return out.getvalue()


def _beginning(picture: Drawing) -> Image.Image:
    """From the heads of the columns down, on paper where the table is short."""
    scale = THUMBNAIL_SIZE[0] / WIDTH
    image = painted(picture, scale).image().convert("RGB")
    top = round(table_top(picture) * scale)
    paper = Image.new("RGB", THUMBNAIL_SIZE, image.getpixel((0, 0)))
    paper.paste(image.crop((0, top, THUMBNAIL_SIZE[0], min(image.height, top + THUMBNAIL_SIZE[1]))))
    return paper
