"""A citation and its source go in; a finding where the source has no such place, or none is given, comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.schema import Found
from botrian.citing.places import seconds
from botrian.findings import Finding, Place
from botrian.markup import typed
from botrian.records import PLACE_SAMPLES, PLACES, WHOLE, Citation, Source
from botrian.words import word

#: The samples of places as values.
_SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "lines": {"lines": (50, 52)},
    "pages": {"pages": (12, 13)},
    "section": {"section": "มาตรา 21"},
    "question": {"question": 3},
    "time": {"time": ("0:12:30", "0:13:05")},
}


@dataclass(frozen=True)
class PlaceFault:
    """What is wrong with the place of a citation.

    ``at`` names the key that is wrong, or nothing where one is missing; ``better`` is what was likely meant, or a
    sample of it.
    """

    code: str
    at: str
    got: str
    expected: str
    values: tuple[tuple[str, str], ...] = ()
    better: Citation | None = None


def place_findings(one: Found, path: Path, citation: Citation, known: Known) -> Iterator[Finding]:
    """The faults of a citation's place in a record. Lines are told by ``line_findings``."""
    for fault in place_faults(citation, known):
        here = (*path, fault.at) if fault.at else path
        yield Finding(one.locate(here), fault.code, one.field(here), fault.got, fault.expected, fault.values)


def typed_findings(place: Place, words: str, citation: Citation, known: Known) -> Iterator[Finding]:
    """The same of a citation that stands in a text as these words."""
    for fault in place_faults(citation, known):
        expected = typed(fault.better) if fault.better else fault.expected
        got = words if fault.code == "citation-reversed" else fault.got
        yield Finding(place, fault.code, "", got, expected, fault.values)


def sample(source: Source, name: str) -> Citation:
    """A citation of a source with such a place."""
    return Citation(source=source.id, **_SAMPLES[name])


def place_faults(citation: Citation, known: Known) -> Iterator[PlaceFault]:
    """A citation without a place, with one that this kind of source does not have, or one behind its end.

    Lines are told elsewhere: they are of a stored text, which any kind of source may have.
    """
    source = known.record("source", citation.source)
    if not isinstance(source, Source):
        return
    given = [name for name in PLACE_SAMPLES if getattr(citation, name) is not None]
    places = places_of(source)
    if not given and source.kind not in WHOLE:
        values = (("options", ", ".join(places)), ("source", source.id))
        better = sample(source, places[0])
        yield PlaceFault("citation-place", "", source.id, PLACE_SAMPLES[places[0]], values, better)
    for name in given:
        if name != "lines" and name not in places:
            yield _not_there(name, source)
    yield from _in_order(citation)
    yield from _inside(citation, source)


def _not_there(name: str, source: Source) -> PlaceFault:
    expected = f"{{source: {source.id}}}" if source.kind in WHOLE else PLACE_SAMPLES[other_place(source)]
    better = Citation(source=source.id) if source.kind in WHOLE else sample(source, other_place(source))
    kind = word(f"source-kind.{source.kind}")
    values = (("options", ", ".join(places_of(source))), ("source", source.id))
    named = (("source_kind_en", kind.en.lower()), ("source_kind_th", kind.th))
    return PlaceFault("citation-not-there", name, name, expected, (*values, *named), better)


def places_of(source: Source) -> list[str]:
    """What a citation of this source may name, best first; lines only where its text is kept."""
    return [name for name in PLACES[source.kind] if name != "lines" or source.lines is not None]


def other_place(source: Source) -> str:
    """The name of a place that this source has beside lines."""
    return next((name for name in PLACES[source.kind] if name != "lines"), "section")


def _in_order(citation: Citation) -> Iterator[PlaceFault]:
    pairs = (("pages", citation.pages, citation.pages), ("time", citation.time, _in_seconds(citation)))
    for name, pair, order in pairs:
        if pair and order and order[0] > order[1]:
            got, right = f"[{pair[0]}, {pair[1]}]", f"[{pair[1]}, {pair[0]}]"
            better = citation.model_copy(update={name: (pair[1], pair[0])})
            yield PlaceFault("citation-reversed", name, got, right, better=better)


def _inside(citation: Citation, source: Source) -> Iterator[PlaceFault]:
    """Pages, questions and times that the source does not have, as far as its record tells."""
    pages, times = citation.pages, _in_seconds(citation)
    first, last = pages_of(source)
    if pages and pages[0] <= pages[1] and (pages[0] < first or (last and pages[1] > last)):
        yield _outside("pages", f"[{pages[0]}, {pages[1]}]", f"{first}–{last or ''}", source)
    if citation.question and source.questions and citation.question > source.questions:
        yield _outside("question", str(citation.question), f"1–{source.questions}", source)
    if times and source.length and times[0] <= times[1] and times[1] > seconds(source.length):
        time = citation.time or ("", "")
        yield _outside("time", f"[{time[0]}, {time[1]}]", f"0:00–{source.length}", source)


def _outside(name: str, got: str, limit: str, source: Source) -> PlaceFault:
    return PlaceFault("citation-outside", name, got, limit, (("source", source.id),))


def pages_of(source: Source) -> tuple[int, int]:
    """The first and last page of a source, as far as its record tells; 0 where the last is not known."""
    if source.page_count:
        return 1, source.page_count
    starts = [start.page for start in source.pages]
    last = source.last_page or (max(starts) if starts else 0)
    return source.first_page or 1, last


def _in_seconds(citation: Citation) -> tuple[int, int] | None:
    return (seconds(citation.time[0]), seconds(citation.time[1])) if citation.time else None
