"""Whatever is written: a page holds what the allow-list names and what we set in, and checking has seen all of it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from botrian.markup import ADMONITIONS, CITATION, Article, RawFault, RawTag, html_of, permitted
from botrian.markup.allowed import ATTRIBUTES, HEADINGS, TAGS
from botrian.markup.clean import cleaned
from botrian.markup.tree import DEEPEST, Element, tree_of
from botrian.pages.staged import heading, parts_of
from tests.markup.written import findings, headings, page

CASES = Path(__file__).resolve().parent / "cases"
#: What the cases are made of, so that pieces of them meet in every order.
LINES = sorted({line for case in CASES.glob("*.md") for line in case.read_text(encoding="utf-8").split("\n") if line})
SIGNS = (
    *("\n", "\n\n", "\n    ", "> ", "- ", "1. ", "# ", "`", "```\n", "**", "[", "](", ")", "](case:krabi-council)"),
    *('"', "'", "<", ">", "<!--", "-->", "--!>", "<a href=", "<img src=x name=", '<div title="', "</div>", "<details>"),
    *("&#xe002;", "&#xe000;0&#xe001;", "&#60;", "&lt;", "&#x202e;", "\ue002", "\ue003", "{: onclick=x }", "{#x}", "|"),
    *("[^1]", "[^1]: ", "> [!NOTE]\n> ", "[!tip]\n", "[^<b>]", '[^"x]: '),
    *("javascript:", "[@krabi-book L50]", "{{ table two-steps }}", "\t", "\\", "<script>", "]]>", "&", "ก", "๑. "),
)
TEXTS = st.lists(st.sampled_from(LINES) | st.sampled_from(SIGNS) | st.text(max_size=6), max_size=14).map("".join)
MANY = settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
#: Attributes of the elements that we set into a text.
OURS = {"class", "tabindex", "rel", "loading", "id"}


def _found(page: html.HtmlElement, query: str) -> list[html.HtmlElement]:
    return cast("list[html.HtmlElement]", page.xpath(query))


@MANY
@given(TEXTS)
def test_the_tree_of_a_text_holds_only_what_the_allow_list_names(text: str) -> None:
    for element in Article(text).tree.elements():
        assert element.tag in TAGS
        for name, value in element.attributes.items():
            assert permitted(element.tag, name, value)


def _is_note(element: html.HtmlElement) -> bool:
    """Whether it is a part of an admonition or footnote, and has what we give such a part and nothing else."""
    given = {name: re.sub("[0-9]+", "1", str(value)) for name, value in element.attrib.items() if name != "aria-label"}
    kinds = [{"class": f"admonition {look}", "role": "note"} for look in ADMONITIONS.values()]
    others = (
        ("p", {"class": "admonition-title"}),
        ("div", {"class": "footnote", "role": "doc-endnotes"}),
        ("ol", {"start": "1"}),
        ("li", {"id": "fn-1", "tabindex": "-1"}),
        ("sup", {"id": "fnref-1"}),
        ("a", {"class": "footnote-ref", "href": "#fn-1"}),
        ("a", {"class": "footnote-backref", "href": "#fnref-1"}),
    )
    return (element.tag, given) in (*others, *(("div", kind) for kind in kinds))


@MANY
@given(TEXTS)
def test_no_text_makes_an_element_that_only_we_may_make(text: str) -> None:
    if any(one.code == "reference-unknown" for one in findings(text)):
        return
    article = Article(text)
    made = html.fromstring(f"<main>{page(text)}</main>")
    cited = [run for run in article.words() if not run.in_link and not run.in_heading]

    assert len(_found(made, "//a[@class='kb-cite']")) == sum(len(CITATION.findall(run.text)) for run in cited)
    assert _found(made, "//script | //style | //iframe | //form | //input | //svg | //object | //meta | //base") == []
    assert len(_found(made, "//div[@class='kb-block']")) == len(article.tables)
    for block in _found(made, "//div[@class='kb-block']"):
        block.drop_tree()
    for element in _found(made, "//main//*"):
        if element.get("class") in ("kb-cite", "kb-body md-typeset"):
            continue
        if _is_note(element):
            continue
        names = set(element.attrib)
        assert names <= OURS | ATTRIBUTES.get(element.tag, frozenset()) | {"lang"}
        assert element.get("class") in (None, "kb-table", "kb-table-wrap")
        assert "id" not in names or element.tag in HEADINGS
        assert not re.match(r"\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", element.get("href", ""), re.IGNORECASE)
        assert not re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", element.get("src", ""), re.IGNORECASE)


@MANY
@given(TEXTS)
def test_every_link_and_tag_of_the_tree_is_one_that_checking_judges(text: str) -> None:
    article = Article(text)
    judged = {link.target for link in article.links}
    raw = {piece.name for piece in article.raw if isinstance(piece, RawTag)}
    written = {token.tag for block in article.tokens for token in (block, *(block.children or ()))}
    if any(isinstance(piece, RawFault) for piece in article.raw):
        return

    for element in article.tree.elements():
        # A browser puts rows of a table into a body of their own; an example is two elements.
        assert element.tag in raw | written | {"tbody", "tr", "pre"}
        for name in ("href", "src"):
            if name in element.attributes:
                assert element.attributes[name] in judged


@MANY
@given(TEXTS)
def test_what_checking_passes_loses_nothing_in_cleaning(text: str) -> None:
    article = Article(text)
    wrong = {one.code for one in findings(text)}
    if wrong & {"html-removed", "html-attribute", "html-broken"} or any(one.startswith("page-") for one in wrong):
        return

    given = sorted(name for piece in article.raw if isinstance(piece, RawTag) for name, _ in set(piece.attributes))
    kept = sorted(name for one in article.tree.elements() for name in one.attributes)
    links = {one for one in wrong if one.startswith(("link-", "picture-"))}
    assert links or set(given) <= set(kept)


@MANY
@given(TEXTS)
def test_no_unseen_letter_reaches_a_page(text: str) -> None:
    written = html_of(Article(text).tree)

    assert [letter for letter in written if unicodedata.category(letter) in ("Co", "Cs")] == []
    assert not set(written) & {"\u202e", "\u2066", "\u200b", "\x00"}


@MANY
@given(TEXTS)
def test_anchors_are_one_for_each_heading(text: str) -> None:
    anchors = Article(text).anchors

    assert len(set(anchors)) == len(anchors) == len(Article(text).headings)


def test_a_heading_in_a_quote_has_an_anchor_and_does_not_stand_in_the_list_of_headings() -> None:
    assert [one.anchor for one in headings("## a\n\n> ## a\n\n## a\n")] == ["a", "a-3"]


@MANY
@given(TEXTS)
def test_a_footnote_and_its_sign_lead_to_each_other(text: str) -> None:
    if any(one.code == "reference-unknown" for one in findings(text)):
        return
    made = html.fromstring(f"<main>{page(text)}</main>")
    signs = {one.get("href") for one in _found(made, "//a[@class='footnote-ref']")}
    notes = {f"#{one.get('id')}" for one in _found(made, "//li[starts-with(@id, 'fn-')]")}
    back = {one.get("href") for one in _found(made, "//a[@class='footnote-backref']")}
    places = [f"#{one.get('id')}" for one in _found(made, "//sup[starts-with(@id, 'fnref-')]")]

    assert signs == notes
    assert back == set(places)
    assert len(places) == len(set(places))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_only_our_headings_divide_a_page(pairs: list[tuple[str, str]]) -> None:
    content = heading("ต้น", "first")
    for words, text in pairs:
        content += heading(words, "a") + Markup("<p>{}</p>").format(text)

    parts = parts_of(content)

    assert [part.heading.words for part in parts if part.heading] == [
        "ต้น",
        *(" ".join(one.split()) for one, _ in pairs),
    ]


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = html_of(cleaned(text))

    assert html_of(cleaned(once)) == once
    assert html_of(tree_of(once)) == once


@pytest.mark.parametrize("html_", ["<b>" * 5_000 + "x", "<div>" * 3_000, "<ul><li>" * 2_000 + "x"])
def test_deep_html_is_cut_and_does_not_end_the_program(html_: str) -> None:
    tree = cleaned(html_)

    assert isinstance(tree, Element)
    assert tree.depth() <= DEEPEST


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("  " * deep + "- ก" for deep in range(300)),
        "> " * 300 + "ก",
        "*ก " * 3_000 + "ข* " * 3_000,
        "**ก " * 2_000,
        "[" * 1_500 + "ก" + "](how-to.md)" * 1_400,
        "&#xe000;0&#xe001;",
        "[@krabi-book L" + "9" * 4_301 + "]",
        "<div>\n\n" * 900,
    ],
    ids=["lists", "quotes", "emphasis", "strong", "links", "marks", "digits", "divs"],
)
def test_deep_and_long_texts_are_answered_by_page_and_check(text: str) -> None:
    page(text)

    assert all(one.code != "" for one in findings(text))


def test_three_hundred_points_in_each_other_are_refused() -> None:
    text = "\n".join(" " * deep + "> - ก" for deep in range(3)) + "\n" + "- > " * 300 + "ก"

    assert {one.code for one in findings(text)} == {"page-nesting"}


def test_the_allow_list_names_no_tag_or_attribute_that_runs_or_forges() -> None:
    names = {name for allowed in ATTRIBUTES.values() for name in allowed}

    assert {"script", "style", "iframe", "form", "object", "svg", "input", "button"} & TAGS == set()
    assert not any(name.startswith(("on", "data-", "aria-")) for name in names)
    assert {"style", "class", "id", "name"} & names == set()
    assert ATTRIBUTES["a"] == {"href", "title"}
