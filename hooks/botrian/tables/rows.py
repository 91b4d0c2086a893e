"""A filter and the knowledge go in; the records that become rows, or are counted, come out."""

from __future__ import annotations

from collections.abc import Iterable

from botrian.knowledge import Knowledge
from botrian.records import Case, Event, Lesson, Province, Record, RowFilter, Term


def matching(kind: str, where: RowFilter, knowledge: Knowledge) -> tuple[Record, ...]:
    """The records of one kind that pass the filter: in the order of ``ids`` where given, else in their own."""
    records = _all(kind, knowledge)
    if where.ids:
        by_id = {str(getattr(record, "id", "")): record for record in records}
        records = tuple(by_id[id_] for id_ in where.ids if id_ in by_id)
    return tuple(record for record in records if _passes(record, where, knowledge))


def _all(kind: str, knowledge: Knowledge) -> tuple[Record, ...]:
    """Every record of a kind; of provinces, those that have a profile."""
    if kind == "provinces":
        return tuple(one for id_, one in knowledge.provinces.items() if id_ in knowledge.profiles)
    if kind == "events":
        return knowledge.events_in_time
    found: dict[str, Iterable[Record]] = {
        "cases": knowledge.cases.values(),
        "lessons": knowledge.lessons.values(),
        "terms": knowledge.terms.values(),
    }
    return tuple(found[kind])


def _passes(record: Record, where: RowFilter, knowledge: Knowledge) -> bool:
    tests = (
        (where.province, places_of(record)),
        (where.kind, (record.kind,) if isinstance(record, Case) else ()),
        (where.theme, knowledge.with_parents(themes_of(record))),
        (where.type, (record.type,) if isinstance(record, Lesson) else ()),
        (where.status, (record.status,) if isinstance(record, Case) else ()),
        (where.level, (record.level,) if isinstance(record, Case) else ()),
        (
            where.stance,
            tuple(entry.stance for entry in record.evidence) if isinstance(record, Lesson) else (),
        ),
    )
    turning = where.turning_point is None or getattr(record, "turning_point", False) == where.turning_point
    return turning and all(not wanted or set(wanted) & set(has) for wanted, has in tests)


def themes_of(record: Record) -> tuple[str, ...]:
    """The themes of a record that has themes."""
    return record.themes if isinstance(record, Case | Lesson) else ()


def places_of(record: Record) -> tuple[str, ...]:
    """The provinces and areas that a record belongs to."""
    if isinstance(record, Lesson):
        return tuple(dict.fromkeys(entry.province for entry in record.evidence))
    if isinstance(record, Province):
        return (record.id,)
    if isinstance(record, Case | Event):
        return (record.province,)
    assert isinstance(record, Term)
    return ()
