"""A frozen copy of the content, searched in a page with nothing else on it: quick to build, and the site's engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from botrian.knowledge import Knowledge
from tests.conftest import served, tidied
from tests.library import library_knowledge
from tests.once import made_once
from tests.search.frozen import FrozenSearch, frozen_search
from tests.search.small_site import write_small_site


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The tests' own library."""
    return library_knowledge(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def frozen() -> FrozenSearch:
    """What search found on the day when the copy was made."""
    return frozen_search()


@dataclass(frozen=True)
class SearchSite:
    """A folder with search files and search pages, and the address at which it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="session")
def search_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchSite]:
    """The search of the frozen copy in both languages, served on the loopback."""

    def write(folder: Path) -> None:
        copy = frozen_search()
        write_small_site(copy.documents, copy.knowledge, folder)

    folder = made_once(tmp_path_factory, "search", write)
    with served(folder) as address:
        yield SearchSite(folder, address)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile on a phone's screen."""
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


@pytest.fixture
def context(phone: BrowserContext) -> Iterator[BrowserContext]:
    """The phone as one finds it: no page is open, and nothing is remembered."""
    with tidied(phone) as found:
        yield found
