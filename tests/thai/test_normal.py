from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given

from botrian.thai import Change, normal, normalise
from botrian.thai.normal import NORMAL_STEPS
from botrian.thai.rules import settle
from tests.thai.strategies import any_text, messy_text


@pytest.mark.parametrize("written", ["น้ำ", "นํ้า", "น้ํา", "นำ้", "น\u200bํ้า", "น\uf70bํา"])
def test_every_byte_form_of_water_becomes_one(written: str) -> None:
    assert normal(written) == "น้ำ"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("ท่ี", "ที่"),
        ("ปู่่", "ปู่"),
        ("เเผน", "แผน"),
        ("คะ่", "ค่ะ"),
        ("มๅก", "มาก"),
        ("ฤๅษี", "ฤๅษี"),
        ("พันธ์ุ", "พันธุ์"),
        ("a\u0301", "á"),
        ("ก\u0000ข\u001bค\n\tง", "กขค\n\tง"),
        ("ก\r\nข\rค", "ก\nข\nค"),
        ("แผน\u00a0ชุมชน", "แผน ชุมชน"),
        ("ก\ue000ข\ue003ค\uf8ff\U000f0000\U0010fffd", "กขค"),
        ("ก\U000e0041\U000e0100\u3164\u034f\ufff9ข\ufe00", "กข"),
    ],
)
def test_spellings_that_look_the_same_become_one(written: str, stored: str) -> None:
    assert normal(written) == stored


@pytest.mark.parametrize(
    "text",
    ["๒๕๕๕", "ก่้", "วรรค", "ๆๆ", "กิี", "👩\u200d🌾", "❤\ufe0f\u200d🔥", "می\u200cخواهم", "א\u200f!", "กํ"],
)
def test_what_a_reader_can_tell_apart_or_needs_stays(text: str) -> None:
    assert normalise(text).changes == ()
    assert normal(text) == text


def test_changes_tell_kind_place_and_both_forms_in_order() -> None:
    result = normalise("เเผน\u200bอํานาจ")

    assert result.text == "แผนอำนาจ"
    assert result.changes == (
        Change("double-sara-e", "เเ", "แ", 0),
        Change("zero-width", "\u200b", "", 4),
        Change("sara-am", "ํา", "ำ", 6),
    )


@given(any_text)
@example("ํิา")
@example("ๅๅ\u200bๅ")
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normal(text)

    assert normal(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(messy_text)
def test_the_consonants_and_digits_stay_as_they_are(text: str) -> None:
    def kept(of: str) -> list[str]:
        return [letter for letter in of if "ก" <= letter <= "ฮ" or letter.isdigit()]

    assert kept(normal(text)) == kept(text)


@given(any_text)
def test_the_account_of_changes_agrees_with_the_text(text: str) -> None:
    result = normalise(text)

    assert result.text == normal(text)
    assert bool(result.changes) == (result.text != text)
    assert all(text[change.offset :].startswith(change.found) for change in result.changes)


@given(any_text | messy_text)
@example("ฤา")
@example("ค\u0e4c\u0e49")
@example("นะ่")
@example("กี่ี")
def test_a_text_that_no_step_is_tried_on_is_one_that_none_would_change(text: str) -> None:
    assert normal(text) == settle(NORMAL_STEPS, text)


def test_any_two_thai_signs_are_tried_by_the_steps_where_one_would_change_them() -> None:
    """The quick look is told apart from the steps: no rule of theirs may be missing in it."""
    signs = [chr(code) for code in range(0x0E01, 0x0E5C) if unicodedata.category(chr(code)) != "Cn"]
    wrong = [
        ascii(text)
        for one in signs
        for other in signs
        if normal(text := f"ก{one}{other}ก") != settle(NORMAL_STEPS, text)
    ]

    assert wrong == []


def test_ten_thousand_hostile_marks_are_done_at_once() -> None:
    hostile = ("า่" * 2500 + "ํ่" * 1500 + "ๅ" * 2000) * 2

    assert normal(normal(hostile)) == normal(hostile)


def test_no_letter_without_a_meaning_of_its_own_is_stored() -> None:
    for letter in map(chr, (*range(0xD800, 0xF900), *range(0xE0000, 0xE1000), *range(0xF0000, 0x110000))):
        stored = normal(letter)

        assert stored == "" or "\u0e00" < stored < "\u0e7f" or unicodedata.category(letter) == "Cn"
