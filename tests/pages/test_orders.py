"""Lists stand in an order that people know: provinces and titles ก–ฮ, never by the English ids of files."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from botrian.addresses import Stamp
from botrian.pages.frame import Frame
from botrian.pages.glossary import no_glossary
from botrian.records import Text
from tests.pages.sample import sample_knowledge


def _frame() -> Frame:
    knowledge = sample_knowledge()
    province = next(iter(knowledge.provinces.values()))
    names = {"a": "ฮกฮ", "b": "เกาะ", "c": "ขอน"}
    provinces = {
        id_: province.model_copy(update={"id": id_, "name": Text(th=name, en=name)}) for id_, name in names.items()
    }
    return Frame(replace(knowledge, provinces=provinces), {}, "th", no_glossary("th"), Stamp("https://example.org/"))


def test_places_are_named_from_first_to_last_letter_and_areas_follow() -> None:
    frame = _frame()
    areas = list(frame.knowledge.areas)

    assert frame.in_order([*areas[::-1], "a", "c", "b"]) == ["b", "c", "a", *areas]


def test_the_title_over_a_text_ends_lines_where_the_text_does() -> None:
    page = _frame().page("x/y/", "เจ้าหน้าที่ 5 คน", Markup("<p>5 คน</p>"), crumbs=(("x/", "ท้องถิ่น"),))
    trail = [one["title"] for one in page.meta["breadcrumbs"]][1:]

    assert page.meta["heading"] == "เจ้า\u2060หน้าที่ 5\u00a0คน"
    assert trail == ["ท้อง\u2060ถิ่น", page.meta["heading"]]
    assert page.title == "เจ้าหน้าที่ 5 คน"


def test_titles_stand_in_dictionary_order() -> None:
    frame = _frame()
    case = next(iter(frame.knowledge.cases.values()))
    cases = [case.model_copy(update={"title": Text(th=one, en=one)}) for one in ("เกา", "ขา", "กบ")]

    assert [frame.t(one.title) for one in frame.by_title(cases)] == ["กบ", "เกา", "ขา"]
