"""A text needs Thai alone: until somebody translates it the Thai stands for the English, and says that it does."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from botrian.records import Statement, Text


def test_thai_stands_for_english_that_is_not_there() -> None:
    text = Text(th="เก็บข้อมูลก่อน")

    assert text.in_("en") == "เก็บข้อมูลก่อน"
    assert (text.language_in("th"), text.language_in("en")) == ("th", "th")
    assert text.model_dump() == {"th": "เก็บข้อมูลก่อน", "en": "เก็บข้อมูลก่อน", "en_lang": "th"}


def test_english_that_is_there_is_english() -> None:
    assert Text(th="ก่อน", en="before").model_dump() == {"th": "ก่อน", "en": "before", "en_lang": "en"}


@pytest.mark.parametrize("nothing", [None, ""])
def test_english_that_is_begun_and_empty_is_not_there(nothing: str | None) -> None:
    text = Statement.model_validate({"th": "ก่อน", "en": nothing})

    assert text.en_lang == "th"


@pytest.mark.parametrize("same", ["61%", "CODI", "2551-2555"])
def test_what_has_no_thai_letter_needs_no_translation(same: str) -> None:
    assert Text(th=same).en_lang == "en"


def test_a_text_without_thai_is_no_text() -> None:
    with pytest.raises(ValidationError, match="th"):
        Text.model_validate({"en": "before"})


def test_nobody_writes_the_language_by_hand() -> None:
    with pytest.raises(ValidationError, match="en_lang"):
        Text.model_validate({"th": "ก่อน", "en_lang": "en"})


def test_what_is_made_of_a_text_that_waits_waits_too() -> None:
    whole, waits = Text(th="หนึ่ง", en="one"), Text(th="สอง")

    def both(one: Text, other: Text) -> Text:
        return Text.made(lambda language: f"{one.in_(language)}; {other.in_(language)}", one, other)

    assert both(whole, whole).model_dump() == {"th": "หนึ่ง; หนึ่ง", "en": "one; one", "en_lang": "en"}
    assert both(whole, waits).model_dump() == {"th": "หนึ่ง; สอง", "en": "หนึ่ง; สอง", "en_lang": "th"}
