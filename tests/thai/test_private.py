from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.thai import has_check_digit, private_kinds, private_places, unfilled

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).resolve().parents[1] / "vectors" / "private.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"][:30])
def test_each_vector_has_its_places_and_its_unfilled_words(vector: dict[str, Any]) -> None:
    found = [[place.kind, place.found] for place in private_places(vector["text"])]

    assert (found, unfilled(vector["text"])) == (vector["places"], vector["unfilled"])


@given(st.text("0123456789๐๑- .ก@a:", max_size=60))
def test_places_do_not_overlap_and_say_what_stands_there(text: str) -> None:
    places = private_places(text)

    assert all(one.end <= other.start for one, other in pairwise(places))
    assert all(text[place.start : place.end] == place.found for place in places)


@given(st.text("0123456789", min_size=12, max_size=12))
def test_exactly_one_last_digit_makes_a_citizen_number(digits: str) -> None:
    assert [has_check_digit(digits + last) for last in "0123456789"].count(True) == 1


def test_text_of_any_form_is_brought_into_stored_form_first() -> None:
    assert private_kinds("โทร\u00a0081-234-5678 a@b.org โทร 089-999-9999") == ("phone", "mail")


def test_very_many_places_are_all_found() -> None:
    assert len(private_places("โทร 081-234-5678 " * 50_000)) == 50_000
