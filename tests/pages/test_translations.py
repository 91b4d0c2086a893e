"""A lesson in Thai alone is published: English pages show the Thai, marked as Thai, and say so; a list asks for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.api import api_files
from botrian.check import check
from botrian.commands.translations import remember
from botrian.exports.html_fragment import html_fragment
from botrian.exports.printed import printed_table
from botrian.knowledge import Knowledge
from botrian.pages.stage import frame_of, stage_pages
from botrian.read import Paths
from botrian.records import Language
from botrian.tables import build_tables
from botrian.words import say
from tests.library import TODAY, library_tree

STAMP = Stamp("https://example.org/")
LESSON, TABLE = "docs/lessons/save-first.md", "data/tables/numbers.yml"
THAI_ALONE = (
    (LESSON, "ออมก่อนขอเงิน", "Save before you ask for money"),
    (LESSON, "เริ่มจากเงินออมของสมาชิกวันละบาท", "Begin with one baht a day from each member"),
    (TABLE, "กระบี่มีสภามากที่สุด", "Krabi has most councils"),
)
CHANGED = "เมื่อจะตั้งกองทุนใหม่ของตำบล"
NOTE = say("translation.shown_in_thai", "en")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The tests' library with two texts of a lesson and one of a table in Thai alone, and one that was changed."""
    paths = library_tree(tmp_path_factory.mktemp("library"))
    remember(check(paths, TODAY), paths)
    for name, thai, english in THAI_ALONE:
        _replace(paths, name, f"{{th: {thai}, en: {english}}}", f"{{th: {thai}}}")
    _replace(paths, LESSON, "th: เมื่อจะตั้งกองทุนใหม่,", f"th: {CHANGED},")
    checked = check(paths, TODAY)
    assert [problem.code for problem in checked.problems] == [
        "translation-missing",
        "translation-missing",
        "translation-behind",
    ]
    assert checked.knowledge is not None
    return checked.knowledge


def _replace(paths: Paths, name: str, old: str, new: str) -> None:
    file = paths.on_disk(name)
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def pages_of(library: Knowledge, language: Language) -> dict[str, str]:
    frame = frame_of(library, build_tables(library), language, STAMP)
    return {page.address: page.content for page in stage_pages(frame)}


@pytest.fixture(scope="module")
def english(library: Knowledge) -> dict[str, str]:
    return pages_of(library, "en")


def test_the_english_page_shows_the_thai_as_thai_and_says_so(english: dict[str, str]) -> None:
    page = english["lessons/save-first/"]

    assert '<dd><span lang="th">เริ่มจากเงินออมของสมาชิกวันละบาท</span>' in page
    assert page.startswith(f'<p class="kb-note">{NOTE} <a href="../../translations/">')


def test_the_title_of_the_page_says_that_it_is_thai(library: Knowledge) -> None:
    frame = frame_of(library, build_tables(library), "en", STAMP)
    titles = {page.address: page.meta.get("title_lang") for page in stage_pages(frame)}

    assert (titles["lessons/save-first/"], titles["lessons/talk-before-plan/"]) == ("th", None)


def test_lists_name_the_lesson_in_thai(english: dict[str, str]) -> None:
    assert '<a href="../lessons/save-first/"><span lang="th">ออมก่อนขอเงิน</span></a>' in english["lessons/"]


def test_other_pages_say_nothing(english: dict[str, str]) -> None:
    assert NOTE not in english["lessons/talk-before-plan/"]
    assert NOTE in english["tables/numbers/"]


def test_the_thai_page_says_nothing(library: Knowledge) -> None:
    pages = pages_of(library, "th")

    assert not any(say("translation.shown_in_thai", "th") in page for page in pages.values())
    assert not any('<span lang="th">' in page for address, page in pages.items() if address != "translations/")


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_list_leads_to_each_text_with_the_english_of_before(library: Knowledge, language: Language) -> None:
    page = pages_of(library, language)["translations/"]

    assert all(thai in page for _, thai, _ in THAI_ALONE)
    assert f'<span lang="th">{CHANGED}</span>' in page
    assert "##" not in page
    assert '<span lang="en">When a new fund is to be set up</span>' in page
    assert f"/edit/main/{LESSON}#L3" in page
    assert page.index(CHANGED) < page.index(THAI_ALONE[1][1])


def test_a_list_of_nothing_thanks(tmp_path: Path) -> None:
    knowledge = check(library_tree(tmp_path), TODAY).knowledge
    assert knowledge is not None

    assert say("translation.none", "th") in pages_of(knowledge, "th")["translations/"]


def test_files_of_a_table_say_so_and_mark_the_thai(library: Knowledge) -> None:
    table = build_tables(library)["numbers"]
    printed = {language: printed_table(table, library, language, STAMP) for language in ("th", "en")}
    said = say("translation.shown_in_table", "en")

    assert said in printed["en"].notes
    assert len(printed["th"].notes) == len(printed["en"].notes) - 1
    assert '<span lang="th">กระบี่มีสภามากที่สุด</span>' in html_fragment(printed["en"]).decode()
    assert '<span lang="th">' not in html_fragment(printed["th"]).decode()


def test_the_api_says_in_which_language_the_english_is(library: Knowledge) -> None:
    files = api_files(library, build_tables(library), "https://example.org/")
    lesson = next(one for one in json.loads(files["api/v1/lessons.json"])["items"] if one["id"] == "save-first")

    assert lesson["title"] == {"th": "ออมก่อนขอเงิน", "en": "ออมก่อนขอเงิน", "en_lang": "th"}
    assert lesson["because"]["en_lang"] == "en"
