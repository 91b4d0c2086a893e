"""A province of which nobody has looked up anything of a table is no row of it; it is named under the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.api.table_items import Address, table_item
from botrian.check import check
from botrian.exports.printed import printed_table
from botrian.knowledge import Knowledge
from botrian.pages.stage import frame_of, stage_pages
from botrian.records import Language
from botrian.tables import Table, build_tables
from tests.library import TODAY, library_tree

STAMP = Stamp("https://example.org/")
PROFILE = """---
id: nan
title: {th: น่าน, en: Nan}
summary: {th: น่านเริ่มต้นปีนี้, en: Nan begins this year}
citations: [{source: network-report, lines: [23, 24]}]
---
"""
FACTS = """province: nan
facts:
  - dimension: %s
    %s
"""


def library(folder: Path, facts: str = "") -> Knowledge:
    """The tests' library with a new province, and what is known of it."""
    paths = library_tree(folder)
    provinces = paths.data / "provinces.yml"
    text = provinces.read_text(encoding="utf-8")
    if "id: nan" not in text:
        line = "  - {id: nan, name: {th: น่าน, en: Nan}, iso: TH-55, region: north}\n"
        provinces.write_text(text.rstrip("\n") + "\n" + line, encoding="utf-8", newline="\n")
    (paths.docs / "provinces/nan.md").write_text(PROFILE, encoding="utf-8", newline="\n")
    if facts:
        (paths.data / "facts/nan.yml").write_text(facts, encoding="utf-8", newline="\n")
    checked = check(paths, TODAY)
    assert checked.knowledge is not None, checked.problems
    return checked.knowledge


def rows_of(table: Table) -> tuple[list[str], list[str]]:
    return [row.id for row in table.rows], [row.id for row in table.left_out]


def test_a_new_province_puts_no_empty_row_into_a_table(tmp_path: Path) -> None:
    before = build_tables(library(tmp_path / "a"))
    rows, left_out = rows_of(before["numbers"])

    assert "nan" not in rows
    assert left_out == ["nan"]
    assert all(
        any(cell.values or cell.absent != "not-looked-up" for cell in row.cells) for row in before["numbers"].rows
    )


@pytest.mark.parametrize(
    "value",
    [
        "number: 4\n    citations: [{source: network-report, lines: [23, 24]}]",
        "absent: none\n    citations: [{source: network-report, lines: [23, 24]}]",
        "absent: unknown\n    looked_in: [{source: network-report, lines: [1, 60]}]",
        "absent: not-applicable",
    ],
    ids=["value", "none", "looked for", "not applicable"],
)
def test_it_becomes_a_row_with_the_first_thing_that_is_known(value: str, tmp_path: Path) -> None:
    tables = build_tables(library(tmp_path, FACTS % ("council-count", value)))
    rows, left_out = rows_of(tables["numbers"])

    assert "nan" in rows
    assert left_out == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_page_files_and_api_say_which_are_left_out_and_why(language: Language, tmp_path: Path) -> None:
    knowledge = library(tmp_path)
    tables = build_tables(knowledge)
    pages = {page.address: page.content for page in stage_pages(frame_of(knowledge, tables, language, STAMP))}
    name = {"th": "น่าน", "en": "Nan"}[language]
    why = {"th": "ยังไม่มีใครค้นข้อมูลเรื่องนี้", "en": "nobody has looked up anything of it"}[language]

    assert f'<a href="../../provinces/nan/">{name}</a>' in pages["tables/numbers/"].partition('id="left-out"')[2]
    assert why in pages["tables/numbers/"]
    assert [
        note
        for note in printed_table(tables["numbers"], knowledge, language, STAMP).notes
        if why in note and name in note
    ]
    item = table_item(tables["numbers"], lambda ref: Address(th=ref.id, en=ref.id))
    assert [(one.kind, one.id) for one in item.left_out] == [("province", "nan")]


def test_a_table_that_leaves_out_nobody_says_nothing(tmp_path: Path) -> None:
    knowledge = library(tmp_path)
    frame = frame_of(knowledge, build_tables(knowledge), "th", STAMP)
    pages = {page.address: page.content for page in stage_pages(frame)}
    silent = [id_ for id_, table in frame.tables.items() if not table.left_out]

    assert silent
    assert not any('id="left-out"' in pages[f"tables/{id_}/"] for id_ in silent)
