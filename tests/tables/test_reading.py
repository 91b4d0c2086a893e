"""A cell is read the same everywhere: what is only implied says so, and sources disagree only on the same thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from botrian.records import Text
from botrian.tables import Cell, Value
from botrian.tables.reading import cell_lines, disagrees, leading, standing
from botrian.tables.typed import Ref
from botrian.thai import parse_date


def said(number: int, year: str | None = None, **more: object) -> Value:
    words = Text(th=str(number), en=str(number))
    when = parse_date(year) if year else None
    return Value("number", words, number=Decimal(number), year=when, **more)  # type: ignore[arg-type]


TAMBONS, NOTE = Text(th="ตำบล", en="tambons"), Text(th="นับใหม่", en="counted again")


@pytest.mark.parametrize(
    ("second", "differs"),
    [
        (said(80, "2553 BE"), True),
        (said(76, "2553 BE"), False),
        (said(80, "2554 BE"), False),
        (said(80), False),
        (said(80, "2553 BE", unit=TAMBONS), False),
        (said(80, "2553 BE", note=NOTE), False),
        (said(80, "2553 BE", refs=(Ref("case", "fund"),)), False),
    ],
)
def test_sources_disagree_where_numbers_differ_for_the_same_year_unit_and_case(second: Value, differs: bool) -> None:
    assert disagrees(Cell(values=(said(76, "2553 BE"), second))) is differs


def test_two_texts_do_not_disagree() -> None:
    texts = tuple(Value("text", Text(th=one, en=one)) for one in ("น้ำ", "ป่า"))

    assert not disagrees(Cell(values=texts))


@pytest.mark.parametrize(
    ("cell", "thai"),
    [
        (Cell(values=(said(76, basis="implied"),)), ("76 (ตีความจากแหล่งข้อมูล)",)),
        (Cell(values=(said(76),)), ("76",)),
        (
            Cell(values=(said(76), said(80, "2553 BE", basis="implied"))),
            ("• 76", "• 80 (พ.ศ. 2553) (ตีความจากแหล่งข้อมูล)"),
        ),
        (
            Cell(values=(Value("list", NOTE, items=(TAMBONS,), basis="implied"),)),
            ("• ตำบล", "(ตีความจากแหล่งข้อมูล)"),
        ),
    ],
)
def test_what_is_read_out_of_a_source_says_so(cell: Cell, thai: tuple[str, ...]) -> None:
    assert cell_lines(cell, "th") == thai


def test_an_empty_cell_says_why_and_what_is_noted_of_it() -> None:
    assert cell_lines(Cell(absent="none", note=NOTE), "en") == ("None", "(counted again)")


def test_the_number_of_the_last_year_stands_for_a_cell_wherever_it_is_told() -> None:
    old, new = said(15, "2551 BE"), said(61, "2564 BE")

    assert standing(Cell(values=(old, new))) == standing(Cell(values=(new, old))) == new
    assert leading(Cell(values=(old, new))) == new


@pytest.mark.parametrize(
    "values",
    [
        (),
        (said(3, "2564 BE"), said(4, "2564 BE")),
        (said(3, None), said(4, "2564 BE")),
        (said(3, "2551 BE"), said(4, "2564 BE", refs=(Ref("case", "one"),))),
        (said(3, "2551 BE"), said(4, "2564 BE", unit=Text(th="คน", en="people"))),
    ],
    ids=["empty", "disputed", "without a year", "of a case", "another unit"],
)
def test_no_number_stands_for_a_cell_where_nothing_says_which(values: tuple[Value, ...]) -> None:
    assert standing(Cell(values=values)) is None
    assert leading(Cell(values=values)) == (values[0] if values else None)
