"""Documents enter; the same texts as Pagefind, MiniSearch and Material's stock search take them leave, to be asked.

Pagefind is measured where its command is on the path, or named by BOTRIAN_PAGEFIND (``npm install pagefind``, or
``pip install 'pagefind[extended]'``), MiniSearch where BOTRIAN_MINISEARCH names its script (``npm install minisearch``:
``dist/umd/index.js``); they are no dependencies of the project.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from botrian.search import SearchDocument

PAGE = '<!doctype html><html lang="th"><head><title>{0}</title></head><body><h1>{0}</h1>{1}</body></html>'
BLANK = "<!doctype html><title>search</title>"

PAGEFIND = """async (text) => {
  window.found ??= await import('/pagefind/pagefind.js');
  const { results } = await window.found.search(text);
  const pages = await Promise.all(results.slice(0, 5).map((one) => one.data()));
  return pages.map(({ url }) => url);
}"""
STOCK = """async (text) => {
  const answer = (message, type) => new Promise((resolve) => {
    window.worker.onmessage = ({ data }) => data.type === type && resolve(data.data);
    window.worker.postMessage(message);
  });
  if (!window.worker) {
    const index = await (await fetch('/search_index.json')).json();
    window.worker = new Worker('/javascripts/workers/WORKER');
    await answer({ type: 0, data: { ...index, options: { suggest: false } } }, 1);
  }
  const { items } = await answer({ type: 2, data: text }, 3);
  return items.slice(0, 5).map(([page]) => page.location);
}"""
#: As its own documentation tells for languages without blanks: the words are cut by the browser's segmenter.
MINISEARCH = """async (text) => {
  if (!window.found) {
    const words = new Intl.Segmenter('th', { granularity: 'word' });
    const tokenize = (text) => [...words.segment(text)].filter((one) => one.isWordLike).map((one) => one.segment);
    const boost = { title: 3, aliases: 2 };
    const searchOptions = { boost, prefix: true, fuzzy: 0.2 };
    const options = { fields: ['title', 'aliases', 'text'], tokenize, searchOptions };
    window.found = new MiniSearch(options);
    window.found.addAll(await (await fetch('/documents.json')).json());
  }
  return window.found.search(text).slice(0, 5).map(({ id }) => `/${id}/`);
}"""
#: What Material's plugin writes into its index where nothing is set for it.
STOCK_CONFIG = {
    "lang": ["th"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1_000_000}},
}


@dataclass(frozen=True)
class Peer:
    """Another search over the same texts: its site, how it is asked, what its index cost.

    ``ask`` is a function for the browser, from a query to the addresses of the first five. ``always`` are the bytes,
    as gzip sends them, that come before any answer where the requests of its worker cannot be seen; else 0.
    """

    name: str
    site: Path
    ask: str
    index_bytes: int
    seconds: float | None
    always: int = 0


def stock(found: Sequence[SearchDocument], site: Path) -> Peer | str:
    """Material's stock search: one index for everything, cut into words in the reader's browser."""
    spec = find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        return "Material's stock search: not installed, not measured"
    scripts = Path(spec.submodule_search_locations[0]) / "templates" / "assets" / "javascripts"
    shutil.copytree(scripts, site / "javascripts", ignore=shutil.ignore_patterns("*.map"))
    worker = next((site / "javascripts" / "workers").glob("search*.js"))
    docs = [{"location": one.url, "title": one.title, "text": _paragraphs(one)} for one in found]
    index = json.dumps({"config": STOCK_CONFIG, "docs": docs}, ensure_ascii=False).encode()
    (site / "search_index.json").write_bytes(index)
    (site / "index.html").write_text(BLANK, encoding="utf-8")
    lunr = site / "javascripts" / "lunr"
    code = (worker, lunr / "wordcut.js", lunr / "min" / "lunr.th.min.js", lunr / "min" / "lunr.stemmer.support.min.js")
    always = sum(len(gzip.compress(data)) for data in (index, *(file.read_bytes() for file in code)))
    return Peer("Material's stock search", site, STOCK.replace("WORKER", worker.name), len(index), None, always)


def pagefind(found: Sequence[SearchDocument], site: Path) -> Peer | str:
    """Pagefind, from the pages as HTML files."""
    command = os.environ.get("BOTRIAN_PAGEFIND") or shutil.which("pagefind")
    if not command:
        return "Pagefind: no command of this name, not measured"
    pages = site / "pages"
    for number, one in enumerate(found):
        file = pages / str(number) / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGE.format(html.escape(one.title), _paragraphs(one)), encoding="utf-8")
    version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    start = time.perf_counter()
    words = ["--site", str(pages), "--output-path", str(site / "pagefind"), "--force-language", "th"]
    subprocess.run([command, *words], capture_output=True, check=True)
    seconds = time.perf_counter() - start
    shutil.rmtree(pages)
    (site / "index.html").write_text(BLANK, encoding="utf-8")
    size = sum(file.stat().st_size for file in (site / "pagefind").rglob("*") if file.is_file())
    return Peer(version, site, PAGEFIND, size, seconds)


def minisearch(found: Sequence[SearchDocument], site: Path) -> Peer | str:
    """MiniSearch with `Intl.Segmenter`: all texts come, and are indexed in the reader's browser."""
    script = os.environ.get("BOTRIAN_MINISEARCH")
    if not script:
        return "MiniSearch: BOTRIAN_MINISEARCH names no script, not measured"
    code = Path(script).read_bytes()
    texts = [
        {"id": number, "title": one.title, "aliases": one.aliases, "text": "\n".join(filter(None, one.texts[2:5]))}
        for number, one in enumerate(found)
    ]
    index = json.dumps(texts, ensure_ascii=False).encode()
    (site / "documents.json").write_bytes(index)
    (site / "minisearch.js").write_bytes(code)
    (site / "index.html").write_text(f"{BLANK}<script src=/minisearch.js></script>", encoding="utf-8")
    always = sum(len(gzip.compress(data)) for data in (index, code))
    return Peer("MiniSearch with Intl.Segmenter", site, MINISEARCH, len(index), None, always)


def _paragraphs(one: SearchDocument) -> str:
    return "".join(f"<p>{html.escape(text)}</p>" for text in one.texts[1:5] if text)
