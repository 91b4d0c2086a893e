"""Typed records go in; lessons, cases, events, terms and sources that say nearly the same as another come out.

Two are alike where most runs of five letters of their own sentences are in both. Runs that very many records share
tell nothing, and are passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from botrian.check.passed import findings_of
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.kept import Ledger, key_of
from botrian.records import Case, Event, Lesson, Source, Term, Text
from botrian.thai import fold

#: Letters of a run; a run that more records have is common speech.
_RUN, _COMMON = 5, 30
#: In percent of the runs of both.
ALIKE = 70
#: A shorter text is like another by chance.
_SHORTEST = 16


def alike_findings(found: Iterable[Found], ledger: Ledger | None = None) -> Iterator[Finding]:
    """A warning at the later one of two records of a kind that say nearly the same.

    ``ledger``: texts that were folded before, and whether all of a kind passed.
    """
    ledger = ledger or Ledger()
    by_kind: dict[str, list[Found]] = {}
    for one in found:
        if isinstance(one.record, Lesson | Case | Event | Term | Source):
            by_kind.setdefault(one.kind, []).append(one)
    for same_kind in by_kind.values():
        records = sorted(same_kind, key=_id)
        words = [_words(one, ledger) for one in records]
        told = (part for one, own in zip(records, words, strict=True) for part in (_id(one), *_where(one), own))
        yield from findings_of(key_of("alike", *told), partial(_of_kind, records, words), ledger)


def _of_kind(records: list[Found], words: list[str]) -> Iterator[Finding]:
    runs = [_runs(own) for own in words]
    holders = Counter(run for own in runs for run in own)
    rare = [frozenset(run for run in own if holders[run] <= _COMMON) for own in runs]
    for one, other in sorted(_near(runs, rare, holders)):
        share = 100 * len(rare[one] & rare[other]) // len(runs[one] | runs[other])
        if share >= ALIKE and _id(records[one]) != _id(records[other]) and _same_place(records[one], records[other]):
            first, second = records[one], records[other]
            place = first.place
            values = (("first", f"{place.file}:{place.line}"), ("share", str(share)))
            id_ = str(getattr(second.record, "id", ""))
            yield Finding(second.locate(("id",)), "record-alike", second.field(("id",)), id_, _id(first), values)


def _near(
    runs: list[frozenset[str]], rare: list[frozenset[str]], holders: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """The pairs of records that can be alike: who shares most of its runs with another shares one of its rarest.

    With all runs in one order, two sets of which each has at least ``least`` runs in both share one of the first
    ``len(set) - least + 1`` of either (Chaudhuri, Ganti and Kaushik 2006, the prefix filter).
    """
    seen: dict[str, list[int]] = {}
    for number, own in enumerate(rare):
        least = -(-ALIKE * len(runs[number]) // 100)
        first = sorted(own, key=lambda run: (holders[run], run))[: max(0, len(own) - least + 1)]
        yield from {(other, number) for run in first for other in seen.get(run, ())}
        for run in first:
            seen.setdefault(run, []).append(number)


def _id(one: Found) -> str:
    return str(getattr(one.record, "id", ""))


def _same_place(one: Found, other: Found) -> bool:
    """Cases and events of two provinces, or of two days, may be told in the same words: both happened."""
    return _where(one) == _where(other)


def _where(one: Found) -> tuple[str, str]:
    return str(getattr(one.record, "province", "")), str(getattr(one.record, "date", ""))


def _words(one: Found, ledger: Ledger) -> str:
    record = one.record
    own: list[Text | None] = []
    day = ""
    if isinstance(record, Lesson):
        own = [record.title, record.when, record.do, record.because]
    elif isinstance(record, Case):
        own = [record.title, record.summary]
    elif isinstance(record, Event):
        own, day = [record.title, record.text], f"{record.date} "
    elif isinstance(record, Term):
        own = [record.name, record.definition]
    elif isinstance(record, Source):
        # One work twice counts as two voices.
        own, day = [record.title, record.cite_as], f"{record.kind} {record.year or ''} "
    texts = [text.th for text in own if text]
    return day + ledger.get(key_of("folded", *texts), lambda: " ".join(map(fold, texts)))


def _runs(text: str) -> frozenset[str]:
    if len(text) < _SHORTEST:
        return frozenset((text,))
    return frozenset(text[at : at + _RUN] for at in range(len(text) - _RUN + 1))
