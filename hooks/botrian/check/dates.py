"""Typed records and today go in; dates that have not come, and things that follow what began later, come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Case, Credit, Event, Fact, FactFile, Record, Source, When


def date_findings(found: Iterable[Found], known: Known, today: date) -> Iterator[Finding]:
    """What is wrong with dates among each other and against today.

    A year or month that has begun is not in the future. The end of a period may be: plans run on.
    """
    for one in found:
        record = one.record
        if isinstance(record, Event) and not record.planned:
            yield from _future(one, ("date",), record.date, today)
        elif isinstance(record, Case):
            start = record.period.start if record.period else None
            # What is only proposed may be meant to begin later.
            if start is not None and record.status != "proposed":
                yield from _future(one, ("period", "start"), start, today)
            if start is not None:
                yield from _follows(one, record, start, known)
        else:
            for path, given in _told(record):
                yield from _future(one, path, given, today)


def _told(record: Record) -> Iterator[tuple[Path, When]]:
    """The days on which something of a record was told, printed, or was so: none of them lies ahead."""
    facts: list[tuple[Path, Fact]] = []
    if isinstance(record, FactFile):
        facts = [(("facts", number), fact) for number, fact in enumerate(record.facts)]
    elif isinstance(record, Fact):
        facts = [((), record)]
    given: list[tuple[Path, When | None]] = [((*path, "year"), fact.year) for path, fact in facts]
    if isinstance(record, Source):
        given += [(("year",), record.year), (("gone",), record.gone), (("data_year",), record.data_year)]
        given += [(("speaker", "date"), record.speaker.date)] if record.speaker else []
    elif isinstance(record, Credit):
        given.append((("date",), record.date))
    return ((path, day) for path, day in given if day is not None)


def _future(one: Found, path: Path, given: When, today: date) -> Iterator[Finding]:
    if given.earliest() > today:
        now = f"{today.year + 543}-{today.month:02d}-{today.day:02d} BE"
        yield Finding(one.locate(path), "date-future", one.field(path), str(given), now)


def _follows(one: Found, case: Case, start: When, known: Known) -> Iterator[Finding]:
    """What came out of something cannot have begun before it."""
    for number, id_ in enumerate(case.follows):
        before = known.record("case", id_)
        began = before.period.start if isinstance(before, Case) and before.period else None
        if began is not None and began.earliest() > start.latest():
            path = ("follows", number)
            values = (("start", str(start)),)
            yield Finding(one.locate(path), "follows-order", one.field(path), id_, str(began), values)
