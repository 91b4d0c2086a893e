"""The frame in real Chromium: from a server, from a folder, without scripts, by keyboard, on a phone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.conftest import tidied

pytestmark = pytest.mark.browser

LESSON = "lessons/water/index.html"
PAGES = ("index.html", LESSON, "en/index.html", f"en/{LESSON}", "guide/evidence/index.html")
PHONE = ViewportSize(width=360, height=740)
WIDE = ViewportSize(width=1280, height=900)
TARGET = 24  # CSS pixels, WCAG 2.2 2.5.8
SMALL_TARGETS = """(least) => [
    ...document.querySelectorAll('button, input, .kb-chip, .kb-cite, nav a, footer a')]
  .filter((e) => e.checkVisibility() && !e.closest('p'))
  .map((e) => [e.textContent.trim() || e.name, e.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class names it so
        """Say nothing."""


@pytest.fixture(scope="module")
def served(tiny_site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(tiny_site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=WIDE) as context:
        yield context


@pytest.fixture
def page(wide: BrowserContext) -> Iterator[Page]:
    with tidied(wide) as context:
        yield context.new_page()


#: What Chromium says of a request that somebody else's coming ended.
CUT_OFF = "net::ERR_ABORTED"


def complaints_of(page: Page) -> list[str]:
    """A list that fills with every console message, failed request and error of the page.

    A picture that the next page's coming cuts off is no fault: a file that is not there fails otherwise.
    """
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on(
        "requestfailed",
        lambda request: None if request.failure == CUT_OFF else heard.append(f"failed: {request.url}"),
    )
    page.on(
        "response",
        lambda answer: heard.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
    )
    return heard


def test_pages_from_a_server_make_no_complaint(page: Page, served: str) -> None:
    heard = complaints_of(page)
    for path in PAGES:
        page.goto(served + path.removesuffix("index.html"), wait_until="networkidle")

    assert heard == []


def test_pages_from_a_folder_make_no_complaint(page: Page, tiny_site: Path) -> None:
    heard = complaints_of(page)
    for path in PAGES:
        page.goto((tiny_site / path).as_uri(), wait_until="networkidle")
        # A stylesheet that the policy blocks makes no sound in some versions; its effect does.
        assert page.evaluate("getComputedStyle(document.querySelector('.md-skip')).position") == "fixed"

    assert heard == []


def test_links_from_a_folder_open_pages_not_lists_of_files(page: Page, tiny_site: Path) -> None:
    page.goto((tiny_site / LESSON).as_uri())
    visited = []
    for selector in (".md-header .md-logo", ".kb-languages a", ".md-tabs a >> text=Lessons"):
        page.click(selector)
        page.wait_for_load_state()
        visited.append(page.url.removeprefix(tiny_site.as_uri()))

    assert visited == ["/index.html", "/en/index.html", "/en/lessons/index.html"]


def test_a_link_added_later_opens_its_page_from_a_folder(page: Page, tiny_site: Path) -> None:
    page.goto((tiny_site / "index.html").as_uri())
    page.evaluate("""() => {
        const link = document.createElement('a');
        link.href = 'lessons/water/'; link.id = 'late'; link.textContent = 'late';
        document.querySelector('article').append(link);
    }""")
    page.click("#late")

    assert page.url.endswith(f"/{LESSON}")


def test_a_link_of_a_picture_opens_its_page_from_a_folder(page: Page, tiny_site: Path) -> None:
    page.goto((tiny_site / "index.html").as_uri())
    page.evaluate("""() => {
        const svg = '<svg width="90" height="90"><a href="lessons/water/"><rect width="90" height="90"/></a></svg>';
        document.querySelector('article').insertAdjacentHTML('beforeend', svg);
    }""")
    page.click("article svg a")
    page.wait_for_url("**/lessons/water/index.html")


@pytest.mark.parametrize("place", ["server", "folder"])
def test_the_search_form_leads_to_the_search_page(page: Page, served: str, tiny_site: Path, place: str) -> None:
    page.goto(served if place == "server" else (tiny_site / "index.html").as_uri())
    page.fill("form[data-search-form] input[name=q]", "กระบี่")
    with page.expect_navigation():
        page.press("form[data-search-form] input[name=q]", "Enter")

    assert page.url.split("?")[0].removesuffix("index.html").endswith("/search/")
    assert page.url.endswith("?q=%E0%B8%81%E0%B8%A3%E0%B8%B0%E0%B8%9A%E0%B8%B5%E0%B9%88")


def test_search_and_menu_work_without_scripts(browser: Browser, served: str) -> None:
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served)
        page.click("label.md-header__button[for=__drawer]")
        page.click(".md-nav--primary a >> text=/^\\s*บทเรียน\\s*$/")
        page.wait_for_url("**/lessons/")
        page.click(".kb-to-search")
        page.wait_for_url("**/search/")
        page.set_viewport_size(WIDE)
        page.fill("form[data-search-form] input[name=q]", "x")
        page.press("form[data-search-form] input[name=q]", "Enter")
        page.wait_for_url("**/search/?q=x")


def test_a_device_in_dark_shows_dark_without_scripts(browser: Browser, served: str) -> None:
    with browser.new_context(color_scheme="dark", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served)

        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 26, 25)"


def test_the_drawer_opens_and_closes_by_keyboard(page: Page, served: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(served + "lessons/water/")
    opener = page.get_by_role("button", name="เมนู")
    opener.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('.md-sidebar--primary')")

    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.matches('[data-drawer]')")
    # A closed drawer is no stop for Tab.
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.md-sidebar--primary')).visibility === 'hidden'"
    )


def test_light_and_dark_are_chosen_by_keyboard(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(served)
    shown = []
    for _ in range(3):
        shown.append(page.evaluate("document.body.dataset.mdColorScheme"))
        page.locator("input[name=__palette]:checked, input[name=__palette]").first.focus()
        page.keyboard.press("Enter")

    assert shown == ["default", "default", "slate"]


def test_the_skip_link_leads_to_the_title(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("md-skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_list_of_headings_marks_where_the_reader_is(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/#facts")
    page.wait_for_selector(".md-sidebar--secondary a.md-nav__link--active[href='#facts']")


def test_the_folded_list_of_headings_leads_there_on_a_phone(page: Page, served: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(served + "lessons/water/")
    page.click(".kb-toc-fold summary")
    page.click(".kb-toc-fold a[href='#facts']")

    assert page.url.endswith("#facts")
    assert page.evaluate("document.querySelector('#facts').getBoundingClientRect().top") >= 48


def test_a_term_explains_itself_by_keyboard_and_gives_the_focus_back(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/")
    term = page.locator("a.kb-term")
    term.focus()
    page.keyboard.press("Enter")

    assert page.locator(".kb-definition p").inner_text() == term.get_attribute("data-definition")
    assert term.get_attribute("aria-expanded") == "true"

    page.keyboard.press("Escape")

    assert page.locator(".kb-definition").is_hidden()
    assert term.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.matches('.kb-term')")


def test_a_mouse_that_rests_on_a_term_sees_its_explanation_until_it_leaves(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/")
    page.hover("a.kb-term")
    page.wait_for_selector(".kb-definition p", state="visible")
    focused = page.evaluate("document.activeElement.tagName")
    page.hover(".kb-definition p")
    page.wait_for_timeout(600)
    assert page.locator(".kb-definition").first.is_visible()
    page.hover("h1")
    page.wait_for_selector(".kb-definition p", state="hidden")

    assert focused == "BODY"


def test_a_second_touch_on_a_term_closes_its_explanation(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/")
    page.click("a.kb-term")
    page.click("a.kb-term")

    assert page.locator(".kb-definition").is_hidden()
    assert page.url.endswith("/lessons/water/")


def test_the_chosen_palette_outlives_the_page(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(served)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for _ in range(2):  # by device, light, dark
        page.click("[data-md-component=palette] label:visible")
    page.goto(served + "lessons/")
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert before != after


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_page_never_scrolls_sideways(page: Page, served: str, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    page.goto(served + "lessons/water/")

    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_every_control_is_big_enough_to_touch(page: Page, served: str, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    page.goto(served + "lessons/water/")

    assert page.evaluate(SMALL_TARGETS, TARGET) == []


def test_a_citation_shows_its_place_and_sentence_where_it_stands(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/")
    before = page.evaluate("scrollY")
    marker = page.locator("a.kb-cite[data-source]")
    marker.click()
    box = page.locator("#kb-place")

    assert box.is_visible()
    assert page.url.endswith("lessons/water/")
    assert "น. 42" in box.inner_text() and "ข้อมูลที่ตรวจแล้ว" in box.inner_text()
    assert "[2]" not in box.inner_text()
    assert box.get_by_role("link").evaluate_all("links => links.map((a) => a.getAttribute('href'))")[-1] == (
        "https://example.org/original"
    )
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert page.evaluate("document.activeElement === document.querySelector('a.kb-cite[data-source]')")
    assert abs(page.evaluate("scrollY") - before) < 200


def test_a_citation_that_is_only_a_number_takes_its_place_from_the_list(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/")
    page.locator("a.kb-cite:not([title])").first.click()
    box = page.locator("#kb-place")

    assert "สู่จังหวัดจัดการตนเอง บรรทัด 120–134" in box.inner_text()
    assert box.get_attribute("aria-label") == "สู่จังหวัดจัดการตนเอง บรรทัด 120–134"
    assert box.get_by_role("link").last.get_attribute("href") == "https://example.org/whole"


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("../../sources/a-book/41/#L7-9", "/sources/a-book/"),
        ("../../sources/a-book/#L7", "/sources/a-book/"),
        ("../../sources/a-book/41/index.html#L7-9", "/sources/a-book/index.html"),
    ],
)
def test_a_citation_of_what_is_not_on_the_web_says_where_to_get_it(
    page: Page, served: str, place: str, source: str
) -> None:
    page.goto(served + "lessons/water/")
    marker = page.locator("a.kb-cite[data-source]")
    marker.evaluate("(link, place) => { link.href = place; delete link.dataset.original; }", place)
    marker.click()

    last = page.locator("#kb-place").get_by_role("link").last
    assert last.text_content() == "หาต้นฉบับได้ที่ไหน"
    assert last.evaluate("(link) => new URL(link.href).pathname") == source


def test_each_heading_gets_one_link_to_itself_that_moves_nothing(page: Page, served: str) -> None:
    page.goto(served + "lessons/water/")
    headings = page.locator(".kb-content :is(h2, h3)[id]")
    links = [one.locator(".headerlink") for one in headings.all()]

    assert links and {one.count() for one in links} == {1}
    assert [one.get_attribute("href") for one in links] == [f"#{one.get_attribute('id')}" for one in headings.all()]
    assert {one.evaluate("link => getComputedStyle(link).position") for one in links} == {"absolute"}


def test_a_citation_is_a_link_to_its_place_without_scripts(browser: Browser, served: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + "lessons/water/")
        page.click("a.kb-cite[data-source]")

        assert page.url.endswith("#cite-2")
