"""``kb.py bench phone SITE [N]``: a built site's search on a cheap phone and a slow line, step by step.

N of the open judged queries, each in a profile of its own, 360 pixels wide, as `pages.py` slows line and CPU: when each
file was there, when the first results stood, what had travelled until then, what moved; then another query, and twenty
letters typed into the box. Seconds are of this machine: compare sites measured in one run, on a machine at rest.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from botrian.commands.browser import find_browser
from tests.bench.pages import SLOW, SLOWER_CPU, served
from tests.conftest import CHROMIUM_OPTIONS
from tests.search.judged import in_people_s_voice

TIMES = 12
PATIENCE = 60
TYPED = "กองทุนสวัสดิการชุมชน"
BETWEEN_KEYS = 200
WATCH = """
window.seen = {first: 0, moved: 0};
performance.setResourceTimingBufferSize(2000);
new MutationObserver(() => {
  if (!seen.first && document.querySelector("[data-search-result]")) seen.first = performance.now();
}).observe(document, {childList: true, subtree: true});
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) seen.moved += one.value;
}).observe({type: "layout-shift", buffered: true});
"""
#: Milliseconds, kilobytes and requests until the first results; `search` is what the search's own files are of all.
TOLD = """() => {
  const all = performance.getEntriesByType("resource").filter((one) => one.startTime < seen.first);
  const [page] = performance.getEntriesByType("navigation");
  const own = all.filter((one) => one.name.includes("/assets/search"));
  const end = (what) => Math.max(0, ...own.filter((one) => what.test(one.name)).map((one) => one.responseEnd));
  const kilobytes = (some) => some.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1000;
  return {
    "page there, ms": page.responseEnd,
    "engine there, ms": end(/engine[.]js/),
    "lists there, ms": end(/[/]p[/]/),
    "texts there, ms": end(/[/]t[/]/),
    "first results, ms": seen.first,
    "requests, search": own.length,
    "requests, all": all.length + 1,
    "KB, search": kilobytes(own),
    "KB, all": kilobytes(all) + page.encodedBodySize / 1000,
  };
}"""
NEXT = """(text) => new Promise((resolve) => {
  const list = document.querySelector("[data-search-results]");
  const input = document.querySelector("#kb-search-page-input");
  const before = list.firstElementChild;
  const start = performance.now();
  new MutationObserver((_, watching) => {
    if (!list.firstElementChild || list.firstElementChild === before) return;
    watching.disconnect();
    resolve(performance.now() - start);
  }).observe(list, {childList: true});
  input.value = text;
  input.form.requestSubmit();
  setTimeout(() => resolve(null), 20000);
})"""


def main(words: Sequence[str]) -> int:
    """Measure and print; 1 where no site is named or no browser is found."""
    chromium = find_browser()
    if not words or chromium is None:
        print("bench phone SITE [N]: needs a built site and a Chromium")
        return 1
    texts = [query.text for query in in_people_s_voice() if query.part == "tuned" and query.language == "th"]
    asked = texts[:: max(1, len(texts) // int(words[1] if len(words) > 1 else TIMES))]
    with sync_playwright() as playwright, served(Path(words[0])) as root:
        browser = playwright.chromium.launch(executable_path=chromium.path, args=list(CHROMIUM_OPTIONS))
        rows = list(_first_visits(browser, root, asked))
        print(f"{len(rows)} first visits")
        for line in (*_spread(rows), typed(browser, root)):
            print(line, flush=True)
        browser.close()
    return 0


def _first_visits(browser: Browser, root: str, asked: Sequence[str]) -> Iterator[Mapping[str, float | None]]:
    for text, other in zip(asked, (*asked[1:], asked[0]), strict=True):
        page = slow_page(browser)
        page.goto(f"{root}search/?q={quote(text)}", wait_until="commit")
        _until_results(page)
        told: dict[str, float | None] = page.evaluate(TOLD)
        page.wait_for_timeout(1500)
        told["moved, thousandths"] = 1000 * page.evaluate("seen.moved")
        told["another query, ms"] = page.evaluate(NEXT, other)
        page.context.close()
        yield told


def slow_page(browser: Browser) -> Page:
    """A page on a cheap phone, in a profile of its own."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    session: Any = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    return page


def _until_results(page: Page) -> None:
    """Waits in steps: the site's policy lets no page wait for an expression."""
    late = time.monotonic() + PATIENCE
    while not page.evaluate("window.seen && seen.first"):
        if time.monotonic() > late:
            sys.exit("bench phone: no results")
        time.sleep(0.05)


def _spread(rows: Sequence[Mapping[str, float | None]]) -> Iterator[str]:
    for name in rows[0]:
        values = sorted(value for row in rows if (value := row[name]) is not None)
        high = values[min(len(values) - 1, int(len(values) * 0.95))]
        yield f"{name:<22}median {median(values):>7.0f}   p95 {high:>7.0f}"


def typed(browser: Browser, root: str) -> str:
    """What travels for twenty letters typed into the box of the search page, and how soon the list follows a key."""
    page = slow_page(browser)
    page.goto(f"{root}search/")
    page.wait_for_load_state("networkidle")
    page.evaluate("performance.clearResourceTimings()")
    page.focus("#kb-search-page-input")
    page.wait_for_load_state("networkidle")
    for letter in TYPED:
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(BETWEEN_KEYS)
    page.wait_for_timeout(1500)
    sizes: list[float] = page.evaluate("performance.getEntriesByType('resource').map((one) => one.encodedBodySize)")
    listed = page.locator(".kb-suggestions [role=option]").count()
    page.context.close()
    report = {"requests": len(sizes), "KB": round(sum(sizes) / 1000, 1), "suggestions": listed}
    return f"{len(TYPED)} letters typed: {json.dumps(report)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
