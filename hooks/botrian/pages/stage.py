"""The knowledge, its tables and a stamp go in; every page of one language comes out, by address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from botrian.addresses import Stamp, address, page_address
from botrian.embeds import FrozenName
from botrian.findings import Place
from botrian.kinds import Kind, kinds
from botrian.knowledge import Knowledge, Page
from botrian.pages.alike import alike_page
from botrian.pages.booklets import booklets
from botrian.pages.builder import builder_page
from botrian.pages.compare import compare_page
from botrian.pages.contribute import contribute_page
from botrian.pages.frame import Frame
from botrian.pages.freshness import freshness_page
from botrian.pages.front import front_page
from botrian.pages.gaps import gap_pages
from botrian.pages.glossary import glossary
from botrian.pages.introduction import introductions
from botrian.pages.makers import indexes_of, record_pages
from botrian.pages.markdown import rendered
from botrian.pages.rule_pages import rule_pages
from botrian.pages.source_pages import source_parts
from botrian.pages.staged import StagedPage
from botrian.pages.table_options import table_options_page
from botrian.pages.templates import filled
from botrian.pages.translations import translations_page
from botrian.records import Language
from botrian.tables import Table


def frame_of(
    knowledge: Knowledge,
    tables: Mapping[str, Table],
    language: Language,
    stamp: Stamp,
    frozen: Mapping[str, tuple[FrozenName, ...]] | None = None,
) -> Frame:
    """What the pages of one language are made in."""
    return Frame(knowledge, tables, language, glossary(knowledge, language), stamp, frozen or {})


def stage_pages(frame: Frame) -> tuple[StagedPage, ...]:
    """Every page of one language."""
    return tuple(sorted(_pages(frame), key=lambda page: page.address))


def changed_pages(old: Knowledge, old_tables: Mapping[str, Table], frame: Frame) -> tuple[StagedPage, ...]:
    """The pages that tell of what is not as it was: what a person who just saved a file wants to see first."""
    new = frame.knowledge
    wanted = set(_told_at(old, new)) | {
        address("table", id_, new) for id_, table in frame.tables.items() if old_tables.get(id_) != table
    }
    made = [make() for where, make in record_pages(frame) if where in wanted]
    for kind in kinds():
        if kind.index and kind.index.address in wanted:
            made.extend(page for page in indexes_of(frame, kind) if page.address in wanted)
    written = {page.path: page for page in old.pages}
    made.extend(hand_written(frame, page) for page in own_pages(new) if written.get(page.path) != page)
    return tuple(made)


def _told_at(old: Knowledge, new: Knowledge) -> Iterator[str]:
    """The addresses of the pages that tell of records that came, went or changed."""
    for kind in kinds():
        before, now = old.of(kind.id), new.of(kind.id)
        for id_, record in now.items():
            if before.get(id_) != record or old.body(kind.id, id_) != new.body(kind.id, id_):
                yield from told_at(kind, id_, record, new)
        for id_ in before.keys() - now.keys():
            if not kind.page:
                yield from told_at(kind, id_, before[id_], old)


def told_at(kind: Kind, id_: str, record: object, library: Knowledge) -> Iterator[str]:
    """The page of a record; of one that stands on other pages, these: its list, its province's, its case's."""
    if kind.has_address:
        yield kind.address_of(id_, library).partition("#")[0]
    if not kind.page:
        for name in ("province", "case"):
            owner = getattr(record, name, None) or getattr(getattr(record, "fact", None), name, None)
            if owner:
                yield address(name, owner, library).partition("#")[0]


def _pages(frame: Frame) -> Iterator[StagedPage]:
    yield from (make() for _, make in record_pages(frame))
    for kind in kinds():
        yield from indexes_of(frame, kind)
    yield front_page(frame)
    yield builder_page(frame)
    yield alike_page(frame)
    yield compare_page(frame)
    yield contribute_page(frame)
    yield from booklets(frame)
    yield from rule_pages(frame)
    yield from gap_pages(frame)
    yield freshness_page(frame)
    yield from source_parts(frame)
    yield table_options_page(frame)
    yield translations_page(frame)
    yield from (hand_written(frame, one) for one in own_pages(frame.knowledge))


def own_pages(knowledge: Knowledge) -> tuple[Page, ...]:
    """Hand-written pages that are pages of their own: neither the front page's text nor what introduces a list."""
    shown_elsewhere = introductions(knowledge)
    return tuple(page for page in knowledge.pages if page.path not in shown_elsewhere)


def hand_written(frame: Frame, page: Page) -> StagedPage:
    """A guide or another page that people write, cleaned; in English where there is a twin."""
    where = page_address(page.path)
    desk = frame.desk(where)
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
    crumbs = ((f"{where.split('/')[0]}/", frame.say("collection.guide")),) if where.startswith("guide/") else ()
    crumbs = crumbs if where != "guide/" else ()
    return frame.page(where, frame.t(page.title), content, crumbs=crumbs, description=description, origin=origin)
