"""The feed shows what is new first, in its own language; the sitemap has each page in both."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree

import pytest

from botrian.addresses import Stamp
from botrian.api import api_files, lesson_feed, sitemap
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.tables import build_tables
from tests.library import library_knowledge

SITE = "https://example.org/kb/"
ATOM = "{http://www.w3.org/2005/Atom}"
CHANGED = {
    "docs/lessons/share-data.md": date(2026, 5, 3),
    "docs/lessons/save-first.md": date(2026, 6, 1),
    "docs/lessons/data-first.md": date(2026, 5, 3),
}
STAMP = Stamp(SITE, None, CHANGED)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


def entries(knowledge: Knowledge, language: Language) -> list[tuple[str | None, ...]]:
    feed = ElementTree.fromstring(lesson_feed(knowledge, language, STAMP))  # noqa: S314 -- our own
    names = ("id", "title", "updated")
    return [tuple(entry.findtext(f"{ATOM}{name}") for name in names) for entry in feed.iter(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("language", "root", "title"), [("th", SITE, "ออมก่อนขอเงิน"), ("en", f"{SITE}en/", "Save before you ask for money")]
)
def test_the_newest_lesson_comes_first_in_the_feeds_language(
    language: Language, root: str, title: str, knowledge: Knowledge
) -> None:
    found = entries(knowledge, language)

    assert found[0] == (f"{root}lessons/save-first/", title, "2026-06-01T00:00:00Z")
    assert [one[0] for one in found[1:3]] == [f"{root}lessons/{id_}/" for id_ in ("data-first", "share-data")]
    assert len(found) == len(knowledge.lessons)


def test_a_feed_says_when_anything_in_it_was_changed_last(knowledge: Knowledge) -> None:
    feed = ElementTree.fromstring(lesson_feed(knowledge, "th", STAMP))  # noqa: S314 -- our own
    without = ElementTree.fromstring(lesson_feed(knowledge, "th", Stamp(SITE)))  # noqa: S314 -- our own

    assert feed.findtext(f"{ATOM}updated") == "2026-06-01T00:00:00Z"
    assert without.findtext(f"{ATOM}updated") == "2024-01-01T00:00:00Z"


def test_a_page_stands_in_the_sitemap_in_both_languages_each_with_its_other() -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ElementTree.fromstring(sitemap(["lessons/a/", "", "x/?a&b/"], SITE))  # noqa: S314 -- our own
    found = {
        url.findtext("s:loc", "", names): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)
        }
        for url in tree.findall("s:url", names)
    }

    assert list(found) == [f"{root}{page}" for page in ("", "lessons/a/", "x/?a&b/") for root in (SITE, f"{SITE}en/")]
    for page in ("lessons/a/", "x/?a&b/"):
        both = {"th": f"{SITE}{page}", "en": f"{SITE}en/{page}", "x-default": f"{SITE}{page}"}
        assert found[f"{SITE}{page}"] == found[f"{SITE}en/{page}"] == both


def test_an_item_of_the_api_leads_to_its_page_in_both_languages(knowledge: Knowledge) -> None:
    files = api_files(knowledge, build_tables(knowledge), SITE)
    lesson = json.loads(files["api/v1/lessons.json"])["items"][0]

    page = f"lessons/{lesson['id']}/"
    assert lesson["url"] == {"th": f"{SITE}{page}", "en": f"{SITE}en/{page}"}
