"""All typed records go in; a finding for each id, reference or citation that leads nowhere comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from botrian.check.cited_places import other_place, place_findings
from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.references import references
from botrian.check.schema import Found
from botrian.findings import Finding, Place
from botrian.knowledge.found import with_paths
from botrian.records import PLACE_SAMPLES, Citation, Source

#: A reader does not find a sentence in more lines than these.
WIDEST = 120


def id_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """Ids that stand twice in a kind, or that are not the name of their file; folders that are not the province."""
    for one in found:
        id_ = getattr(one.record, "id", None)
        if isinstance(id_, str) and one.kind != "part":
            first = known.of(one.kind)[id_]
            if first.found is not one:
                where = (("first", f"{first.place.file}:{first.place.line}"),)
                yield Finding(one.locate(("id",)), "id-duplicate", one.field(("id",)), id_, values=where)
            name = one.document.group("id")
            if name is not None and name != id_:
                yield Finding(one.locate(("id",)), "id-not-file-name", "id", id_, name)
        folder = one.document.group("province") if one.kind != "part" else None
        province = getattr(one.record, "province", None)
        if folder is not None and province is not None and folder != province:
            yield Finding(one.locate(("province",)), "province-not-folder", "province", province, folder)


def reference_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """References to records that do not exist, each with the nearest id that does, and to the record itself."""
    for one in found:
        own = (one.kind, getattr(one.record, "id", None))
        listed: set[tuple[Path, str]] = set()
        for path, id_, marker in references(one.record):
            if not known.has(marker.kinds, id_):
                yield known.unknown(one.locate(path), one.field(path), id_, marker.kinds)
            elif path != ("id",) and (marker.kinds[0], id_) == own:
                yield Finding(one.locate(path), "reference-self", one.field(path), id_)
            if path and isinstance(path[-1], int):
                if (path[:-1], id_) in listed:
                    yield Finding(one.locate(path), "reference-twice", one.field(path), id_)
                listed.add((path[:-1], id_))


def looked_up(finding: Finding, known: Known) -> Finding | None:
    """A reference of a broken record, with what it may have meant; None where the record exists."""
    kinds = tuple(dict(finding.values).get("kinds", "").split())
    if finding.code != "reference-unknown" or not kinds:
        return finding
    if known.has(kinds, finding.got):
        return None
    return known.unknown(finding.place, finding.field, finding.got, kinds)


def citation_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """Citations whose lines are reversed, outside the source, or too many to be of use."""
    for one in found:
        for path, citation in with_paths(one.record, Citation):
            yield from place_findings(one, path, citation, known)
            if citation.lines is None:
                continue
            for wrong in line_findings(one.place, "", citation.source, citation.lines, known):
                here = (*path, "lines")
                yield replace(wrong, place=one.locate(here), field=one.field(here))
        if isinstance(one.record, Source):
            yield from _own_lines(one, one.record, known)


def line_findings(place: Place, field: str, source: str, lines: tuple[int, int], known: Known) -> Iterator[Finding]:
    """What is wrong with the lines that somebody cites of a source."""
    first, last = lines
    record = known.record("source", source)
    if first > last:
        yield Finding(place, "citation-reversed", field, f"[{first}, {last}]", f"[{last}, {first}]")
    elif isinstance(record, Source) and record.lines is None:
        sample = PLACE_SAMPLES[other_place(record)]
        yield Finding(place, "citation-no-text", field, f"[{first}, {last}]", sample, (("source", source),))
    elif first < 1 or (isinstance(record, Source) and record.lines is not None and last > record.lines):
        limit = f"1–{record.lines}" if isinstance(record, Source) else "1–"
        yield Finding(place, "citation-outside", field, f"[{first}, {last}]", limit, (("source", source),))
    elif last - first >= WIDEST:
        yield Finding(place, "citation-wide", field, str(last - first + 1), str(WIDEST))


def _own_lines(one: Found, source: Source, known: Known) -> Iterator[Finding]:
    """The lines of a source's own misprints, damage and sections; these may be as wide as they are."""
    yield from _page_order(one, source)
    for name in ("misprints", "damage", "sections", "chapters"):
        for number, item in enumerate(getattr(source, name)):
            path = (name, number, "lines")
            for wrong in line_findings(one.place, "", source.id, item.lines, known):
                if wrong.code != "citation-wide":
                    yield replace(wrong, place=one.locate(path), field=one.field(path))


def _page_order(one: Found, source: Source) -> Iterator[Finding]:
    """Page starts that do not rise: a page before its number, or a line before the page above it."""
    for number, (before, after) in enumerate(pairwise(source.pages), start=1):
        if after.page <= before.page or after.line < before.line:
            path = ("pages", number)
            got = f"page {after.page}, line {after.line}"
            expected = f"page > {before.page}, line >= {before.line}"
            yield Finding(one.locate(path), "source-page-order", one.field(path), got, expected)
