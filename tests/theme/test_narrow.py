"""On narrow screens our own script stands in for Material's, which is not loaded; on wide ones Material's is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.conftest import tidied

pytestmark = pytest.mark.browser

PHONE, WIDE = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
COLOURS = "[data-md-component=palette] label:visible"
SCHEME = "document.body.dataset.mdColorScheme"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=PHONE, color_scheme="light") as context:
        yield context


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    with tidied(phone) as context:
        yield context.new_page()


def lesson_of(site: Path) -> str:
    return (site / "lessons/water/index.html").as_uri()


def bundles_of(page: Page) -> list[str]:
    """A list that fills with what is loaded of Material's script."""
    loaded: list[str] = []
    page.on("request", lambda one: loaded.append(one.url) if "/javascripts/bundle." in one.url else None)
    return loaded


def test_material_s_script_waits_for_room_beside_the_text(page: Page, tiny_site: Path) -> None:
    loaded = bundles_of(page)
    page.goto(lesson_of(tiny_site), wait_until="networkidle")
    narrow = len(loaded)
    page.set_viewport_size(WIDE)
    page.wait_for_function("() => document.querySelector('.md-sidebar--secondary').style.top")

    assert (narrow, len(loaded)) == (0, 1)


def test_a_wide_screen_has_it_at_once(page: Page, tiny_site: Path) -> None:
    loaded = bundles_of(page)
    page.set_viewport_size(WIDE)
    page.goto(lesson_of(tiny_site), wait_until="networkidle")

    assert len(loaded) == 1


def test_colours_are_changed_kept_and_taken_over_by_material_s_script(page: Page, tiny_site: Path) -> None:
    page.goto(lesson_of(tiny_site))
    shown = [page.evaluate(SCHEME)]
    for _ in range(2):
        page.click(COLOURS)
        shown.append(page.evaluate(SCHEME))
    page.goto((tiny_site / "index.html").as_uri())
    shown.append(page.evaluate(SCHEME))
    page.set_viewport_size(WIDE)
    page.reload(wait_until="networkidle")
    shown.append(page.evaluate(SCHEME))
    # As the device has it, light, dark: the next is the device's again.
    page.click(COLOURS)
    shown.append(page.evaluate(SCHEME))

    assert shown == ["default", "default", "slate", "slate", "slate", "default"]


def test_a_device_that_turns_dark_is_followed_until_somebody_chooses(page: Page, tiny_site: Path) -> None:
    page.goto(lesson_of(tiny_site))
    page.wait_for_selector(COLOURS)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {SCHEME} === 'slate'")
    page.click(COLOURS)  # light
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")

    assert page.evaluate(SCHEME) == "default"


def test_colours_are_changed_by_keyboard(page: Page, tiny_site: Path) -> None:
    page.goto(lesson_of(tiny_site))
    shown = []
    page.locator("input[name=__palette]").first.focus()
    for _ in range(3):
        page.keyboard.press("Enter")
        shown.append(page.evaluate(SCHEME))

    assert shown == ["default", "slate", "default"]


def test_scrolling_up_offers_the_way_to_the_top(page: Page, tiny_site: Path) -> None:
    page.goto(lesson_of(tiny_site), wait_until="networkidle")
    top = page.locator("[data-md-component=top]:not([hidden])")
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_selector(".md-header__title--active")
    top.wait_for(state="detached")
    page.evaluate("scrollTo(0, 700)")
    top.click()
    page.wait_for_function("() => scrollY === 0")
    page.wait_for_selector(".md-header__title:not(.md-header__title--active)")
    top.wait_for(state="detached")

    assert page.evaluate("scrollY") == 0


def test_what_is_folded_opens_where_an_address_leads_into_it(page: Page, tiny_site: Path) -> None:
    page.goto(lesson_of(tiny_site))
    page.evaluate("""() => {
        const fold = document.createElement('details');
        fold.innerHTML = '<summary>x</summary><p id="deep">y</p>';
        document.querySelector('article').append(fold);
    }""")
    page.click("button[data-drawer]")
    page.evaluate("location.hash = 'deep'")
    page.wait_for_selector("details[open] #deep")

    # The drawer is not left standing before what was asked for.
    assert not page.is_checked("input[data-md-toggle=drawer]")
    page.evaluate("location.hash = '%E0'")
    assert page.locator("details[open] #deep").count() == 1


def test_a_part_of_the_menu_tells_that_it_is_open(page: Page, tiny_site: Path) -> None:
    page.goto((tiny_site / "guide/evidence/index.html").as_uri())
    page.click("button[data-drawer]")
    part = page.locator("nav.md-nav[aria-expanded]").first
    before = part.get_attribute("aria-expanded")
    page.evaluate("document.querySelector('input.md-nav__toggle[id^=__nav]').click()")

    assert {before, part.get_attribute("aria-expanded")} == {"true", "false"}


def test_what_is_folded_is_open_on_paper_alone(page: Page, tiny_site: Path) -> None:
    page.goto(lesson_of(tiny_site), wait_until="networkidle")
    folded = ".md-content details:not([open])"
    before = page.locator(folded).count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator(folded).count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert before > 0
    assert (printed, page.locator(folded).count()) == (0, before)
