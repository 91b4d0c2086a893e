"""A lesson's page says how strong it is, whose advice it gives, how it was done, and what nobody has looked up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.check import check
from botrian.knowledge import Knowledge
from botrian.pages import frame_of
from botrian.pages.index_pages import strongest_first
from botrian.pages.lesson_page import lesson_page
from botrian.records import Language
from botrian.tables import build_tables
from tests.check.trees import TODAY, base_tree, codes

LESSON = "docs/lessons/data-first.md"
CASE = "docs/cases/krabi/krabi-data-centre.md"
STEPS = """  - {th: ขั้นสอง, en: Step two, citations: [{source: krabi-book, lines: [51, 51]}]}
  - {th: ขั้นสาม, en: Step three, citations: [{source: krabi-book, lines: [72, 72]}]}
inputs:
  money: [{th: งบสองหมื่น, en: Twenty thousand baht, citations: [{source: krabi-book, lines: [73, 73]}]}]
not_told: [time]
"""


def knowledge(folder: Path, *changes: tuple[str, str, str]) -> Knowledge:
    paths = base_tree(folder)
    for name, old, new in ((CASE, "not_told: [results]\n", ""), *changes):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        file.write_text(text.replace(old, new), encoding="utf-8")
    checked = check(paths, TODAY)
    assert codes(checked) == []
    assert checked.knowledge is not None
    return checked.knowledge


def page(found: Knowledge, language: Language = "en") -> Any:
    frame = frame_of(found, build_tables(found), language, Stamp("https://example.org/"))
    staged = lesson_page(frame, found.lessons["data-first"])
    return html.fromstring("<div>" + "".join(part.html for part in staged.parts) + "</div>")


def words(page: Any, name: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.find_class(name)]


def test_a_lesson_from_one_place_says_so_and_that_nobody_spoke_against_it(tmp_path: Path) -> None:
    found = page(knowledge(tmp_path))

    assert words(found, "kb-strength")[0].startswith("One place did it Did it 1 place · 1 document")
    assert words(found, "kb-caution") == ["Confirmed by one place, in one document", "No voice against it found yet"]


def test_advice_that_no_entry_carries_is_marked_as_the_editors_own(tmp_path: Path) -> None:
    assert words(page(knowledge(tmp_path)), "kb-ours") == ["The editors' advice"]


def test_advice_that_an_entry_carries_is_not(tmp_path: Path) -> None:
    carried = knowledge(tmp_path, (LESSON, "    voice: did\n", "    voice: did\n    advises: true\n"))

    assert words(page(carried), "kb-ours") == []


def test_further_advice_of_ours_stands_apart(tmp_path: Path) -> None:
    ours = "do: {th: เก็บข้อมูลของตนเองก่อน, en: Collect your own data first}\n"
    more = knowledge(
        tmp_path,
        (LESSON, "    voice: did\n", "    voice: did\n    advises: true\n"),
        (LESSON, ours, ours + "our_advice: {th: เริ่มสิบหลังคาเรือน, en: Begin with ten houses}\n"),
    )

    assert words(page(more), "kb-our-advice") == ["The editors' advice Begin with ten houses"]


def test_how_it_was_done_tells_steps_money_and_both_kinds_of_silence(tmp_path: Path) -> None:
    found = page(knowledge(tmp_path, (CASE, "part_of:", STEPS + "part_of:")))
    (how,) = found.find_class("kb-how")
    told = dict(zip(how.iter("dt"), how.iter("dd"), strict=True))
    parts = {label.text_content(): " ".join(value.text_content().split()) for label, value in told.items()}

    assert parts["Step by step"].startswith("Collect data in every house[2]Step two[3]")
    assert parts["Money"].startswith("Twenty thousand baht")
    assert parts["Time"] == "The sources do not say"
    assert parts["Papers"] == "Not yet looked up"


def test_a_case_of_few_steps_of_which_little_else_is_told_shows_nobody_how(tmp_path: Path) -> None:
    assert page(knowledge(tmp_path)).find_class("kb-done") == []


@pytest.mark.parametrize(("parts", "shown"), [(("money",), 0), (("money", "papers"), 1)])
def test_a_case_of_few_steps_shows_how_where_three_of_its_parts_are_told(
    tmp_path: Path, parts: tuple[str, ...], shown: int
) -> None:
    one = "{th: มี, en: It has, citations: [{source: krabi-book, lines: [51, 51]}]}"
    told = "inputs: {" + ", ".join(f"{part}: [{one}]" for part in parts) + "}\n"
    found = knowledge(tmp_path, (CASE, "part_of:", told + "part_of:"))

    assert len(found.cases["krabi-data-centre"].steps) == 1 and not found.cases["krabi-data-centre"].results
    assert len(page(found).find_class("kb-done")) == shown


def test_a_study_of_a_place_shows_nobody_how_it_was_done_there(tmp_path: Path) -> None:
    done = knowledge(tmp_path, (CASE, "part_of:", STEPS + "part_of:"))
    studies = {id_: case.model_copy(update={"kind": "research"}) for id_, case in done.cases.items()}

    assert len(page(done).find_class("kb-done")) == 1
    assert page(replace(done, cases=studies)).find_class("kb-done") == []


def test_a_case_whose_steps_tell_of_other_things_than_the_entry_shows_nobody_how(tmp_path: Path) -> None:
    elsewhere = STEPS.replace("[51, 51]", "[71, 71]")

    assert page(knowledge(tmp_path, (CASE, "part_of:", elsewhere + "part_of:"))).find_class("kb-done") == []


def test_a_case_whose_result_rests_on_the_passage_of_the_entry_shows_how(tmp_path: Path) -> None:
    result = "results: [{th: แผนตรง, en: The plan fits, citations: [{source: krabi-book, lines: [52, 53]}]}]\n"
    elsewhere = STEPS.replace("[51, 51]", "[71, 71]") + result

    assert len(page(knowledge(tmp_path, (CASE, "part_of:", elsewhere + "part_of:"))).find_class("kb-done")) == 1


@pytest.mark.parametrize(("language", "said"), [("th", "ทำแล้วมีผล"), ("en", "Did it, with a result")])
def test_each_entry_says_what_kind_of_voice_it_is(language: Language, said: str, tmp_path: Path) -> None:
    told = page(knowledge(tmp_path, (LESSON, "    voice: did\n", "    voice: result\n")), language)

    assert said in words(told, "kb-ledger")[0]


def test_lists_begin_with_the_strongest(tmp_path: Path) -> None:
    base = knowledge(tmp_path)
    strong = base.lessons["data-first"]
    weak = strong.model_copy(
        update={"id": "a-view", "evidence": (strong.evidence[0].model_copy(update={"voice": "says"}),)}
    )
    both = replace(base, lessons={"a-view": weak, strong.id: strong})
    frame = frame_of(both, {}, "en", Stamp("https://example.org/"))

    assert [one.id for one in strongest_first(frame, [weak, strong])] == ["data-first", "a-view"]
