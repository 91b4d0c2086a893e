"""Picked answers go in; the provinces come out, the nearest first, with what agrees, differs and is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from botrian.knowledge import Knowledge, PlacedFact
from botrian.likeness.conditions import conditions, places, values

Standing = Literal["agrees", "differs", "unknown"]
#: What each answer adds to the distance.
COST: Final = {"agrees": 0, "unknown": 1, "differs": 2}


@dataclass(frozen=True)
class Wish:
    """One answer that is picked."""

    dimension: str
    choice: str


@dataclass(frozen=True)
class Answer:
    """How a province stands to one picked answer, and the facts that tell it: none where it is unknown."""

    wish: Wish
    standing: Standing
    facts: tuple[PlacedFact, ...]


@dataclass(frozen=True)
class Near:
    """A province with its answers."""

    place: str
    answers: tuple[Answer, ...]

    @property
    def cost(self) -> int:
        """The distance times twice the number of answers."""
        return sum(COST[one.standing] for one in self.answers)

    @property
    def distance(self) -> float:
        """From 0, the same in all, to 1, another in all."""
        return self.cost / (2 * len(self.answers)) if self.answers else 0.0

    @property
    def agreements(self) -> tuple[Answer, ...]:
        """The answers that agree."""
        return tuple(one for one in self.answers if one.standing == "agrees")


def nearest(knowledge: Knowledge, wishes: Sequence[Wish]) -> list[Near]:
    """The provinces that agree in something, the nearest first. Raises KeyError for a condition that there is not."""
    troubles = {one.id: {choice.id for choice in one.choices if choice.themes} for one in conditions(knowledge)}
    found = [
        Near(place, tuple(_answer(knowledge, place, wish, troubles[wish.dimension]) for wish in wishes))
        for place in places(knowledge)
    ]
    return sorted((one for one in found if one.agreements), key=lambda one: (one.cost, -len(one.agreements)))


def likest(knowledge: Knowledge, place: str) -> list[Near]:
    """The other provinces by the answers of one: what it has is what is picked."""
    return [one for one in nearest(knowledge, list(wishes_of(knowledge, place))) if one.place != place]


def wishes_of(knowledge: Knowledge, place: str) -> Iterable[Wish]:
    """Every answer that a province has, each once."""
    for condition in conditions(knowledge):
        for choice in dict.fromkeys(one.fact.choice for one in values(knowledge, place, condition.id)):
            if choice is not None:
                yield Wish(condition.id, choice)


def _answer(knowledge: Knowledge, place: str, wish: Wish, troubles: set[str]) -> Answer:
    known = values(knowledge, place, wish.dimension)
    same = tuple(one for one in known if one.fact.choice == wish.choice)
    if same:
        return Answer(wish, "agrees", same)
    if not known or wish.choice in troubles:
        return Answer(wish, "unknown", ())
    return Answer(wish, "differs", known)
