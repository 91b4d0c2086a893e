"""Every index is filtered in one way: by words and by what its records differ in, from the address, with counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
#: Those of which the tests' library has enough to choose among; all of them are filtered by words.
CHOSEN = ("lessons", "cases", "tables", "themes", "provinces")
LISTS = (*CHOSEN, "terms")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def shown(page: Page) -> int:
    """How many entries are not hidden, each counted once however often it stands there."""
    script = """(all) => new Set(all.filter((one) => !one.hidden)
      .map((one) => one.dataset.entry || one.querySelector("[id]").id)).size"""
    found: int = page.eval_on_selector_all("[data-entry]", script)
    return found


def opened(page: Page, address: str) -> int:
    page.goto(address, wait_until="networkidle")
    return shown(page)


@pytest.mark.parametrize("name", CHOSEN)
def test_a_list_is_narrowed_down_to_as_many_as_the_choice_says(page: Page, served_library: str, name: str) -> None:
    everything = opened(page, f"{served_library}/{name}/")
    option = page.locator('[data-list-filter] select option:not([value=""]):not(:disabled)').first
    select, value = option.locator("xpath=..").get_attribute("name"), option.get_attribute("value")
    said = re.search(r"\((\d+)\)$", option.text_content() or "")
    page.select_option(f"[data-list-filter] select[name={select}]", value or "")

    assert said
    assert shown(page) == int(said[1])
    assert f"{select}={value}" in page.url
    assert str(everything) in page.inner_text("[data-list-filter] [data-status]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", LISTS)
def test_back_finds_the_list_as_it_was_left(page: Page, served_library: str, name: str) -> None:
    opened(page, f"{served_library}/{name}/")
    word = (page.locator("[data-entry]").first.text_content() or "").split()[0]
    page.fill("[data-list-filter] [name=q]", word)
    page.wait_for_url(re.compile(r"\?q="))
    found = shown(page)
    page.goto(f"{served_library}/guide/")
    page.go_back(wait_until="networkidle")

    assert found
    assert page.input_value("[data-list-filter] [name=q]") == word
    assert shown(page) == found


def test_headings_of_empty_groups_go_and_come_back(page: Page, served_library: str) -> None:
    opened(page, f"{served_library}/lessons/")
    heads = page.locator("article h2:visible").count()
    page.fill("[data-list-filter] [name=q]", "ฮฮฮฮฮฮ")
    page.wait_for_url(re.compile(r"\?q="))
    empty = page.locator("article h2:visible").count()
    page.click("[data-list-filter] [type=reset]")
    page.wait_for_url(re.compile("/lessons/$"))

    assert empty < heads
    assert page.locator("article h2:visible").count() == heads


def test_without_scripts_every_entry_is_there_and_no_dead_form(browser: Browser, served_library: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in LISTS:
        page.goto(f"{served_library}/{name}/")
        assert page.locator("[data-entry]").count() > 1
        assert page.locator("[data-list-filter]:visible").count() == 0
    context.close()


def test_a_map_of_evidence_follows_the_list_beside_it(page: Page, served_library: str) -> None:
    opened(page, f"{served_library}/themes/")
    everything = page.locator("svg[data-columns] g[data-of] > :is(a, g)").count()
    columns = (page.get_attribute("svg[data-columns]", "data-columns") or "").split()
    option = page.locator('[data-list-filter] select[name=province] option:not([value=""]):not(:disabled)').first
    place = option.get_attribute("value") or ""
    page.select_option("[data-list-filter] select[name=province]", place)
    rows = page.eval_on_selector_all(
        "svg[data-columns] g[data-of]",
        """(rows) => rows.map((row) => [row.dataset.of,
          [...row.querySelectorAll(":scope > :is(a, g)")].map((cell) => !cell.classList.contains("kb-pale"))])""",
    )
    listed = page.eval_on_selector_all("[data-entry]:not([hidden])", "(all) => all.map((one) => one.dataset.entry)")

    assert rows and place in columns
    for theme, lit in rows:
        assert lit == [theme in listed and column == place for column in columns], theme
    page.locator("[data-list-filter] [type=reset]").click()
    page.wait_for_function("() => !document.querySelector('.kb-pale')")
    assert everything


def test_the_map_of_provinces_follows_the_filter_and_says_it_in_words(page: Page, served_library: str) -> None:
    opened(page, f"{served_library}/provinces/")
    listed = "(all) => all.map((one) => one.dataset.entry)"
    tiles = """(all) => all.map((one) => [one.dataset.of, one.classList.contains("kb-pale"),
      one.querySelector("a")?.getAttribute("aria-description") ?? null, one.querySelector("a") !== null])"""
    page.locator("[data-list-filter] [name=q]").fill("กระบี่")
    page.wait_for_selector("svg .kb-pale")
    shown = set(page.eval_on_selector_all("[data-entry]:not([hidden])", listed))
    found = page.eval_on_selector_all("svg g[data-of]", tiles)

    assert "krabi" in shown and len(found) > len(shown)
    for place, pale, words, linked in found:
        assert pale == (place not in shown), place
        assert bool(words) == (pale and linked), place
    page.locator("[data-list-filter] [type=reset]").click()
    page.wait_for_function("() => !document.querySelector('.kb-pale, [aria-description]')")


@pytest.mark.parametrize("name", LISTS)
def test_nothing_in_a_picture_is_pale_before_something_is_chosen(page: Page, served_library: str, name: str) -> None:
    opened(page, f"{served_library}/{name}/")

    assert page.inner_text("[data-list-filter] [data-status]")
    assert page.locator(".kb-pale, [aria-description]").count() == 0


def test_a_map_whose_rows_are_themes_follows_the_lessons_beside_it(page: Page, served_library: str) -> None:
    opened(page, f"{served_library}/lessons/")
    option = page.locator('[data-list-filter] select[name=theme] option:not([value=""]):not(:disabled)').first
    theme = option.get_attribute("value") or ""
    page.select_option("[data-list-filter] select[name=theme]", theme)
    page.wait_for_selector("svg[data-columns] .kb-pale")
    rows = page.eval_on_selector_all(
        "svg[data-columns] g[data-of]",
        """(rows) => rows.map((row) => [row.dataset.of,
          [...row.querySelectorAll(":scope > :is(a, g)")].map((cell) => !cell.classList.contains("kb-pale"))])""",
    )

    assert len(rows) > 1
    assert {row: set(lit) for row, lit in rows} == {row: {row == theme} for row, _ in rows}


def test_who_looks_for_a_term_finds_it_by_another_name(page: Page, served_library: str) -> None:
    other = "กองทุนวันละบาท"
    page.goto(f"{served_library}/terms/", wait_until="networkidle")
    before = page.locator("article").text_content() or ""
    page.fill("[data-list-filter] [name=q]", other)
    page.wait_for_selector(f"#welfare-fund ~ dd >> text={other}")
    page.wait_for_function("() => document.querySelectorAll('[data-entry]:not([hidden])').length === 1")

    assert other not in before
    assert page.locator("[data-entry]:not([hidden]) dt").get_attribute("id") == "welfare-fund"


def test_a_link_that_looks_for_another_name_finds_it(page: Page, served_library: str) -> None:
    page.goto(f"{served_library}/terms/?q=วันละบาท")
    page.wait_for_function("() => document.querySelectorAll('[data-entry]:not([hidden])').length === 1")

    assert page.locator("[data-entry]:not([hidden]) dt").get_attribute("id") == "welfare-fund"
