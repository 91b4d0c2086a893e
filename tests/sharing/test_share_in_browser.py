"""A reader sends a page on: in LINE by a plain link, elsewhere by the device's own sheet, where it has one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from botrian.site.settings import site_url
from tests.conftest import tidied
from tests.kinds.whole_tree import ROOT

SHEET = """
Object.defineProperty(Navigator.prototype, "share", { configurable: true, value: async (what) => {
  document.documentElement.dataset.handed = JSON.stringify(what);
} });
"""
NO_SHEET = "delete Navigator.prototype.share;"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740})
    with tidied(made):
        yield made
    made.close()


def a_page(site: Path, folder: str) -> str:
    """The first page of a record in a folder; lists of some records stand there too."""
    offered = (
        path for path in sorted((site / folder).glob("**/index.html")) if "kb-actions" in path.read_text("utf-8")
    )
    return next(f"{path.parent.relative_to(site).as_posix()}/" for path in offered)


@pytest.mark.parametrize("folder", ["lessons", "cases", "provinces", "paths", "tables"])
def test_a_page_is_handed_to_the_devices_own_sheet(
    context: BrowserContext, served_library: str, library_site: Path, folder: str
) -> None:
    address = a_page(library_site, folder)
    context.add_init_script(SHEET)
    page = context.new_page()
    page.goto(f"{served_library}/{address}")

    page.click("[data-share-link]")

    handed = json.loads(page.get_attribute("html", "data-handed") or "")
    assert handed == {"title": page.title(), "url": site_url(ROOT) + address}
    (line,) = [link.get_attribute("href") or "" for link in page.query_selector_all(".kb-actions a[rel=noopener]")]
    assert parse_qs(urlsplit(line).query)["url"] == [site_url(ROOT) + address]


def test_no_button_leads_nowhere(context: BrowserContext, served_library: str, library_site: Path) -> None:
    context.add_init_script(NO_SHEET)
    page = context.new_page()
    page.goto(f"{served_library}/{a_page(library_site, 'lessons')}")

    assert page.is_visible(".kb-actions a[rel=noopener]")
    assert page.is_hidden("[data-share-link]")
