"""Typed records go in; lessons, cases, events and terms that say nearly the same as another come out.

Two are alike where most runs of five letters of their own sentences are in both. Runs that very many records share
tell nothing, and are passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Case, Event, Lesson, Term, Text
from botrian.thai import fold

#: Letters of a run; a run that more records have is common speech.
_RUN, _COMMON = 5, 30
#: In percent of the runs of both.
ALIKE = 70
#: A shorter text is like another by chance.
_SHORTEST = 16


def alike_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """A warning at the later one of two records of a kind that say nearly the same."""
    by_kind: dict[str, list[Found]] = {}
    for one in found:
        if isinstance(one.record, Lesson | Case | Event | Term):
            by_kind.setdefault(one.kind, []).append(one)
    for same_kind in by_kind.values():
        yield from _of_kind(sorted(same_kind, key=lambda one: str(getattr(one.record, "id", ""))))


def _of_kind(records: list[Found]) -> Iterator[Finding]:
    runs = [_runs(_words(one)) for one in records]
    holders: dict[str, list[int]] = {}
    for number, own in enumerate(runs):
        for run in own:
            holders.setdefault(run, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= _COMMON:
            shared.update((one, other) for at, one in enumerate(numbers) for other in numbers[at + 1 :])
    for (one, other), count in sorted(shared.items()):
        share = 100 * count // len(runs[one] | runs[other])
        if share >= ALIKE and _same_place(records[one], records[other]):
            first, second = records[one], records[other]
            place = first.place
            values = (("first", f"{place.file}:{place.line}"), ("share", str(share)))
            id_ = str(getattr(second.record, "id", ""))
            yield Finding(second.locate(("id",)), "record-alike", second.field(("id",)), id_, _id(first), values)


def _id(one: Found) -> str:
    return str(getattr(one.record, "id", ""))


def _same_place(one: Found, other: Found) -> bool:
    """Cases and events of two provinces, or of two days, may be told in the same words: both happened."""
    return all(getattr(one.record, name, "") == getattr(other.record, name, "") for name in ("province", "date"))


def _words(one: Found) -> str:
    record = one.record
    own: list[Text | None] = []
    if isinstance(record, Lesson):
        own = [record.title, record.when, record.do, record.because]
    elif isinstance(record, Case):
        own = [record.title, record.summary]
    elif isinstance(record, Event):
        return f"{record.date} {fold(record.title.th)} {fold(record.text.th) if record.text else ''}"
    elif isinstance(record, Term):
        own = [record.name, record.definition]
    return " ".join(fold(text.th) for text in own if text)


def _runs(text: str) -> frozenset[str]:
    if len(text) < _SHORTEST:
        return frozenset((text,))
    return frozenset(text[at : at + _RUN] for at in range(len(text) - _RUN + 1))
