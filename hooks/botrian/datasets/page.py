"""The frame goes in; the page that tells people of the data comes out: what there is, how it loads, what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from botrian.addresses import fixed
from botrian.datasets.collections import collections
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import STYLES, with_tools
from botrian.pages.templates import filled
from botrian.thai import format_number


def data_page(frame: Frame) -> Iterator[StagedPage]:
    """``/data/``: every collection with its files and columns, the packages, and how programs load them."""
    desk = frame.desk(fixed.DATA)
    content = filled(
        "data",
        desk,
        collections=collections(frame.knowledge, frame.tables),
        language=frame.language,
        # The collections stand once, in the Thai site.
        home="../" if frame.language == "en" else "",
        site=frame.stamp.site_url,
        number=lambda count: format_number(Decimal(count), frame.language),
    )
    title = frame.say("data.title")
    page = frame.page(fixed.DATA, title, content, description=frame.say("data.intro"), wide=True)
    yield with_tools(page, scripts=(), styles=STYLES)
