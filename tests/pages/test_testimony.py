"""A testimony is a source like another: cited in a ledger, shown with who speaks and agreed, counted by its weight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.api import api_files
from botrian.check import check
from botrian.knowledge import Knowledge
from botrian.markup.unbroken import NO_BREAK
from botrian.pages.source_pages import source_files
from botrian.pages.stage import frame_of, stage_pages
from botrian.tables import build_tables
from tests.library import TODAY, library_tree

STAMP = Stamp("https://example.org/")
LESSON = "docs/lessons/save-first.md"
TESTIMONY = """id: yala-savings
title: {th: คำบอกเล่าของเหรัญญิกกลุ่มออมทรัพย์}
short: {th: เหรัญญิกกลุ่มออมทรัพย์ ยะลา}
kind: testimony
cite_as: {th: เหรัญญิกกลุ่มออมทรัพย์ (2569) คำบอกเล่า}
about: {th: เล่าว่ากลุ่มเริ่มจากเงินออมแล้วเป็นอย่างไร}
speaker:
  speaks_as: {th: เหรัญญิก, en: Treasurer}
  body: {th: กลุ่มออมทรัพย์บ้านใหม่}
  province: yala
  date: 2569-05-12 BE
  recorded_by: {th: นักศึกษาฝึกงาน}
  consent: written
questions: 6
"""
ENTRY = """  - province: yala
    stance: supports
    voice: %s
    text: {th: กลุ่มที่ยะลาเริ่มจากเงินออมแล้วไม่มีหนี้เสีย}
    citations: [{source: yala-savings, question: 4}]
"""


def library(folder: Path, voice: str) -> Knowledge:
    """The tests' library with a testimony, and an entry of a ledger that rests on it."""
    paths = library_tree(folder)
    (paths.data / "sources/yala-savings.yml").write_text(TESTIMONY, encoding="utf-8", newline="\n")
    lesson = paths.on_disk(LESSON)
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("questions:\n", ENTRY % voice + "questions:\n"), encoding="utf-8", newline="\n")
    checked = check(paths, TODAY)
    assert {problem.code for problem in checked.problems} == {"translation-missing"}
    assert checked.knowledge is not None
    return checked.knowledge


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library(tmp_path_factory.mktemp("told"), "result")


def test_it_counts_as_a_place_that_did_it_and_as_one_persons_word(told: Knowledge) -> None:
    found = told.strengths["save-first"]

    assert found.places["result"] == ()
    assert found.places["did"] == ("satun", "trat", "yala")
    assert (found.documents, found.accounts) == (("network-report",), ("yala-savings",))
    assert found.level == "fair"


def test_the_lesson_shows_it_with_its_question_and_counts_it_apart(told: Knowledge) -> None:
    pages = {page.address: page.content for page in stage_pages(frame_of(told, build_tables(told), "th", STAMP))}
    lesson, source = pages["lessons/save-first/"], pages["sources/yala-savings/"]

    assert "ทำแล้ว 3 ที่ · 1 เอกสาร · 1 คำบอกเล่า" in lesson.replace(NO_BREAK, " ")
    assert '<a href="../../sources/yala-savings/#q4">เหรัญญิกกลุ่มออมทรัพย์ ยะลา, คำถามที่ 4</a>' in lesson
    for words in ("เหรัญญิก, กลุ่มออมทรัพย์บ้านใหม่", "12 พฤษภาคม พ.ศ. 2569", "นักศึกษาฝึกงาน", "ยินยอมเป็นหนังสือ"):
        assert words in source
    assert '<div id="q4"><dt>คำถามที่ 4</dt><dd><ul><li><a href="../../lessons/save-first/">' in source


def test_its_files_and_the_api_tell_who_speaks_and_when(told: Knowledge) -> None:
    files = source_files(told, "th")
    api = api_files(told, build_tables(told), "https://example.org/")
    (item,) = [one for one in json.loads(api["api/v1/sources.json"])["items"] if one["id"] == "yala-savings"]

    assert b"TY  - PCOMM" in files["sources/yala-savings.ris"]
    assert item["speaker"]["consent"] == "written"
    assert item["speaker"]["date"] == "2569-05-12 BE"
