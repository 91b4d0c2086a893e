"""Every picture of every page of the tests' library: named in both languages, light, its links lead somewhere; and no
text, whatever it says, becomes an element of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from posixpath import join, normpath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import etree, html

from botrian.addresses import Stamp
from botrian.knowledge import Knowledge
from botrian.pages import StagedPage, frame_of, stage_pages
from botrian.pictures import known_map, lesson_grid, province_ladder, theme_grid, timeline_chart
from botrian.pictures.tiles import thailand, tiles
from botrian.records import Language, Text
from botrian.tables import build_tables
from tests.pictures.drawn import MOST_BYTES, events, of_class, packed, read, sheet, with_cases

DRAWN = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
EVIL = '"><script>alert(1)</script></title></svg><img src=x onerror=alert(1)>&lt;b&gt;{{7*7}}'


@pytest.fixture(scope="module", params=["th", "en"])
def pages(request: pytest.FixtureRequest, library: Knowledge) -> dict[str, StagedPage]:
    frame = frame_of(library, build_tables(library), request.param, Stamp("https://example.org/"))
    return {page.address: page for page in stage_pages(frame)}


def pictures(pages: dict[str, StagedPage]) -> Iterator[tuple[str, str]]:
    for address, page in pages.items():
        yield from ((address, svg) for svg in DRAWN.findall(page.content))


def test_the_library_shows_pictures_of_most_kinds(pages: dict[str, StagedPage]) -> None:
    anchors = {name for _, svg in pictures(pages) for name in re.findall(r'id="picture_([a-z-]+)-title"', svg)}

    assert {"map", "heard", "evidence-map", "chart"} <= anchors


def test_every_picture_is_well_formed_named_and_light(pages: dict[str, StagedPage]) -> None:
    for address, svg in pictures(pages):
        tree: Any = etree.fromstring(svg)
        assert packed(svg) < MOST_BYTES, address
        if tree.get("aria-hidden") == "true":
            continue
        named = [tree.get("aria-labelledby"), tree.get("aria-describedby")]
        said = [tree.xpath(f'string(//*[@id="{one}"])') for one in named]
        assert all(one.strip() for one in said), address
        # What can be followed is no single image: that would hide its links from those who do not see them.
        assert tree.get("role") == ("group" if tree.xpath('//*[local-name()="a"]') else "img"), address


def test_ids_are_unique_on_every_page_with_pictures(pages: dict[str, StagedPage]) -> None:
    for address in dict(pictures(pages)):
        ids = re.findall(r'\bid="([^"]+)"', pages[address].content)
        assert sorted(ids) == sorted(set(ids)), address


def test_every_link_of_a_picture_leads_to_a_page_and_a_place_on_it(pages: dict[str, StagedPage]) -> None:
    broken = []
    for address, svg in pictures(pages):
        for href in re.findall(r'href="([^"]+)"', svg):
            way, _, anchor = href.partition("#")
            target = way.partition("?")[0]
            landed = normpath(join(address, target)) + "/" if target else address
            page = pages.get("" if landed == "./" else landed)
            if page is None or (anchor and f'id="{anchor}"' not in page.content):
                broken.append((address, href))

    assert broken == []


def test_a_cell_of_the_evidence_map_leads_to_as_many_lessons_as_it_says(pages: dict[str, StagedPage]) -> None:
    tree: Any = html.fromstring(pages["lessons/"].content)
    cells = tree.xpath('//figure[@id="picture_evidence-map"]//td/a')
    assert cells
    for cell in cells:
        if "contribute/?" in cell.get("href"):
            continue
        number = int(re.findall(r"^(\d+)\s", cell.text_content())[0])
        target, _, anchor = cell.get("href").partition("#")
        listed: Any = html.fromstring(pages[normpath(join("lessons/", target)) + "/"].content)
        below = listed.xpath(f'//h2[@id="{anchor}"]/following-sibling::ul[1]/li')
        assert len(below) == number


def test_an_empty_cell_leads_to_the_form_begun_for_it(library: Knowledge) -> None:
    lessons = list(library.lessons.values())
    for picture, kind, ids in (
        (theme_grid(sheet(library)), "theme", [one.id for one in library.themes.values() if one.parent is None]),
        (lesson_grid(sheet(library), lessons), "lesson", [one.id for one in lessons]),
    ):
        blank = [one.getparent().get("href") for one in of_class(read(picture), "kb-blank")]
        assert blank
        for href in blank:
            asked = dict(parse_qsl(urlsplit(href).query))
            assert urlsplit(href).path == "../contribute/"
            assert asked.keys() == {kind, "province"}
            assert asked[kind] in ids
            assert asked["province"] in {**library.provinces, **library.areas}
            if kind == "lesson":
                heard = {entry.province for entry in library.lessons[asked[kind]].evidence}
                assert asked["province"] not in heard


def test_a_page_with_pictures_loads_their_style_and_others_do_not(pages: dict[str, StagedPage]) -> None:
    drawn = set(dict(pictures(pages)))

    for address, page in pages.items():
        styles = page.meta.get("styles") or []
        assert isinstance(styles, list)
        assert ("assets/pictures.css" in styles) == (address in drawn), address


def with_names(knowledge: Knowledge, words: str) -> Knowledge:
    """The library, with every name that pictures show replaced."""
    name = Text(th=words, en=words)

    def named(records: Any, field: str) -> dict[str, Any]:
        return {id_: one.model_copy(update={field: name}) for id_, one in records.items()}

    return replace(
        knowledge,
        provinces=named(knowledge.provinces, "name"),
        themes=named(knowledge.themes, "name"),
        areas=named(knowledge.areas, "name"),
        lessons=named(knowledge.lessons, "title"),
        cases=named(knowledge.cases, "title"),
    )


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_name_breaks_out_of_a_picture(library: Knowledge, language: Language) -> None:
    def tags(words: str) -> list[list[str]]:
        knowledge = with_names(with_cases(library, [("province", None), ("tambon", 0), ("village", 1)]), words)
        knowledge = replace(knowledge, lessons=with_names(library, words).lessons)
        found = events(knowledge, [("krabi", "2550 BE", None, False, False)])
        found = [one.model_copy(update={"title": Text(th=words, en=words)}) for one in found]
        on = sheet(knowledge, language)
        drawn = [known_map(on), theme_grid(on), timeline_chart(on, found), province_ladder(on, "krabi")]
        trees = [read(one) for one in drawn if one is not None]
        assert len(trees) == 4
        return [[f"{one.tag} {sorted(one.keys())}" for one in tree.iter()] for tree in trees]

    assert tags(EVIL) == tags("ชื่อ")


def test_each_tile_stands_once_and_has_letters_of_its_own_in_both_languages() -> None:
    known = thailand()

    assert len(known) == 77
    assert len({(one.column, one.row) for one in known.values()}) == 77
    for language in ("th", "en"):
        assert len({one.letters.in_(language) for one in known.values()}) == 77


def test_a_province_that_the_map_does_not_know_stands_below_it(library: Knowledge) -> None:
    krabi = library.provinces["krabi"]
    places, _, rows = tiles([krabi, krabi.model_copy(update={"id": "new", "iso": "TH-99"})])

    assert places["new"].row == rows - 1 > max(one.row for one in thailand().values())


@pytest.mark.content
def test_every_province_of_the_real_content_has_its_tile(real_knowledge: Knowledge) -> None:
    assert {one.iso for one in real_knowledge.provinces.values()} <= set(thailand())
