"""A table's page goes in; the same page with its tools comes out: toolbar, downloads, and the files they need.

The tools are browser code over a table that reads well without it: they stand hidden on the page until the code
shows them. All of their words are in the templates, so that the code itself has no language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from botrian.addresses import up
from botrian.embeds import FrozenName
from botrian.exports import ALBUM, FORMATS
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Language
from botrian.tables import Table
from botrian.thai import parse_date

STYLES = ("assets/tables.css",)
SCRIPTS = ("assets/tables.js",)
#: What the browser code says; each is a data attribute of the tools.
SAYINGS = (
    "all_rows",
    "some_rows",
    "no_rows",
    "copied",
    "copied_text",
    "not_copied",
    "sort_by",
    "sorted_up",
    "sorted_down",
    "in_groups",
    "same",
    "differs",
    "base",
    "compared",
    "sources",
    "from",
    "ascending",
    "descending",
    "group",
    "making",
    "made",
    "not_made",
)


def with_tools(page: StagedPage, scripts: Sequence[str] = SCRIPTS, styles: Sequence[str] = STYLES) -> StagedPage:
    """The page with the names of the scripts and styles that only pages with table tools load."""
    more = [*page.meta.get("styles", ()), *styles]
    return replace(page, meta={**page.meta, "scripts": list(scripts), "styles": more})


def table_tools(
    frame: Frame, desk: Desk, name: str, *, builder: bool = False, frozen: Sequence[FrozenName] = ()
) -> Markup:
    """The toolbar and the embed dialog. ``name``: of the table; ``frozen``: its frozen copies, oldest first.

    In the builder rows and columns are chosen in a form of its own, and files are made in the browser.
    """
    return filled(
        "table-tools",
        desk,
        name=name,
        builder=builder,
        frozen=[{"hash": one.hash, "words": _day(one, frame.language)} for one in frozen],
        sayings=SAYINGS,
        site=frame.stamp.site_url,
        root=up(desk.page) + ("../" if frame.language == "en" else ""),
        library=frame.say("frame.site"),
    )


def _day(copy: FrozenName, language: Language) -> str:
    """What tells a copy from others: its day, or where nobody knows it, its hash."""
    return parse_date(copy.day).format(language) if copy.day else copy.hash


def picture_address(table: Table) -> str:
    """The address of the card for chats below the language's root."""
    return f"tables/{table.id}.png"


def album_address(table: Table) -> str:
    """The address of the page with all of a table's pictures below the language's root."""
    return f"tables/{table.id}.{ALBUM}"


def downloads(table: Table) -> tuple[tuple[str, str], ...]:
    """Each format of a download and the address of its file below the language's root."""
    return tuple((ending, f"tables/{table.id}.{ending}") for ending in FORMATS)
