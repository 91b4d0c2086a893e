"""Who is like us, and two side by side, in real Chromium: from the web and from files, on a phone, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from botrian.knowledge import Knowledge
from botrian.likeness import Wish, conditions, nearest
from tests.library import library_knowledge

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.fixture(params=["web", "files"])
def root(request: pytest.FixtureRequest, served_library: str, library_site: Path) -> tuple[str, str]:
    """The address of the site, and what a folder's address ends with."""
    return (served_library, "") if request.param == "web" else (library_site.as_uri(), "index.html")


def test_picked_answers_lead_to_the_nearest_with_reasons_and_stay_in_the_address(
    page: Page, root: tuple[str, str], knowledge: Knowledge
) -> None:
    site, index = root
    condition = conditions(knowledge)[0]
    wish = Wish(condition.id, condition.choices[0].id)
    page.goto(f"{site}/like-us/{index}")
    page.check(f"input[name={wish.dimension}][value={wish.choice}]")
    page.wait_for_selector("[data-alike-list] > li")
    shown = page.eval_on_selector_all("[data-alike-list] > li", "(all) => all.map((one) => one.dataset.place)")

    assert shown == [one.place for one in nearest(knowledge, [wish])]
    assert page.locator('[data-standing="agrees"] a.kb-cite').count() >= len(shown)
    assert page.locator("[data-tried]").count() == 3 * len(shown)
    assert f"{wish.dimension}={wish.choice}" in page.url
    page.reload()
    assert page.is_checked(f"input[name={wish.dimension}][value={wish.choice}]")
    page.go_back()
    expect(page.locator("[data-alike-list] > li")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_two_provinces_stand_side_by_side_on_a_phone_and_back_shows_the_pair_before(
    page: Page, root: tuple[str, str], knowledge: Knowledge
) -> None:
    site, index = root
    a, b, c = list(knowledge.profiles)[:3]
    page.goto(f"{site}/compare/{index}?a={a}&b={b}")
    page.wait_for_selector(".kb-sides tbody tr")
    cells = page.locator(".kb-sides tbody tr").first.locator("td")
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()

    assert first and second
    page.eval_on_selector_all("details", "(all) => all.forEach((one) => { one.open = true; })")
    assert first["x"] + first["width"] <= second["x"] + 1
    assert abs(first["y"] - second["y"]) < 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.select_option("select[name=b]", c)
    expect(page).to_have_title(re.compile(knowledge.place_name(c).th))
    assert f"b={c}" in page.url
    page.go_back()
    expect(page).to_have_title(re.compile(knowledge.place_name(b).th))
    assert page.input_value("select[name=b]") == b


def test_what_two_provinces_tell_at_length_is_folded_by_theme_and_opened_at_once(
    page: Page, root: tuple[str, str], knowledge: Knowledge
) -> None:
    site, index = root
    a, b = list(knowledge.profiles)[:2]
    page.goto(f"{site}/compare/{index}?a={a}&b={b}")
    page.wait_for_selector("[data-theme]")
    themes = page.locator("[data-theme]")
    names = {group.name.th for group in knowledge.dimension_groups.values()}

    assert {one.rpartition(" (")[0] for one in page.locator("[data-theme] > summary").all_inner_texts()} <= names
    assert page.locator("[data-theme][open]").count() == 0
    page.click("[data-open-all]")
    expect(page.locator("[data-theme][open]")).to_have_count(themes.count())
    page.click("[data-open-all]")
    expect(page.locator("[data-theme][open]")).to_have_count(0)


def test_two_cases_stand_side_by_side_and_what_is_no_place_says_so(
    page: Page, root: tuple[str, str], knowledge: Knowledge
) -> None:
    site, index = root
    a, b = list(knowledge.cases)[:2]
    page.goto(f"{site}/compare/{index}?a=case:{a}&b=case:{b}")
    page.wait_for_selector(".kb-sides tbody tr")
    heads = page.locator(".kb-sides thead th")

    assert knowledge.cases[a].title.th in heads.nth(1).inner_text()
    assert page.input_value("select[name=a]") == f"case:{a}"
    assert page.locator("[data-compare-cases]").is_hidden()
    assert knowledge.cases[b].title.th in heads.nth(2).inner_text()
    page.goto(f"{site}/compare/{index}?a=%3Cb%3E&b=../../x")
    expect(page.locator("[data-compare-status]")).not_to_be_empty()
    assert page.locator(".kb-sides").count() == 0


def test_names_of_cases_come_when_somebody_wants_them(page: Page, root: tuple[str, str], knowledge: Knowledge) -> None:
    site, index = root
    case = next(iter(knowledge.cases))
    page.goto(f"{site}/compare/{index}")
    page.wait_for_selector(".kb-sides tbody tr")
    before = page.locator("select[name=b] option").count()
    page.click("[data-compare-cases]")
    page.wait_for_selector("[data-compare-cases]", state="hidden")

    assert before == len(knowledge.profiles)
    assert page.locator("select[name=b] option").count() == before + len(knowledge.cases)
    page.select_option("select[name=b]", f"case:{case}")
    expect(page.locator(".kb-sides thead th").nth(2)).to_contain_text(knowledge.cases[case].title.th)


def test_what_provinces_are_like_comes_with_the_first_answer_or_says_that_it_did_not(
    page: Page, library_site: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "alike-th" in one.url else None)
    page.route("**/alike-th.js", lambda route: route.abort(), times=1)
    page.goto((library_site / "like-us/index.html").as_uri(), wait_until="networkidle")
    before = len(asked)
    boxes = page.locator("[data-alike] input[type=checkbox]")
    boxes.nth(0).check()
    expect(page.locator("[data-alike-status]")).to_contain_text("ข้อมูลยังมาไม่ถึง")
    boxes.nth(1).check()
    page.wait_for_selector("[data-alike-list] > li")

    assert (before, len(asked)) == (0, 2)


def test_without_scripts_the_conditions_stand_as_tables_and_no_dead_form(browser: Browser, served_library: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_library}/like-us/")
    page.click("details.kb-fold > summary >> nth=0")

    assert page.locator("table.kb-plain tbody tr:visible").count() > 1
    assert page.locator("[data-alike]:visible").count() == 0
    page.goto(f"{served_library}/compare/")
    assert page.locator("[data-compare]:visible").count() == 0
    assert page.locator("main a[href*='tables/']:visible, article a[href*='tables/']:visible").count() > 0
    context.close()
