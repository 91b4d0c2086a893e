"""The knowledge goes in; its records come out with what each can be filtered, grouped and counted by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import Case, Event, Evidence, Lesson, Province, Record, Term
from botrian.tables.times import decade_of

Keys = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Standing:
    """One record, or one entry of a ledger, and where it stands: its values of each key, in their own order.

    ``ids`` is the key by which a definition names it: its own id; of an entry of evidence, its lesson's.
    """

    id: str
    record: Record
    keys: Keys


def standings(rows: str, knowledge: Knowledge) -> tuple[Standing, ...]:
    """All of one kind of rows, in the order in which tables show them; of provinces those with a profile."""
    return tuple(_READERS[rows](knowledge))


def _provinces(knowledge: Knowledge) -> Iterator[Standing]:
    for id_, province in knowledge.provinces.items():
        if id_ in knowledge.profiles:
            yield Standing(id_, province, _of_province(province))


def _of_province(province: Province) -> Keys:
    return {"ids": (province.id,), "province": (province.id,), "region": (province.region,)}


def _cases(knowledge: Knowledge) -> Iterator[Standing]:
    for id_, case in knowledge.cases.items():
        yield Standing(id_, case, _of_case(case, knowledge))


def _of_case(case: Case, knowledge: Knowledge) -> Keys:
    return {
        "ids": (case.id,),
        "province": (case.province,),
        "kind": (case.kind,),
        "status": (case.status,),
        "level": (case.level,),
        "part_of": case.part_of,
        **_of_themes(case.themes, knowledge),
    }


def _lessons(knowledge: Knowledge) -> Iterator[Standing]:
    for id_, lesson in knowledge.lessons.items():
        yield Standing(id_, lesson, _of_lesson(lesson, knowledge))


def _of_lesson(lesson: Lesson, knowledge: Knowledge) -> Keys:
    return {
        "ids": (lesson.id,),
        "province": _once(entry.province for entry in lesson.evidence),
        "case": _once(entry.case for entry in lesson.evidence),
        "stance": _once(entry.stance for entry in lesson.evidence),
        "type": (lesson.type,),
        **_of_themes(lesson.themes, knowledge),
    }


def _evidence(knowledge: Knowledge) -> Iterator[Standing]:
    for lesson in knowledge.lessons.values():
        for number, entry in enumerate(lesson.evidence, start=1):
            yield Standing(f"{lesson.id}.{number}", entry, _of_entry(entry, lesson, knowledge))


def _of_entry(entry: Evidence, lesson: Lesson, knowledge: Knowledge) -> Keys:
    """An entry speaks for one place, with one stance; type and themes are its lesson's."""
    return {
        "ids": (lesson.id,),
        "lesson": (lesson.id,),
        "province": (entry.province,),
        "case": _once([entry.case]),
        "stance": (entry.stance,),
        "source": _once(citation.source for citation in entry.citations),
        "type": (lesson.type,),
        **_of_themes(lesson.themes, knowledge),
    }


def _events(knowledge: Knowledge) -> Iterator[Standing]:
    for event in knowledge.events_in_time:
        yield Standing(event.id, event, _of_event(event))


def _of_event(event: Event) -> Keys:
    return {
        "ids": (event.id,),
        "province": (event.province,),
        "case": _once([event.case]),
        "decade": (decade_of(event.date),),
        "turning_point": (yes_no(event.turning_point),),
    }


def _terms(knowledge: Knowledge) -> Iterator[Standing]:
    for id_, term in knowledge.terms.items():
        yield Standing(id_, term, _of_term(term))


def _of_term(term: Term) -> Keys:
    return {"ids": (term.id,), "term-kind": (term.kind,)}


def _facts(knowledge: Knowledge) -> Iterator[Standing]:
    for placed in knowledge.facts:
        yield Standing(placed.id, placed.fact, _of_fact(placed))


def _of_fact(placed: PlacedFact) -> Keys:
    return {
        "ids": (placed.id,),
        "province": (placed.province,),
        "case": _once([placed.fact.case]),
        "dimension": (placed.fact.dimension,),
    }


def yes_no(value: bool) -> str:
    """How a key holds yes and no."""
    return "yes" if value else "no"


def _of_themes(themes: tuple[str, ...], knowledge: Knowledge) -> Keys:
    """The themes as they are named, and those of the first level that they belong to."""
    return {"theme": themes, "top-theme": _once(knowledge.themes[one].parent or one for one in themes)}


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


_READERS: Mapping[str, Callable[[Knowledge], Iterator[Standing]]] = {
    "provinces": _provinces,
    "cases": _cases,
    "lessons": _lessons,
    "events": _events,
    "terms": _terms,
    "facts": _facts,
    "evidence": _evidence,
}
