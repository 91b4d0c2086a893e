"""A record leads to its kits, a province to its like; a place compared tells all, silence as silence."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from lxml import html

from botrian.addresses import Stamp, address
from botrian.knowledge import Knowledge
from botrian.likeness import likest
from botrian.pages import frame_of, stage_pages
from botrian.pages.compare import compare_files
from botrian.tables import build_tables
from tests.library import library_knowledge


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def pages(knowledge: Knowledge) -> dict[str, Any]:
    stamp = Stamp("https://example.org/", None, {"docs/lessons/save-first.md": date(2026, 6, 1)})
    made = stage_pages(frame_of(knowledge, build_tables(knowledge), "th", stamp))
    return {one.address: html.fromstring(f"<div>{one.content}</div>") for one in made}


def test_each_step_of_a_path_has_an_address(knowledge: Knowledge, pages: dict[str, Any]) -> None:
    for path in knowledge.paths.values():
        ids = pages[address("path", path.id, knowledge)].xpath("//ol[@class='kb-path-steps']/li/@id")
        assert ids == [f"step-{number}" for number in range(1, len(path.steps) + 1)]


def test_what_a_kit_uses_leads_to_the_kit(knowledge: Knowledge, pages: dict[str, Any]) -> None:
    used = [
        (kind, id_, kit.id)
        for kit in knowledge.kits.values()
        for kind, ids in (("lesson", kit.lessons), ("case", kit.cases), ("table", kit.tables))
        for id_ in ids
    ]
    assert used
    for kind, id_, kit in used:
        links = pages[address(kind, id_, knowledge)].xpath("//a/@href")
        assert any(str(link).endswith(f"kits/{kit}/") for link in links), (kind, id_, kit)


def test_a_province_leads_to_its_like_with_what_agrees(knowledge: Knowledge, pages: dict[str, Any]) -> None:
    for place in knowledge.profiles:
        near = likest(knowledge, place)
        links = pages[f"provinces/{place}/"].xpath("//ul//a[contains(@href, 'compare/?a=')]/@href")
        assert [str(link).rpartition("b=")[2] for link in links] == [one.place for one in near[:3]]


def test_a_province_is_set_beside_any_other_from_its_top(knowledge: Knowledge, pages: dict[str, Any]) -> None:
    for place in knowledge.profiles:
        page = pages[f"provinces/{place}/"]
        others = page.xpath("//details[not(preceding::h2)]//a[contains(@href, 'compare/')]/@href")
        chosen = {str(link).partition("?")[2] for link in others}
        assert chosen == {f"a={place}&b={other}" for other in knowledge.profiles if other != place}


def test_a_place_compared_tells_every_fact_with_its_source_and_silence_as_silence(knowledge: Knowledge) -> None:
    files = compare_files(knowledge, "th")
    for place in knowledge.profiles:
        text = files[f"assets/compare-th/{place}.js"].decode()
        data = _payload(text)
        rows = {row["id"]: row for row in data["rows"]}
        for placed in knowledge.facts_by_province.get(place, ()):
            row = rows[placed.fact.dimension]
            if placed.fact.case is None and placed.fact.absent is None:
                assert any(len(value[2]) == len(placed.fact.citations) for value in row["values"])
        for row in rows.values():
            assert bool(row["values"]) != bool(row.get("absent"))


def test_every_case_and_province_has_a_file_and_a_name(knowledge: Knowledge) -> None:
    files = compare_files(knowledge, "en")
    provinces, placed = (_payload(files[f"assets/compare-en/{one}.js"].decode()) for one in ("provinces", "cases"))
    cases = [id_ for _, some in placed for id_, _ in some]

    assert sorted(cases) == sorted(f"case:{id_}" for id_ in knowledge.cases)
    assert {id_ for id_, _ in provinces} == set(knowledge.profiles)
    wanted = [*(one.replace(":", "-") for one in cases), *knowledge.profiles, "provinces", "cases"]
    assert sorted(files) == sorted(f"assets/compare-en/{one}.js" for one in wanted)


def _payload(text: str) -> Any:
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])
