"""A citation and its source go in; a finding where the source has no such place, or none is given, comes out."""

from __future__ import annotations

from collections.abc import Iterator

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.schema import Found
from botrian.citing.places import seconds
from botrian.findings import Finding
from botrian.records import PLACES, WHOLE, Citation, Source
from botrian.words import word

#: How each place of a citation is written.
SAMPLES = {
    "lines": "lines: [50, 52]",
    "pages": "pages: [12, 13]",
    "section": "section: มาตรา 21",
    "question": "question: 3",
    "time": "time: [0:12:30, 0:13:05]",
}


def place_findings(one: Found, path: Path, citation: Citation, known: Known) -> Iterator[Finding]:
    """A citation without a place, with one that this kind of source does not have, or one behind its end.

    Lines are told by ``line_findings``: they are of a stored text, which any kind of source may have.
    """
    source = known.record("source", citation.source)
    if not isinstance(source, Source):
        return
    given = [name for name in SAMPLES if getattr(citation, name) is not None]
    places = places_of(source)
    if not given and source.kind not in WHOLE:
        values = (("options", ", ".join(places)), ("source", source.id))
        yield Finding(one.locate(path), "citation-place", one.field(path), source.id, SAMPLES[places[0]], values)
    for name in given:
        if name != "lines" and name not in places:
            yield _not_there(one, (*path, name), name, source)
    yield from _in_order(one, path, citation)
    yield from _inside(one, path, citation, source)


def _not_there(one: Found, path: Path, name: str, source: Source) -> Finding:
    expected = f"{{source: {source.id}}}" if source.kind in WHOLE else other_place(source)
    kind = word(f"source-kind.{source.kind}")
    values = (("options", ", ".join(places_of(source))), ("source", source.id))
    named = (("source_kind_en", kind.en.lower()), ("source_kind_th", kind.th))
    return Finding(one.locate(path), "citation-not-there", one.field(path), name, expected, (*values, *named))


def places_of(source: Source) -> list[str]:
    """What a citation of this source may name, best first; lines only where its text is kept."""
    return [name for name in PLACES[source.kind] if name != "lines" or source.lines is not None]


def other_place(source: Source) -> str:
    """A place that this source has beside lines, as it is written."""
    return SAMPLES[next((name for name in PLACES[source.kind] if name != "lines"), "section")]


def _in_order(one: Found, path: Path, citation: Citation) -> Iterator[Finding]:
    pairs = (("pages", citation.pages, citation.pages), ("time", citation.time, _in_seconds(citation)))
    for name, pair, order in pairs:
        if pair and order and order[0] > order[1]:
            here = (*path, name)
            got, right = f"[{pair[0]}, {pair[1]}]", f"[{pair[1]}, {pair[0]}]"
            yield Finding(one.locate(here), "citation-reversed", one.field(here), got, right)


def _inside(one: Found, path: Path, citation: Citation, source: Source) -> Iterator[Finding]:
    """Pages, questions and times that the source does not have, as far as its record tells."""
    pages, times = citation.pages, _in_seconds(citation)
    first, last = pages_of(source)
    if pages and pages[0] <= pages[1] and (pages[0] < first or (last and pages[1] > last)):
        yield _outside(one, path, "pages", f"[{pages[0]}, {pages[1]}]", f"{first}–{last or ''}", source)
    if citation.question and source.questions and citation.question > source.questions:
        yield _outside(one, path, "question", str(citation.question), f"1–{source.questions}", source)
    if times and source.length and times[0] <= times[1] and times[1] > seconds(source.length):
        time = citation.time or ("", "")
        yield _outside(one, path, "time", f"[{time[0]}, {time[1]}]", f"0:00–{source.length}", source)


def _outside(one: Found, path: Path, name: str, got: str, limit: str, source: Source) -> Finding:
    here = (*path, name)
    return Finding(one.locate(here), "citation-outside", one.field(here), got, limit, (("source", source.id),))


def pages_of(source: Source) -> tuple[int, int]:
    """The first and last page of a source, as far as its record tells; 0 where the last is not known."""
    if source.page_count:
        return 1, source.page_count
    starts = [start.page for start in source.pages]
    last = source.last_page or (max(starts) if starts else 0)
    return source.first_page or 1, last


def _in_seconds(citation: Citation) -> tuple[int, int] | None:
    return (seconds(citation.time[0]), seconds(citation.time[1])) if citation.time else None
