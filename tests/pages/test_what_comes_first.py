"""What a person sees first: on the front page what this is, questions and the map; of a province its story, and no part
of it twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.knowledge import Knowledge
from botrian.pages import Frame, frame_of
from botrian.pages.front import FIRST, NEWEST, front_page
from botrian.pages.record_pages import province_page
from botrian.records import Statement
from botrian.tables import build_tables
from tests.library import library_knowledge


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


def frame(knowledge: Knowledge, changed: dict[str, date] | None = None) -> Frame:
    stamp = Stamp("https://example.org/", date(2026, 1, 1), changed or {})
    return frame_of(knowledge, build_tables(knowledge), "en", stamp)


def with_paths(knowledge: Knowledge, orders: list[int | None]) -> Knowledge:
    first = next(iter(knowledge.paths.values()))
    paths = {f"p{at}": first.model_copy(update={"id": f"p{at}", "order": one}) for at, one in enumerate(orders)}
    origins = {("path", id_): knowledge.origin("path", first.id) for id_ in paths}
    return replace(knowledge, paths=paths, origins={**knowledge.origins, **origins})


def test_the_first_questions_stand_in_the_order_in_which_they_arise(library: Knowledge) -> None:
    knowledge = with_paths(library, [None, 7, 2, 9, 1, None, 3])
    page: Any = html.fromstring(front_page(frame(knowledge)).content)
    ways = page.xpath('//ul[@class="kb-first"]/li[not(contains(@class, "kb-failed"))]/a/@href')
    first = [way for way in ways if "paths/" in way]
    later = page.xpath('//h2[@id="questions"]/following-sibling::ul[1]/li/a/@href')

    assert len(first) == FIRST
    assert [one.split("/")[-2] for one in (*first, *later)] == ["p4", "p2", "p6", "p1", "p3", "p0", "p5"]


def test_the_front_page_shows_the_map_and_leads_to_what_did_not_work(library: Knowledge) -> None:
    page: Any = html.fromstring(front_page(frame(library)).content)

    assert page.xpath('//figure[@id="picture_map"]//svg')
    pitfalls = any(one.type == "pitfall" for one in library.lessons.values())
    assert bool(page.xpath('//li[@class="kb-failed"]/a[@href="./lessons/by-type/pitfall/"]')) == pitfalls


def test_the_newest_lessons_are_those_whose_files_were_changed_last(library: Knowledge) -> None:
    ids = list(library.lessons)
    changed = {library.origin("lesson", one).file: date(2026, 2, day) for day, one in enumerate(ids, 1)}
    page: Any = html.fromstring(front_page(frame(library, changed)).content)
    shown = [one.split("/")[-2] for one in page.xpath('//p[@class="kb-newest"]/a/@href')]

    assert shown == ids[::-1][:NEWEST]


def test_a_province_begins_with_its_story_and_tells_its_summary_only_where_it_has_none(library: Knowledge) -> None:
    profile = library.profiles["trat"]
    story = tuple(Statement(th=f"บรรทัด {at}", en=f"Line {at}", citations=profile.citations) for at in range(5))

    plain: Any = html.fromstring(province_page(frame(library), profile).content)
    with_story = province_page(frame(library), profile.model_copy(update={"story": story}))
    told: Any = html.fragment_fromstring(with_story.content, create_parent="div")

    assert profile.summary.en in plain.text_content()
    assert profile.summary.en not in told.text_content()
    assert [one.text_content()[:6] for one in told.xpath('//ol[@class="kb-story"]/li')] == [one.en for one in story]
    assert told[0].get("class") == "kb-story"


def test_what_is_folded_on_a_province_page_is_no_part_of_its_list_of_headings(library: Knowledge) -> None:
    page = province_page(frame(library), library.profiles["trat"])
    tree: Any = html.fromstring(page.content)
    folded = set(tree.xpath("//details//@id"))

    assert {"story", "lessons"} <= folded
    assert folded.isdisjoint(one.anchor for one in page.headings)


def test_a_story_is_read_from_the_file_of_the_province(tmp_path: Path) -> None:
    knowledge = library_knowledge(tmp_path)

    assert all(line.citations for profile in knowledge.profiles.values() for line in profile.story)
    assert any(profile.story for profile in knowledge.profiles.values())
