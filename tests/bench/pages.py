"""``kb.py bench pages [SITE …]``: what the pages of a built site cost a cheap phone on a slow line, by kind of page.

Of each kind the heaviest page is opened in Chromium, 360 pixels wide, over 1.6 Mbit/s with 150 ms to and fro and a CPU
four times as slow (as Lighthouse's "slow 4G"), from a server that compresses: first by somebody new, then by somebody
who has read another page. Told are the bytes that travelled, when the largest thing was painted (LCP), and how much
moved (CLS). Several sites are measured in turn, so that they can be compared.
"""

from __future__ import annotations

import contextlib
import gzip
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from botrian.commands.browser import find_browser
from tests.conftest import CHROMIUM_OPTIONS, ROOT

#: The folder of each kind of page, seen from the site, and how many steps below it they lie.
KINDS = {
    "home": "index.html",
    "province": "provinces/*/index.html",
    "provinces": "provinces/index.html",
    "lesson": "lessons/*/index.html",
    "lessons": "lessons/index.html",
    "case": "cases/*/*/index.html",
    "cases": "cases/index.html",
    "path": "paths/*/index.html",
    "table": "tables/*/index.html",
    "tables": "tables/index.html",
    "builder": "tables/build/index.html",
    "theme": "themes/*/index.html",
    "themes": "themes/index.html",
    "terms": "terms/index.html",
    "timeline": "timeline/index.html",
    "source": "sources/*/*/index.html",
    "search": "search/index.html",
    "titles": "search/a-z/index.html",
    "contribute": "contribute/index.html",
    "compare": "compare/index.html",
    "like-us": "like-us/index.html",
    "kit": "kits/*/index.html",
    "own kit": "kits/build/index.html",
    "booklet": "provinces/*/booklet/index.html",
    "changes": "changes/*/index.html",
    "of a kind": "changes/*/*/index.html",
    "data": "data/index.html",
    "gaps": "gaps/*/index.html",
}
#: What is served compressed, as hosts do.
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SLOWER_CPU, TIMES = 4, 3
#: The goals: bytes in KB and seconds, on a first visit and after another page.
FIRST_KB, FIRST_S, AFTER_KB, AFTER_S, SHIFT = 100, 1.8, 40, 1.2, 0.05
WATCH = """
window.seen = {lcp: 0, cls: 0};
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.lcp = one.startTime; })
  .observe({type: 'largest-contentful-paint', buffered: true});
const moved = (one) => { if (!one.hadRecentInput) seen.cls += one.value; };
new PerformanceObserver((list) => list.getEntries().forEach(moved))
  .observe({type: 'layout-shift', buffered: true});
"""


@dataclass(frozen=True)
class Visit:
    """What one visit cost: KB that travelled, seconds to the largest paint, how much moved."""

    kb: float
    lcp: float
    cls: float


class Packing(SimpleHTTPRequestHandler):
    """Serves a folder as hosts do: texts compressed, everything kept for ten minutes."""

    def do_GET(self) -> None:
        """Answer with the file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, packed = _content(path), path.suffix in PACKED
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: Any) -> None:
        """Say nothing."""


@lru_cache(maxsize=2000)
def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.compress(content, 6, mtime=0) if path.suffix in PACKED else content


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """A server of the folder, while it is needed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def heaviest(site: Path, pattern: str) -> str | None:
    """The address of the heaviest page of a kind, compressed; nothing where there is none."""
    pages = [page for page in site.glob(pattern) if b'http-equiv="refresh"' not in page.read_bytes()[:400]]
    if not pages:
        return None
    largest = sorted(pages, key=lambda page: -page.stat().st_size)[:5]
    page = max(largest, key=lambda page: (len(_content(page)), page.as_posix()))
    return page.parent.relative_to(site).as_posix().removeprefix(".").rstrip("/") + "/"


def visit(page: Any, address: str) -> Visit:
    """Open an address in a page whose line is slow already, and wait until nothing more comes."""
    found: list[float] = []
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    line.on("Network.loadingFinished", lambda event: found.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle", timeout=120_000)
    page.wait_for_timeout(300)
    seen = page.evaluate("seen")
    line.detach()
    return Visit(sum(found) / 1000, seen["lcp"] / 1000, seen["cls"])


def both_visits(browser: Browser, root: str, address: str) -> tuple[Visit, Visit]:
    """By somebody new; and by somebody who comes from the page of all sources."""
    found = []
    for before in ("", "sources/"):
        # Its service worker would fetch pages beside the one that is measured.
        with browser.new_context(
            viewport={"width": 360, "height": 740}, is_mobile=True, service_workers="block"
        ) as context:
            context.add_init_script(WATCH)
            page = context.new_page()
            if before:
                page.goto(root + before, wait_until="networkidle")
            found.append(visit(page, root + address))
    return found[0], found[1]


def middle(visits: list[Visit]) -> Visit:
    """Of several visits the middle of each figure."""
    return Visit(*(median(getattr(one, name) for one in visits) for name in ("kb", "lcp", "cls")))


def main(words: list[str]) -> int:
    """Measure the sites that are named, else the project's own."""
    chromium = find_browser()
    if chromium is None:
        print("bench pages: needs a Chromium")
        return 1
    sites = [Path(word).resolve() for word in words] or [ROOT / "site"]
    print(f"{'kind':11}{'site':10}{'KB':>7}{'LCP s':>7}{'shift':>7}{'KB after':>10}{'LCP after':>10}  page")
    with sync_playwright() as playwright, contextlib.ExitStack() as stack:
        browser = playwright.chromium.launch(executable_path=chromium.path, args=list(CHROMIUM_OPTIONS))
        roots = [(site, stack.enter_context(served(site))) for site in sites]
        for kind, pattern in KINDS.items():
            for site, root in roots:
                address = heaviest(site, pattern)
                if address is None:
                    continue
                visits = [both_visits(browser, root, address.removeprefix("/")) for _ in range(TIMES)]
                first, after = (middle([one[at] for one in visits]) for at in (0, 1))
                over = first.kb > FIRST_KB or after.kb > AFTER_KB or first.cls > SHIFT
                late = first.lcp > FIRST_S or after.lcp > AFTER_S
                marks = ("  HEAVY" if over else "") + ("  LATE" if late else "")
                print(
                    f"{kind:11}{site.name:10}{first.kb:7.1f}{first.lcp:7.2f}{first.cls:7.3f}"
                    f"{after.kb:10.1f}{after.lcp:10.2f}  {address}{marks}",
                    flush=True,
                )
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
