"""A province and themes go in; what it would do again, what went wrong there, and its cases come out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from botrian.knowledge import Knowledge
from botrian.knowledge.strength import DONE
from botrian.records import Case, Lesson


def again(knowledge: Knowledge, place: str, themes: Collection[str] = ()) -> list[Lesson]:
    """The practices that a province did and holds to, the strongest first; of these themes alone where some are named.

    A practice that it also speaks against is none.
    """
    found = (one for one in _heard(knowledge, place, themes) if one.type == "practice" and _did(one, place))
    return _strongest(knowledge, found)


def went_wrong(knowledge: Knowledge, place: str, themes: Collection[str] = ()) -> list[Lesson]:
    """The pitfalls that a province confirms, the strongest first."""
    found = (
        one
        for one in _heard(knowledge, place, themes)
        if one.type == "pitfall" and any(e.province == place and e.stance == "supports" for e in one.evidence)
    )
    return _strongest(knowledge, found)


def like_cases(knowledge: Knowledge, place: str, themes: Collection[str] = ()) -> list[Case]:
    """The cases of a province that show how it was done: those with results and more steps first."""
    found = [
        case
        for case in knowledge.cases_by_province.get(place, ())
        if case.steps and (not themes or set(knowledge.with_parents(case.themes)) & set(themes))
    ]
    return sorted(found, key=lambda case: (not case.results, -len(case.steps), case.id))


def _heard(knowledge: Knowledge, place: str, themes: Collection[str]) -> Iterable[Lesson]:
    for lesson in knowledge.lessons_by_province.get(place, ()):
        if not themes or set(knowledge.with_parents(lesson.themes)) & set(themes):
            yield lesson


def _did(lesson: Lesson, place: str) -> bool:
    own = [entry for entry in lesson.evidence if entry.province == place]
    return any(one.stance == "supports" and one.voice in DONE for one in own) and all(
        one.stance != "contradicts" for one in own
    )


def _strongest(knowledge: Knowledge, lessons: Iterable[Lesson]) -> list[Lesson]:
    return sorted(lessons, key=lambda one: (knowledge.strengths[one.id].order(), one.id))
