"""Who took part is named as they wish, on the page and among the thanks; an unchecked page invites to check it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.check import check
from botrian.pages import frame_of, stage_pages
from botrian.pages.staged import StagedPage
from botrian.records import Language
from botrian.tables import build_tables
from tests.check.trees import TODAY, base_tree, codes

CHECKED = """id: krabi-check-1
role: checked
name: {th: ป้าแดง, en: Pa Daeng}
position: {th: เลขานุการสภา, en: secretary}
province: krabi
consent: spoken
date: 2569-01-15 BE
lessons: [data-first]
provinces: [krabi]
note: {th: เทียบตัวเลขกับรายงานประชุม, en: Held the figures against the minutes}
"""
UNNAMED = "id: krabi-told-1\nrole: told\ndate: 2568-12-01 BE\nway: phone\nlessons: [data-first]\n"


def pages(folder: Path, *files: str, language: Language = "en") -> dict[str, StagedPage]:
    paths = base_tree(folder)
    for text in files:
        name = text.partition("\n")[0].removeprefix("id: ")
        file = paths.data / "credits" / f"{name}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    checked = check(paths, TODAY)
    assert set(codes(checked)) <= {"text-markup"}
    assert checked.knowledge is not None
    knowledge = checked.knowledge
    frame = frame_of(knowledge, build_tables(knowledge), language, Stamp("https://example.org/"))
    return {page.address: page for page in stage_pages(frame)}


def element(page: StagedPage) -> Any:
    return html.fromstring(f"<div>{page.content}</div>")


def lines(page: StagedPage) -> list[str]:
    """What the page says of those who took part; the ways to the form stand below and are no part of it."""
    (box,) = element(page).find_class("kb-credits")
    return [" ".join(one.text_content().split()) for one in box.iter("p") if "kb-ask" not in one.classes]


def test_a_page_says_who_told_it_and_who_checked_it_when(tmp_path: Path) -> None:
    made = pages(tmp_path, CHECKED, UNNAMED)

    assert lines(made["lessons/data-first/"]) == [
        "Told by: Somebody who wishes to stay unnamed 1 December 2025",
        "Checked by: Pa Daeng secretary (Krabi) 15 January 2026",
    ]
    assert lines(made["provinces/krabi/"]) == ["Checked by: Pa Daeng secretary (Krabi) 15 January 2026"]


def test_a_page_that_nobody_checked_says_so_and_invites(tmp_path: Path) -> None:
    made = pages(tmp_path, UNNAMED)
    case = next(page for address, page in made.items() if address.startswith("cases/krabi/krabi-"))

    for page in (case, made["lessons/data-first/"]):
        assert "No record yet" in lines(page)[-1]
        assert element(page).xpath('//div[@class="kb-credits"]//a/@href')


def test_everybody_is_thanked_with_what_they_did_and_a_way_to_it(tmp_path: Path) -> None:
    thanks = element(pages(tmp_path, CHECKED, UNNAMED)["thanks/"])

    (checked,) = thanks.xpath('//li[@id="krabi-check-1"]')
    assert "Pa Daeng" in checked.text_content()
    assert "Held the figures against the minutes" in checked.text_content()
    assert checked.xpath(".//a/@href") == ["../lessons/data-first/", "../provinces/krabi/"]
    assert "unnamed" in thanks.xpath('//li[@id="krabi-told-1"]')[0].text_content()


@pytest.mark.parametrize("language", ["th", "en"])
def test_without_any_credit_the_page_says_who_wrote_what_stands_here(tmp_path: Path, language: Language) -> None:
    thanks = element(pages(tmp_path, language=language)["thanks/"])

    assert thanks.find_class("kb-note")
    assert not thanks.xpath("//li")


def test_a_name_is_text_and_nothing_else(tmp_path: Path) -> None:
    nasty = CHECKED.replace("ป้าแดง", "'ป้าแดง<script>alert(1)</script>'").replace("Pa Daeng", "'<img src=x onerror=y>'")
    made = pages(tmp_path, nasty)

    for page in (made["thanks/"], made["lessons/data-first/"]):
        assert not element(page).xpath("//script | //img")
