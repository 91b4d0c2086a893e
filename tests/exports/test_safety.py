"""Whatever stands in a cell, no file runs it, breaks by it, or carries the clock of the machine."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from PIL import Image

from botrian.exports import FORMATS, file_of
from botrian.exports.csv_file import harmless, written
from botrian.exports.json_file import schema_file
from botrian.exports.printed import PrintedTable, printable
from botrian.tables import Column, Row
from tests.exports import made, readers

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+\-−]?[0-9][0-9,]*(\.[0-9]+)?")
CELLS: list[dict[str, str]] = json.loads((Path(__file__).parent / "cells.json").read_text(encoding="utf-8"))
ANY_TEXT = st.text(max_size=40) | st.text("=+-@|`*_[]<>&'\"\\\n\r\t ก่้ำ1,;", min_size=1, max_size=20)


def one_cell(text: str) -> PrintedTable:
    column = (Column("only", made.both("ค่า", "Value")),)
    return made.printed(made.table("one", column, (Row("row", made.both("แถว", "Row"), (made.text_cell(text),)),)))


@given(ANY_TEXT)
def test_no_cell_of_a_csv_file_starts_like_a_formula_unless_it_is_a_number(text: str) -> None:
    content = file_of(one_cell(text), "csv").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content, newline="")):
        for cell in row:
            assert NUMBER.fullmatch(cell) or not cell.startswith(FORMULA_STARTS), cell


@given(ANY_TEXT, st.sampled_from([",", ";", "\t"]))
def test_no_other_separator_makes_a_formula_of_a_part_of_a_cell(text: str, between: str) -> None:
    """A spreadsheet of another country splits at another sign; where it does not split, it sees the whole cell."""
    content = file_of(one_cell(text), "csv").decode("utf-8-sig")
    for line in content.splitlines():
        for part in line.split(between):
            bare = part.lstrip(' "')
            assert NUMBER.fullmatch(bare.rstrip('"')) or not bare.startswith(FORMULA_STARTS), part


@pytest.mark.parametrize("cell", CELLS, ids=[cell["why"] for cell in CELLS])
def test_a_text_is_written_as_the_examples_say(cell: dict[str, str]) -> None:
    """The same examples are held against the browser's script, beside which this stands."""
    assert written(cell["text"]) == cell["field"]


@pytest.mark.parametrize("sign", [one for one in FORMULA_STARTS if not one.isspace()])
@pytest.mark.parametrize(("before", "behind"), [("", ""), ("", " "), ("\n", ""), ("\t", ""), ("a;", ""), ("a\r", " ")])
def test_every_sign_that_starts_a_formula_is_made_harmless(sign: str, before: str, behind: str) -> None:
    """The apostrophe stands where a spreadsheet may begin a cell: also behind what another one splits at."""
    assert harmless(f"{before}{behind}{sign}1+1") == f"{before}'{behind}{sign}1+1"
    assert harmless(f"1{sign}1") == f"1{sign}1"


@pytest.mark.parametrize("sign", [one for one in FORMULA_STARTS if not one.isspace()])
def test_a_cell_of_a_csv_file_that_starts_so_has_an_apostrophe_before_it(sign: str) -> None:
    (record,) = readers.records_of_csv(file_of(one_cell(f"{sign}1+1"), "csv"))

    assert record["only_th"] == f"'{sign}1+1"


def test_a_negative_number_stays_a_number() -> None:
    table = made.printed(made.everyday())

    assert "-5.50" in file_of(table, "csv").decode("utf-8-sig").split("\r\n")[3].split(",")
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(table, "xlsx"))).worksheets[0]
    assert sheet["C4"].value == -5.5


def test_a_text_that_starts_with_an_apostrophe_stays_as_it_is() -> None:
    assert harmless("'quoted'") == "'quoted'"


