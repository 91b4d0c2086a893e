"""The built payloads in Chromium, by every page, address and tool: nothing runs, and the policy has nothing to stop."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, ProxySettings, Request

from tests.conftest import QuietHandler, served
from tests.hostile.conftest import Built
from tests.hostile.payloads import corpus

pytestmark = pytest.mark.browser

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="(?P<policy>[^"]*)">')
#: A port that nobody listens at, for whatever is asked of another host.
NOWHERE = ProxySettings(server="http://127.0.0.1:9", bypass="127.0.0.1")
#: What a page tells of itself: violations of its policy.
LISTEN = """
window.__told = [];
addEventListener("securitypolicyviolation", (event) => {
  window.__told.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
#: A page whose script every policy of ours stops.
RUNNING = "<link rel=icon href=data:,><script>alert(1)</script>"
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
        told = self.page.evaluate("window.__told ?? []")
        # A browser asks for this by itself where a page names no picture of its own.
        self.evil += [f"{address}: {one}" for one in told if one != f"img-src {self.base}/favicon.ico"]


def listen(page: Page, heard: list[str]) -> None:
    """Write down every dialog, which nobody of ours opens, and every error of a script."""

    def dialog(opened: Dialog) -> None:
        heard.append(f"dialog {opened.message}")
        opened.dismiss()

    def error(thrown: Error) -> None:
        heard.append(f"error {thrown}")

    page.on("dialog", dialog)
    page.on("pageerror", error)


class Telling(QuietHandler):
    """Serves pages that stop nothing and tell what their policy would have stopped.

    What a page does is then what it does under its policy and without it, as long as nothing is told.
    """

    policies: Mapping[str, str] = {}

    def end_headers(self) -> None:
        """The policy of a page beside the other headers."""
        place = Path(self.translate_path(self.path))
        policy = self.policies.get((place / "index.html" if place.is_dir() else place).as_posix())
        if policy:
            self.send_header("Content-Security-Policy-Report-Only", policy)
        super().end_headers()


@pytest.fixture(scope="module")
def base(hostile_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the hostile site where no page has a policy of its own: all that it would stop is told instead."""
    folder = tmp_path_factory.mktemp("hostile") / "site"
    shutil.copytree(hostile_site.folder, folder)
    policies = {}
    for file in folder.rglob("*.html"):
        page = file.read_bytes()
        if found := POLICY.search(page):
            policies[file.as_posix()] = html.unescape(found["policy"].decode("ascii"))
            file.write_bytes(page.replace(found[0], b""))
    of_pages = policies[(folder / "index.html").as_posix()]
    (folder / "runs.html").write_text(RUNNING, encoding="utf-8")
    policies[(folder / "runs.html").as_posix()] = of_pages
    own = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(of_pages)}">'
    (folder / "stops.html").write_text(own + RUNNING, encoding="utf-8")
    with served(folder, type("Handler", (Telling,), {"policies": policies})) as address:
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


def test_what_a_policy_would_stop_runs_here_and_is_told(heard: Heard) -> None:
    """The same page, once as all are served here and once with its own policy: both tell, only one runs."""
    for name, runs in (("runs.html", True), ("stops.html", False)):
        heard.evil.clear()
        heard.visit(name)

        assert [one for one in heard.evil if "dialog" not in one] == [f"{name}: script-src-elem inline"]
        assert ("dialog 1" in heard.evil) == runs
