from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.thai import slug
from tests.thai.strategies import any_text


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("ที่มาของธรรมนูญประชาชน", "ที่มาของธรรมนูญประชาชน"),
        ("ผู้นำ และ เครือข่าย (พ.ศ. 2551)", "ผู้นำ-และ-เครือข่าย-พศ-2551"),
        ("อํานาจเจริญ", "อำนาจเจริญ"),
        ("How it works: 5 steps", "how-it-works-5-steps"),
        ("ปี 2555/2556", "ปี-2555-2556"),
        ("— ! —", "section"),
        ("❤️ ใจ", "ใจ"),
    ],
)
def test_an_anchor_keeps_letters_vowels_and_tones_and_drops_punctuation(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


def test_a_taken_anchor_gets_the_next_number() -> None:
    assert slug("บทเรียน", {"บทเรียน", "บทเรียน-2"}) == "บทเรียน-3"


@given(any_text)
def test_an_anchor_is_safe_in_an_address_and_stays_itself(heading: str) -> None:
    anchor = slug(heading)

    assert anchor and slug(anchor) == anchor
    assert not anchor.startswith("-") and not anchor.endswith("-") and "--" not in anchor
    assert all(letter == "-" or unicodedata.category(letter)[0] in "LMN" for letter in anchor)


@given(st.lists(st.sampled_from(["ก", "ก 2", "ก-2", "!", "section", "ข"]), max_size=12))
def test_anchors_of_one_page_are_all_different(headings: list[str]) -> None:
    taken: list[str] = []
    for heading in headings:
        taken.append(slug(heading, taken))

    assert len(set(taken)) == len(headings)
