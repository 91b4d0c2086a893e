"""The booklet of a province or a path: whole, short, every fact with its number and each number with its place."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from botrian.knowledge import Knowledge

ROOTS = pytest.mark.parametrize("root", ["", "en/"])


def booklets(site: Path, root: str) -> dict[str, Any]:
    """The booklets of a built site by the address of the page that they are made of."""
    files = sorted((site / root).glob("*/*/booklet/index.html"))
    return {
        f"{file.parent.parent.relative_to(site / root).as_posix()}/": html.fromstring(file.read_text(encoding="utf-8"))
        for file in files
    }


@ROOTS
def test_every_province_that_is_told_of_and_every_path_has_one(
    library_site: Path, library: Knowledge, root: str
) -> None:
    wanted = {f"provinces/{id_}/" for id_ in library.profiles} | {f"paths/{id_}/" for id_ in library.paths}
    found = booklets(library_site, root)

    assert set(found) == wanted
    for page in found:
        living = html.fromstring((library_site / root / page / "index.html").read_text(encoding="utf-8"))
        assert living.xpath("//a[@href='booklet/']")


@ROOTS
def test_the_cover_leads_back_and_the_contents_name_every_chapter(library_site: Path, root: str) -> None:
    for page, tree in booklets(library_site, root).items():
        (cover,) = tree.xpath("//*[@class='kb-cover']")
        chapters = tree.xpath("//article/h2/@id")

        assert len(tree.xpath("//h1")) == 1
        (way,) = cover.xpath(".//a")
        assert posixpath.normpath(posixpath.join(page, "booklet", way.get("href"))) == page.rstrip("/")
        assert way.text.endswith(f"/{root}{page}")
        assert cover.xpath(".//img/@src")[0].startswith("data:image/png")
        assert len(chapters) > 2 and tree.xpath("//*[@class='kb-contents']//a/@href") == [f"#{one}" for one in chapters]


@ROOTS
def test_every_number_in_the_text_is_in_the_list_at_the_end(library_site: Path, root: str) -> None:
    for tree in booklets(library_site, root).values():
        marks = {int(re.sub(r"\D", "", one)) for one in tree.xpath("//a[@class='kb-cite']/text()")}
        places = tree.xpath("//ol[@class='kb-citations']/li")

        assert marks == set(range(1, len(places) + 1))
        assert tree.xpath("//article/h2/@id")[-1] == "citations"


@ROOTS
def test_search_engines_are_led_to_the_living_page_and_the_site_map_leaves_it_out(
    library_site: Path, root: str
) -> None:
    for address, tree in booklets(library_site, root).items():
        living = html.fromstring((library_site / root / address / "index.html").read_text(encoding="utf-8"))
        named = tree.xpath("//link[@rel='canonical']/@href")
        assert named == living.xpath("//link[@rel='canonical']/@href") and named[0].endswith(f"/{root}{address}")
        assert not tree.xpath("//meta[@name='robots']")
    assert "/booklet/" not in (library_site / "sitemap.xml").read_text(encoding="utf-8")


def test_the_booklet_of_a_province_tells_its_cases_and_what_it_says_of_each_lesson(
    library_site: Path, library: Knowledge
) -> None:
    for id_ in library.profiles:
        text = " ".join(booklets(library_site, "")[f"provinces/{id_}/"].text_content().replace("\u00a0", " ").split())
        for case in library.cases_by_province.get(id_, ()):
            assert " ".join(case.title.th.split()) in text
        for lesson in library.lessons_by_province.get(id_, ()):
            said = [" ".join(entry.text.th.split()) for entry in lesson.evidence if entry.province == id_]
            others = [" ".join(entry.text.th.split()) for entry in lesson.evidence if entry.province != id_]
            assert all(one in text for one in said)
            assert not [one for one in others if one in text]
