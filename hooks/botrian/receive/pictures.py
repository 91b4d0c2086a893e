"""A picture that came with a message goes in; a clean one comes out, drawn anew: nothing else is in the file."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

#: More than the form sends; what is larger was not made by it.
MOST_BYTES = 400_000
MOST_PIXELS = 2000 * 2000


class NoPicture(ValueError):
    """The bytes are no picture that we take: not JPEG, too large, or damaged."""


def clean_picture(data: bytes) -> bytes:
    """The picture as JPEG without position, device and comments. Raises NoPicture."""
    if len(data) > MOST_BYTES:
        raise NoPicture("size")
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise NoPicture("pixels")
            drawn = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NoPicture("damaged") from error
    out = io.BytesIO()
    bare = Image.new("RGB", drawn.size)
    bare.paste(drawn)
    bare.save(out, format="JPEG", quality=82, optimize=True)
    return out.getvalue()
