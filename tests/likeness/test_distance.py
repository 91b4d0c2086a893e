"""The rule: what agrees is near, what differs far, what nobody tells neither; judged questions find their places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from botrian.knowledge import Knowledge
from botrian.likeness import conditions, likest, nearest, places, values
from tests.likeness.made import VECTORS, made_knowledge, vectors, wish

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
JUDGED: list[dict[str, Any]] = yaml.safe_load((HERE / "judged.yml").read_text(encoding="utf-8"))
#: In how many of the first a province that was judged near must be.
FIRST = 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The tests' library with conditions of its own."""
    return made_knowledge(tmp_path_factory.mktemp("library"))


def found(knowledge: Knowledge, *wishes: str) -> list[tuple[str, float]]:
    return [(one.place, one.distance) for one in nearest(knowledge, [wish(name) for name in wishes])]


def test_the_same_is_at_no_distance_another_at_the_whole_and_unknown_in_the_middle(made: Knowledge) -> None:
    assert found(made, "coast:yes") == [("trat", 0.0), ("satun", 0.0)]
    assert found(made, "coast:yes", "fund:own") == [("trat", 0.0), ("satun", 0.25), ("yala", 0.5)]


def test_who_agrees_in_nothing_is_not_near(made: Knowledge) -> None:
    assert [place for place, _ in found(made, "fund:own")] == ["trat", "yala"]


def test_a_trouble_that_is_not_told_is_unknown_not_another(made: Knowledge) -> None:
    yala = next(one for one in nearest(made, [wish("fund:own"), wish("trouble:money")]) if one.place == "yala")

    assert [one.standing for one in yala.answers] == ["agrees", "unknown"]
    assert yala.distance == 0.25


def test_each_agreement_and_difference_names_its_facts_and_silence_names_none(made: Knowledge) -> None:
    for near in nearest(made, [wish("coast:yes"), wish("fund:own"), wish("trouble:rules")]):
        for answer in near.answers:
            assert bool(answer.facts) == (answer.standing != "unknown")
            assert all(one.province == near.place and one.fact.citations for one in answer.facts)


def test_a_province_is_not_its_own_neighbour(made: Knowledge) -> None:
    for place in places(made):
        assert place not in [one.place for one in likest(made, place)]


def test_the_browser_is_held_to_the_same_rule_by_vectors(made: Knowledge) -> None:
    """Written by ``python -m tests.likeness.write_vectors``; ``tests/browser/alike.test.js`` reads them."""
    kept = json.loads(VECTORS.read_text(encoding="utf-8"))

    assert kept == json.loads(json.dumps(vectors(made)))


@pytest.mark.content
@pytest.mark.parametrize("question", JUDGED, ids=lambda one: "+".join(one["pick"]))
def test_a_judged_question_finds_its_provinces(real_knowledge: Knowledge, question: dict[str, Any]) -> None:
    near = nearest(real_knowledge, [wish(name) for name in question["pick"]])
    first = [one.place for one in near[:FIRST]]

    assert set(question["near"]) <= set(first), question["why"]
    assert near[0].place not in question.get("far", ())


@pytest.mark.content
def test_every_value_of_a_condition_is_cited(real_knowledge: Knowledge) -> None:
    told = [
        one
        for place in places(real_knowledge)
        for d in conditions(real_knowledge)
        for one in values(real_knowledge, place, d.id)
    ]

    assert told
    assert all(one.fact.citations for one in told)
