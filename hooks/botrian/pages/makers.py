"""Who makes the pages of each kind of record, and its index. Kinds that are named nowhere here get a plain page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from botrian.kinds import Kind, kinds
from botrian.pages.any_record import any_record_page
from botrian.pages.credits import thanks_page, with_credits
from botrian.pages.frame import Frame
from botrian.pages.gallery import gallery_page
from botrian.pages.index_pages import (
    case_indexes,
    lesson_indexes,
    plain_index,
    provinces_index,
    themes_index,
    timeline,
)
from botrian.pages.lesson_page import lesson_page
from botrian.pages.record_pages import case_page, path_page, province_page, table_page, theme_page
from botrian.pages.source_pages import source_page
from botrian.pages.staged import StagedPage
from botrian.pages.terms import terms_index

#: From a record (of tables, the typed table) to its page.
Maker = Callable[[Frame, Any], StagedPage]
#: Kinds whose pages and index are made by rooms of their own.
MADE_ELSEWHERE = frozenset({"kit", "release"})
#: Kinds of records that people add to a training kit (``kits/builder.py``).
KIT_PARTS = ("lesson", "table", "path", "case")
INDEXES: Mapping[str, Callable[[Frame], Iterable[StagedPage]]] = {
    "province": provinces_index,
    "case": case_indexes,
    "lesson": lesson_indexes,
    "theme": themes_index,
    "term": terms_index,
    "event": timeline,
    "table": gallery_page,
    "credit": thanks_page,
}


#: Who makes the page of a record, by its kind.
PAGES: Mapping[str, Maker] = {
    "lesson": lesson_page,
    "case": case_page,
    "profile": province_page,
    "path": path_page,
    "theme": theme_page,
    "table": table_page,
    "source": source_page,
}


def record_pages(frame: Frame) -> Iterator[tuple[str, Callable[[Frame], StagedPage]]]:
    """The address of each record that has a page of its own, and how the page is made in a frame."""
    for kind in kinds():
        if kind.page and kind.id not in MADE_ELSEWHERE:
            for id_ in frame.knowledge.of(kind.id):
                yield kind.address_of(id_, frame.knowledge), partial(_page_of, kind, id_)


def _page_of(kind: Kind, id_: str, frame: Frame) -> StagedPage:
    def make() -> StagedPage:
        if kind.id not in PAGES:
            return any_record_page(frame, kind, id_)
        return PAGES[kind.id](frame, frame.tables[id_] if kind.id == "table" else frame.knowledge.of(kind.id)[id_])

    page = with_credits(frame, kind.id, id_, make)
    # It offers to add its record to a kit where kits are put together of such records.
    return replace(page, meta={**page.meta, "kit_part": f"{kind.id}:{id_}"}) if kind.id in KIT_PARTS else page


def indexes_of(frame: Frame, kind: Kind) -> Iterable[StagedPage]:
    """The pages that list the records of a kind; none where it has no index, or another room makes it."""
    if kind.index is None or kind.id in MADE_ELSEWHERE:
        return ()
    return INDEXES[kind.id](frame) if kind.id in INDEXES else plain_index(frame, kind)
