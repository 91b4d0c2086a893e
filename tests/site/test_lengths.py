"""A page is held in the hand: on a phone of 360 × 740 none is longer than 25 screens as opened, a province than 12."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from botrian.addresses import address
from botrian.pages.lengths import MOST_ENTRIES, too_long
from tests.site.conftest import Questioned
from tests.site.pages import BuiltPage

WIDTH, SCREEN = 360, 740
MOST_SCREENS, MOST_OF_A_PROVINCE = 25, 12
#: How many pages are measured besides the longest of each folder.
LONGEST = 12
#: Letters that a screen has at least, a picture counted as some: what has too few letters for that is not measured.
FEWEST, PICTURE = 320, 300


@pytest.fixture
def phone_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDTH, "height": SCREEN}, is_mobile=True, has_touch=True)
    yield context.new_page()
    context.close()


def open_words(page: BuiltPage) -> int:
    """How many letters are seen without opening anything, pictures counted: what is folded takes one line."""
    body: html.HtmlElement = deepcopy(page.tree.body)
    for fold in body.xpath(".//details[not(@open)]"):
        for inner in fold.xpath("./*[not(self::summary)]"):
            inner.drop_tree()
    return len(" ".join(body.text_content().split())) + PICTURE * len(body.xpath(".//img | .//figure"))


def longest(pages: dict[str, BuiltPage]) -> list[str]:
    """The pages that may be too long: the longest of all, and of each folder the one with most words, where it has
    enough of them.
    """
    words = {name: open_words(page) for name, page in pages.items() if not page.leads_on and name.endswith("/")}
    ordered = sorted(words, key=lambda name: -words[name])
    of_folders = {"/".join(name.split("/")[: -2 or None]): name for name in reversed(ordered)}
    many = [name for name in of_folders.values() if words[name] > FEWEST * MOST_SCREENS]
    return list(dict.fromkeys([*ordered[:LONGEST], *many]))


def screens(page: Page, site: Questioned, name: str) -> float:
    page.goto((site.folder / name / "index.html").as_uri())
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height / SCREEN


@pytest.mark.browser
def test_no_page_is_longer_than_a_reader_scrolls(questioned: Questioned, phone_page: Page) -> None:
    measured = {name: screens(phone_page, questioned, name) for name in longest(questioned.pages)}
    letters = {name: open_words(questioned.pages[name]) / one for name, one in measured.items()}

    assert {name: one for name, one in letters.items() if one < FEWEST} == {}
    assert {name: round(one, 1) for name, one in measured.items() if one > MOST_SCREENS} == {}


@pytest.mark.browser
def test_a_province_is_read_in_twelve_screens(questioned: Questioned, phone_page: Page) -> None:
    knowledge = questioned.knowledge
    names = [f"{root}{address('province', one, knowledge)}" for one in knowledge.profiles for root in ("", "en/")]
    measured = {name: screens(phone_page, questioned, name) for name in names}

    assert names
    assert {name: round(one, 1) for name, one in measured.items() if one > MOST_OF_A_PROVINCE} == {}


@pytest.mark.browser
def test_an_address_that_leads_into_a_fold_opens_it(questioned: Questioned, phone_page: Page) -> None:
    name, anchor = next(
        (name, found[0])
        for name, page in questioned.pages.items()
        if (found := page.tree.xpath("//details[contains(@class, 'kb-fold')][not(@open)]//*[@id]/@id"))
    )
    phone_page.goto(f"{(questioned.folder / name / 'index.html').as_uri()}#{anchor}")

    assert phone_page.locator(f"details[open] [id='{anchor}']").count() == 1


def test_a_list_is_folded_when_it_is_longer_than_a_page_may_be() -> None:
    assert not too_long(MOST_ENTRIES)
    assert too_long(MOST_ENTRIES + 1)
