"""A number in a table's answer is told of only where no count of that table gives it."""

from __future__ import annotations

import pytest

from botrian.check.table_counts import contradicted, contradicted_in_english, thai_number_words
from botrian.records import Text
from botrian.tables import Cell, Column, Ref, Row, Table, Value


def text(words: str) -> Text:
    return Text(th=words, en=words)


def filled(words: str, *provinces: str) -> Cell:
    return Cell(values=(Value("text", text(words), refs=tuple(Ref("province", one) for one in provinces)),))


EMPTY = Cell(absent="unknown")
ROWS = (
    Row("krabi", text("กระบี่"), (filled("ฐานข้อมูลสังคม 26 ตำบล"), filled("มีบันทึกความร่วมมือ")), Ref("province", "krabi")),
    Row("trat", text("ตราด"), (filled("ข้อมูลทุกหมู่บ้าน"), filled("มีบันทึกความร่วมมือ")), Ref("province", "trat")),
    Row("yala", text("ยะลา"), (filled("ประชาพิจารณ์แผน"), EMPTY), Ref("province", "yala")),
    Row("satun", text("สตูล"), (EMPTY, EMPTY), Ref("province", "satun")),
    Row("nan", text("น่าน"), (filled("เวทีสภา"), EMPTY), Ref("province", "nan")),
)


def table(answer: str, rows: tuple[Row, ...] = ROWS) -> Table:
    columns = (Column("tools", text("เครื่องมือ")), Column("papers", text("เอกสาร")))
    return Table("tools", text("เครื่องมือ"), text(answer), text("จังหวัด"), columns, rows)


@pytest.mark.parametrize(
    "answer",
    [
        "มีห้าจังหวัด",  # rows
        "สี่จังหวัดบอกเครื่องมือ",  # filled cells of a column
        "สามจังหวัดไม่บอกเอกสาร",  # empty cells of a column
        "สองจังหวัดมีบันทึกความร่วมมือ",  # equal cells
        "ทำงานใน 26 เรื่อง",  # a number of the table itself
        "ราวสิบห้าเรื่อง",  # rough
        "กว่ายี่สิบเรื่อง",  # 26
        "ทั้งเจ็ดเรื่องนี้",  # sums up what is named
        "บทที่ 9 เรื่องคน",  # counts nothing
        "มีหลายเรื่อง",
    ],
)
def test_a_count_of_the_table_bears_the_number_out(answer: str) -> None:
    assert list(contradicted(table(answer))) == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("เก้าจังหวัดมีเครื่องมือ", ["เก้าจังหวัด"]),
        ("มี 12 เรื่อง และ 31 ข้อ", ["12 เรื่อง", "31 ข้อ"]),
        ("กว่าสามสิบเรื่อง", ["สามสิบเรื่อง"]),
    ],
)
def test_a_number_that_no_count_gives_is_told_of(answer: str, told: list[str]) -> None:
    assert list(contradicted(table(answer))) == told


def test_rows_that_the_answer_names_one_after_the_other_are_counted_once_each() -> None:
    six = tuple(
        Row(str(number), text(f"ที่{name}"), (filled(f"งาน{name}", name), EMPTY))
        for number, name in enumerate(("กอ", "ขอ", "คอ", "งอ", "จอ", "ฉอ"))
    )
    listed = "สี่เรื่อง คือ ที่กอ ที่ขอ ที่คอ และที่งอ ที่งอยังใหม่"

    assert list(contradicted(table(listed, six))) == []
    assert list(contradicted(table(listed.replace("ที่ขอ ", ""), six))) == ["สี่เรื่อง"]


def test_where_the_table_names_no_province_provinces_cannot_be_counted() -> None:
    cases = tuple(Row(str(number), text(f"กรณี {number}"), (filled("งาน"), EMPTY)) for number in range(3))

    assert list(contradicted(table("มีเรื่องจากเก้าจังหวัด", cases))) == []


def test_thai_numbers_are_read_as_they_are_said() -> None:
    words = thai_number_words()

    assert [words[word] for word in ("สิบ", "สิบเอ็ด", "ยี่สิบเอ็ด", "ห้าสิบสอง")] == [10, 11, 21, 52]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Nine provinces have a tool", ["Nine provinces"]),
        ("Five provinces; four name a tool", []),
        ("Seven lessons speak of it", ["Seven lessons"]),
        ("Over four provinces", []),
        ("Over nine provinces", ["nine provinces"]),
        ("More than twenty lessons", []),
        ("More than thirty pitfalls", ["thirty pitfalls"]),
        ("Some thirty lessons", []),
        ("Nine provincial offices", []),
    ],
)
def test_an_english_number_in_words_is_held_against_the_same_counts(answer: str, told: list[str]) -> None:
    assert list(contradicted_in_english(table(answer))) == told


def test_all_provinces_are_those_of_the_table() -> None:
    assert list(contradicted(table("ทั้งเก้าจังหวัดมีเครื่องมือ"))) == ["เก้าจังหวัด"]
    assert list(contradicted(table("ทั้งห้าจังหวัดมีเครื่องมือ"))) == []
