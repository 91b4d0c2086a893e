"""The knowledge goes in; everything of one language's site comes out: staged pages, and files laid beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from botrian.addresses import Stamp, fixed
from botrian.api.feed import lesson_feed
from botrian.api.records import FilesMaker, api_pieces
from botrian.api.sitemap import sitemap
from botrian.changes import FEED, changes_feed
from botrian.datasets import Collection, collection_files, collections, dataset_files
from botrian.embeds import embeds, frozen_copies
from botrian.exports import PrintedTable, exports, printed_tables
from botrian.kept import NOTHING_KEPT, Ledger, Store, cache_of, code_key, key_of
from botrian.kinds import kinds
from botrian.kits import builder_files as kit_builder_files
from botrian.kits import files_of_kit
from botrian.knowledge import Knowledge
from botrian.offline import Shelf, offline_files, offline_page, packed
from botrian.pages import Frame, StagedPage, frame_of, in_order, page_jobs
from botrian.pages.alike import alike_files
from botrian.pages.builder import builder_files
from botrian.pages.compare import compare_files
from botrian.pages.contribute import form_files
from botrian.pages.redirects import redirect_files
from botrian.pages.source_pages import source_files
from botrian.pages.terms import terms_files
from botrian.pages.ways import with_ways
from botrian.pages.withdrawn import withdrawn_files
from botrian.records import Language
from botrian.search import ENTRY, SEARCH_PAGE, build_search
from botrian.sharing import manifest, with_cards
from botrian.site.handout import Handout, other_jobs, staged
from botrian.site.memory import FileMaker, Memory, page_key
from botrian.site.scripts import script_files
from botrian.site.telling import Telling
from botrian.spread import IN_TURN, Spread
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
    """Folders beside the content: ``cache`` of what was made before (it may vanish), ``frozen`` tables (they must not).

    ``files``: whether files of tables, kits and data are made at all, and not pages, search and API alone.
    """

    cache: Path | None = None
    frozen: Path | None = None
    files: bool = True

    @classmethod
    def of(cls, root: Path, data: Path, *, files: bool = True) -> Kept:
        """The folders of a project."""
        cache = cache_of(root)
        return cls(cache / "kept" if cache else None, data / "frozen", files)


def generate(
    knowledge: Knowledge,
    language: Language,
    stamp: Stamp,
    kept: Kept | None = None,
    memory: Memory | None = None,
    telling: Telling | None = None,
    spread: Spread = IN_TURN,
    files: MutableMapping[str, bytes] | None = None,
) -> Generated:
    """Everything of one language's site. The API and the sitemap are in the Thai site, which is at the root.

    Without ``kept``, or its files, the pages, search and API are made, but no table in other formats: for a first look.
    ``memory``: what nothing changed in is taken from an earlier build; ``telling`` is told how far it is.
    ``spread``: who makes what rests on nothing else that is made: pages, files of tables, cards.
    ``files``: where those beside the pages go as they are made; they are read from there again.
    Raises LostPage where something that was kept is damaged.
    """
    telling = telling or Telling(language)
    files = {} if files is None else files
    whole = kept is not None and kept.files
    tables = knowledge.once(build_tables)
    frozen = frozen_copies(kept.frozen) if kept and whole and kept.frozen else {}
    frame = frame_of(knowledge, tables, language, stamp, frozen)
    store = memory.store if memory else Store(kept.cache if kept else None)
    memory = memory or Memory(NOTHING_KEPT, language)
    frame = replace(frame, notes=Ledger(store, f"notes {memory.name}"))
    memory.look_at(frame)
    files.update(_scripts(store))
    with telling.step("search"):
        of_search = _search(frame, store, memory.name, files)
    with telling.step("pages"):
        jobs, others = list(page_jobs(frame)), list(other_jobs(knowledge))
        names = [name for name, _ in (*jobs, *others)]
        memory.ahead(names, partial(spread.with_value, partial(staged, language), lambda: Handout.of(frame)))
        pages = in_order(
            page for name, make in telling.each("pages", jobs, len(jobs)) for page in memory.pages(name, make)
        )
        more = (page for name, make in others for page in memory.pages(name, make))
        pages = with_ways(frame, (*pages, *(_with_search(page, of_search) for page in more)))
    with telling.step("files"):
        for name, files_of in _FILES.items():
            files.update(memory.files(name, files_of))
    if kept is not None and whole:
        with telling.step("tables"):
            printed, of_printed = memory.asking(_printed)
            _table_files(printed, frame, kept, store, telling, spread, files)
        with telling.step("files"):
            data: dict[str, bytes] = {}
            for one in collections(knowledge, tables):
                data |= memory.files(f"collection {one.name}", partial(_collection, one.name), both=True)
            files.update(dataset_files(knowledge, printed, files, data, language, stamp))
        with telling.step("kits"):
            for id_ in telling.each("kits", knowledge.kits, len(knowledge.kits)):
                files.update(memory.files(f"kit {id_}", partial(_kit, id_)))
            files.update(memory.files("kit builder", partial(_kit_builder, printed), of=of_printed))
    with telling.step("archive"):
        pages = (*pages, _archive(frame, pages, store, memory.name, files, whole=whole))
    with telling.step("cards"):
        pages, cards = with_cards(pages, knowledge, language, stamp.site_url, store, spread)
        files.update(cards)
    files[fixed.MANIFEST] = manifest(language)
    files.update(redirect_files(knowledge, files, language, stamp.site_url))
    files.update(withdrawn_files(knowledge, language))
    if language == "th":
        with telling.step("files"):
            for name, of_api in api_pieces():
                files.update(memory.files(f"api {name}", partial(_api, of_api)))
        files[fixed.SITEMAP] = sitemap((page.address for page in pages if _is_listed(page)), stamp.site_url)
        files[fixed.NO_JEKYLL] = b""
    frame.notes.save(rest=True)
    return Generated(language, pages, files, len(tables), count_records(knowledge))


def _is_listed(page: StagedPage) -> bool:
    """Whether the site map names it: it stands at this address in both languages and says what no other page says."""
    return not (page.meta.get("canonical") or page.meta.get("twin"))


def _scripts(store: Store) -> Mapping[str, bytes]:
    """The browser code. It rests on code alone, and takes a while to put together."""
    key = key_of("scripts", code_key())
    found = store.files(key)
    if found is None:
        found = script_files()
        store.put_files(key, found)
    return found


def _search(frame: Frame, store: Store, name: str, files: MutableMapping[str, bytes]) -> tuple[str, ...]:
    """Add the files of the search; returns their paths."""
    ledger = Ledger(store, f"search {name}")
    made = build_search(frame.knowledge, frame.tables, frame.language, ledger)
    ledger.save()
    files.update(made)
    return tuple(made)


def _printed(frame: Frame) -> Sequence[PrintedTable]:
    """All tables as files have them."""
    return printed_tables(frame.tables.values(), frame.knowledge, frame.language, frame.stamp)


def _table_files(
    printed: Sequence[PrintedTable],
    frame: Frame,
    kept: Kept,
    store: Store,
    telling: Telling,
    spread: Spread,
    files: MutableMapping[str, bytes],
) -> None:
    """Add the files of all tables and their pages for other sites."""
    seen = partial(telling.each, "tables", count=len(printed))
    files.update(exports(printed, store=store, spread=spread, watched=seen))
    files.update(embeds(printed, frame.language, store=store, frozen=kept.frozen, spread=spread))


def _collection(name: str, frame: Frame) -> Mapping[str, bytes]:
    return dict(collection_files(Collection(name, frame.knowledge, frame.tables), frame.language))


def _api(make: FilesMaker, frame: Frame) -> Mapping[str, bytes]:
    return make(frame.knowledge, frame.tables, frame.stamp.site_url)


def _archive(
    frame: Frame,
    pages: Iterable[StagedPage],
    store: Store,
    name: str,
    files: MutableMapping[str, bytes],
    *,
    whole: bool,
) -> StagedPage:
    """Add the archive to take along, where the site is ``whole``; returns the page of it."""
    shelf = Shelf(store, f"{name} {frame.stamp.site_url}", page_key)
    pack = packed(pages, files, frame.language, frame.stamp, shelf) if whole else None
    files.update(offline_files(pack))
    return offline_page(frame, pack)


#: Files that rest on the content alone, in pieces that are made independently of each other.
_FILES: Mapping[str, FileMaker] = {
    "feed": lambda one: {fixed.FEED: lesson_feed(one.knowledge, one.language, one.stamp)},
    "changes feed": lambda one: {FEED: changes_feed(one.knowledge, one.language, one.stamp)},
    "builder": lambda one: builder_files(one.knowledge, one.language, one.stamp),
    "alike": lambda one: alike_files(one.knowledge, one.language),
    "compare": lambda one: compare_files(one.knowledge, one.language),
    "form": lambda one: form_files(one.knowledge, one.language),
    "terms": lambda one: terms_files(one.knowledge, one.language),
    "sources": lambda one: source_files(one.knowledge, one.language),
}


def _kit(id_: str, frame: Frame) -> Mapping[str, bytes]:
    return files_of_kit(id_, frame.knowledge, frame.tables, frame.language, frame.stamp)


def _kit_builder(printed: Sequence[PrintedTable], frame: Frame) -> Mapping[str, bytes]:
    """What the page that puts kits together needs."""
    return kit_builder_files(frame.knowledge, frame.tables, printed, frame.language, frame.stamp)


#: What the search page needs in any case, so that it is asked for at once and not one after the other.
AT_ONCE = ("results.js",)


def _with_search(page: StagedPage, files: Iterable[str]) -> StagedPage:
    """The search page with what it loads of the search's files, whose folder is named by their content."""
    if page.address != SEARCH_PAGE:
        return page
    styles = [*page.meta.get("styles", ()), *(name for name in files if name.endswith("/search.css"))]
    preload = [name for name in files if name.rpartition("/")[2] in AT_ONCE]
    return replace(page, meta={**page.meta, "styles": styles, "first": [ENTRY], "preload": preload})


def count_records(knowledge: Knowledge) -> int:
    """How many records of all kinds there are."""
    return sum(len(knowledge.of(kind.id)) for kind in kinds())
