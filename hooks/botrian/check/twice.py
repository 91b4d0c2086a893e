"""All typed records go in; what stands twice where it can stand only once comes out: an entry, a code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Evidence, Lesson, Province
from botrian.thai import fold


def twice_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """Entries of one ledger that say the same of the same place, and ISO codes that two provinces have."""
    codes: dict[str, Found] = {}
    for one in found:
        if isinstance(one.record, Lesson):
            yield from _entries(one, one.record)
        elif isinstance(one.record, Province) and one.record.iso is not None:
            first = codes.setdefault(one.record.iso, one)
            if first is not one:
                values = (("first", f"{first.place.file}:{first.place.line}"),)
                path = ("iso",)
                yield Finding(one.locate(path), "iso-twice", one.field(path), one.record.iso, values=values)


def _entries(one: Found, lesson: Lesson) -> Iterator[Finding]:
    first: dict[object, int] = {}
    for number, entry in enumerate(lesson.evidence):
        before = first.setdefault(_said(entry), number)
        if before != number:
            path = ("evidence", number)
            values = (("first", str(before + 1)), ("number", str(number + 1)))
            yield Finding(one.locate(path), "evidence-twice", one.field(path), entry.text.th[:80], values=values)


def _said(entry: Evidence) -> object:
    """What makes two entries one: the place, the same sentence however it is spaced, and the same sources."""
    return entry.province, entry.case, fold(entry.text.th).replace(" ", ""), entry.citations
