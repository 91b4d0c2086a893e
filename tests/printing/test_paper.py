"""Every kind of page on paper: A4, each sheet numbered and with its address, nothing cut, nothing that is pressed."""

from __future__ import annotations

import base64
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import segno
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from botrian.site.settings import site_url
from tests.kinds.whole_tree import ROOT

#: A4 in points, as PDF counts.
SHORT, LONG = 595, 842
SITE = site_url(ROOT)
#: What a printed page of A4 leaves for the text, in pixels of 1/96 inch: the margins of print.css taken off.
TEXT_WIDTH = 672
#: A page of each kind that people print; a folder stands for the first page in it.
KINDS = (
    "", "provinces/", "provinces/*", "cases/*/*", "lessons/*", "lessons/", "paths/*", "tables/*", "tables/", "terms/",
    "sources/*", "themes/*", "timeline/", "kits/*", "guide/*", "contribute/", "gaps/", "like-us/", "data/",
    "provinces/*/booklet/", "paths/*/booklet/",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def address_of(site: Path, kind: str) -> str:
    """The first page of a kind that has the site's frame: what was renamed or withdrawn has none."""
    name = f"{kind}index.html" if kind.endswith("/") or not kind else f"{kind}/index.html"
    found = sorted(site.glob(name))
    framed = (file for file in found if "kb-content" in file.read_text(encoding="utf-8"))
    where = next(framed).parent.relative_to(site).as_posix()
    return "" if where == "." else f"{where}/"


def printed(page: Page, base: str, address: str) -> PdfReader:
    page.goto(f"{base}/{address}")
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(text: str) -> str:
    """What can be read back for sure: PDF names ligatures for letters, and moved vowels and tone marks as it likes."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\0\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\uf700-\uf71a]", "", plain)


@pytest.mark.parametrize("kind", KINDS)
def test_every_sheet_is_a4_numbered_and_tells_where_it_comes_from(
    page: Page, served_library: str, library_site: Path, kind: str
) -> None:
    address = address_of(library_site, kind)
    sheets = printed(page, served_library, address).pages
    sizes = {tuple(sorted((round(sheet.mediabox.width), round(sheet.mediabox.height)))) for sheet in sheets}

    assert sizes == {(SHORT, LONG)}
    for number, sheet in enumerate(sheets, 1):
        text = words(sheet.extract_text())
        assert f"{number}/{len(sheets)}" in text
        assert words(SITE + address) in text


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_and_nothing_is_printed_that_nobody_can_press(
    page: Page, served_library: str, library_site: Path, kind: str
) -> None:
    page.goto(f"{served_library}/{address_of(library_site, kind)}")
    page.set_viewport_size({"width": TEXT_WIDTH, "height": 900})
    page.emulate_media(media="print")
    wide = page.evaluate(
        """(most) => [...document.querySelectorAll("article *")]
          .filter((one) => one.checkVisibility() && !one.closest("svg, .kb-table-wrap--wide, .kb-sr"))
          .filter((one) => one.getBoundingClientRect().right > most + 1)
          .map((one) => one.outerHTML.slice(0, 90))""",
        TEXT_WIDTH,
    )
    pressed = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, form, .md-header, .kb-button, a[rel=edit]")]
          .filter((one) => one.checkVisibility())
          .map((one) => one.outerHTML.slice(0, 90))"""
    )
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})

    assert wide == []
    assert pressed == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_first_sheet_has_the_code_of_the_pages_address(library_site: Path, page: Page, root: str) -> None:
    address = root + address_of(library_site / root, "lessons/*")
    page.goto((library_site / address / "index.html").as_uri())
    assert page.is_hidden(".kb-paper")
    page.emulate_media(media="print")
    assert page.is_visible(".kb-paper img")
    assert SITE + address in page.inner_text(".kb-paper")
    # How to cite says the same, and stood alone on a last sheet.
    assert page.is_hidden(".kb-about-page")
    page.emulate_media(media="screen")
    kind, _, data = (page.get_attribute(".kb-paper img", "src") or "").partition(",")
    code = Image.open(io.BytesIO(base64.b64decode(data))).convert("1")
    squares = [[code.getpixel((x, y)) == 0 for x in range(code.width)] for y in range(code.height)]
    wanted = segno.make(SITE + address, error="m", mask=0, micro=False).matrix_iter(border=2)

    assert kind == "data:image/png;base64" and len(data) < 700
    assert squares == [[bool(square) for square in row] for row in wanted]


def test_what_is_folded_lies_open_on_paper(library_site: Path, served_library: str, page: Page) -> None:
    address = address_of(library_site, "provinces/*")
    text = words("".join(sheet.extract_text() for sheet in printed(page, served_library, address).pages))
    tree: Any = html.fromstring((library_site / address / "index.html").read_text(encoding="utf-8"))
    links = tree.xpath("//article//details[not(@open)]//ul[not(@hidden)]/li/a[not(contains(@href, '?'))]")

    assert links
    assert [one.text_content() for one in links if words(one.text_content()) not in text] == []
    # Chromium opens folds by itself when it prints; other browsers do as the style sheet says.
    page.emulate_media(media="print")
    shut = page.evaluate(
        """() => [...document.querySelectorAll("article details:not([open]):not(.kb-toc-fold)")]
          .filter((one) => one.checkVisibility() && one.querySelector(":scope > :not(summary)"))
          .filter((one) => one.offsetHeight <= one.querySelector("summary").offsetHeight + 2)
          .map((one) => one.outerHTML.slice(0, 90))"""
    )
    page.emulate_media(media="screen")
    assert shut == []


def test_without_scripts_the_sheets_are_numbered_all_the_same(
    browser: Browser, library_site: Path, served_library: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    sheets = printed(context.new_page(), served_library, address := address_of(library_site, "cases/*/*")).pages
    context.close()

    assert words(SITE + address) in words(sheets[0].extract_text())
    assert all(f"{number}/{len(sheets)}" in words(sheet.extract_text()) for number, sheet in enumerate(sheets, 1))
