"""The store: facts keep their names, bodies their languages, time its order, themes what lies below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.knowledge import Knowledge, citations_in
from botrian.records import Event
from tests.library import library_knowledge


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


def test_a_fact_is_numbered_among_those_of_its_dimension(knowledge: Knowledge) -> None:
    """A fact of another dimension that is put before it does not change its name."""
    ids = [placed.id for placed in knowledge.facts_by_province["krabi"]]

    assert ids[:4] == ["krabi.council-count.1", "krabi.council-count.2", "krabi.tambon-count.1", "krabi.vision.1"]
    assert len(ids) == len(set(ids)) == len({knowledge.origin("fact", id_) for id_ in ids})
    assert knowledge.of("fact")["krabi.council-count.2"].fact.number == 15


def test_a_fact_is_corrected_in_its_own_line(knowledge: Knowledge) -> None:
    place = knowledge.origin("fact", "trat.tambon-count.1")
    file = Path(__file__).resolve().parents[1] / "fixtures" / "library" / place.file

    assert file.read_text(encoding="utf-8").split("\n")[place.line - 1].strip() == "- dimension: tambon-count"


def test_a_body_is_thai_and_where_it_has_a_twin_english(knowledge: Knowledge) -> None:
    both, thai = knowledge.body("profile", "krabi"), knowledge.body("profile", "trat")

    assert both.in_("th").startswith("## เรื่องของกระบี่")
    assert both.in_("en").startswith("## The story of Krabi")
    assert (bool(thai.in_("th")), thai.in_("en")) == (True, "")
    assert knowledge.body("lesson", "no-such") == knowledge.body("lesson", "share-data")


def event(id_: str, date: str) -> Event:
    raw = {"id": id_, "title": {"th": "ก", "en": "a"}, "date": date, "province": "krabi"}
    return Event.model_validate({**raw, "citations": [{"source": "book", "lines": [1, 2]}]})


def test_events_stand_in_time_the_exacter_before_the_vaguer() -> None:
    events = (
        event("year", "2551 BE"),
        event("day", "2551-01-01 BE"),
        event("later", "2551-03 BE"),
        event("before", "2550 BE"),
    )
    store = Knowledge(events={one.id: one for one in events})

    assert [one.id for one in store.events_in_time] == ["before", "day", "year", "later"]
    assert store.events_by_province["krabi"] == store.events_in_time


def test_a_theme_holds_what_those_below_it_hold(knowledge: Knowledge) -> None:
    assert knowledge.with_parents(["data-systems", "money"]) == ("data-systems", "data", "money")
    assert "share-data" in {one.id for one in knowledge.lessons_by_theme["data"]}
    assert "krabi-data-centre" in {one.id for one in knowledge.cases_by_theme["data"]}


def test_a_province_that_speaks_twice_in_a_ledger_has_the_lesson_once(knowledge: Knowledge) -> None:
    for province, lessons in knowledge.lessons_by_province.items():
        ids = [lesson.id for lesson in lessons]
        assert len(ids) == len(set(ids))
        assert all(province in {entry.province for entry in lesson.evidence} for lesson in lessons)


def test_wholes_know_their_parts_and_beginnings_what_came_of_them(knowledge: Knowledge) -> None:
    assert [one.id for one in knowledge.parts_of["krabi-council"]] == ["krabi-data-centre"]
    assert [one.id for one in knowledge.followers_of["krabi-council"]] == ["yala-forum"]


def test_every_citation_inside_a_record_is_found_once(knowledge: Knowledge) -> None:
    found = citations_in(knowledge.cases["krabi-data-centre"])

    assert [citation.lines for citation in found] == [(42, 44), (40, 60)]
