"""A page without the blanks that templates leave says the same to a reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from botrian.site.adapter import squeezed, without_comments
from tests.conftest import ROOT

PIECES = st.sampled_from(["<p>", "</p>", "<b>ก</b>", "\n", "  ", "\n\n   \n", "ข", "<pre>\n  ค\n\n  ง</pre>", "<br>\n"])


def _words(page: html.HtmlElement) -> list[str]:
    return str(page.xpath("string()")).split()


def test_empty_lines_and_indents_go_and_what_was_typed_stays() -> None:
    page = "\n\n<p>\n   ก  ข\n</p>\n  \n<pre>\n  ค\n\n  ง\n</pre>\n\n<textarea>\n  จ\n</textarea>"

    assert squeezed(page) == "<p>\nก  ข\n</p>\n<pre>\n  ค\n\n  ง\n</pre>\n<textarea>\n  จ\n</textarea>"


@given(st.lists(PIECES, max_size=12).map("".join))
def test_words_are_parted_where_they_were_and_nowhere_else(text: str) -> None:
    page = f"<main>{text}</main>"
    before, after = (html.fromstring(one) for one in (page, squeezed(page)))

    assert _words(after) == _words(before)
    assert after.xpath("//pre/text()") == before.xpath("//pre/text()")


def test_a_page_full_of_blanks_is_read_in_no_time() -> None:
    assert squeezed("<p>" + " " * 300_000 + "ก</p>") == "<p>" + " " * 300_000 + "ก</p>"


def test_pages_of_a_site_have_no_empty_line(library_site: Path) -> None:
    page = (library_site / "index.html").read_text(encoding="utf-8")

    assert not any(line != line.strip() or not line for line in page.rstrip("\n").split("\n"))


def test_a_style_sheet_loses_its_comments_and_no_rule() -> None:
    style = '/* a\n b */\n.x { content: "/* no comment */"; }\n\n/* ** */\n  .y { color: red; /* c */ }\n'

    assert without_comments(style) == '.x { content: "/* no comment */"; }\n.y { color: red;  }\n'


@pytest.mark.parametrize("name", ["botrian.css", "tables.css", "pictures.css", "embed.css", "contribute.css"])
def test_the_style_sheets_of_a_site_hold_every_rule_that_we_wrote(library_site: Path, name: str) -> None:
    written = (ROOT / "hooks/theme/assets" / name).read_text(encoding="utf-8")
    served = (library_site / "assets" / name).read_text(encoding="utf-8")

    assert "/*" not in served
    assert "".join(served.split()) == "".join(re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL).split())
