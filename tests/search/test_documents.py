"""What is found: every record by what it tells, in one language and, of its names, in the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from botrian.knowledge import Knowledge
from botrian.search import SearchDocument, documents
from botrian.tables import build_tables


@pytest.fixture(scope="module")
def found(knowledge: Knowledge) -> dict[tuple[str, str], SearchDocument]:
    """The Thai documents of the library by kind and id."""
    return {(one.kind, one.id): one for one in documents(knowledge, build_tables(knowledge), "th")}


Found = dict[tuple[str, str], SearchDocument]


def test_a_lesson_is_found_by_its_fields_its_evidence_and_its_questions(found: Found) -> None:
    lesson = found["lesson", "share-data"]

    assert lesson.title == "แบ่งข้อมูลให้ทุกฝ่าย"
    assert "รวมข้อมูลเป็นชุดเดียวที่ทุกคนเปิดดูได้" in lesson.summary
    assert "ยะลาเลิกรวมข้อมูลเพราะไม่ไว้ใจกัน" in lesson.body
    assert "ใครควรดูแลข้อมูล" in lesson.body
    assert lesson.provinces == ("krabi", "chai-nat", "yala")
    assert "Share data with all sides" in lesson.other


def test_that_there_is_none_is_found_and_that_nobody_knows_is_not(found: Found) -> None:
    facts = {id_ for kind, id_ in found if kind == "fact"}

    assert "yala.council-count" in facts
    assert not {"satun.founded", "yala.fund-size"} & facts


def test_a_fact_leads_to_its_row_on_the_page_it_is_about(found: Found) -> None:
    assert found["fact", "krabi.vision"].url == "provinces/krabi/#fact-vision"
    assert found["fact", "krabi.vision.krabi-data-centre"].url == "cases/krabi/krabi-data-centre/#fact-vision"


def test_a_province_of_which_nothing_is_told_asks_for_its_first_story(found: Found) -> None:
    provinces = {id_: one.context for (kind, id_), one in found.items() if kind == "province"}

    assert provinces["nan"] == "ภาคเหนือ · ยังไม่มีเรื่อง · เล่าเรื่องแรก"
    assert provinces["krabi"] == "ภาคใต้"


def test_a_case_is_found_by_what_it_is_where_it_is_and_its_steps(found: Found) -> None:
    case = found["case", "krabi-data-centre"]

    assert "เก็บข้อมูลทุกบ้าน" in case.body
    assert case.labels.split("\n")[:1] == ["กระบี่"]
    assert case.years == (2015,)


def test_rows_are_found_where_they_say_more_than_their_records(found: Found) -> None:
    rows = {id_ for kind, id_ in found if kind == "row"}

    assert {"two-steps-collect", "numbers-krabi"} <= rows
    assert not [id_ for id_ in rows if id_.startswith("contested-")]


def test_kits_and_paths_are_found_by_what_people_ask(found: Found, knowledge: Knowledge) -> None:
    for id_, kit in knowledge.kits.items():
        assert (found["kit", id_].title, found["kit", id_].aliases) == (kit.title.th, "ชุดอบรม")
        assert all(question.th in found["kit", id_].body for question in kit.questions)
    for id_, path in knowledge.paths.items():
        assert found["path", id_].title == path.question.th
    assert knowledge.kits and knowledge.paths


def test_a_rule_of_checking_is_found_by_its_code_and_its_words(found: Found) -> None:
    rule = found["rule", "date-calendar-missing"]

    assert (rule.url, rule.aliases) == ("guide/rules/date-calendar-missing/", "date-calendar-missing")
    assert "ไม่บอกว่าเป็น พ.ศ. หรือ ค.ศ." in rule.summary
    assert "{" not in rule.summary


def test_english_documents_speak_english(knowledge: Knowledge) -> None:
    english = {(one.kind, one.id): one for one in documents(knowledge, build_tables(knowledge), "en")}

    assert english["lesson", "share-data"].title == "Share data with all sides"
    assert "แบ่งข้อมูลให้ทุกฝ่าย" in english["lesson", "share-data"].other


def test_a_record_without_themes_and_places_is_found_all_the_same(knowledge: Knowledge) -> None:
    bare = replace(knowledge, lessons={}, cases={}, facts=(), tables={}, paths={}, kits={}, pages=())

    assert {one.kind for one in documents(bare, {}, "th")} >= {"province", "theme", "term", "source"}
