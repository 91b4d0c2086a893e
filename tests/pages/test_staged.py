"""A staged page is the same to every generator: its texts are texts, its headings words with an anchor."""

from __future__ import annotations

import markdown
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from markupsafe import Markup

from botrian.pages.staged import StagedPage, folded, heading, parts_of
from botrian.site.adapter import toc_of

SIGNS = (
    *(
        "\n\n",
        "\n",
        "# x",
        "{: onclick=alert(1) }",
        "{#y}",
        "[x](javascript:1)",
        "![x](y)",
        "<b>",
        "&",
        "&#60;",
        "*",
        "_",
    ),
    *("`", "~~", "|", "---", "1. ", "- ", "> ", "\\", ":", "!!", "<!--", "<script>", '"', "'", "ก", "\n    ", "{", "}"),
)
WORDS = st.lists(st.sampled_from(SIGNS) | st.text("abก ", max_size=3), max_size=8).map("".join)


def _staged(title: str, text: str) -> StagedPage:
    content = Markup("<p>{}</p>\n\n<ul>\n\n<li>{}</li>\n</ul>").format(text, text) + heading(title, "ที่นี่")
    content += Markup('<div title="{}"><pre><code>{}</code></pre></div>').format(text, text)
    return StagedPage("x/", "x.md", "x", parts_of(content))


@given(WORDS, WORDS)
def test_python_markdown_reads_a_staged_page_as_it_is(title: str, text: str) -> None:
    page = _staged(f"ก {title}", text)
    made = markdown.markdown(page.markdown(), extensions=["attr_list", "tables", "toc"])

    assert _shape(made) == _shape(page.content)


@given(WORDS, WORDS)
def test_a_reader_of_commonmark_finds_no_markup_in_the_texts_of_a_staged_page(title: str, text: str) -> None:
    page = _staged(f"ก {title}", text)
    made = MarkdownIt("commonmark", {"html": True}).render(page.markdown())
    # It knows no anchors, and shows them as words.
    wanted = [
        (tag, {name: value for name, value in given.items() if name != "id"}) for tag, given, _ in _shape(page.content)
    ]

    assert [(tag, given) for tag, given, _ in _shape(made)] == wanted


def test_the_list_of_headings_holds_the_levels_that_the_settings_name() -> None:
    content = Markup("").join(
        heading(words, words, level) for words, level in (("a", 2), ("b", 3), ("c", 4), ("<d>", 2))
    )
    toc = toc_of(StagedPage("x/", "x.md", "x", parts_of(content)), "2-3")

    assert [(one["id"], one["name"], [inner["id"] for inner in one["children"]]) for one in toc] == [
        ("a", "a", ["b"]),
        ("<d>", "&lt;d&gt;", []),
    ]


def _shape(page: str) -> list[tuple[object, dict[str, str], str]]:
    tree = html.fromstring(f"<main>{page}</main>")
    return [
        (one.tag, {str(name): " ".join(str(value).split()) for name, value in one.attrib.items()}, _text(one))
        for one in tree.iter()
    ]


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(element.xpath("string()")).split())


def test_a_heading_that_is_folded_stays_an_element() -> None:
    content = folded(Markup("<p>{}</p>").format("<b>") + heading("ก & ข", "ที่นี่", 3))

    assert "<p>&lt;b&gt;</p>" in content and '<h3 id="ที่นี่">ก &amp; ข</h3>' in content
    assert [part.heading for part in parts_of(content)] == [None]
