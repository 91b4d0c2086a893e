"""A link goes in; a QR code comes out, as a picture for files that are printed, or as squares to draw."""

from __future__ import annotations

import io

import segno


def qr_png(link: str, scale: int = 8) -> bytes:
    """The code as a PNG, with the quiet border that phones need."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="png", scale=scale, border=2)
    return out.getvalue()


def qr_squares(link: str) -> tuple[tuple[bool, ...], ...]:
    """The code as rows of dark (true) and light squares, with its border."""
    code = segno.make(link, error="m", micro=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix_iter(border=2))
