"""Every fixed word of the site is there in Thai and in English, and each is in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from botrian.kinds import kinds
from botrian.own import values_of
from botrian.words import say, with_unit, word, words

HOOKS = Path(__file__).resolve().parents[2] / "hooks" / "botrian"
THAI = re.compile("[ก-ฮ]")
#: Signs and formulas that are the same in both languages.
PLACES = re.compile(r"\{\w*\}")


def names(text: str) -> list[str]:
    """The words alone: a name of a program or a format is the same in both languages."""
    return re.findall(r"\w+", text)


def test_a_word_is_said_in_the_language_that_is_asked_for() -> None:
    assert say("stance.contradicts", "th") == word("stance.contradicts").th
    assert not THAI.search(say("stance.contradicts", "en"))


def test_thai_words_are_thai_and_english_words_are_not() -> None:
    said = {name: text for name, text in words().items() if not text.en.startswith("https://")}
    letters = {name: text for name, text in said.items() if re.search("[a-zก-ฮ]", PLACES.sub("", text.en + text.th))}
    wrong = [name for name, text in letters.items() if THAI.search(text.en)]
    silent = [name for name, text in letters.items() if not THAI.search(text.th) and names(text.th) != names(text.en)]

    assert (wrong, silent) == ([], [])


def test_what_is_filled_in_stands_in_both_languages() -> None:
    other = [
        name for name, text in words().items() if sorted(PLACES.findall(text.th)) != sorted(PLACES.findall(text.en))
    ]

    assert other == []


def test_every_kind_of_record_is_named_by_its_registry() -> None:
    for kind in kinds():
        assert word(f"kind.{kind.id}") == kind.one
        assert word(f"kinds.{kind.id}") == kind.many


def test_words_of_several_rooms_stand_once() -> None:
    """In ``words.yml``; a room names them."""
    files = [*HOOKS.rglob("labels.yml"), HOOKS / "words" / "words.yml"]
    rooms: dict[tuple[str, str], set[str]] = {}
    for file in files:
        for pair in pairs(values_of(file.read_text(encoding="utf-8"))):
            rooms.setdefault(pair, set()).add(file.parent.name)

    assert len(rooms) > 1000
    assert {pair: where for pair, where in rooms.items() if len(where) > 1} == {}


def pairs(value: object) -> Iterator[tuple[str, str]]:
    """The words in both languages that a file of labels holds."""
    match value:
        case dict():
            for inner in value.values():
                yield from pairs(inner)
        case [str() as thai, str() as english]:
            yield thai, english


def test_a_name_that_is_not_there_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        word("stance.perhaps")


def test_readers_are_called_by_one_word() -> None:
    """“ท่าน”, never “คุณ”, in all fixed words of every room."""
    rooms = [file for name in ("labels.yml", "words.yml", "questions.yml") for file in HOOKS.rglob(name)]
    other = re.compile("(?<!ขอบ)(?<!บุญ)(?<!พระ)คุณ(?!ภาพ|ค่า|ธรรม|สมบัติ|วุฒิ|ลักษณะ|ประโยชน์|ูปการ)")

    assert len(rooms) > 5
    assert [file.name for file in rooms if other.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("name", "unit", "heading"),
    [
        ("จำนวนเงิน", "บาท", "จำนวนเงิน (บาท)"),
        ("จำนวนอำเภอ", "อำเภอ", "จำนวนอำเภอ"),
        ("อำเภอที่งานไปถึง", "อำเภอ", "อำเภอที่งานไปถึง"),
        ("Districts covered", "districts", "Districts covered"),
        ("Funding", "baht", "Funding (baht)"),
        ("วิสัยทัศน์", "", "วิสัยทัศน์"),
    ],
)
def test_a_heading_says_its_unit_once(name: str, unit: str, heading: str) -> None:
    assert with_unit(name, unit) == heading


#: Keys of several kinds of records: a message names them more generally than the page of one kind; and keys whose words
#: on a page are a phrase before what follows.
GENERAL = {"end", "gone", "opposes", "planned", "steps", "text", "title"}


def test_a_message_names_a_field_as_pages_do() -> None:
    own_names = values_of((HOOKS / "check" / "labels.yml").read_text(encoding="utf-8"))

    assert {key for key in own_names if f"field.{key}" in words()} == GENERAL
