"""What pages rest on goes in, once for each worker, with the names of pieces; the pages of these pieces come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from botrian.addresses import Stamp
from botrian.changes import change_pages
from botrian.datasets import data_page
from botrian.embeds import FrozenName
from botrian.kits import kit_index, kit_page, own_kit_page
from botrian.knowledge import Knowledge
from botrian.pages import Frame, PageMaker, StagedPage, frame_of, page_jobs
from botrian.records import Language
from botrian.search import INDEX_PAGE, SEARCH_PAGE, index_page, search_page, titles_parts
from botrian.site.memory import Watched, watched_pages
from botrian.tables import Table


@dataclass(frozen=True)
class Handout:
    """All that the pages of both languages rest on."""

    knowledge: Knowledge
    tables: Mapping[str, Table]
    stamp: Stamp
    frozen: Mapping[str, tuple[FrozenName, ...]]
    #: What a worker makes of it once for each language: the frame, and the makers of the pieces by their names.
    ready: dict[Language, tuple[Frame, Mapping[str, PageMaker]]] = field(default_factory=dict)

    @classmethod
    def of(cls, frame: Frame) -> Handout:
        """What a frame was made of."""
        return cls(frame.knowledge, frame.tables, frame.stamp, frame.frozen)

    def in_(self, language: Language) -> tuple[Frame, Mapping[str, PageMaker]]:
        """The frame of a language, and who makes which piece."""
        if language not in self.ready:
            frame = frame_of(self.knowledge, self.tables, language, self.stamp, self.frozen)
            self.ready[language] = frame, dict(all_jobs(frame))
        return self.ready[language]


def staged(language: Language, handout: Handout, name: str) -> Watched:
    """The pages of one piece in one language, with what they asked for."""
    frame, makers = handout.in_(language)
    return watched_pages(frame, makers[name])


def all_jobs(frame: Frame) -> Iterator[tuple[str, PageMaker]]:
    """All pieces of a site's pages: those of records and indexes, then those of other rooms."""
    yield from page_jobs(frame)
    yield from other_jobs(frame.knowledge)


def other_jobs(knowledge: Knowledge) -> Iterator[tuple[str, PageMaker]]:
    """The pages of rooms of their own, in pieces."""
    yield "search", search_pages
    yield "kits", lambda frame: (kit_index(frame),)
    for id_ in knowledge.kits:
        yield f"kit {id_} page", partial(_kit_page, id_)
    yield "own kit", lambda frame: (own_kit_page(frame),)
    yield "data", data_page
    yield "changes", change_pages


def _kit_page(id_: str, frame: Frame) -> Iterator[StagedPage]:
    yield kit_page(id_, frame)


def search_pages(frame: Frame) -> Iterator[StagedPage]:
    """The search page, and the index of all titles that stands in for it where scripts do not run."""
    search = (SEARCH_PAGE, frame.say("collection.search"))
    yield frame.page(*search, search_page(frame.desk(SEARCH_PAGE)), wide=True)
    titles = frame.say("page.a_to_z")
    parts = titles_parts(frame.desk(INDEX_PAGE))
    for part in parts:
        first = part is parts[0]
        page = frame.page(
            part.address,
            titles if first else f"{titles}: {part.span}",
            index_page(frame.desk(part.address), part, parts),
            crumbs=(search,) if first else (search, (INDEX_PAGE, titles)),
            wide=True,
        )
        # The other language has other letters, and may have fewer pages.
        yield page if first else replace(page, meta={**page.meta, "twin": INDEX_PAGE})
