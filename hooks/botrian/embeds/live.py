"""A printed table goes in; its page for an iframe comes out. It always shows the data of the last build."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from botrian.addresses import fixed
from botrian.addresses.qr import qr_png
from botrian.embeds.oembed import oembed_address, oembed_file
from botrian.exports import limits
from botrian.exports.about import about
from botrian.exports.key_part import SILENT
from botrian.exports.printed import PrintedTable
from botrian.markup import thai_marked
from botrian.templating import environment
from botrian.words import say


def embed_files(table: PrintedTable) -> Mapping[str, bytes]:
    """The page of one table, by its path below the language's root."""
    shown = limits.part(table, slice(0, limits.EMBED_ROWS), slice(0, limits.EMBED_COLUMNS))
    page = (
        environment("embeds", whole_files=True)
        .get_template("live.html")
        .render(
            table=shown,
            silent=SILENT,
            about=[one for one in about(table) if one.name in ("notes", "silence", "citations", "sources", "cite")],
            rest=limits.rest_words(table, len(shown.rows), len(shown.columns)),
            words={name: say(f"embed.{name}", table.language) for name in ("from", "whole", "scroll", "show_all")},
            licence={name: say(f"licence.{name}", table.language) for name in ("name", "address")},
            code=code_address(table.provenance.link),
            oembed=oembed_address(table.provenance.link),
        )
    )
    shown_page = thai_marked(page) if table.language == "en" else page
    return {f"{fixed.EMBEDS}{table.id}/index.html": shown_page.encode("utf-8"), **oembed_file(table)}


def code_address(link: str) -> str:
    """The link's QR code as an address that holds the picture itself; it is shown on paper only."""
    return "data:image/png;base64," + base64.b64encode(qr_png(link, scale=2)).decode("ascii")
