"""The archive that people carry: whole, the same every time, and no link in it leads nowhere."""

from __future__ import annotations

import io
import json
import posixpath
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.kept import Store
from botrian.offline import Shelf, packed
from botrian.offline import pack as packing
from botrian.offline.together import AT_ONCE, together
from botrian.offline.zip_file import zip_file
from botrian.pages import StagedPage
from botrian.pages.staged import Part
from botrian.site.settings import site_url
from tests.kinds.whole_tree import ROOT

SITE = "https://example.org/lib/"
STAMP = Stamp(SITE, None, {"data/a.yml": date(2026, 6, 1), "data/b.yml": date(2026, 5, 1)})
LANGUAGES = pytest.mark.parametrize("language", ["", "en/"])


def page(address: str, content: str) -> StagedPage:
    return StagedPage(address, f"{address}index.md", "ชื่อ <b>", (Part(None, content),), {})


def read(archive: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        return {name: found.read(name).decode("utf-8-sig") for name in found.namelist()}


def pages_of(found: dict[str, str]) -> list[str]:
    return [text for name, text in found.items() if name.endswith(".html")]


def test_the_same_content_gives_the_same_bytes_in_any_order_on_any_day() -> None:
    pages = [page("lessons/a/", "<p>ก</p>"), page("", "<p>ข</p>")]
    first = packed(pages, {"assets/x.js": b"1"}, "th", STAMP)

    assert packed(pages[::-1], {"assets/x.js": b"1"}, "th", STAMP) == first
    assert packed(pages, {"assets/x.js": b"1"}, "th", replace(STAMP, today=date(2027, 1, 1))) == first
    assert first.edition.startswith("2026-06-01-") and first.pages == 2


@pytest.mark.parametrize("content, script", [("<p>ค</p>", b"1"), ("<p>ก</p>", b"2")])
def test_another_page_or_script_is_another_edition(content: str, script: bytes) -> None:
    first = packed([page("a/", "<p>ก</p>")], {"assets/x.js": b"1"}, "th", STAMP)

    assert packed([page("a/", content)], {"assets/x.js": script}, "th", STAMP).edition != first.edition


def test_links_to_what_is_left_out_lead_to_the_public_site() -> None:
    content = (
        '<a href="../b/#x">b</a> <a class="k" href="../b.csv">csv</a> <a href="../../en/">en</a>'
        '<a href="../../api/v1/?a=1&amp;b=2">api</a> <a href="#here">here</a> <a href="https://other.example/">o</a>'
        '<img alt="" src="../b.thumb.webp"><img src="../../assets/favicon.svg" alt="s">'
    )
    found = read(packed([page("t/a/", content), page("t/b/", "")], {}, "th", STAMP).archive)
    tree: Any = html.fromstring(found["t/a/index.html"])

    assert tree.xpath("//main//a/@href") == [
        "../b/#x", f"{SITE}t/b.csv", f"{SITE}en/", f"{SITE}api/v1/?a=1&b=2", "#here", "https://other.example/",
    ]  # fmt: skip
    assert tree.xpath("//main//img/@src") == ["../../assets/favicon.svg"]
    assert tree.xpath("//title/text()")[0].startswith("ชื่อ <b>")


def test_what_counts_least_stays_on_the_site_when_the_archive_outgrows_its_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = [page("compare/", ""), page("themes/a/", ""), page("lessons/a/", '<a href="../../compare/?a=b">c</a>')]
    files = {"assets/compare-th/a.js": b"1", "assets/x.js": b"2"}
    whole = packed(pages, files, "th", STAMP)
    monkeypatch.setattr(packing, "MOST_BYTES", len(whole.archive) - 1)

    fewer = read(packed(pages, files, "th", STAMP).archive)

    assert set(read(whole.archive)) - set(fewer) == {"compare/index.html", "assets/compare-th/all.js"}
    assert f'href="{SITE}compare/?a=b"' in fewer["lessons/a/index.html"]


def test_what_was_packed_before_is_taken_where_it_and_what_its_links_lead_to_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is another when it says something else, and when what it links to comes or goes: then its links do."""
    framed: list[str] = []
    frame = packing._framed

    def framing(page: StagedPage, *rest: Any) -> str:
        framed.append(page.address)
        return frame(page, *rest)

    monkeypatch.setattr(packing, "_framed", framing)
    first = [page("a/", '<a href="../b/">b</a>'), page("b/", "ก"), page("c/", "ข")]
    steps = {
        "nothing": first,
        "a page says something else": [*first[:2], page("c/", "ค")],
        "a page goes to which another links": [first[0], first[2]],
        "it is back": first,
    }

    def archive(pages: list[StagedPage], store: Store) -> bytes:
        shelf = Shelf(store, "th", lambda one: f"{one.title} {one.content}")
        return packed(pages, {"assets/x.js": b"1"}, "th", STAMP, shelf).archive

    archive(first, Store(tmp_path))
    made = {}
    for name, pages in steps.items():
        framed.clear()
        taken = archive(pages, Store(tmp_path))
        made[name] = list(framed)
        assert taken == archive(pages, Store(None)), name

    assert made == {
        "nothing": [],
        "a page says something else": ["c/"],
        "a page goes to which another links": ["a/", "c/"],
        "it is back": ["a/", "b/"],
    }


def test_the_archive_is_read_by_pythons_own_reader_as_it_was_put_in() -> None:
    names = ("a.txt", "ก/ข.html")
    shelf = Shelf(Store(None), "", lambda one: "")
    archive = zip_file((name, shelf.press(name.encode() * 50)) for name in names)

    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        assert found.testzip() is None
        assert {one.filename: found.read(one) for one in found.infolist()} == {one: one.encode() * 50 for one in names}
        assert {(one.date_time, one.external_attr >> 16) for one in found.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o644)
        }


def test_small_scripts_are_laid_together_in_the_order_of_their_numbers() -> None:
    files = {f"assets/search/0a/t/{number}.js": f"{number}".encode() for number in (AT_ONCE, 10, 9)}
    others = {"assets/search/0a/about.js": b"about", "assets/compare-en/b.js": b"b", "assets/compare-en/a.js": b"a"}

    assert together(files | others) == {
        "assets/search/0a/t/all-0.js": b"9\n10",
        "assets/search/0a/t/all-1.js": b"64",
        "assets/search/0a/about.js": b"about",
        "assets/compare-en/all.js": b"a\nb",
    }


@LANGUAGES
def test_every_link_file_and_picture_of_the_archive_is_there(library_site: Path, language: str) -> None:
    found = read((library_site / language / "offline/library.zip").read_bytes())
    root = site_url(ROOT) + language
    pages: dict[str, Any] = {name: html.fromstring(text) for name, text in found.items() if name.endswith(".html")}
    missing = []
    for name, tree in pages.items():
        for link in tree.xpath("//@href | //@src | //form/@action"):
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                assert not parts.netloc or link.startswith(("https://", "http://")), (name, link)
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            if target not in found and f"{target}/index.html".removeprefix("./") not in found:
                missing.append((name, link))

    assert missing == []
    asking = f'<a href="{root}offline/" data-newer>'
    assert len(pages) > 50 and all(asking in text and "assets/edition.js" in text for text in pages_of(found))
    assert not [name for name in found if name.endswith((".docx", ".png", ".json", ".zip", ".webp", ".csv"))]


@LANGUAGES
def test_the_page_and_the_file_beside_it_tell_which_edition_the_archive_is(library_site: Path, language: str) -> None:
    folder = library_site / language / "offline"
    archive = (folder / "library.zip").read_bytes()
    told = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    found = read(archive)

    assert told["bytes"] == len(archive) and told["pages"] == sum(name.endswith(".html") for name in found)
    assert told["edition"] in found["README.txt"] and f'"{told["edition"]}"' in found["assets/edition.js"]
    # On the page no number stands apart from its unit.
    assert told["words"] in (folder / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert told["edition"].startswith("2026-06-01-")


@pytest.mark.content
@LANGUAGES
def test_the_real_archive_stays_under_ten_megabytes(whole_site: Path, language: str) -> None:
    assert (whole_site / language / "offline/library.zip").stat().st_size < packing.MOST_BYTES
