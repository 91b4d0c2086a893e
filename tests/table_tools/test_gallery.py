"""The gallery's filter in real Chromium: words, theme, kind, size; a choice can be sent; without scripts all stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def shown(page: Page) -> set[str]:
    """The tables whose cards can be seen."""
    names = page.eval_on_selector_all(
        ".kb-card", "(all) => all.filter((c) => c.offsetParent).map((c) => c.dataset.entry)"
    )
    return set(names)


def opened(page: Page, address: str) -> set[str]:
    page.goto(address, wait_until="networkidle")
    return shown(page)


def test_every_card_is_there_until_something_is_asked_for(page: Page, served_library: str) -> None:
    everything = opened(page, f"{served_library}/tables/")
    told = page.inner_text("[data-list-filter] [data-status]")

    assert len(everything) > 3
    assert str(len(everything)) in told


def test_words_narrow_the_cards_down_and_hide_empty_shelves(page: Page, served_library: str) -> None:
    everything = opened(page, f"{served_library}/tables/")
    title = page.inner_text(".kb-card h3 >> nth=0")
    page.fill("[data-list-filter] [name=q]", title)
    page.wait_for_url(re.compile(r"\?q="))
    found = shown(page)
    empty = page.eval_on_selector_all(
        "[data-shelf]",
        "(all) => all.filter((s) => !s.querySelector('.kb-card:not([hidden])') && s.offsetParent).length",
    )

    assert found and found < everything
    assert empty == 0


def test_what_is_chosen_stands_in_the_address_and_can_be_sent(page: Page, served_library: str) -> None:
    everything = opened(page, f"{served_library}/tables/")
    value = page.get_attribute('[name=kind] option:not([value=""])', "value") or ""
    page.select_option("[name=kind]", value)
    chosen, address = shown(page), page.url
    page.click("[data-list-filter] [type=reset]")
    page.wait_for_url(re.compile("/tables/$"))

    assert chosen and chosen < everything
    assert f"kind={value}" in address
    assert shown(page) == everything
    assert opened(page, address) == chosen


def test_an_address_that_asks_for_what_there_is_not_shows_everything_or_says_so(
    page: Page, served_library: str
) -> None:
    everything = opened(page, f"{served_library}/tables/")

    assert opened(page, f"{served_library}/tables/?theme=nothing&size=%3Cb%3E") == everything
    assert opened(page, f"{served_library}/tables/?q=ฮฮฮฮฮฮ") == set()
    assert "ไม่มีตารางที่ตรง" in page.inner_text("[data-list-filter] [data-status]")


def test_the_filter_does_not_make_a_phone_scroll_sideways(page: Page, served_library: str) -> None:
    opened(page, f"{served_library}/tables/")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_every_card_is_there_and_no_dead_form(browser: Browser, served_library: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_library}/tables/")

    assert page.locator(".kb-card:visible").count() > 3
    assert page.locator("[data-list-filter]:visible").count() == 0
    context.close()


def comes_late(page: Page, files: str) -> None:
    """Lets some files wait, and counts from now on by how much of the screen things move unasked."""
    page.add_init_script(
        "window.jumped = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => "
        "{ window.jumped += one.value; })).observe({ type: 'layout-shift', buffered: true });"
    )

    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    page.route(files, late)


def test_nothing_jumps_when_results_come_late(page: Page, served_library: str) -> None:
    word = opened(page, f"{served_library}/tables/") and page.inner_text(".kb-card h3 >> nth=0")
    comes_late(page, "**/engine.js")
    page.goto(f"{served_library}/search/?q={word}", wait_until="networkidle")
    page.wait_for_selector("[data-search-filters]:not([hidden])")
    page.wait_for_timeout(300)

    assert page.evaluate("window.jumped") <= 0.01


def test_nothing_jumps_when_the_filter_comes_late(page: Page, served_library: str) -> None:
    comes_late(page, "**/assets/filter.js")
    page.goto(f"{served_library}/tables/", wait_until="networkidle")
    page.wait_for_selector("[data-list-filter]:not([hidden])")
    page.wait_for_timeout(300)

    assert page.evaluate("window.jumped") <= 0.01


def test_a_card_is_found_by_the_question_that_it_answers(page: Page, served_library: str) -> None:
    everything = opened(page, f"{served_library}/tables/")
    question = page.evaluate(
        """() => [...document.querySelectorAll(".kb-questions a")].map((link) => link.textContent).find((words) =>
        ![...document.querySelectorAll("[data-words]")].some((card) => card.textContent.includes(words)))"""
    )
    page.fill("[data-list-filter] [name=q]", question)
    page.wait_for_url(re.compile(r"\?q="))

    assert shown(page) and shown(page) < everything


def test_without_scripts_no_room_is_kept_for_the_filter(browser: Browser, served_library: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_library}/tables/")

    assert page.eval_on_selector("[data-list-filter]", "(form) => form.offsetHeight") == 0
    context.close()
