"""The glossary: one page of all definitions, to which every text leads, and a page of sources for each letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from botrian.pages.terms import MOST, letter_page, letter_places
from botrian.records import Term, Text
from botrian.words import say


def _page(site: Path, address: str) -> html.HtmlElement:
    return html.fromstring((site / address / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("letter", "address"),
    [("ก", "terms/letters/ko-kai/"), ("ฮ", "terms/letters/ho-nokhuk/"), ("A", "terms/letters/a/")],
)
def test_a_letter_is_addressed_by_its_name(letter: str, address: str) -> None:
    assert letter_page(letter) == address


def test_what_is_no_letter_has_an_address_too() -> None:
    assert letter_page("#") == "terms/letters/number-sign/"


def _terms(name: str, number: int) -> list[Term]:
    texts = [Text(th=f"{name}{at:03}", en="word") for at in range(number)]
    return [Term(id=f"{ord(name)}-{at}", name=one, kind="concept", definition=one) for at, one in enumerate(texts)]


@pytest.mark.parametrize("number", [1, MOST, MOST + 1, 3 * MOST, 3 * MOST + 1])
def test_a_letter_with_many_terms_has_several_pages_of_about_one_length(number: int) -> None:
    first, *more = places = letter_places([*_terms("ข", 2), *_terms("ก", number)])[:-1]
    sizes = [len(place.terms) for place in places]

    assert [term.name.th for place in places for term in place.terms] == [one.name.th for one in _terms("ก", number)]
    assert max(sizes) <= MOST and max(sizes) - min(sizes) <= 1
    assert (first.name, first.address) == ("ก", "terms/letters/ko-kai/")
    assert [place.address for place in more] == [f"terms/letters/ko-kai-{at + 2}/" for at in range(len(more))]


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_term_is_defined_on_both_pages_under_the_same_anchor(library_site: Path, language: str) -> None:
    index = _page(library_site, f"{language}terms/")
    terms = index.xpath("//dl[contains(@class, 'kb-terms')]//dt/@id")
    ways = index.xpath("//dl[contains(@class, 'kb-terms')]//dt/a/@href")

    assert terms and len(terms) == len(ways)
    for term, way in zip(terms, ways, strict=True):
        address, _, anchor = way.removeprefix("../").partition("#")
        page = _page(library_site, f"{language}{address}")
        assert anchor == term
        assert page.xpath(f"//dt[@id='{term}']")


def test_sources_and_uses_stand_on_the_page_of_the_letter_alone(library_site: Path) -> None:
    index = _page(library_site, "terms/")
    letters = [_page(library_site, str(way).removeprefix("../")) for way in set(_letters(index))]

    behind = " | ".join(
        [
            "//a[@class='kb-cite']",
            *(f"//dd/span[starts-with(., '{say(one, 'th')}:')]" for one in ("page.used_by", "field.related")),
        ]
    )
    assert not index.xpath(behind)
    assert any(page.xpath(behind) for page in letters)
    assert all(page.xpath("//*[@aria-current='page'][@class='kb-chip']") for page in letters)


def _letters(index: html.HtmlElement) -> list[str]:
    return [str(way).partition("#")[0] for way in index.xpath("//dl[contains(@class, 'kb-terms')]//dt/a/@href")]


def test_letters_have_the_same_addresses_in_both_languages(library_site: Path) -> None:
    thai, english = (
        {folder.name for folder in (library_site / language / "terms" / "letters").iterdir()} for language in ("", "en")
    )

    assert thai and thai == english
