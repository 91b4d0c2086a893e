"""What is missing is told by province and invites; what is old is counted to the edition, whenever it is built."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.api.strengths import published_strength
from botrian.changes import change_pages
from botrian.knowledge import Knowledge
from botrian.knowledge.gaps import gaps_of, told_provinces, waiting_lessons
from botrian.pages import frame_of, stage_pages
from botrian.pages.frame import Frame
from botrian.pages.freshness import edition_day, freshness_page
from botrian.records import Credit, Language, Release
from botrian.tables import build_tables
from tests.library import library_knowledge

EDITION = {"docs/lessons/share-data.md": date(2026, 6, 1), "data/facts/krabi.yml": date(2025, 1, 1)}


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


def frame(knowledge: Knowledge, language: Language = "en", changed: dict[str, date] | None = None) -> Frame:
    stamp = Stamp("https://example.org/", None, EDITION if changed is None else changed)
    return frame_of(knowledge, build_tables(knowledge), language, stamp)


@pytest.fixture(scope="module")
def pages(knowledge: Knowledge) -> dict[str, Any]:
    made = stage_pages(frame(knowledge))
    return {
        one.address: html.fromstring(f"<div>{one.content}</div>") for one in made if one.address.startswith("gaps/")
    }


def test_a_value_that_is_not_told_is_a_gap_and_one_that_is_told_is_none(knowledge: Knowledge) -> None:
    gaps = gaps_of(knowledge, "krabi")
    own = {one.fact.dimension for one in knowledge.facts_by_province["krabi"] if not one.fact.case}

    assert "tambon-count" not in gaps.values
    assert not own & set(gaps.unasked)
    assert set(gaps.values).isdisjoint({one for one in own if one not in gaps.silent})


def test_what_was_looked_for_and_not_found_is_told_apart(knowledge: Knowledge) -> None:
    silent = {
        (one.province, one.fact.dimension)
        for one in knowledge.facts
        if one.fact.absent == "unknown" and not one.fact.case and one.province in knowledge.provinces
    }

    assert silent
    for province, dimension in silent:
        gaps = gaps_of(knowledge, province)
        told = any(
            one.fact.dimension == dimension and one.fact.absent != "unknown" and not one.fact.case
            for one in knowledge.facts_by_province[province]
        )
        assert told or dimension in gaps.silent
        assert dimension not in gaps.unasked


def test_a_lesson_without_a_voice_from_here_is_a_gap(knowledge: Knowledge) -> None:
    for province in told_provinces(knowledge):
        gaps = gaps_of(knowledge, province)
        heard = {one.id for one in knowledge.lessons.values() if any(e.province == province for e in one.evidence)}
        assert set(gaps.lessons) == set(knowledge.lessons) - heard


def test_the_counts_of_the_index_are_those_of_the_provinces_pages(knowledge: Knowledge, pages: dict[str, Any]) -> None:
    assert set(pages) == {"gaps/", *(f"gaps/{id_}/" for id_ in told_provinces(knowledge))}
    for id_ in told_provinces(knowledge):
        gaps = gaps_of(knowledge, id_)
        card = pages["gaps/"].xpath(f'//li[h3[@id="{id_}"]]/p')[0].text_content()
        asked = pages[f"gaps/{id_}/"].xpath("//details//a[contains(@href, 'contribute/?')]/@href")

        assert card == f"Values missing: {len(gaps.values)} · lessons without a voice from here: {len(gaps.lessons)}"
        assert len(asked) == len(gaps.values) + len(gaps.lessons)


def test_each_gap_leads_to_the_form_with_what_is_asked_filled_in(knowledge: Knowledge, pages: dict[str, Any]) -> None:
    hrefs = pages["gaps/krabi/"].xpath("//a[contains(@href, 'contribute/?')]/@href")
    asked = [{name: values[0] for name, values in parse_qs(urlsplit(one).query).items()} for one in hrefs]
    lessons = [one["lesson"] for one in asked if "lesson" in one]

    assert sorted(lessons) == sorted(gaps_of(knowledge, "krabi").lessons)
    assert all(one["province"] == "krabi" for one in asked if "lesson" in one)
    values = [one["about"] for one in asked if one.get("about", "").startswith("fact:")]
    assert sorted(values) == sorted(f"fact:krabi.{id_}" for id_ in gaps_of(knowledge, "krabi").values)


def test_a_province_without_a_word_is_invited_by_name(knowledge: Knowledge, pages: dict[str, Any]) -> None:
    silent = set(knowledge.provinces) - set(told_provinces(knowledge))
    hrefs = pages["gaps/"].xpath("//a[contains(@href, 'kind=province')]/@href")

    assert silent
    assert {parse_qs(urlsplit(one).query)["province"][0] for one in hrefs} == silent


def test_the_same_lessons_wait_for_somebody_who_tries_as_the_api_calls_opinion(knowledge: Knowledge) -> None:
    waiting = set(waiting_lessons(knowledge))

    for id_ in knowledge.lessons:
        assert (id_ in waiting) == (published_strength(knowledge.strengths[id_]).level == "opinion")


def fresh(knowledge: Knowledge, day: date | None) -> Any:
    changed = {"docs/index.md": day} if day else {}
    return html.fromstring(f"<div>{freshness_page(frame(knowledge, changed=changed)).content}</div>")


def old(page: Any) -> int:
    return len(page.xpath("//a[contains(@href, 'field=status')]"))


def test_a_status_is_old_three_years_after_the_year_it_is_of(knowledge: Knowledge) -> None:
    """The newest status of the library is of 2021 (2564 BE) at the latest: it is old from the first day of 2025 on."""
    counts = [old(fresh(knowledge, date(year, 1, 1))) for year in (1990, 2018, 2030)]

    assert counts[0] == 0
    assert counts[0] <= counts[1] <= counts[2]
    assert counts[2] > 0


def test_the_page_says_to_which_day_it_counts_and_without_one_calls_nothing_old(knowledge: Knowledge) -> None:
    assert "1 June 2026" in fresh(knowledge, date(2026, 6, 1)).find_class("kb-note")[0].text_content()
    assert old(fresh(knowledge, None)) == 0
    assert edition_day(frame(knowledge)) == date(2026, 6, 1)


def test_thanks_stand_with_the_publication_that_came_after_and_go_with_the_record(knowledge: Knowledge) -> None:
    def credit(id_: str, day: str) -> Credit:
        told = {"id": id_, "role": "told", "name": {"th": id_, "en": id_}, "consent": "spoken", "date": day}
        return Credit.model_validate({**told, "provinces": ["krabi"]})

    def release(day: str) -> Release:
        return Release.model_validate({"id": day, "date": f"{day} CE"})

    thanked = {one.id: one for one in (credit("early", "2026-01-05 CE"), credit("late", "2026-02-05 CE"))}
    releases = {day: release(day) for day in ("2026-01-31", "2026-01-01")}
    origins = {("release", day): knowledge.origin("lesson", "share-data") for day in releases}

    def told(of_whom: dict[str, Credit]) -> dict[str, set[str]]:
        of = replace(knowledge, credits=of_whom, releases=releases, origins={**knowledge.origins, **origins})
        return {
            page.address: {name for name in ("early", "late") if f"<strong>{name}</strong>" in page.content}
            for page in change_pages(frame(of))
        }

    assert told(thanked) == {"changes/": {"late"}, "changes/2026-01-31/": {"early"}, "changes/2026-01-01/": set()}
    assert told({"late": thanked["late"]})["changes/2026-01-31/"] == set()


def test_nobody_is_asked_how_that_is_now_which_has_ended(knowledge: Knowledge) -> None:
    ended = {id_: one.model_copy(update={"status": "ended"}) for id_, one in knowledge.cases.items()}

    assert old(fresh(knowledge, date(2050, 1, 1))) > 0
    assert old(fresh(replace(knowledge, cases=ended), date(2050, 1, 1))) == 0


@pytest.fixture(scope="module")
def made(knowledge: Knowledge) -> dict[str, Any]:
    indexes = ("provinces/", "sources/")
    staged = {one.address: one.content for one in stage_pages(frame(knowledge)) if one.address in indexes}
    return {address: html.fromstring(f"<div>{content}</div>") for address, content in staged.items()}


def test_a_province_without_a_story_invites_its_first(knowledge: Knowledge, made: dict[str, Any]) -> None:
    silent = set(knowledge.provinces) - set(told_provinces(knowledge))

    for id_ in knowledge.provinces:
        (entry,) = made["provinces/"].xpath(f"//li[@id='{id_}']")
        assert bool(entry.xpath(".//a[contains(@href, 'kind=province')]")) == (id_ in silent), id_


def test_the_list_of_sources_says_what_each_is_and_where_to_get_it(knowledge: Knowledge, made: dict[str, Any]) -> None:
    words = " ".join(made["sources/"].text_content().split())

    for one in knowledge.sources.values():
        assert one.title.en in words
        assert one.access is None or one.access.en in words
        assert one.year is None or one.year.format("en") in words
