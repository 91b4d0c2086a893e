"""A printed table goes in; pictures of it come out: one whole as SVG, a card and pages for a chat as PNG.

Letters are drawn as outlines of the Sarabun that lies beside this module, shaped here: Thai marks stand right
wherever the picture is opened. What stands where is in ``picture_layout.py``.
"""

from __future__ import annotations

from collections.abc import Mapping

from botrian.exports.colours import named
from botrian.exports.drawing import Drawing
from botrian.exports.formats import ALBUM, THUMBNAIL
from botrian.exports.picture_card import card
from botrian.exports.picture_layout import drawing, pages
from botrian.exports.picture_png import PAGE_SCALE, png
from botrian.exports.picture_svg import svg
from botrian.exports.printed import PrintedTable
from botrian.exports.thumbnail import thumbnail
from botrian.templating import environment
from botrian.words import say

_ALBUM_WORDS = {"pages": "album", "hold": "album_hold", "back": "album_back", "page": "page"}


def svg_file(table: PrintedTable) -> bytes:
    """The whole table as SVG. Raises FontMissing."""
    return svg(drawing(table))


def png_file(table: PrintedTable) -> bytes:
    """The card with the answer and the key rows as PNG, 1,080 by 1,350 pixels. Raises FontMissing."""
    return png(card(table))


def page_files(table: PrintedTable) -> Mapping[str, bytes]:
    """The whole table as PNG, page by page, and a page of HTML that shows them all, by the ending of each file.

    The endings are ``1.png``, ``2.png`` … and ``ALBUM``; ``THUMBNAIL`` is the beginning of the first, small.
    Raises FontMissing.
    """
    drawn = {f"{number}.png": page for number, page in enumerate(pages(table), start=1)}
    painted = {ending: png(page, PAGE_SCALE) for ending, page in drawn.items()}
    return {**painted, ALBUM: _album(table, drawn), THUMBNAIL: thumbnail(drawn["1.png"])}


def _album(table: PrintedTable, drawn: Mapping[str, Drawing]) -> bytes:
    words = {name: say(f"export.{word}", table.language) for name, word in _ALBUM_WORDS.items()}
    files = [(f"{table.id}.{ending}", round(page.height * PAGE_SCALE)) for ending, page in drawn.items()]
    page = (
        environment("exports", whole_files=True)
        .get_template("album.html")
        .render(table=table, pages=files, words=words, colour=named())
    )
    return page.encode("utf-8")
