"""The real site in real Chromium, and its files read back: what a contributor's change of content may break."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from botrian.addresses import address
from botrian.kits import FILES
from botrian.kits.files import file_name
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES
from botrian.tables import build_tables
from tests import content
from tests.conftest import served, tidied
from tests.exports import readers

pytestmark = [pytest.mark.content, pytest.mark.site]
PHONE = ViewportSize(width=360, height=740)
OFFICE = ("xlsx", "docx", "pptx")


@pytest.fixture(scope="module")
def address_of_site(built_site: Path) -> Iterator[str]:
    """The real site at an address."""
    with served(built_site) as found:
        yield found


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    """A page on the phone."""
    with tidied(phone) as context:
        yield context.new_page()


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["province", "case", "lesson", "table"])
def test_a_page_makes_no_complaint_and_does_not_scroll_sideways(
    kind: str, language: str, real_knowledge: Knowledge, address_of_site: str, page: Page
) -> None:
    choose: dict[str, Callable[[Knowledge], Any]] = {
        "province": content.profile,
        "case": content.case_with_steps,
        "lesson": content.contradicted_lesson,
        "table": content.long_table,
    }
    one = choose[kind](real_knowledge)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    root = f"{address_of_site}/en/" if language == "en" else f"{address_of_site}/"
    page.goto(root + address(kind, one.id, real_knowledge), wait_until="networkidle")

    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.browser
def test_a_lesson_is_found_by_its_title(real_knowledge: Knowledge, address_of_site: str, page: Page) -> None:
    lesson = content.contradicted_lesson(real_knowledge)
    page.goto(f"{address_of_site}/search/")
    page.fill("#kb-search-page-input", lesson.title.th)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-search-result]")

    links = page.eval_on_selector_all("[data-search-result] a", "links => links.map((link) => link.href)")
    assert f"{address_of_site}/{address('lesson', lesson.id, real_knowledge)}" in [link.split("?")[0] for link in links]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_every_table_hold_its_rows(language: str, real_knowledge: Knowledge, whole_site: Path) -> None:
    """Read back from the built site; how cells are written is tried in the room of exports."""
    folder = (whole_site / "en" if language == "en" else whole_site) / "tables"
    for table in build_tables(real_knowledge).values():
        wanted = [readers.tidy(row.name.in_(language)) for row in table.rows]  # type: ignore[arg-type]
        grid = readers.from_json((folder / f"{table.id}.json").read_bytes(), language)  # type: ignore[arg-type]
        assert [row[0] for row in grid[1:]] == wanted, table.id
        assert {len(row) for row in grid} == {len(table.columns) + 1}, table.id
        for ending in OFFICE:
            with zipfile.ZipFile(folder / f"{table.id}.{ending}") as file:
                assert file.testzip() is None


def test_the_files_of_every_kit_open_and_tell_its_lessons(real_knowledge: Knowledge, whole_site: Path) -> None:
    for kit in real_knowledge.kits.values():
        for file in FILES:
            path = whole_site / "kits" / kit.id / file_name(kit.id, file)
            if path.suffix == ".pptx":
                assert len(pptx.Presentation(str(path)).slides) > len(kit.lessons)
            else:
                assert docx.Document(str(path)).paragraphs
        handout = docx.Document(str(whole_site / "kits" / kit.id / f"{kit.id}-handout.docx"))
        text = "\n".join(paragraph.text for paragraph in handout.paragraphs)
        assert [id_ for id_ in kit.lessons if real_knowledge.lessons[id_].title.th not in text] == []
