"""The frame goes in; the page on which people put a training kit together comes out.

Which parts it has, how long it is and when it begins stands behind ``#`` in its address, as ids and numbers alone; the
browser code (``browser/modules/kits``) makes agenda, guide and slides of it. Without scripts the page leads to the
ready kits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from botrian.addresses import fixed
from botrian.kits.builder_data import folder
from botrian.kits.labels import label
from botrian.kits.timing import FORMS, RULES
from botrian.pages import compare
from botrian.pages.frame import Frame
from botrian.pages.makers import KIT_PARTS
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import with_tools
from botrian.pages.templates import filled
from botrian.records import Kit

PAGE = fixed.KIT_BUILDER
SCRIPT: Final = "assets/kit-builder.js"
STYLE: Final = "assets/kit-builder.css"
#: The parts that need no record, in the order of a day.
FRAME_PARTS: Final = ("open", "voices", "make", "close")
#: More parts than a day holds are refused, whatever an address says.
MOST_PARTS: Final = 24
#: How long each kind of part takes in proportion: the minutes of half a day with two lessons and a table.
USUAL: Final = {
    "open": 20, "lesson": 25, "table": 20, "path": 25, "case": 20, "voices": 30, "make": 50, "close": 15,
}  # fmt: skip


def builder_rules() -> Mapping[str, object]:
    """What the browser code makes kits by: the rule of agendas, the usual minutes, the limit."""
    return {**RULES, "usual": USUAL, "frame": FRAME_PARTS, "records": KIT_PARTS, "most": MOST_PARTS}


def builder_page(frame: Frame) -> StagedPage:
    """The page at ``kits/build/``."""
    desk = frame.desk(PAGE)
    word = partial(label, language=frame.language)
    content = filled(
        "kit-builder",
        desk,
        word=word,
        folder=desk.to(folder(frame.language)),
        cases=desk.to(compare.folder(frame.language)),
        site=frame.url(""),
        forms=FORMS,
        starts=[
            (frame.t(kit.title), f"{desk.to(PAGE)}#parts={','.join(parts_of(kit))}")
            for kit in frame.knowledge.kits.values()
        ],
    )
    crumbs = (("kits/", frame.say("collection.kits")),)
    page = frame.page(PAGE, word("build_title"), content, crumbs=crumbs, description=word("build_intro"), wide=True)
    return with_tools(page, (SCRIPT,), (STYLE,))


def parts_of(kit: Kit) -> Sequence[str]:
    """A ready kit as the parts of one to put together: its tables, lessons and path between those of every kit."""
    records = [f"table:{id_}" for id_ in kit.tables] + [f"lesson:{id_}" for id_ in kit.lessons]
    return ("open", *records, *([f"path:{kit.path}"] if kit.path else []), "make", "close")
