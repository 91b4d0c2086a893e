from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.thai import clip, clusters
from tests.thai.strategies import any_text


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("น้ำที่", ["น้ำ", "ที่"]),
        ("เก็ง", ["เ", "ก็", "ง"]),
        ("ผู้นำ", ["ผู้", "นำ"]),
        ("a\u0301b", ["a\u0301", "b"]),
        ("👩\u200d🌾ก", ["👩\u200d🌾", "ก"]),
        ("👍🏽🇹🇭🇱🇦", ["👍🏽", "🇹🇭", "🇱🇦"]),
        ("ก\r\nข", ["ก", "\r\n", "ข"]),
        ("", []),
    ],
)
def test_a_unit_is_what_a_reader_sees_as_one_sign(text: str, units: list[str]) -> None:
    assert clusters(text) == units


@pytest.mark.parametrize(
    ("limit", "clipped"), [(4, "ผู้นำชุ…"), (6, "ผู้นำชุมช…"), (7, "ผู้นำชุมชน…"), (8, "ผู้นำชุมชน…"), (9, "ผู้นำชุมชนเข้…")]
)
def test_clipping_leaves_no_leading_vowel_or_blank_hanging(limit: int, clipped: str) -> None:
    assert clip("ผู้นำชุมชนเข้มแข็ง", limit) == clipped


def test_text_that_fits_is_not_clipped() -> None:
    assert clip("น้ำที่", 2) == "น้ำที่"


def test_a_limit_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        clip("น้ำ", 1)


@given(any_text)
def test_units_put_together_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@given(any_text, st.integers(2, 12))
def test_clipping_never_cuts_a_unit_and_never_exceeds_the_limit(text: str, limit: int) -> None:
    clipped = clip(text, limit)

    assert len(clusters(clipped)) <= limit
    if clipped != text:
        stem = clusters(clipped.removesuffix("…"))
        assert clusters(text)[: len(stem)] == stem
