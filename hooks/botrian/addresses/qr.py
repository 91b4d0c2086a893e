"""A link goes in; a QR code comes out, as a picture for files that are printed, or as squares to draw."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from typing import Any

import segno


@lru_cache(maxsize=8)
def qr_png(link: str, scale: int = 8) -> bytes:
    """The code as a PNG, with the quiet border that phones need."""
    out = io.BytesIO()
    _code(link).save(out, kind="png", scale=scale, border=2)
    return out.getvalue()


def qr_data(link: str) -> str:
    """The code as a ``data:`` address of a picture of one pixel a square, for a page: half a kilobyte.

    One mask serves all: the best of eight would take seconds of each build and reads no better on paper.
    """
    out = io.BytesIO()
    segno.make(link, error="m", mask=0, micro=False).save(out, kind="png", scale=1, border=2)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")


def qr_squares(link: str) -> tuple[tuple[bool, ...], ...]:
    """The code as rows of dark (true) and light squares, with its border."""
    return tuple(tuple(bool(square) for square in row) for row in _code(link).matrix_iter(border=2))


@lru_cache(maxsize=256)
def _code(link: str) -> Any:
    """Kept, since every format of a table asks for the same."""
    return segno.make(link, error="m", micro=False)
