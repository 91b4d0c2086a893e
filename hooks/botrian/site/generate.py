"""The knowledge goes in; everything of one language's site comes out: staged pages, and files laid beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from botrian.addresses import Stamp, fixed
from botrian.api.feed import lesson_feed
from botrian.api.records import api_files
from botrian.api.sitemap import sitemap
from botrian.changes import FEED, change_pages, changes_feed
from botrian.datasets import data_page, dataset_files
from botrian.embeds import embeds, frozen_copies
from botrian.exports import exports, printed_tables
from botrian.kinds import kinds
from botrian.kits import builder_files as kit_builder_files
from botrian.kits import kit_pages, kits
from botrian.knowledge import Knowledge
from botrian.offline import offline_files, offline_page, packed
from botrian.pages import Frame, StagedPage, frame_of, stage_pages
from botrian.pages.alike import alike_files
from botrian.pages.builder import builder_files
from botrian.pages.compare import compare_files
from botrian.pages.contribute import form_files
from botrian.pages.redirects import redirect_files
from botrian.pages.source_pages import source_files
from botrian.pages.ways import with_ways
from botrian.pages.withdrawn import withdrawn_files
from botrian.records import Language
from botrian.search import ENTRY, INDEX_PAGE, SEARCH_PAGE, build_search, index_page, search_page
from botrian.sharing import manifest, with_cards
from botrian.site.scripts import script_files
from botrian.tables import build_tables


@dataclass(frozen=True)
class Generated:
    """One language's pages, and the other files of its site by their path below the language's root."""

    language: Language
    pages: tuple[StagedPage, ...]
    files: Mapping[str, bytes]
    tables: int
    records: int

    @cached_property
    def by_path(self) -> Mapping[str, StagedPage]:
        """The pages by the path of their Markdown file."""
        return {page.path: page for page in self.pages}


@dataclass(frozen=True)
class Kept:
    """Folders beside the content: ``cache`` of files made before (it may vanish), ``frozen`` tables (they must not)."""

    cache: Path | None = None
    frozen: Path | None = None

    @classmethod
    def of(cls, root: Path, data: Path) -> Kept:
        """The folders of a project."""
        return cls(root / ".cache" / "exports", data / "frozen")


def generate(knowledge: Knowledge, language: Language, stamp: Stamp, kept: Kept | None = None) -> Generated:
    """Everything of one language's site. The API and the sitemap are in the Thai site, which is at the root.

    Without ``kept`` the pages, search and API are made, but no table in other formats: that is for a first look.
    """
    tables = build_tables(knowledge)
    frozen = frozen_copies(kept.frozen) if kept and kept.frozen else {}
    frame = frame_of(knowledge, tables, language, stamp, frozen)
    search = build_search(knowledge, tables, language)
    others = (*search_pages(frame, search), *kit_pages(frame), *data_page(frame), *change_pages(frame))
    pages = with_ways(frame, (*stage_pages(frame), *others))
    files: dict[str, bytes] = {fixed.FEED: lesson_feed(knowledge, language, stamp), **script_files(), **search}
    files[FEED] = changes_feed(knowledge, language, stamp)
    files |= builder_files(knowledge, language)
    files |= alike_files(knowledge, language)
    files |= compare_files(knowledge, language)
    files |= form_files(knowledge, language)
    files |= source_files(knowledge, language)
    if kept is not None:
        printed = printed_tables(tables.values(), knowledge, language, stamp)
        files |= exports(printed, cache=kept.cache)
        files |= dataset_files(knowledge, tables, printed, files, language, stamp)
        files |= embeds(printed, language, cache=kept.cache, frozen=kept.frozen)
        files |= kits(knowledge, tables, language, stamp)
        files |= kit_builder_files(knowledge, tables, printed, language, stamp)
    pack = packed(pages, files, language, stamp) if kept is not None else None
    files |= offline_files(pack)
    pages = (*pages, offline_page(frame, pack))
    pages, cards = with_cards(pages, knowledge, language, stamp.site_url, kept.cache if kept else None)
    files |= cards
    files[fixed.MANIFEST] = manifest(language)
    files |= redirect_files(knowledge, files, language, stamp.site_url)
    files |= withdrawn_files(knowledge, language)
    if language == "th":
        files |= api_files(knowledge, tables, stamp.site_url)
        files[fixed.SITEMAP] = sitemap((page.address for page in pages if not page.meta.get("robots")), stamp.site_url)
        files[fixed.NO_JEKYLL] = b""
    return Generated(language, pages, files, len(tables), count_records(knowledge))


#: What the search page needs in any case, so that it is asked for at once and not one after the other.
AT_ONCE = ("results.js", "engine.js")


def search_pages(frame: Frame, files: Iterable[str]) -> tuple[StagedPage, ...]:
    """The search page, and the index of all titles that stands in for it where scripts do not run.

    ``files`` are the paths of the search's files.
    """
    search = (SEARCH_PAGE, frame.say("collection.search"))
    titles = frame.say("page.a_to_z")
    page = frame.page(*search, search_page(frame.desk(SEARCH_PAGE)), wide=True)
    styles = [name for name in files if name.endswith("/search.css")]
    preload = [name for name in files if name.rpartition("/")[2] in AT_ONCE]
    return (
        replace(page, meta={**page.meta, "styles": styles, "first": [ENTRY], "preload": preload}),
        frame.page(INDEX_PAGE, titles, index_page(frame.desk(INDEX_PAGE)), crumbs=(search,), wide=True),
    )


def count_records(knowledge: Knowledge) -> int:
    """How many records of all kinds there are."""
    return sum(len(knowledge.of(kind.id)) for kind in kinds())
