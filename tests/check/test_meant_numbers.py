"""A hint for a number is the same number, in a form that checking takes; where that is unsure there is no hint."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.check.meant_numbers import PLAIN, meant_number
from tests.check.trees import changed, checked_with, codes

SURE = {
    "61 สภา": "61",
    "๖๑": "61",
    "2.5 ล้าน": "2500000",
    "2.5ล้านบาท": "2500000",
    "1,200 ล้านบาท": "1200000000",
    "3 พันล้าน": "3000000000",
    "2 million": "2000000",
    "-5,000": "-5000",
    "−5000": "-5000",
    "2,500.50": "2500.5",
    "1 000 000": "1000000",
    "1_000": "1000",
    "1e3": "1000",
    "½": "0.5",
    "2½": "2.5",
    "0.10": "0.1",
}
UNSURE = (
    *(
        "1e400",
        "1e20",
        "9" * 20,
        "½.5",
        "2.5½",
        "⅓",
        "50%",
        "ร้อยละ 50",
        "10-12",
        "5 ใน 10",
        "ประมาณ 50",
        "50 กว่า",
        "1.234,56",
    ),
    *(
        "1,2,3",
        "1,2345",
        "12,34,567",
        "many",
        "",
        "NaN",
        "Infinity",
        "1e",
        "--5",
        "+5",
        "0x10",
        "2 โหล",
        "1/2",
        "2567-01-01",
    ),
    *("0.1234567", "9" * 5000, "๑๒.๓.๔", "5 000 00", "\x00", "1" + "0" * 15),
)


@pytest.mark.parametrize(("written", "meant"), SURE.items())
def test_what_can_be_read_in_one_way_is_answered(written: str, meant: str) -> None:
    assert meant_number(written) == meant


@pytest.mark.parametrize("written", UNSURE, ids=lambda written: ascii(written)[:20])
def test_what_is_unsure_is_not_answered(written: str) -> None:
    assert meant_number(written) == ""


def test_where_no_part_of_a_number_can_stand_none_is_answered() -> None:
    assert meant_number("2.5 ล้าน", whole=True) == "2500000"
    assert meant_number("½", whole=True) == ""


@given(st.text("0123456789.,-− ๑๒_eE½ล้านพันสภา%", max_size=12))
def test_any_answer_is_taken_by_checking(written: str) -> None:
    meant = meant_number(written)

    assert meant == "" or PLAIN.match(meant)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False))
def test_a_number_with_commas_is_answered_with_itself(number: Decimal) -> None:
    assert Decimal(meant_number(f"{number:,}")) == number


@pytest.mark.parametrize("written", SURE)
def test_a_hint_that_is_followed_is_clean(written: str, tmp_path: Path) -> None:
    name = "data/facts/krabi.yml"
    unit = "\n    unit: {th: คะแนน, en: points}"  # of which there may be any number
    checked = checked_with(tmp_path, changed(name, "number: 61", f'number: "{written}"{unit}'))
    hints = [problem.expected for problem in checked.problems]
    followed = checked_with(tmp_path, changed(name, "number: 61", (hints[0] if hints else "number: 61") + unit))

    assert codes(followed) == []
