"""The real content searched in a page with nothing else on it: quick to build, and the same engine as on the site."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from botrian.check import check
from botrian.knowledge import Knowledge
from botrian.read import Paths
from tests.conftest import ROOT, QuietHandler
from tests.search.small_site import write_small_site


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The real content."""
    checked = check(Paths.of(ROOT), datetime.now(tz=UTC).date())
    if checked.knowledge is None:
        pytest.fail("the real content has errors: run kb.py check", pytrace=False)
    return checked.knowledge


@dataclass(frozen=True)
class SearchSite:
    """A folder with search files and search pages, and the address at which it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="session")
def search_site(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchSite]:
    """The search of both languages, served on the loopback."""
    folder = tmp_path_factory.mktemp("search-site")
    write_small_site(knowledge, folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield SearchSite(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile on a phone's screen."""
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()