@given(ANY_TEXT)
@settings(max_examples=30)
def test_no_cell_of_a_workbook_is_a_formula_an_error_or_a_link_elsewhere(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_of(one_cell(text), "xlsx")))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "inlineStr"), cell.value
                link = str(cell.hyperlink.target) if cell.hyperlink else made.STAMP.site_url
                assert link.startswith(made.STAMP.site_url)


@given(ANY_TEXT)
def test_markdown_shows_the_text_of_a_cell_and_nothing_else(text: str) -> None:
    table = one_cell(text)

    assert readers.from_markdown(file_of(table, "md"), "th")[1][1] == readers.tidy(table.rows[0].cells[0].text)


@given(ANY_TEXT)
def test_a_text_makes_no_element_of_the_html(text: str) -> None:
    plain = html.document_fromstring(file_of(one_cell("ก"), "html").decode("utf-8"))
    page = html.document_fromstring(file_of(one_cell(text), "html").decode("utf-8"))
    names = [element.tag for element in page.iter() if element.tag != "br"]

    assert names == [element.tag for element in plain.iter() if element.tag != "br"]


@given(st.text(max_size=60))
def test_printable_text_stands_in_any_xml(text: str) -> None:
    element = etree.Element("a")
    element.text = printable(text)

    assert (etree.fromstring(etree.tostring(element)).text or "") == printable(text)


@pytest.mark.parametrize("format_", ["docx", "pptx", "svg", "png"])
@pytest.mark.parametrize("text", made.NASTY)
def test_every_nasty_text_gives_a_file_that_opens(format_: str, text: str) -> None:
    content = file_of(one_cell(text), format_)
    if format_ in ("docx", "pptx"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(parts.read(name))
    elif format_ == "svg":
        etree.fromstring(content)
    else:
        assert Image.open(io.BytesIO(content)).width == 1080


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", ["everyday", "nasty"])
def test_the_same_table_gives_the_same_bytes(format_: str, name: str) -> None:
    one = getattr(made, name)

    assert file_of(made.printed(one()), format_) == file_of(made.printed(one()), format_)


@pytest.mark.parametrize("format_", ["docx", "pptx", "xlsx"])
def test_no_moment_but_the_day_of_the_content_stands_in_an_office_file(format_: str) -> None:
    with zipfile.ZipFile(io.BytesIO(file_of(made.printed(made.everyday()), format_))) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = etree.fromstring(parts.read("docProps/core.xml"))
    days = {(element.text or "")[:10] for element in core.iter() if element.tag.endswith(("created", "modified"))}

    assert days == {"2026-10-30"}


def test_the_version_changes_with_the_content_and_not_with_its_file() -> None:
    one = made.everyday()
    version = made.printed(one).provenance.version
    moved = replace(one, rows=tuple(replace(row, line=9) for row in one.rows))

    assert version == made.printed(moved).provenance.version
    assert version != made.printed(replace(one, title=made.both("อื่น", "Other"))).provenance.version


def test_the_json_is_as_its_schema_says() -> None:
    schema = json.loads(schema_file())
    for one in (made.everyday(), made.nasty(), made.grouped(), made.sized(2, 0)):
        _as_said(json.loads(file_of(made.printed(one), "json")), schema, "table")


def _as_said(value: Any, schema: Any, place: str) -> None:
    """The parts of JSON Schema that our schema uses."""
    known = {"object": dict, "array": list, "string": str, "number": int | float, "null": type(None)}
    if "enum" in schema:
        assert value in schema["enum"], place
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    assert not kinds or any(isinstance(value, known[kind]) for kind in kinds), f"{place}: {value!r}"
    if isinstance(value, dict):
        assert set(schema["required"]) <= set(value), place
        assert set(value) <= set(schema["properties"]), place
        for name, one in value.items():
            _as_said(one, schema["properties"][name], f"{place}.{name}")
    if isinstance(value, list):
        for number, one in enumerate(value):
            _as_said(one, schema["items"], f"{place}[{number}]")
