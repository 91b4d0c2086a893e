"""The tests' library with three conditions of three provinces, one of them a trouble; and the vectors made of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from botrian.knowledge import Knowledge, PlacedFact
from botrian.likeness import Wish, nearest
from botrian.pages.alike import alike_data
from botrian.records import Choice, Citation, Dimension, Fact, Text
from tests.library import library_knowledge

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "likeness.json"
#: What is picked in the vectors.
PICKS = [["coast:yes"], ["coast:yes", "fund:own"], ["fund:none", "trouble:rules"], ["trouble:money", "coast:no"]]


def wish(name: str) -> Wish:
    """``dimension:choice`` as a wish."""
    dimension, _, choice = name.partition(":")
    return Wish(dimension, choice)


def choice_of(id_: str, *themes: str) -> Choice:
    return Choice(id=id_, name=Text(th=id_, en=id_), themes=themes)


def condition(id_: str, *choices: Choice) -> Dimension:
    name = Text(th=id_, en=id_)
    return Dimension(id=id_, name=name, definition=name, type="choice", group="structure", choices=choices)


def fact(place: str, dimension: str, choice: str) -> PlacedFact:
    cited = (Citation(source="network-report", lines=(1, 1)),)
    return PlacedFact(place, 1, Fact(dimension=dimension, choice=choice, citations=cited))


def made_knowledge(folder: Path) -> Knowledge:
    """The knowledge, whose tree is written below the folder."""
    library = library_knowledge(folder)
    dimensions = [
        condition("coast", choice_of("yes"), choice_of("no")),
        condition("fund", choice_of("own"), choice_of("none")),
        condition("trouble", choice_of("money", "money"), choice_of("rules", "money")),
    ]
    facts = (
        fact("trat", "coast", "yes"),
        fact("trat", "fund", "own"),
        fact("trat", "trouble", "money"),
        fact("satun", "coast", "yes"),
        fact("yala", "coast", "no"),
        fact("yala", "fund", "own"),
        fact("yala", "trouble", "rules"),
    )
    return replace(library, dimensions={one.id: one for one in dimensions}, facts=facts)


def vectors(knowledge: Knowledge) -> dict[str, Any]:
    """What the browser is given, and what comes out for some picks."""
    cases = []
    for names in PICKS:
        near = nearest(knowledge, [wish(name) for name in names])
        cases.append({"pick": names, "near": [[n.place, n.cost, [a.standing for a in n.answers]] for n in near]})
    return {"data": alike_data(knowledge, "th"), "cases": cases}
