"""A printed table goes in; its oEmbed file comes out, so that pasting the table's link into a page shows the table.

oEmbed 1.0 (oembed.com) as static files: the table's page and its embed name their file in a ``<link>``, as a site
without a server that answers questions can. Programs that ask for a width or height get what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from botrian.addresses import fixed
from botrian.exports.csvw import as_json
from botrian.exports.formats import THUMBNAIL, THUMBNAIL_SIZE
from botrian.exports.printed import PrintedTable

#: Rows that a pasted table begins with; a button in it shows the others.
FIRST_ROWS = 5
WIDTH, HEIGHT = 720, 480
_DAY = 86_400


def oembed_address(link: str) -> str:
    """The absolute address of a table's oEmbed file; ``link`` is that of its page."""
    root, _, id_ = link.rstrip("/").rpartition("tables/")
    return f"{root}{fixed.EMBEDS}{id_}/oembed.json"


def oembed_file(table: PrintedTable) -> Mapping[str, bytes]:
    """The file of one table, by its path below the language's root."""
    origin = table.provenance
    address = oembed_address(origin.link).removesuffix("oembed.json")
    html = (
        f'<iframe src="{escape(address)}?first={FIRST_ROWS}" title="{escape(table.title)}" width="{WIDTH}"'
        f' height="{HEIGHT}" loading="lazy" style="border:0;max-width:100%"></iframe>'
    )
    content = {
        "version": "1.0",
        "type": "rich",
        "title": table.title,
        "author_name": origin.publisher,
        "author_url": origin.link,
        "provider_name": origin.publisher,
        "provider_url": origin.link.partition("tables/")[0],
        "cache_age": _DAY,
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": f"{origin.link.rstrip('/')}.{THUMBNAIL}",
        "thumbnail_width": THUMBNAIL_SIZE[0],
        "thumbnail_height": THUMBNAIL_SIZE[1],
        "html": html,
    }
    return {f"{fixed.EMBEDS}{table.id}/oembed.json": as_json(content)}
