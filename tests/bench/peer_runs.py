"""Peers and queries enter; what they send, how long they take and how often they are right leave, as lines of text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page

from botrian.search import SearchDocument
from tests.bench.peers import Peer, minisearch, pagefind, stock
from tests.search.judged import Lines, Query, right

Served = Callable[[Path], AbstractContextManager[str]]
Counted = Callable[[BrowserContext, Path], Callable[[], int]]
Spread = Callable[[Sequence[float], float, str], str]
#: Seconds until a peer has to have answered its first query: it may build its index only then.
PATIENCE = 420


def peers(found: Sequence[SearchDocument], folder: Path) -> Iterator[Peer | str]:
    """Each peer over the same documents, or why it is not measured."""
    for name, make in (("pagefind", pagefind), ("minisearch", minisearch), ("stock", stock)):
        site = folder / name
        site.mkdir(parents=True)
        yield make(found, site)


def cost(
    peer: Peer, pages: int, browser: Browser, asked: Sequence[str], served: Served, counted: Counted, spread: Spread
) -> str:
    """Bytes, time of the first and of later answers at full speed, size and time of the index."""
    built = f", {1000 * peer.seconds / pages:.2f} ms a page to build" if peer.seconds is not None else ""
    line = f"{peer.name}: index {peer.index_bytes / pages / 1000:.1f} KB a page{built}"
    with served(peer.site) as address:
        context = browser.new_context()
        since = counted(context, peer.site)
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"{address}/")
        try:
            first, _ = _timed(page, peer, asked[0])
        except Error as gave_up:
            context.close()
            return f"{line}; gave no first answer: {str(gave_up).splitlines()[0]}"
        since()
        later, sent = [], []
        for text in asked[1:]:
            later.append(_timed(page, peer, text)[0])
            sent.append(since())
        context.close()
        firsts = [peer.always] if peer.always else _firsts(peer, address, browser, asked, counted)
    return (
        f"{line}; first query {spread(firsts, 1000, 'KB')}, later {spread(sent, 1000, 'KB')}; "
        f"first answer after {first:.0f} ms, later {spread(later, 1, 'ms')} (full speed)"
    )


def _firsts(peer: Peer, address: str, browser: Browser, asked: Sequence[str], counted: Counted) -> list[int]:
    sent = []
    for text in asked:
        context = browser.new_context()
        since = counted(context, peer.site)
        page = context.new_page()
        page.goto(f"{address}/")
        page.evaluate(peer.ask, text)
        sent.append(since())
        context.close()
    return sent


def _timed(page: Page, peer: Peer, text: str) -> tuple[float, list[str]]:
    start = time.perf_counter()
    # A function that hangs would hold the benchmark for good: the page itself gives up.
    too_slow = f"new Promise((_, no) => setTimeout(() => no('too slow'), {PATIENCE * 1000}))"
    found: list[str] = page.evaluate(f"(text) => Promise.race([({peer.ask})(text), {too_slow}])", text)
    return 1000 * (time.perf_counter() - start), found


def places(
    peer: Peer,
    found: Sequence[SearchDocument],
    judged: Sequence[Query],
    citations: Mapping[str, tuple[Lines, ...]],
    browser: Browser,
    served: Served,
) -> Mapping[Query, int | None]:
    """Where the first right page stands among a peer's first five, from 0."""
    answers: dict[Query, int | None] = {}
    with served(peer.site) as address:
        page = browser.new_page()
        page.goto(f"{address}/")
        for query in judged:
            pages = [_address(url, found) for url in _timed(page, peer, query.text)[1]]
            right_ones = [right(query, citations.get(one, ())) for one in pages]
            answers[query] = right_ones.index(True) if True in right_ones else None
        page.close()
    return answers


def _address(url: str, found: Sequence[SearchDocument]) -> str:
    """The document's address: Pagefind and MiniSearch know it by its number, the stock search by itself."""
    number = url.strip("/").split("/")[0]
    return found[int(number)].url if number.isdigit() else url
