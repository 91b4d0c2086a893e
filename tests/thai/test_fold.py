from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given

from botrian.thai import fold, fold_tables, normal, plain
from tests.thai.strategies import any_text, messy_text

HERE = Path(__file__).parent
#: ``tests/browser/keys.test.js`` holds the browser's own module to the same forms.
VECTORS: list[dict[str, str]] = json.loads((HERE / "vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['why']}: {vector['input']!a}")
def test_every_vector_gives_its_three_forms(vector: dict[str, str]) -> None:
    text = vector["input"]

    assert {"why": vector["why"], "input": text, **_forms(text)} == vector


def test_the_vectors_are_many_and_different() -> None:
    assert len({vector["input"] for vector in VECTORS}) == len(VECTORS) >= 120


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กฎหมาย", "กฏหมาย"),
        ("ปฏิบัติ", "ปฎิบัติ"),
        ("เป็น", "เปน"),
        ("ลุ่มน้ำ", "ลุมนํ้า"),
        ("โอกาส", "โอกาศ"),
        ("ใส่ใจ", "ไส่ใจ"),
        ("ยุทธศาสตร์", "ยุทธศาสตร"),
        ("คุณภาพ", "คุนภาพ"),
        ("ก.บ.จ.", "กบจ"),
        ("๖๕๕,๓๔๗.๕๐", "655347.50"),
        ("Café", "cafe"),
        ("อื่นๆ", "อื่น ๆ"),
    ],
)
def test_spellings_of_one_word_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("กรรมการ", "กรมการ"), ("ทำ", "ทา"), ("ดี", "ตี"), ("เกาะ", "เก่า"), ("1.10", "1.1"), ("2555", "2556")],
)
def test_words_that_people_must_tell_apart_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("pair", ["ศส", "ษส", "ณน", "ฐถ", "ฑท", "ฒท", "ธท", "ภพ", "ญย", "ฬล", "ฆค", "ฅค", "ฃข", "ฌช"])
def test_letters_of_one_sound_are_taken_for_each_other(pair: str) -> None:
    assert fold(f"{pair[0]}าน") == fold(f"{pair[1]}าน")


def test_a_half_typed_or_cut_word_lies_inside_the_whole_one() -> None:
    whole = fold("ศูนย์จัดการตนเอง")

    assert all(fold(part) in whole for part in ("ศูน", "ศูนย", "ศูนย์", "สูน", "ศูนย์จัด", "ตนเอง"))


def test_plain_keeps_tones_and_letters() -> None:
    assert plain("ศูนย์ เป็น กฎ") == "ศูนย์ เป็น กฎ"


@given(messy_text)
def test_folding_joins_all_that_plain_joins_and_plain_all_that_normal_joins(text: str) -> None:
    assert plain(normal(text)) == plain(text)
    assert fold(normal(text)) == fold(text)


@given(any_text)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert fold(fold(text)) == fold(text)


def test_the_tables_are_json_without_look_behind() -> None:
    tables = json.loads(json.dumps(fold_tables()))

    assert list(tables) == ["normal", "plain", "fold"]
    assert [step for steps in tables.values() for step in steps if "(?<" in step["pattern"]] == []
    assert all(step["why"] and re.compile(step["pattern"]) for steps in tables.values() for step in steps)


def test_letters_of_one_table_can_be_exchanged_one_after_the_other() -> None:
    tables = json.loads(json.dumps(fold_tables()))
    letters = [step["table"] for steps in tables.values() for step in steps if step["operation"] == "letters"]

    assert letters
    assert all(key not in "".join(table.values()) for table in letters for key in table)


def _forms(text: str) -> dict[str, str]:
    return {"normal": normal(text), "plain": plain(text), "fold": fold(text)}
