"""A CSV file holds its table and nothing else, loads as it is, and what tells of it tells the truth."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pandas as pd
import pytest

from botrian.exports import file_of
from botrian.exports.csvw import csvw_file
from botrian.exports.data_columns import data_columns
from botrian.exports.printed import PrintedTable, printed_table
from botrian.records import Language
from botrian.tables import Cell, Column, Ref, Row, Value
from botrian.thai import parse_date
from tests.exports import made
from tests.exports.test_same_cells import TABLES
from tests.tables.made import case


def numbers() -> PrintedTable:
    """A column of numbers of which one belongs to a case, one is of two years, one is not told, and one is disputed."""
    columns = (Column("leaders-in-all", made.both("แกนนำ", "Leaders"), "number", made.both("คน", "people")),)
    years = tuple(
        Value("number", made.both(digits), number=Decimal(digits), year=parse_date(year), citations=(made.cited(1, 2),))
        for digits, year in (("61", "2564 BE"), ("15", "2551 BE"))
    )
    disputed = tuple(Value("number", made.both(digits), number=Decimal(digits)) for digits in ("3", "4"))
    rows = (
        ("a", made.number_cell("30", qualifier="more-than", refs=(Ref("case", "rak-satun"),))),
        ("b", Cell(values=years)),
        ("c", Cell(absent="unknown", note=made.both("บอกแต่ชื่อ", "names only"))),
        ("d", Cell(values=disputed)),
        ("e", made.number_cell("1250", unit=made.both("ครัวเรือน", "households"))),
    )
    one = made.table("numbers", columns, tuple(Row(id_, made.both(id_), (cell,)) for id_, cell in rows))
    cases = {"rak-satun": case("rak-satun", title={"th": "เครือข่ายรักจังสตูล", "en": "Rak Jang Satun"})}
    return printed_table(one, replace(made.KNOWLEDGE, cases=cases), "th", made.STAMP)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("name", TABLES)
def test_a_row_of_the_file_is_a_row_of_the_table(name: str, language: Language) -> None:
    table = made.printed(TABLES[name], language)
    content = file_of(table, "csv")
    frame = pd.read_csv(io.BytesIO(content), dtype={"id": "str"})

    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
    assert [row.id for row in table.rows] == list(frame["id"])
    assert frame["id"].is_unique and len(frame.columns) == len(set(frame.columns))


def test_numbers_load_as_numbers_and_say_what_they_are_of() -> None:
    frame = pd.read_csv(io.BytesIO(file_of(numbers(), "csv")), index_col="id")

    assert frame["leaders_in_all"].dtype == "float64"
    assert dict(frame["leaders_in_all"].dropna()) == {"a": 30, "b": 61, "e": 1250}
    assert frame.loc["a", "leaders_in_all_qualifier"] == "more-than"
    assert frame.loc["a", "leaders_in_all_records"] == "case:rak-satun"
    assert frame.loc["a", "leaders_in_all_th"] == "มากกว่า 30 — เครือข่ายรักจังสตูล"
    assert frame.loc["b", "leaders_in_all_year_ce"] == 2021
    assert frame.loc["b", "leaders_in_all_citations"] == "book:1-2"
    assert list(frame["leaders_in_all_unit_th"].dropna()) == ["คน", "คน", "ครัวเรือน"]
    assert (frame.loc["c", "leaders_in_all_absent"], frame.loc["c", "leaders_in_all_note_th"]) == ("unknown", "บอกแต่ชื่อ")
    assert str(frame.loc["d", "leaders_in_all_th"]).count("•") == 2


def test_a_column_of_whole_numbers_loads_as_whole_numbers() -> None:
    frame = pd.read_csv(io.BytesIO(file_of(made.printed(made.grouped()), "csv")))

    assert frame["amount"].dtype == "int64"
    assert "amount_th" not in frame


def test_two_columns_never_have_one_name() -> None:
    columns = tuple(Column(id_, made.both(id_)) for id_ in ("a-b", "a_b", "name"))
    row = Row("r", made.both("r"), tuple(made.text_cell(text) for text in "xyz"))
    names = [one.name for one in data_columns(made.printed(made.table("twins", columns, (row,))))]

    assert names == ["id", "name_th", "a_b_th", "a_b_th_2", "name_th_2"]


@pytest.mark.parametrize("name", TABLES)
def test_what_tells_of_a_file_names_its_columns_in_order(name: str) -> None:
    table = made.printed(TABLES[name])
    told = json.loads(csvw_file(table))
    head = file_of(table, "csv").decode("utf-8-sig").partition("\r\n")[0].split(",")

    assert told["url"] == f"{table.id}.csv"
    assert [column["name"] for column in told["tableSchema"]["columns"]] == head
    assert all(
        column["titles"][0] == column["name"] and column["titles"][1] for column in told["tableSchema"]["columns"]
    )
    assert told["tableSchema"]["primaryKey"] == "id"


def test_what_stood_below_the_table_stands_beside_it() -> None:
    table = made.printed(made.everyday())
    told = json.loads(csvw_file(table))

    assert (told["dc:title"], told["dc:description"]) == (table.title, table.answer)
    assert told["dc:source"] == ["สำนักพิมพ์. (2567). หนังสือบทเรียน. (น. 5; บรรทัด 10–12, 30)"]
    assert told["dc:license"]["@id"].startswith("https://creativecommons.org/")
    said = {text for note in told["notes"] for text in note["texts"]}
    assert {"ปีตามแหล่งข้อมูล", "ไม่มีปีของยะลา", table.provenance.cite, table.provenance.link} <= said
