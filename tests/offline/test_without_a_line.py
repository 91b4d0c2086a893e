"""The line is cut: what was read opens and says that it was kept; after the button, everything does, the search too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import served

KEPT = "caches.open('botrian / pages').then((store) => store.match(location.href)).then(Boolean)"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="allow")
    yield made
    made.close()


@pytest.fixture
def line() -> Iterator[ExitStack]:
    """Closing it cuts the line: the server is gone."""
    with ExitStack() as stack:
        yield stack


def until(page: Page, true: str) -> None:
    """Wait for what a script says; the page's policy lets nothing evaluate in it for long."""
    for _ in range(400):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {true}")


def opened(context: BrowserContext, address: str) -> Page:
    """A page that the worker has in its care."""
    page = context.new_page()
    page.goto(address)
    until(page, "navigator.serviceWorker.controller !== null")
    return page


def lessons(site: Path) -> list[str]:
    """The lessons that have a page: what was renamed or withdrawn leads on, or says so, without a frame."""
    found = (site / "lessons").glob("[!b]*/index.html")
    return sorted(f"lessons/{file.parent.name}/" for file in found if "md-main" in file.read_text(encoding="utf-8"))


def test_what_was_read_opens_without_a_line_and_says_so(
    context: BrowserContext, library_site: Path, line: ExitStack
) -> None:
    base = line.enter_context(served(library_site))
    first, other, *_ = lessons(library_site)
    page = opened(context, f"{base}/")
    page.goto(f"{base}/{first}")
    title = page.inner_text("h1")
    assert page.query_selector("[data-kept-note]") is None
    until(page, KEPT)
    line.close()

    page.goto(f"{base}/{first}?from=chat#top")
    assert page.inner_text("h1") == title
    assert page.is_visible("[data-kept-note]")
    page.goto(f"{base}/{other}")
    assert page.query_selector("h1") is None and page.is_visible(f"a[href='{base}/']")


def test_with_a_line_the_newest_page_comes_whatever_is_kept(
    context: BrowserContext, library_site: Path, line: ExitStack, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    for name in ("assets", "lessons"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(library_site / name)
    for name in ("index.html", "sw.js"):
        (folder / name).write_bytes((library_site / name).read_bytes())
    base = line.enter_context(served(folder))
    page = opened(context, f"{base}/")
    page.reload()
    until(page, KEPT)
    text = (folder / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(text.replace("<title>", "<title>ใหม่ "), encoding="utf-8")
    # Servers tell the second of a change: within one the browser is right to take its copy.
    changed = (folder / "index.html").stat().st_mtime + 5
    os.utime(folder / "index.html", (changed, changed))

    page.reload()

    assert page.title().startswith("ใหม่ ")
    assert page.query_selector("[data-kept-note]") is None


def test_after_the_button_every_page_and_the_search_work_without_a_line(
    context: BrowserContext, library_site: Path, line: ExitStack
) -> None:
    base = line.enter_context(served(library_site))
    page = opened(context, f"{base}/offline/")
    page.click("[data-offline-keep]")
    page.wait_for_selector("[data-offline-drop]:visible", timeout=60_000)
    assert page.inner_text("[data-offline-status]")
    line.close()

    for address in lessons(library_site)[-2:]:
        page.goto(f"{base}/{address}")
        assert page.inner_text("h1") and page.get_attribute("body", "data-kept")
    page.goto(f"{base}/search/?q=กองทุน")
    page.wait_for_selector("main li a[href]")
    page.goto(f"{base}/offline/")
    page.click("[data-offline-drop]")
    page.wait_for_selector("[data-offline-drop]", state="hidden")
    page.goto(f"{base}/{lessons(library_site)[-1]}")
    assert page.query_selector("h1") is None


def test_the_page_says_whether_an_edition_is_the_newest(
    context: BrowserContext, library_site: Path, line: ExitStack
) -> None:
    base = line.enter_context(served(library_site))
    page = context.new_page()
    page.goto(f"{base}/offline/?have=2020-01-01-00000000")
    until(page, "document.querySelector('[data-offline-yours]').textContent.includes('ใหม่กว่า')")
    own = page.evaluate("fetch('edition.json').then((answer) => answer.json()).then(({ edition }) => edition)")
    page.goto(f"{base}/offline/?have={own}")
    until(page, "document.querySelector('[data-offline-yours]').textContent.includes('ล่าสุด')")
