"""The knowledge, its tables and a stamp go in; every page of one language comes out, by address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from botrian.findings import Place
from botrian.knowledge import Knowledge, Page
from botrian.pages.builder import builder_page
from botrian.pages.frame import Frame, Stamp
from botrian.pages.front import front_page
from botrian.pages.gallery import gallery_page
from botrian.pages.glossary import glossary
from botrian.pages.index_pages import index_pages
from botrian.pages.lesson_page import lesson_page
from botrian.pages.markdown import rendered
from botrian.pages.record_pages import (
    case_page,
    path_page,
    province_page,
    table_page,
    theme_page,
)
from botrian.pages.rule_pages import rule_pages
from botrian.pages.source_pages import citing, source_pages
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Language
from botrian.tables import Table

__all__ = ["Stamp", "stage_pages"]


def frame_of(
    knowledge: Knowledge,
    tables: Mapping[str, Table],
    language: Language,
    stamp: Stamp,
    frozen: Mapping[str, tuple[str, ...]] | None = None,
) -> Frame:
    """What the pages of one language are made in."""
    return Frame(knowledge, tables, language, glossary(knowledge, language), stamp, frozen or {})


def stage_pages(frame: Frame) -> tuple[StagedPage, ...]:
    """Every page of one language."""
    return tuple(sorted(_pages(frame), key=lambda page: page.address))


def changed_pages(old: Knowledge, frame: Frame) -> tuple[StagedPage, ...]:
    """The pages of the records that are not as they were: what a person who just saved a file wants to see first."""
    new = frame.knowledge
    makers: tuple[tuple[str, str, Callable[[Frame, Any], StagedPage]], ...] = (
        ("lesson", "lessons", lesson_page),
        ("case", "cases", case_page),
        ("profile", "profiles", province_page),
        ("path", "paths", path_page),
    )
    made = []
    for kind, field, make in makers:
        before, now = getattr(old, field), getattr(new, field)
        for id_, record in now.items():
            if before.get(id_) != record or old.body(kind, id_) != new.body(kind, id_):
                made.append(make(frame, record))
    written = {page.path: page for page in old.pages}
    made.extend(
        hand_written(frame, page) for page in new.pages if written.get(page.path) != page and page.path != "index.md"
    )
    return tuple(made)


def _pages(frame: Frame) -> Iterator[StagedPage]:
    knowledge = frame.knowledge
    yield from (lesson_page(frame, one) for one in knowledge.lessons.values())
    yield from (case_page(frame, one) for one in knowledge.cases.values())
    yield from (province_page(frame, one) for one in knowledge.profiles.values())
    yield from (path_page(frame, one) for one in knowledge.paths.values())
    yield from (theme_page(frame, one) for one in knowledge.themes.values())
    yield from (table_page(frame, one) for one in frame.tables.values())
    cited = citing(knowledge)
    for source in knowledge.sources.values():
        yield from source_pages(frame, source, cited[source.id])
    yield from index_pages(frame)
    yield front_page(frame)
    yield gallery_page(frame)
    yield builder_page(frame)
    yield from rule_pages(frame)
    yield from (hand_written(frame, one) for one in knowledge.pages if one.path != "index.md")


def hand_written(frame: Frame, page: Page) -> StagedPage:
    """A guide or another page that people write, cleaned; in English where there is a twin."""
    address = page.path.removesuffix("index.md").removesuffix(".md")
    address = address if not address or address.endswith("/") else f"{address}/"
    desk = frame.desk(address)
    text = page.body.in_(frame.language) or page.body.th
    content = rendered(text, desk, page.path)
    if frame.language == "en" and not page.body.en:
        content = Markup('<p class="kb-note">{}</p>').format(frame.say("page.thai_only")) + content
    content += filled("citations", desk)
    file = f"docs/{page.path}"
    if frame.language == "en" and page.body.en:
        file = file.removesuffix(".md") + ".en.md"
    origin = Place(file)
    description = frame.t(page.description)
    crumbs = ((f"{address.split('/')[0]}/", frame.say("collection.guide")),) if address.startswith("guide/") else ()
    crumbs = crumbs if address != "guide/" else ()
    return frame.page(address, frame.t(page.title), content, crumbs=crumbs, description=description, origin=origin)
