"""The archive, unpacked into a folder and opened from there with no line: it is read, searched and compared."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

LANGUAGES = pytest.mark.parametrize("language", ["", "en/"])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    yield context.new_page()
    context.close()


def unpacked(site: Path, language: str, folder: Path) -> str:
    """The address of the folder into which the archive of a language was unpacked."""
    with zipfile.ZipFile(site / language / "offline/library.zip") as archive:
        archive.extractall(folder)
    return folder.as_uri()


@LANGUAGES
def test_the_library_is_read_and_searched_from_a_folder(
    page: Page, library_site: Path, language: str, tmp_path: Path
) -> None:
    page.goto(f"{unpacked(library_site, language, tmp_path)}/index.html")
    page.click("header nav a[href$='lessons/index.html']")
    lesson = page.locator("main a[href*='/lessons/']:not([href*='by-'])").first
    title = lesson.inner_text()
    lesson.click()
    assert page.inner_text("h1") == title

    page.fill("header input[name=q]", title)
    page.press("header input[name=q]", "Enter")
    found = page.locator("main li a[href*='lessons/']", has_text=title).first
    found.click()

    assert page.inner_text("h1") == title
    assert unquote(page.url).startswith("file:")
    expect(page.locator(".kb-pack a[href*='?have=']")).to_have_count(1)


@LANGUAGES
def test_two_provinces_are_compared_and_those_alike_are_found(
    page: Page, library_site: Path, language: str, tmp_path: Path
) -> None:
    base = unpacked(library_site, language, tmp_path)
    page.goto(f"{base}/compare/index.html")
    page.wait_for_selector("[data-compare-table] table")
    page.click("[data-compare-cases]")
    page.wait_for_selector("[data-compare-cases]", state="hidden")
    second = page.locator("select[name=b] option[value^='case:']").first.get_attribute("value")
    page.select_option("select[name=b]", second)
    page.wait_for_selector("[data-compare-table] thead a[href*='cases/']", state="attached")

    page.goto(f"{base}/like-us/index.html")
    page.locator("form[data-alike] input[type=checkbox]").first.check()
    page.wait_for_selector("[data-alike-found] h3 a[href*='provinces/']")


def test_no_page_is_wider_than_a_phone(page: Page, library_site: Path, tmp_path: Path) -> None:
    base = unpacked(library_site, "", tmp_path)
    wide = []
    for name in ("", "like-us/", "compare/", "search/", "provinces/", "lessons/", "tables/", "terms/", "contribute/"):
        page.goto(f"{base}/{name}index.html")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(name)

    assert wide == []
