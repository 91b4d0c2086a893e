"""Documents enter; what Pagefind and Material's stock search send for a first query over the same texts leaves."""

from __future__ import annotations

import asyncio
import gzip
import html
import json
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from botrian.search import SearchDocument

Served = Callable[[Path], AbstractContextManager[str]]
Counted = Callable[[BrowserContext, Path], Callable[[], int]]

PAGE = '<!doctype html><html lang="th"><head><title>{0}</title></head><body><h1>{0}</h1>{1}</body></html>'
PAGEFIND = """async (text) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const { results } = await pagefind.search(text);
  await Promise.all(results.slice(0, 10).map((one) => one.data()));
}"""


def peers(
    found: Sequence[SearchDocument],
    folder: Path,
    browser: Browser,
    asked: Sequence[str],
    served: Served,
    counted: Counted,
) -> str:
    """Both peers, a line each; one that is not installed is named as not measured."""
    return f"{material(found)}\n{pagefind(found, folder / 'pagefind-site', browser, asked, served, counted)}"


def material(found: Sequence[SearchDocument]) -> str:
    """Material's stock search sends its whole index and its worker before the first answer."""
    spec = find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        return "Material stock search: not installed, not measured"
    scripts = Path(spec.submodule_search_locations[0]) / "templates" / "assets" / "javascripts"
    code = [
        *scripts.glob("workers/search*.js"),
        scripts / "lunr" / "wordcut.js",
        scripts / "lunr" / "min" / "lunr.th.min.js",
    ]
    docs = [{"location": one.url, "title": one.title, "text": f"<p>{html.escape(one.body)}</p>"} for one in found]
    index = json.dumps({"config": {"lang": ["th"]}, "docs": docs}, ensure_ascii=False).encode()
    sent = len(gzip.compress(index)) + sum(len(gzip.compress(file.read_bytes())) for file in code if file.is_file())
    return f"Material stock search: first query {sent / 1000:.0f} KB, its index is {len(index) / 1e6:.1f} MB"


def pagefind(
    found: Sequence[SearchDocument],
    site: Path,
    browser: Browser,
    asked: Sequence[str],
    served: Served,
    counted: Counted,
) -> str:
    """Pagefind's current release, where it is installed (``pip install 'pagefind[extended]'``)."""
    if find_spec("pagefind") is None:
        return "Pagefind: not installed, not measured (pip install 'pagefind[extended]')"
    site.mkdir()
    start = time.perf_counter()
    with ThreadPoolExecutor(1) as worker:  # Playwright's own loop runs in this thread
        worker.submit(asyncio.run, _index(found, site)).result()
    seconds = time.perf_counter() - start
    sent = []
    (site / "index.html").write_text("<!doctype html><title>search</title>", encoding="utf-8")
    with served(site) as address:
        for text in asked:
            context = browser.new_context()
            since = counted(context, site)
            page = context.new_page()
            page.goto(address + "/")
            page.evaluate(PAGEFIND, text)
            sent.append(since())
            context.close()
    size = sum(file.stat().st_size for file in (site / "pagefind").rglob("*") if file.is_file())
    return (
        f"Pagefind: first query median {statistics.median(sent) / 1000:.0f} KB, "
        f"{size / len(found) / 1000:.1f} KB a document, {seconds / len(found) * 1000:.1f} ms a document"
    )


async def _index(found: Sequence[SearchDocument], site: Path) -> None:
    library = import_module("pagefind.index")
    config = library.IndexConfig(output_path=str(site / "pagefind"), force_language="th")
    async with library.PagefindIndex(config=config) as index:
        for one in found:
            lines = "".join(f"<p>{html.escape(text)}</p>" for text in one.texts[1:5] if text)
            await index.add_html_file(content=PAGE.format(html.escape(one.title), lines), url=f"/{one.url}")
