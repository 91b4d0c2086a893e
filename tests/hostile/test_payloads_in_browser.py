"""The built payloads in Chromium: with the policy and without it, by every page, address and tool: nothing runs."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, Route

from tests.conftest import QuietHandler
from tests.hostile.conftest import Built
from tests.hostile.payloads import corpus

pytestmark = pytest.mark.browser

#: What a page tells of itself: violations of its policy.
LISTEN = """
window.__told = [];
addEventListener("securitypolicyviolation", (event) => {
  window.__told.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
#: A page of each kind that holds payloads.
PAGES = (
    *("", "lessons/data-first/", "lessons/", "cases/krabi/krabi-council/", "cases/krabi/", "provinces/krabi/"),
    *("themes/data-systems/", "timeline/", "sources/krabi-book/", "tables/two-steps/", "tables/data-systems/"),
    *("paths/start-with-data/", "kits/first-data/", "kits/", "changes/2026-01-31/", "search/a-z/", "guide/how-to/"),
    *("tables/", "tables/build/", "embed/tables/two-steps/", "tables/data-systems.html", "tables/two-steps.svg"),
    *("terms/", "search/?q=alert"),
    "kits/build/#parts=open,lesson:data-first,table:two-steps,path:start-with-data,case:krabi-council,close",
    "kits/build/#parts=lesson:<img src=x onerror=alert(1)>&add=<img src=x onerror=alert(1)>",
)


@dataclass
class Heard:
    """A page, and what happened on it that must not."""

    page: Page
    base: str
    evil: list[str] = field(default_factory=list)

    def visit(self, address: str) -> None:
        """Open an address and let its scripts work."""
        answer = self.page.goto(f"{self.base}/{address}", wait_until="load")
        # Without an answer only the place on the page changed.
        assert answer is None or answer.ok, f"{address} is not there"
        self.page.wait_for_timeout(60)
        self.evil += [f"{address}: {one}" for one in self.page.evaluate("window.__told ?? []")]


def listen(page: Page, heard: list[str]) -> None:
    """Write down every dialog, which nobody of ours opens, and every error of a script."""

    def dialog(opened: Dialog) -> None:
        heard.append(f"dialog {opened.message}")
        opened.dismiss()

    def error(thrown: Error) -> None:
        heard.append(f"error {thrown}")

    page.on("dialog", dialog)
    page.on("pageerror", error)


@pytest.fixture(scope="module")
def served(hostile_site: Built) -> Iterator[str]:
    handler = partial(QuietHandler, directory=str(hostile_site.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=["with its policy", "without its policy"])
def heard(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Heard]:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    found = Heard(page, served)
    listen(page, found.evil)

    def answer(route: Route) -> None:
        if not route.request.url.startswith((served, "data:", "blob:")):
            found.evil.append(f"request {route.request.url}")
            route.abort()
        elif request.param == "without its policy" and route.request.resource_type == "document":
            reply = route.fetch()
            body = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", reply.text())
            route.fulfill(response=reply, body=body)
        else:
            route.continue_()

    page.route("**/*", answer)
    yield found
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_no_page_runs_what_people_wrote(heard: Heard, language: str) -> None:
    for page in PAGES:
        heard.visit(f"{language}{page}")

    assert heard.evil == []


@pytest.mark.parametrize("page", ["search/", "tables/two-steps/", "tables/build/", "embed/tables/two-steps/", "terms/"])
def test_no_address_runs_what_stands_in_it(heard: Heard, page: str) -> None:
    for address in corpus()["addresses"]:
        heard.visit(f"{page}{address}")

    assert heard.evil == []


def test_typing_payloads_into_the_search_runs_nothing(heard: Heard) -> None:
    heard.visit("search/")
    box = heard.page.locator("input[type=search]").first
    for text in ("<img src=x onerror=alert(1)>", "__proto__", "alert(1)", '"><script>', "constructor", "{{ 7*7 }}"):
        box.fill(text)
        heard.page.wait_for_timeout(250)
        box.press("Enter")
        heard.page.wait_for_timeout(150)

    assert heard.evil == []
    assert heard.page.locator("[data-search-page] img, [data-search-page] script").count() == 0


def test_the_tools_of_a_table_run_nothing(heard: Heard) -> None:
    """Sorting, choosing, copying, the embed dialog and the glossary box: what they show is what people wrote."""
    heard.visit("tables/data-systems/")
    for button in heard.page.locator("button:visible").all()[:25]:
        if button.is_visible() and button.is_enabled():
            button.click(timeout=2000, force=True)
            heard.page.keyboard.press("Escape")
    heard.visit("lessons/data-first/")
    for term in heard.page.locator("a.kb-term:visible").all()[:5]:
        term.hover(timeout=2000, force=True)
        heard.page.wait_for_timeout(100)

    assert heard.evil == []


def test_the_listeners_would_hear(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.add_init_script(LISTEN)
    heard: list[str] = []
    listen(page, heard)
    policy = "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">"
    (tmp_path / "x.html").write_text(f"{policy}<img src=x.png><script>alert(1); x.y.z</script>", encoding="utf-8")
    page.goto(f"file://{tmp_path}/x.html")
    told = page.evaluate("window.__told")
    page.close()

    assert heard[0] == "dialog 1"
    assert len(heard) == 2
    assert told and told[0].startswith("img-src")
