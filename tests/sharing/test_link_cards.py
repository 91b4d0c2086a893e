"""What a chat shows of a shared link: a picture of the size that it asks for, words, whole addresses."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from botrian.exports.drawing import LINE
from botrian.kept import Store
from botrian.knowledge import Knowledge
from botrian.pages import StagedPage
from botrian.sharing import card as cards_module
from botrian.sharing import with_cards
from botrian.sharing.card import HEIGHT, CardWords, card
from botrian.site.settings import site_url
from tests.kinds.whole_tree import ROOT
from tests.library import library_knowledge

WORDS = CardWords("คลัง", "บทเรียน", "ตั้งเวทีให้ครบทุกตำบลก่อน", "น้ำใจที่ยิ่งใหญ่ของทุกที่เป็นกำลัง", "https://example.org/a/")
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


def page(address: str, title: str = "ชื่อ", says: str = "") -> StagedPage:
    return StagedPage(address, f"{address}index.md", title, (), {"description": says})


def pictures(site: Path) -> dict[str, dict[str, str]]:
    """What each page tells chats, by its path."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        metas = html.parse(str(path)).xpath("//meta[@property or @name]")
        found[str(path.relative_to(site))] = {
            one.get("property") or one.get("name"): one.get("content") for one in metas
        }
    return {path: told for path, told in found.items() if "og:title" in told}


def test_a_card_has_the_size_that_chats_ask_for_and_few_bytes() -> None:
    made = card(WORDS)
    image = Image.open(io.BytesIO(made))

    assert (image.size, image.mode) == ((1200, 630), "P")
    assert len(made) < MOST_BYTES / 3
    assert image.info["Title"] == WORDS.title and image.info["Source"] == WORDS.link
    assert card(replace(WORDS)) == made != card(replace(WORDS, says="อื่น"))


@pytest.mark.parametrize("length", [1, 12, 60, 200, 2_000])
def test_nothing_on_a_card_stands_outside_of_it_or_over_something_else(length: int) -> None:
    long = " ".join(["ตั้งเวทีสภาองค์กรชุมชน"] * length)
    blocks = list(cards_module._blocks(replace(WORDS, title=long, says=long)))
    below = sorted(blocks[2:], key=lambda block: block.y)

    assert all(block.y + (len(block.lines) - 1) * block.step + 0.4 * block.size <= HEIGHT for block in blocks)
    for upper, lower in pairwise(below):
        assert upper.y + len(upper.lines) * upper.size * LINE <= lower.y + upper.size
    assert all(block.lines for block in blocks)


def test_what_is_left_out_is_told_and_no_letter_loses_its_marks() -> None:
    text = "ทุกที่อยู่" * 40
    said = list(cards_module._blocks(replace(WORDS, says=text)))[-1].lines
    shown = "".join(said).removesuffix("…")

    assert said[-1] == said[-1].removesuffix("…") + "…"
    assert text.startswith(shown) and len(shown) > len(said[0])
    assert not unicodedata.category(text[len(shown)]).startswith("M")


def test_a_card_is_drawn_again_only_when_its_words_change(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = [f"lessons/{id_}/" for id_ in knowledge.lessons][:3]
    drawn: list[str] = []

    def draw(words: CardWords) -> bytes:
        drawn.append(words.title)
        return card(words)

    monkeypatch.setattr("botrian.sharing.cards.card", draw)

    def made(*titles: str) -> dict[str, bytes]:
        pages = [page(address, title) for address, title in zip(lessons, titles, strict=True)]
        return dict(with_cards(pages, knowledge, "th", "https://example.org/", Store(tmp_path))[1])

    first = made("หนึ่ง", "สอง", "สาม")
    drawn.clear()
    assert made("หนึ่ง", "สอง", "สาม") == first and drawn == []
    second = made("หนึ่ง", "สองใหม่", "สาม")
    assert drawn == ["สองใหม่"]
    assert [name for name in first if first[name] != second[name]] == [f"assets/cards/{lessons[1].rstrip('/')}.png"]


def test_a_damaged_store_of_cards_is_made_again(knowledge: Knowledge, tmp_path: Path) -> None:
    def made() -> Mapping[str, bytes]:
        return dict(with_cards([page("")], knowledge, "th", "https://example.org/", Store(tmp_path))[1])

    first = made()
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert kept
    for file in kept:
        file.write_bytes(b"no card")

    assert made() == first
    assert [file for file in kept if file.read_bytes() == b"no card"] == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_page_tells_chats_a_picture_that_is_there(library_site: Path, language: str) -> None:
    root = site_url(ROOT)
    found = pictures(library_site)
    assert found
    for path, told in found.items():
        for name in ("og:title", "og:description", "og:url", "og:site_name", "og:image:alt"):
            assert told[name], (path, name)
        assert told["og:locale"] == ("en_GB" if path.startswith("en/") else "th_TH")
        assert told["og:url"] == root + path.removesuffix("index.html")
        assert told["twitter:card"] == "summary_large_image"
        assert [name for name in told if name.startswith("twitter:")] == ["twitter:card"]
        with Image.open(library_site / told["og:image"].removeprefix(root)) as image:
            assert image.size == (int(told["og:image:width"]), int(told["og:image:height"]))
    for folder in ("lessons", "cases", "provinces", "paths", "tables"):
        own = {
            told["og:image"]
            for path, told in found.items()
            if path.startswith(f"{language}{folder}/") and "/by-" not in path and told["og:type"] == "article"
        }
        assert own and not any(one.endswith("cards/card.png") for one in own), folder
    assert found[f"{language}terms/index.html"]["og:image"].endswith("cards/terms.png")


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_page_tells_the_way_to_it_from_the_front_page(library_site: Path, language: str) -> None:
    base = site_url(ROOT) + language
    for path in sorted((library_site / language).rglob("index.html")):
        texts = html.parse(str(path)).xpath("//script[@type='application/ld+json']/text()")
        address = path.parent.relative_to(library_site / language).as_posix()
        if not texts or (not language and address.startswith("en")):
            continue
        own, trail = json.loads(texts[0])
        here = base if address == "." else f"{base}{address}/"
        assert trail["@type"] == "BreadcrumbList" and own["@context"] == "https://schema.org"
        assert [step["position"] for step in trail["itemListElement"]] == list(
            range(1, len(trail["itemListElement"]) + 1)
        )
        assert trail["itemListElement"][0]["item"] == base
        assert trail["itemListElement"][-1]["item"] == own["url"] == here
        for step in trail["itemListElement"]:
            assert (library_site / language / step["item"].removeprefix(base) / "index.html").is_file(), step


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_manifest_leads_to_icons_of_their_size(library_site: Path, language: str) -> None:
    told = json.loads((library_site / language / "manifest.webmanifest").read_text(encoding="utf-8"))

    assert told["lang"] == ("en" if language else "th") and told["name"] and told["short_name"]
    assert len(told["icons"]) == 2
    for icon in told["icons"]:
        with Image.open(library_site / language / icon["src"]) as image:
            assert "x".join(map(str, image.size)) == icon["sizes"]
    page = html.parse(str(library_site / language / "index.html"))
    assert page.xpath("//link[@rel='manifest']/@href") == ["manifest.webmanifest"]
    assert page.xpath("//link[@rel='apple-touch-icon']/@href") == ["assets/touch-icon.png"]
