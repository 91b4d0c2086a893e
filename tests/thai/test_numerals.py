from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.thai import arabic_digits, format_number


def test_digits_change_and_nothing_else() -> None:
    assert arabic_digits("ข้อ ๓๔๖๗๘ a") == "ข้อ 34678 a"


@given(st.text("0123456789กa.", max_size=20))
def test_thai_digits_and_back_is_the_same_text(text: str) -> None:
    assert arabic_digits(text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("655347.50"), "655,347.50"),
        (Decimal("1E+6"), "1,000,000"),
        (Decimal("-1234"), "-1,234"),
        (Decimal("-0.0"), "0.0"),
        (0, "0"),
        (42000, "42,000"),
    ],
)
def test_a_number_keeps_its_decimals_and_gets_commas(value: Decimal | int, written: str) -> None:
    assert format_number(value, "th") == written
    assert format_number(value, "en") == written


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), True])
def test_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="not a"):
        format_number(value, "th")
