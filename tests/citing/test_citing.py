"""A place in words, and a source in the forms that reference managers read."""

from __future__ import annotations

import re

import pytest

from botrian.citing import bibtex, citation_words, csl_item, many_places, reference, ris
from botrian.records import Citation, Language, PageStart, Section, Source, Text


def text(thai: str, english: str) -> Text:
    return Text(th=thai, en=english)


def article(**more: object) -> Source:
    known = {
        "id": "article",
        "kind": "journal-article",
        "title": text("บทเรียน 50% & อื่น ๆ", "Lessons, 50% & more"),
        "short": text("บทความ", "Article"),
        "authors": (text("นพรัตน์ พาทีทิน", "Phathithin, N."),),
        "journal": text("วารสารสถาบัน", "Institute Journal"),
        "volume": "16",
        "issue": "2",
        "first_page": 105,
        "last_page": 121,
        "year": "2561 BE",
        "url": "https://example.org/view/1",
        "cite_as": text("x", "x"),
        "about": text("x", "x"),
        "lines": 500,
        "pages": (PageStart(page=105, line=1, certain=True), PageStart(page=106, line=60)),
        "sections": (Section(lines=(1, 100), title=text("ที่มา", "Background")),),
    }
    return Source.model_validate({**known, **more})


@pytest.mark.parametrize(
    ("lines", "thai", "english"),
    [
        ((3, 3), "บทความ, ที่มา, น. 105, บรรทัด 3", "Article, Background, p. 105, line 3"),
        ((58, 61), "บทความ, ที่มา, ราว น. 105–106, บรรทัด 58–61", "Article, Background, about pp. 105–106, lines 58–61"),
    ],
)
def test_section_and_page_come_first_and_lines_last(lines: tuple[int, int], thai: str, english: str) -> None:
    citation = Citation(source="article", lines=lines)

    assert citation_words(citation, {"article": article()}, "th") == thai
    assert citation_words(citation, {"article": article()}, "en") == english


def test_a_chapter_range_is_told_as_a_range() -> None:
    book = article(pages=(), sections=(), chapters=[Section(lines=(1, 90), title=text("ก", "A"), page=2, last_page=17)])

    assert citation_words(Citation(source="article", lines=(3, 4)), {"article": book}, "th") == (
        "บทความ, ก, ในช่วง น. 2–17, บรรทัด 3–4"
    )


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (Citation(source="article", section="มาตรา 21"), "บทความ, มาตรา 21"),
        (Citation(source="article", time=("0:12:30", "0:13:05")), "บทความ, นาทีที่ 0:12:30–0:13:05"),
        (Citation(source="article", pages=(4, 4)), "บทความ, น. 4"),
        (Citation(source="article"), "บทความ"),
    ],
)
def test_a_citation_tells_the_place_that_its_source_has(citation: Citation, words: str) -> None:
    assert citation_words(citation, {"article": article()}, "th") == words


def test_many_places_join_pages_that_touch_and_keep_doubt() -> None:
    citations = [Citation(source="article", lines=lines) for lines in ((70, 71), (1, 2), (3, 4), (1, 2))]

    assert many_places(citations, article(), "en") == "p. 105; about p. 106; lines 1–2, 3–4, 70–71"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "th",
            "นพรัตน์ พาทีทิน. (2561). บทเรียน 50% & อื่น ๆ. วารสารสถาบัน, 16(2), 105–121. https://example.org/view/1",
        ),
        (
            "en",
            "Phathithin, N. (2018). Lessons, 50% & more. Institute Journal, 16(2), 105–121. https://example.org/view/1",
        ),
    ],
)
def test_apa_in_both_languages(language: Language, expected: str) -> None:
    assert reference(article(), language) == expected


def test_apa_without_author_and_year() -> None:
    unknown = article(authors=(), year=None, journal=None, publisher=text("พอช.", "CODI"), url=None)

    assert reference(unknown, "en") == "Lessons, 50% & more. (n.d.). CODI."


def test_bibtex_escapes_what_tex_acts_on_and_keeps_addresses() -> None:
    entry = bibtex(article(url="https://example.org/a_b?c=1&d=%20"), "en")

    assert r"title = {Lessons, 50\% \& more}," in entry
    assert "url = {https://example.org/a_b?c=1&d=%20}," in entry
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


def test_no_word_of_a_source_ends_a_bibtex_value() -> None:
    entry = bibtex(article(title=text("ก} , url = {x", "A} , url = {https://evil.example")), "en")

    assert len(re.findall(r"^  url = ", entry, re.MULTILINE)) == 1


def test_ris_has_a_type_first_and_an_end_last_and_one_line_a_value() -> None:
    lines = ris(article(title=text("ก\nER  - ", "A\nER  - ")), "en").split("\r\n")

    assert (lines[0], lines[-2]) == ("TY  - JOUR", "ER  - ")
    assert sum(line.startswith("ER  -") for line in lines) == 1


def test_csl_counts_years_in_the_common_era() -> None:
    assert csl_item(article(), "th")["issued"] == {"date-parts": [[2018]]}
