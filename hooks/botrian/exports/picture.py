"""A printed table goes in; a picture of it comes out as SVG or PNG, crisp on a slide and readable on a phone.

Letters are drawn as outlines of the Sarabun that lies beside this module, shaped here: Thai marks stand right
wherever the picture is opened.
"""

from __future__ import annotations

from botrian.exports.picture_layout import drawing
from botrian.exports.picture_png import png
from botrian.exports.picture_svg import svg
from botrian.exports.printed import PrintedTable


def svg_file(table: PrintedTable) -> bytes:
    """The picture as SVG. Raises FontMissing."""
    return svg(drawing(table))


def png_file(table: PrintedTable) -> bytes:
    """The picture as PNG, 2,000 pixels wide. Raises FontMissing."""
    return png(drawing(table))
