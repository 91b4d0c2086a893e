"""The knowledge, its tables and a stamp go in; every page of one language comes out, by address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from markupsafe import Markup

from botrian.addresses import Stamp, address, page_address
from botrian.embeds import FrozenName
from botrian.findings import Place
from botrian.kinds import Kind, kinds
from botrian.knowledge import Knowledge, Page
from botrian.knowledge.gaps import told_provinces
from botrian.pages.alike import alike_page
from botrian.pages.booklets import booklets
from botrian.pages.builder import builder_page
from botrian.pages.compare import compare_page
from botrian.pages.contribute import contribute_page
from botrian.pages.frame import Frame
from botrian.pages.freshness import freshness_page
from botrian.pages.front import front_page
from botrian.pages.gaps import gaps_page, gaps_page_of
from botrian.pages.glossary import glossary
from botrian.pages.holding import holding
from botrian.pages.introduction import introductions
from botrian.pages.makers import indexes_of, record_pages
from botrian.pages.markdown import rendered
from botrian.pages.rule_pages import rule_pages
from botrian.pages.source_pages import cited_sections, citing, source_part
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
    cited = knowledge.once(citing)
    return Frame(
        knowledge, tables, language, glossary(knowledge, language), stamp, frozen or {}, cited, holding(tables)
    )


def stage_pages(frame: Frame) -> tuple[StagedPage, ...]:
    """Every page of one language."""
    return in_order(page for _, make in page_jobs(frame) for page in make(frame))


def in_order(pages: Iterable[StagedPage]) -> tuple[StagedPage, ...]:
    """Pages by their address."""
    return tuple(sorted(pages, key=lambda page: page.address))


def changed_pages(old: Knowledge, old_tables: Mapping[str, Table], frame: Frame) -> tuple[StagedPage, ...]:
    """The pages that tell of what is not as it was: what a person who just saved a file wants to see first."""
    new = frame.knowledge
    wanted = set(_told_at(old, new)) | {
        address("table", id_, new) for id_, table in frame.tables.items() if old_tables.get(id_) != table
    }
    made = [make(frame) for where, make in record_pages(frame) if where in wanted]
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


#: Makes some pages in a frame; nothing else may be looked at.
PageMaker = Callable[[Frame], Iterable[StagedPage]]


def page_jobs(frame: Frame) -> Iterator[tuple[str, PageMaker]]:
    """All pages in pieces that are made independently of each other, each with a name that no other has.

    A maker takes everything from the frame that it is given, so that it is seen what its pages rest on.
    """
    for where, make in record_pages(frame):
        yield f"record {where}", partial(_one, make)
    for kind in kinds():
        yield f"indexes {kind.id}", partial(_indexes, kind)
    for name, page in _SINGLE.items():
        yield name, partial(_one, page)
    for name, page in booklets(frame.knowledge):
        yield f"booklet {name}", partial(_one, page)
    yield "rules", rule_pages
    for id_ in told_provinces(frame.knowledge):
        yield f"gaps {id_}", partial(_one, partial(gaps_page_of, id_))
    for id_, number in cited_sections(frame):
        yield f"part {id_} {number}", partial(_one, partial(source_part, id_, number))
    for own in own_pages(frame.knowledge):
        yield f"page {own.path}", partial(_own, own.path)


_SINGLE: Mapping[str, Callable[[Frame], StagedPage]] = {
    "front": front_page,
    "builder": builder_page,
    "alike": alike_page,
    "compare": compare_page,
    "contribute": contribute_page,
    "gaps": gaps_page,
    "freshness": freshness_page,
    "table options": table_options_page,
    "translations": translations_page,
}


def _one(make: Callable[[Frame], StagedPage], frame: Frame) -> Iterator[StagedPage]:
    yield make(frame)


def _indexes(kind: Kind, frame: Frame) -> Iterable[StagedPage]:
    return indexes_of(frame, kind)


def _own(path: str, frame: Frame) -> Iterator[StagedPage]:
    yield hand_written(frame, next(page for page in frame.knowledge.pages if page.path == path))


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
