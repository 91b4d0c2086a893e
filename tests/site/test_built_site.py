"""A site as built, the tests' own and the real one: every page, link, anchor, caption and byte is questioned."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from botrian.addresses import address
from botrian.kinds import kinds
from botrian.knowledge import Knowledge
from botrian.markup.unbroken import GAP, JOINT, NO_BREAK
from botrian.site.settings import site_url
from tests.conftest import ROOT
from tests.site.conftest import Questioned
from tests.site.pages import BuiltPage, of_tables, target

Pages = dict[str, BuiltPage]
POLICY = "string(//meta[@http-equiv='Content-Security-Policy']/@content)"
ELSEWHERE = {"github.com", "creativecommons.org", "self-managing-provinces.github.io"}


def _both(pages: Pages, page: str) -> tuple[BuiltPage, BuiltPage]:
    return pages[page], pages[f"en/{page}"]


def test_every_record_has_a_page_in_both_languages(pages: Pages, knowledge: Knowledge) -> None:
    wanted = {address(kind.id, id_, knowledge) for kind in kinds() if kind.page for id_ in knowledge.of(kind.id)}

    assert wanted - set(pages) == set()
    assert {f"en/{page}" for page in wanted} - set(pages) == set()


def test_no_link_inside_the_site_leads_nowhere(pages: Pages, site: Path, questioned: Questioned) -> None:
    broken = []
    for page in pages.values():
        if page.address.endswith("404.html"):
            continue
        for link in page.links:
            found = target(page.address, link)
            if found is None:
                continue
            where, anchor = found
            if where not in pages:
                if not (site / where).is_file() and (questioned.whole or not of_tables(where)):
                    broken.append(f"{page.address}: {link}")
            # With a sign of equality it is the state of a page that scripts show, not a place on it.
            elif anchor and "=" not in anchor and anchor not in pages[where].anchors:
                broken.append(f"{page.address}: {link}")

    assert broken == []


def test_the_frame_leads_to_known_hosts_and_nothing_is_loaded_from_elsewhere(pages: Pages) -> None:
    frames = "//a[not(ancestor::article)]/@href"
    hosts = {urlsplit(link).netloc for page in pages.values() for link in page.tree.xpath(frames)}
    loaded = {
        urlsplit(link).netloc
        for page in pages.values()
        for link in page.tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href | //iframe/@src")
    }

    assert loaded == {""}
    assert hosts - {""} <= ELSEWHERE


def test_every_page_has_one_first_heading_a_title_a_language_and_a_policy(pages: Pages) -> None:
    wrong = []
    for page in pages.values():
        language = "en" if page.address.startswith("en/") else "th"
        whole = (
            len(page.tree.xpath("//h1")) == 1
            and bool(page.tree.xpath("string(//title)").strip())
            and page.tree.get("lang") == language
            and ("default-src 'none'" if page.leads_on or page.address.endswith("404.html") else "script-src")
            in page.tree.xpath(POLICY)
        )
        if not whole:
            wrong.append(page.address)

    assert wrong == []


def test_no_page_runs_a_script_written_into_it(pages: Pages) -> None:
    inline = [
        page.address
        for page in pages.values()
        if page.tree.xpath("//script[not(@src) and not(@type='application/ld+json') and not(@type='application/json')]")
        or page.tree.xpath("//@onclick | //@onload")
        or (page.tree.xpath("//style") and not page.address.endswith("404.html"))
    ]

    assert inline == []


def test_no_id_stands_twice_on_a_page(pages: Pages) -> None:
    twice = [page.address for page in pages.values() if len(page.tree.xpath("//@id")) != len(page.anchors)]

    assert twice == []


def test_headings_never_skip_a_level(pages: Pages) -> None:
    wrong = []
    for page in pages.values():
        levels = [int(tag.tag[1]) for tag in page.tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        if any(after - before > 1 for before, after in pairwise(levels)):
            wrong.append(page.address)

    assert wrong == []


def test_every_table_has_a_caption_and_scoped_headers(pages: Pages) -> None:
    wrong = []
    for page in pages.values():
        for table in page.tree.xpath("//table[contains(@class, 'kb-table') and @role]"):
            headers = table.xpath(".//th")
            if not table.xpath("string(caption)").strip() or any(not header.get("scope") for header in headers):
                wrong.append(page.address)
            rows = table.xpath(".//tr[td]")
            if any(len(row.xpath("th[@scope='row']")) != 1 for row in rows):
                wrong.append(page.address)

    assert wrong == []


def test_an_empty_cell_says_in_words_why_it_is_empty(pages: Pages, questioned: Questioned) -> None:
    signs = [
        (page.address, cell.text_content().strip())
        for page in pages.values()
        for cell in page.tree.xpath("//*[contains(@class, 'kb-absent')]")
    ]

    assert signs or questioned.name == "real"
    assert [where for where, words in signs if not words] == []


def test_every_cell_of_every_table_holds_something(pages: Pages) -> None:
    empty = [
        page.address
        for page in pages.values()
        for cell in page.tree.xpath("//table[@data-table]//td")
        if not cell.text_content().strip()
    ]

    assert empty == []


def test_every_citation_leads_to_the_lines_on_the_page_of_its_source(pages: Pages, questioned: Questioned) -> None:
    markers = 0
    for page in pages.values():
        for link in page.tree.xpath("//a[@class='kb-cite']/@href"):
            found = target(page.address, link)
            assert found is not None
            where, anchor = found
            assert re.fullmatch(r"L\d+(-\d+)?", anchor)
            assert "sources/" in where
            markers += 1

    assert markers or questioned.name == "real"


def test_a_lesson_shows_when_do_because_and_each_entry_of_its_ledger(pages: Pages, knowledge: Knowledge) -> None:
    for lesson in knowledge.lessons.values():
        for language, page in zip(("th", "en"), _both(pages, f"lessons/{lesson.id}/"), strict=True):
            text: str = page.tree.xpath("string(//article)")
            assert len(page.tree.xpath("//ul[@class='kb-ledger']/li")) == len(lesson.evidence)
            assert getattr(lesson.do, language) in as_written(text)
            for stance in {entry.stance for entry in lesson.evidence}:
                assert page.tree.xpath(f"//*[contains(@class, 'kb-stance--{stance}')]")


def as_written(text: str) -> str:
    """A text of a page without what holds its words together at the ends of lines."""
    return text.replace(JOINT, "").replace(GAP, "").replace(NO_BREAK, " ")


def test_a_case_and_its_whole_lead_to_each_other(pages: Pages, knowledge: Knowledge) -> None:
    for case in knowledge.cases.values():
        for whole in case.part_of:
            up, down = address("case", whole, knowledge), address("case", case.id, knowledge)
            assert up in _targets(pages[down])
            assert down in _targets(pages[up])


def test_a_lesson_and_the_cases_of_its_ledger_lead_to_each_other(pages: Pages, knowledge: Knowledge) -> None:
    for lesson in knowledge.lessons.values():
        here = f"lessons/{lesson.id}/"
        for case in {entry.case for entry in lesson.evidence if entry.case}:
            there = address("case", case, knowledge)
            assert there in _targets(pages[here])
            assert here in _targets(pages[there])


def _targets(page: BuiltPage) -> set[str]:
    found = (target(page.address, link) for link in page.links)
    return {where[0] for where in found if where}


def test_a_page_that_draws_a_picture_loads_the_looks_of_pictures(pages: Pages) -> None:
    drawn = {page.address for page in pages.values() if page.tree.xpath("//article//*[name()='svg'][@class]")}
    looked = {page.address for page in pages.values() if page.tree.xpath("//link[contains(@href, 'pictures.css')]")}

    assert {"search/", "lessons/", "provinces/"} <= drawn
    assert drawn - looked == set()


def test_a_step_of_a_path_names_its_paths_before_its_text_and_the_way_on_below(pages: Pages) -> None:
    found = 0
    for page in pages.values():
        below = page.tree.xpath("//nav[@class='kb-steps']/p/a/@href")
        before = page.tree.xpath("//article//ul[@class='kb-in-paths'][not(preceding::h2)]/li/a/@href")
        assert before == below, page.address
        found += bool(below)

    assert found > 1


def test_linked_data_of_lessons_and_tables_can_be_read(pages: Pages, knowledge: Knowledge) -> None:
    kinds: dict[str, list[object]] = {"lessons/": ["Article", "LearningResource"], "tables/": ["Dataset"]}
    for language in ("", "en/"):
        for lesson in knowledge.lessons:
            assert _types(pages[f"{language}lessons/{lesson}/"]) == kinds["lessons/"]
        for table in knowledge.tables:
            assert _types(pages[f"{language}tables/{table}/"]) == kinds["tables/"]


def _types(page: BuiltPage) -> list[object]:
    (text,) = page.tree.xpath("//script[@type='application/ld+json']/text()")
    found = json.loads(text)[0]["@type"]
    return found if isinstance(found, list) else [found]


def test_each_page_leads_to_its_twin_in_the_other_language(pages: Pages) -> None:
    for page in pages.values():
        if page.address.endswith("404.html") or page.leads_on:
            continue
        english = page.address.startswith("en/")
        twin = page.address.removeprefix("en/") if english else f"en/{page.address}"
        # Each language has letters of its own: from their pages one comes to the whole glossary, or the first titles.
        twin = re.sub(r"terms/letters/[^/]+/$", "terms/", twin)
        twin = re.sub(r"search/a-z/[0-9]+/$", "search/a-z/", twin)
        links = page.tree.xpath(f"//a[@hreflang='{'th' if english else 'en'}']/@href")
        assert [target(page.address, link) for link in links] == [(twin, "")]


def test_the_feeds_and_the_sitemap_can_be_read_and_lead_to_pages(pages: Pages, site: Path) -> None:
    base = site_url(ROOT)
    atom = "{http://www.w3.org/2005/Atom}"
    for feed in ("feed.xml", "en/feed.xml"):
        root = ElementTree.parse(site / feed).getroot()  # noqa: S314 - our own file
        entries = root.findall(f"{atom}entry/{atom}id")
        assert [entry.text for entry in entries if str(entry.text).removeprefix(base) not in pages] == []
    urls = ElementTree.parse(site / "sitemap.xml").getroot().iter()  # noqa: S314
    places = [one.text for one in urls if one.tag.endswith("}loc")]
    assert len(places) == len(set(places))
    listed = {one.address for one in pages.values() if one.is_listed}
    assert {str(place).removeprefix(base) for place in places} == listed


def test_the_api_lists_every_record_with_id_address_title_and_citations(site: Path, pages: Pages) -> None:
    base = site_url(ROOT)
    folder = site / "api" / "v1"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    for entry in index["items"]:
        items = json.loads((folder / f"{entry['id']}.json").read_text(encoding="utf-8"))["items"]
        assert len(items) == entry["count"]
        assert (folder / "schemas" / f"{entry['id']}.json").is_file()
        assert len({item["id"] for item in items}) == len(items)
        for item in items:
            assert {"th", "en"} <= set(item["title"]) <= {"th", "en", "en_lang"}
            assert isinstance(item["citations"], list)
            if item["url"]:
                assert item["url"]["th"].removeprefix(base).split("#")[0] in pages
                assert item["url"]["en"].removeprefix(base).split("#")[0] in pages


def test_a_field_of_the_api_has_one_type_in_all_items(site: Path) -> None:
    for file in sorted((site / "api" / "v1").glob("*.json")):
        items = json.loads(file.read_text(encoding="utf-8"))["items"]
        for name in items[0] if items else ():
            types = {type(item[name]) for item in items if item[name] is not None}
            assert len(types) <= 1, f"{file.name}: {name}"
            assert all(set(item) == set(items[0]) for item in items)


def test_every_text_file_of_the_site_is_utf8_with_newlines_only(site: Path) -> None:
    for file in _texts(site):
        data = file.read_bytes()
        data.decode("utf-8")
        assert b"\r" not in data, file


def _texts(site: Path) -> Iterator[Path]:
    for file in site.rglob("*"):
        if file.suffix in {".html", ".json", ".js", ".css", ".xml", ".md", ".svg"}:
            yield file
