"""The knowledge goes in; the conditions by which provinces are alike, and what each province has of them, come out."""

from __future__ import annotations

from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import Dimension
from botrian.thai import collation_key


def conditions(knowledge: Knowledge) -> tuple[Dimension, ...]:
    """The dimensions with fixed answers for which some province has a value, in the order of their groups."""
    used = {
        one.fact.dimension
        for one in knowledge.facts
        if one.fact.choice is not None and one.fact.case is None and one.province in knowledge.provinces
    }
    groups = list(knowledge.dimension_groups)
    found = (one for one in knowledge.dimensions.values() if one.type == "choice" and one.id in used)
    return tuple(sorted(found, key=lambda one: groups.index(one.group)))


def places(knowledge: Knowledge) -> tuple[str, ...]:
    """The provinces that have a page and a value of some condition, in the order of ก–ฮ."""
    wanted = conditions(knowledge)
    found = [id_ for id_ in knowledge.profiles if any(values(knowledge, id_, one.id) for one in wanted)]
    return tuple(sorted(found, key=lambda id_: collation_key(knowledge.place_name(id_).th)))


def values(knowledge: Knowledge, place: str, dimension: str) -> tuple[PlacedFact, ...]:
    """The answers of one province to one condition; none where the sources tell nothing."""
    return tuple(
        one
        for one in knowledge.facts_by_province.get(place, ())
        if one.fact.dimension == dimension and one.fact.case is None and one.fact.choice is not None
    )
