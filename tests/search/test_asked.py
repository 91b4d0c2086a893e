"""People find a record by their own words for it, which stand beside it in ``data/asked/`` and on no page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext

from botrian.knowledge import Knowledge
from botrian.search import documents
from botrian.tables import build_tables
from tests.conftest import served
from tests.search.small_site import write_site_of

OWN_WORDS = "กระเป๋าแห้งตอนสิ้นเดือน"


def test_words_that_people_ask_with_belong_to_one_document_and_to_thai(knowledge: Knowledge) -> None:
    tables = build_tables(knowledge)
    thai = {(one.kind, one.id): one.asked for one in documents(knowledge, tables, "th") if one.asked}

    assert thai["lesson", "save-first"] == "สิ้นเดือนทีไรกระเป๋าแห้งทุกที\nหยอดกระปุกแล้วได้อะไร"
    assert thai["case", "trat-savings-bank"] == "ฝากวันละบาทเอาไปทำอะไรได้"
    assert ("lesson", "share-data") not in thai
    assert not any(one.asked for one in documents(knowledge, tables, "en"))


@pytest.mark.browser
def test_a_lesson_is_found_by_words_that_only_people_use_and_they_are_not_shown(
    context: BrowserContext, knowledge: Knowledge, tmp_path: Path
) -> None:
    write_site_of(knowledge, tmp_path)
    with served(tmp_path) as address:
        page = context.new_page()
        page.goto(f"{address}/search/?q={quote(OWN_WORDS)}")
        page.wait_for_selector("[data-search-result]")
        first = page.locator("[data-search-result]").first

        assert "lessons/save-first/" in str(first.locator("a").first.get_attribute("href"))
        assert "กระเป๋า" not in page.locator("[data-search-results]").inner_text()
