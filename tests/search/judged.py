"""Judged queries and what was found for them enter; shares by class leave.

A result is right when its record cites lines that overlap lines a person judged to answer the query. A citation
wider than 120 lines does not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from botrian.knowledge import Knowledge, citations_in
from botrian.records import Citation, Language
from botrian.search import SearchDocument, documents
from botrian.tables import Row, Table, build_tables

WIDEST = 120
#: The queries that search was mended by, and those that nobody looked at while it was.
Part = Literal["tuned", "sealed"]
#: The class of queries about matters of which the library knows nothing: they have no right page.
OFF_TOPIC = "off-topic"
#: A source with the first and the last of the lines that are cited.
Lines = tuple[str, int, int]


@dataclass(frozen=True)
class Query:
    """One query with the lines of the sources that answer it: (source, first, last)."""

    id: str
    text: str
    kind: str
    language: Language
    relevant: tuple[tuple[str, int, int], ...]
    part: Part = "tuned"


@dataclass(frozen=True)
class Share:
    """How many queries there are, and for how many a right page was first, or among the first five."""

    queries: int
    first: int
    first_five: int

    @property
    def hit_at_1(self) -> float:
        return self.first / self.queries

    @property
    def hit_at_5(self) -> float:
        return self.first_five / self.queries


def queries() -> tuple[Query, ...]:
    """All judged queries that have an answer, in the order of their files."""
    return tuple(query for query in _all_queries() if query.kind != OFF_TOPIC)


def off_topic() -> tuple[Query, ...]:
    """Queries that have no answer, of both parts."""
    return tuple(query for query in _all_queries() if query.kind == OFF_TOPIC)


def in_people_s_voice() -> tuple[Query, ...]:
    """The queries written as people speak, and researchers' ones in English: each half of both."""
    return tuple(query for query in queries() if query.id.startswith("v"))


def as_spoken() -> tuple[Query, ...]:
    """Queries in dialects, complaints, courtesy, chat, dictation and half-remembered names: each half.

    They were written from the sources and records before anybody looked at a result.
    """
    return tuple(query for query in queries() if query.id.startswith("s"))


def by_strangers() -> tuple[Query, ...]:
    """Queries of all classes by a hand that had no part in the search, written from the sources alone; what the
    first half missed was mended by its kind. The second half told what that was worth, unseen until it was spent.
    """
    return tuple(query for query in queries() if query.id.startswith("n"))


def in_plain_words() -> tuple[Query, ...]:
    """Complaints, talk, dialects and researchers' queries, written from the sources before anybody looked at a result:
    the first two thirds showed what to mend, the others were put once, when it was mended.
    """
    return tuple(query for query in queries() if query.id.startswith("r"))


def framed() -> Mapping[str, tuple[Query, ...]]:
    """For each polite frame the queries of the class ``polite`` in it; under ``{}`` they stand as they are.

    Those of strangers came in frames of their own.
    """
    folder = Path(__file__).parent
    files = (folder.parent / "vectors" / "polite-frames.json", folder / "frames.json")
    frames = ["{}", *(frame for file in files for frame in json.loads(file.read_text(encoding="utf-8")))]
    plain = [query for query in queries() if query.kind == "polite" and query not in by_strangers()]
    return {frame: tuple(replace(one, text=frame.replace("{}", one.text)) for one in plain) for frame in frames}


def _all_queries() -> Iterator[Query]:
    folder = Path(__file__).with_name("queries")
    for file in sorted(folder.glob("*.json")):
        for raw in json.loads(file.read_text(encoding="utf-8")):
            yield Query(
                raw["id"],
                raw["query"],
                raw["class"],
                raw.get("site", "th"),
                tuple((one["source"], one["lines"][0], one["lines"][1]) for one in raw["relevant"]),
                "sealed" if file.stem.endswith("-sealed") else "tuned",
            )


def cited(knowledge: Knowledge, language: Language) -> Mapping[str, tuple[Lines, ...]]:
    """The cited lines of every page that can be found, by its address below the language's root."""
    found: dict[str, tuple[Lines, ...]] = {}
    for document in documents(knowledge, build_tables(knowledge), language):
        found[document.url] = (*found.get(document.url, ()), *cited_lines(document))
    return found


def cited_lines(document: SearchDocument) -> Iterator[Lines]:
    """The lines that the records of a document cite."""
    for citation in _citations(document):
        if citation.lines is not None:
            yield citation.source, *citation.lines


def _citations(document: SearchDocument) -> Iterable[Citation]:
    for record in document.records:
        if isinstance(record, Row):
            yield from record.citations
            for cell in record.cells:
                yield from cell.citations
                for value in cell.values:
                    yield from value.citations
        elif isinstance(record, Table):
            yield from record.citations
        else:
            yield from citations_in(record)


def right(query: Query, lines: Iterable[Lines]) -> bool:
    """Whether some citation overlaps lines that answer the query."""
    return any(
        source == wanted and start <= last and end >= first
        for source, start, end in lines
        if end - start <= WIDEST
        for wanted, first, last in query.relevant
    )


def shares(places: Mapping[Query, int | None]) -> Mapping[str, Share]:
    """Shares by class, and ``all``; a place counts from 0, None is no right page among the first five."""
    groups: dict[str, list[int | None]] = {"all": list(places.values())}
    for query, place in places.items():
        groups.setdefault(query.kind, []).append(place)
    return {
        kind: Share(len(some), sum(1 for at in some if at == 0), sum(1 for at in some if at is not None))
        for kind, some in sorted(groups.items())
    }


def as_table(found: Mapping[str, Share]) -> str:
    """The shares as lines of text."""
    lines = [f"{'class':<16}{'n':>5}{'hit@1':>8}{'hit@5':>8}"]
    lines += [f"{kind:<16}{one.queries:>5}{one.hit_at_1:>8.2f}{one.hit_at_5:>8.2f}" for kind, one in found.items()]
    return "\n".join(lines)
