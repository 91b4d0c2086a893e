"""The store goes in; what is not known yet comes out: which values and whose experience are missing."""

from __future__ import annotations

from dataclasses import dataclass

from botrian.knowledge.store import Knowledge


@dataclass(frozen=True)
class Gaps:
    """What a province has not told. ``silent`` dimensions were looked for in the sources, ``unasked`` were not.

    ``lessons`` are those in whose ledger the province has no voice.
    """

    province: str
    silent: tuple[str, ...]
    unasked: tuple[str, ...]
    lessons: tuple[str, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """All dimensions without a value, in the order of their file."""
        return (*self.silent, *self.unasked)


def told_provinces(knowledge: Knowledge) -> tuple[str, ...]:
    """The provinces of which anything is told: a profile, a case, a value or a voice; in the order of their file."""
    told = (knowledge.profiles, knowledge.cases_by_province, knowledge.lessons_by_province, knowledge.facts_by_province)
    return tuple(id_ for id_ in knowledge.provinces if any(id_ in some for some in told))


def gaps_of(knowledge: Knowledge, province: str) -> Gaps:
    """What is missing of one province. Dimensions that no province tells of are for cases, and not asked for."""
    told = {one.fact.dimension for one in knowledge.facts if one.fact.case is None}
    asked = [id_ for id_ in knowledge.dimensions if id_ in told]
    own = [one.fact for one in knowledge.facts_by_province.get(province, ()) if one.fact.case is None]
    known = {one.dimension for one in own if one.absent != "unknown"}
    silent = {one.dimension for one in own if one.absent == "unknown"} - known
    heard = {lesson.id for lesson in knowledge.lessons_by_province.get(province, ())}
    return Gaps(
        province,
        tuple(id_ for id_ in asked if id_ in silent),
        tuple(id_ for id_ in asked if id_ not in silent and id_ not in known),
        tuple(id_ for id_ in knowledge.lessons if id_ not in heard),
    )


def waiting_lessons(knowledge: Knowledge) -> tuple[str, ...]:
    """The lessons that no place confirms by having done so: those whose strength is ``opinion``."""
    return tuple(id_ for id_ in knowledge.lessons if knowledge.strengths[id_].level == "opinion")
