"""The built payloads in Chromium: with the policy and without it, by every page, address and tool: nothing runs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, ProxySettings, Request

from tests.conftest import served
from tests.hostile.conftest import Built
from tests.hostile.payloads import corpus

pytestmark = pytest.mark.browser

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
#: A port that nobody listens at, for whatever is asked of another host.
NOWHERE = ProxySettings(server="http://127.0.0.1:9", bypass="127.0.0.1")
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


@pytest.fixture(scope="module", params=["with its policy", "without its policy"])
def base(
    request: pytest.FixtureRequest, hostile_site: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the hostile site, and of the same site where no page has a policy."""
    folder = hostile_site.folder
    if request.param == "without its policy":
        folder = tmp_path_factory.mktemp("hostile") / "site"
        shutil.copytree(hostile_site.folder, folder)
        for file in folder.rglob("*.html"):
            file.write_bytes(POLICY.sub(b"", file.read_bytes()))
    assert (b"Content-Security-Policy" in (folder / "index.html").read_bytes()) == (folder == hostile_site.folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def heard(browser: Browser, base: str) -> Iterator[Heard]:
    # To look at each request from here, and let it go on, would cost half as much again as the pages themselves.
    context = browser.new_context(proxy=NOWHERE)
    context.add_init_script(LISTEN)
    page = context.new_page()
    found = Heard(page, base)
    listen(page, found.evil)

    def asked(request: Request) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            found.evil.append(f"request {request.url}")

    context.on("request", asked)
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
    page = browser.new_page(proxy=NOWHERE)
    page.add_init_script(LISTEN)
    heard: list[str] = []
    asked: list[str] = []
    listen(page, heard)
    page.context.on("request", lambda request: asked.append(request.url))
    policy = "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">"
    (tmp_path / "x.html").write_text(f"{policy}<img src=x.png><script>alert(1); x.y.z</script>", encoding="utf-8")
    page.goto(f"file://{tmp_path}/x.html")
    told = page.evaluate("window.__told")
    page.set_content('<iframe src="http://evil.example/frame"></iframe>')
    page.close()

    assert heard[0] == "dialog 1"
    assert len(heard) == 2
    assert told and told[0].startswith("img-src")
    assert asked[-1] == "http://evil.example/frame"
