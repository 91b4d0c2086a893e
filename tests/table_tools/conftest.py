"""What the tests of the table tools share: a page that hears every complaint, and ways to read what a table shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize

from botrian.browser import expression
from botrian.site.scripts import scripts_data
from tests.conftest import tidied

#: What pages get of the modules that read a table, and that hold the state of its tools.
MODEL = expression("tables/model.js", scripts_data())
STATE = expression("tables/state.js", {})
FORMATS = expression("tables/formats.js", scripts_data())

WIDE = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=360, height=740)


@dataclass
class Opened:
    """A page, and every error, failed request and console message it made so far."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def heads(self) -> list[str]:
        """The headings of the columns shown, without the words of the tools."""
        return self._texts("table.kb-table > thead > tr > th")

    def row_names(self) -> list[str]:
        """The headings of the rows shown."""
        return self._texts("table.kb-table > tbody > tr:not(.kb-group) > th")

    def row_ids(self) -> list[str]:
        """The ids of the rows shown, in their order."""
        found: list[str] = self.page.eval_on_selector_all(
            "table.kb-table > tbody > tr[data-row]", "rows => rows.map((row) => row.dataset.row)"
        )
        return found

    def column(self, number: int) -> list[str]:
        """What is read in one column of the rows shown, from 1."""
        return self._texts(f"table.kb-table > tbody > tr:not(.kb-group) > td:nth-of-type({number})")

    def status(self) -> str:
        """What the tools last said."""
        return self.page.inner_text("[data-status]")

    def query(self) -> str:
        """The query of the page's address."""
        return str(self.page.evaluate("location.search"))

    def _texts(self, selector: str) -> list[str]:
        script = f"found => {{ const {{ lines }} = {MODEL}; return found.map((one) => lines(one).join('\\n')); }}"
        found: list[str] = self.page.eval_on_selector_all(selector, script)
        return found


def lost(request: Request) -> bool:
    """Whether a request failed; one that was under way when the test left the page did not."""
    return request.failure != "net::ERR_ABORTED"


def tree_of(text: str) -> html.HtmlElement:
    """HTML, parsed."""
    return html.fromstring(text)


def opened(page: Page) -> Opened:
    """Listens to a page."""
    one = Opened(page)
    # Routes see no request of a service worker, so none is let in; the driver itself says so on the console.
    page.on(
        "console",
        lambda message: one.complaints.append(f"console: {message.text}") if not _of_driver(message.text) else None,
    )
    page.on("pageerror", lambda error: one.complaints.append(f"error: {error}"))
    page.on("requestfailed", lambda request: one.complaints.append(f"failed: {request.url}") if lost(request) else None)
    page.on(
        "response",
        lambda answer: one.complaints.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
    )
    return one


def _of_driver(text: str) -> bool:
    return text.startswith("Service Worker registration blocked by")


@pytest.fixture(scope="module")
def wide_context(browser: Browser) -> Iterator[BrowserContext]:
    """A wide screen that lets pages write to the clipboard."""
    with browser.new_context(
        viewport=WIDE, permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    ) as context:
        yield context


@pytest.fixture
def wide(wide_context: BrowserContext) -> Iterator[Opened]:
    """A page on a wide screen."""
    with tidied(wide_context) as context:
        yield opened(context.new_page())


@pytest.fixture
def phone(browser: Browser) -> Iterator[Opened]:
    """A phone."""
    with browser.new_context(viewport=PHONE, has_touch=True, service_workers="block") as context:
        yield opened(context.new_page())
