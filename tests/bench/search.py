"""``kb.py bench search N``: bytes, files and time of the search over N lessons, and of others on the same pages.

Bytes are counted as a server with gzip sends them. Our times are taken in Chromium at a quarter of its speed, those of
the others at full speed. How often each is right: ``bench judged``; from a fresh phone on a slow line: ``bench phone``.
"""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from botrian.check import check
from botrian.commands.browser import find_browser
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.search import build_search, documents
from botrian.site.clock import the_day
from tests.bench.peer_runs import cost, peers
from tests.bench.search_content import larger
from tests.conftest import CHROMIUM_OPTIONS, ROOT, served
from tests.search.judged import queries
from tests.search.small_site import write_site_of

SLOWDOWN = 4
MEASURED = 40


def main(lessons: int) -> int:
    """Measure and print; 1 where the real content has errors or no browser is found."""
    knowledge = check(Paths.of(ROOT), the_day(os.environ)).knowledge
    chromium = find_browser()
    if knowledge is None or chromium is None:
        print("bench search: needs content without errors (kb.py check) and a Chromium")
        return 1
    content = larger(knowledge, lessons)
    asked = [query.text for query in queries() if query.language == "th"][:: max(1, len(queries()) // MEASURED)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        print(built(content, site), flush=True)
        browser = playwright.chromium.launch(executable_path=chromium.path, args=list(CHROMIUM_OPTIONS))
        with served(site) as address:
            for line in (bytes_sent(browser, address, site, asked), seconds_taken(browser, address, asked)):
                print(line, flush=True)
        found = documents(content, {}, "th")
        for peer in peers(found, Path(folder) / "peers"):
            words = peer if isinstance(peer, str) else cost(peer, len(found), browser, asked, served, counted, spread)
            print(words, flush=True)
        browser.close()
    return 0


def built(content: Knowledge, site: Path) -> str:
    """Build the index of one language alone, then the small site of both; what it cost."""
    pages = len(content.lessons) + len(content.cases)
    start = time.perf_counter()
    files = build_search(content, {}, "th")
    seconds = time.perf_counter() - start
    size = sum(map(len, files.values()))
    write_site_of(content, site)
    return (
        f"index: {pages} pages, {len(files)} files, {size / pages / 1000:.1f} KB a page, "
        f"{seconds / pages * 1000:.2f} ms a page"
    )


def counted(context: BrowserContext, folder: Path) -> Callable[[], int]:
    """Counts what the pages of a context ask for; each call gives the bytes since the last one."""
    asked: list[Path] = []

    def note(request: Request) -> None:
        file = folder / urlsplit(request.url).path.lstrip("/")
        if file.is_file():
            asked.append(file)

    context.on("request", note)

    def since() -> int:
        total = sum(min(len(gzip.compress(file.read_bytes())), file.stat().st_size) for file in asked)
        asked.clear()
        return total

    return since


def bytes_sent(browser: Browser, address: str, site: Path, asked: Sequence[str]) -> str:
    """Bytes of a first search with an empty cache, page and code included, and of later ones."""
    first = []
    for text in asked:
        context = browser.new_context()
        since = counted(context, site)
        searched(context.new_page(), address, text)
        first.append(since())
        context.close()
    context = browser.new_context()
    since = counted(context, site)
    page = context.new_page()
    later = []
    searched(page, address, asked[0])
    since()
    for text in asked[1:]:
        page.fill("#kb-search-page-input", text)
        page.press("#kb-search-page-input", "Enter")
        answered(page)
        later.append(since())
    context.close()
    return f"first search: {spread(first, 1000, 'KB')}; later searches: {spread(later, 1000, 'KB')}"


def searched(page: Page, address: str, text: str) -> None:
    """Open the results page of a query and wait for its answer."""
    page.goto(f"{address}/search/?q={quote(text)}")
    answered(page)


def answered(page: Page) -> None:
    """Wait until the results stand and nothing more is fetched."""
    expect(page.locator("[data-search-status]")).not_to_have_text("กำลังค้นหา…")
    page.wait_for_load_state("networkidle")


KEY_TO_LIST = """(text) => new Promise((resolve) => {
  const input = document.querySelector('#kb-search-input');
  const list = document.querySelector('.kb-suggestions');
  input.focus();
  const start = performance.now();
  const seen = new MutationObserver(() => { seen.disconnect(); resolve(performance.now() - start); });
  seen.observe(list, { childList: true, attributes: true });
  setTimeout(() => { seen.disconnect(); resolve(null); }, 5000);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
})"""


def seconds_taken(browser: Browser, address: str, asked: Sequence[str]) -> str:
    """From a key to the list of suggestions, the index being there, on a slow phone."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/search/")
    for text in asked:
        page.evaluate(KEY_TO_LIST, text)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    taken = [page.evaluate(KEY_TO_LIST, text) for text in asked]
    context.close()
    return f"key to list at {SLOWDOWN}x slowdown: {spread([one for one in taken if one is not None], 1, 'ms')}"


def spread(values: Sequence[float], unit: float, name: str) -> str:
    """Median and 95th percentile in words."""
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(ordered) / unit:.0f} {name}, p95 {high / unit:.0f} {name}"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
