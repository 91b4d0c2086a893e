"""Typed records go in; evidence, events and facts whose case lies in another province than they say come out.

Else a province would count as one that confirms a lesson by a case of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Area, Case, Event, FactFile, Lesson


def place_agreement_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """Every place where a province and a case stand together that are not of one place."""
    for one in found:
        for path, province, case in _pairs(one):
            record = known.record("case", case or "")
            if isinstance(record, Case) and not _same(record.province, province, known):
                at = (*path, "case")
                values = (("case_place", record.province),)
                yield Finding(one.locate(at), "case-elsewhere", one.field(at), case or "", province, values)


def _pairs(one: Found) -> Iterator[tuple[Path, str, str | None]]:
    record = one.record
    if isinstance(record, Lesson):
        for number, entry in enumerate(record.evidence):
            yield ("evidence", number), entry.province, entry.case
    elif isinstance(record, Event):
        yield (), record.province, record.case
    elif isinstance(record, FactFile):
        for number, fact in enumerate(record.facts):
            yield ("facts", number), record.province, fact.case


def _same(one: str, other: str, known: Known) -> bool:
    """Areas such as the whole country hold what several provinces share."""
    return one == other or any(isinstance(known.record("area", place), Area) for place in (one, other))
