from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.thai import collation_key, initial, normal
from tests.thai.strategies import any_text


def _words(text: str) -> list[str]:
    return text.split()


# In dictionary order, written down by hand from the rules of the Royal Institute.
DICTIONARY = _words("""
กก กฎ กฎหมาย กด กบ กรม กรมการ กรรมการ กระบี่ กลุ่ม กอง กองทุน กัน การ กิน เก็ง เก่ง เก้ง เก๋ง เกษตร เกาะ แก แก้ แก้ว โกง
ใกล้ ไก่ ขวา ขอ ขาย ขาว ข่าว ข้าว เขา เข่า เข้า ไข่ ตรัง ตราด ตำบล ประชา ประชาคม ประเทศ ปลา ป่า เป็น แปลง รู เรียน ไร่
ฤกษ์ ฤดู ฤทธิ์ ฤๅษี ลม ลุ่ม เลย วัด สตูล สุพรรณบุรี เสีย หมู่บ้าน อำนาจ อุดร เอา โอ ฮา
""")

# The 77 provinces in dictionary order, written down by hand, not sorted by this code.
PROVINCES = _words("""
กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย เชียงใหม่
ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี
ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม
มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล สมุทรปราการ
สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ
อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี
""")


@pytest.mark.parametrize("golden", [DICTIONARY, PROVINCES], ids=["dictionary", "provinces"])
def test_words_sort_as_the_dictionary_has_them(golden: list[str]) -> None:
    mixed = random.Random(7).sample(golden, len(golden))  # noqa: S311 - a shuffle, no secret

    assert sorted(mixed, key=collation_key) == golden


def test_there_are_all_seventy_seven_provinces() -> None:
    assert len(set(PROVINCES)) == 77


def test_numbers_come_first_by_value_then_thai_then_latin() -> None:
    mixed = ["Zebra", "๑๐ ข้อ", "apple", "ฮา", "9 ข้อ", "กา", "1,000 ข้อ", "007"]

    expected = ["007", "9 ข้อ", "๑๐ ข้อ", "1,000 ข้อ", "กา", "ฮา", "apple", "Zebra"]
    assert sorted(mixed, key=collation_key) == expected


def test_punctuation_and_blanks_have_no_weight() -> None:
    assert sorted(["“ขาว”", "กอง ทุน", "(กอง)", "ก.บ.จ."], key=collation_key) == [
        "ก.บ.จ.",
        "(กอง)",
        "กอง ทุน",
        "“ขาว”",
    ]


@pytest.mark.parametrize(
    ("text", "letter"),
    [("เครือข่าย", "ค"), ("ไร่", "ร"), ("“โครงการ”", "ค"), ("ฤดู", "ฤ"), ("Élan", "E"), ("๕ ดี", "#"), ("", "#")],
)
def test_the_index_letter_is_the_consonant(text: str, letter: str) -> None:
    assert initial(text) == letter


@given(any_text, any_text)
def test_different_texts_never_share_a_key(one: str, other: str) -> None:
    assert (collation_key(one) == collation_key(other)) == (normal(one) == normal(other))


@given(st.lists(any_text, max_size=6))
def test_the_order_does_not_depend_on_where_texts_stood(texts: list[str]) -> None:
    stored = [normal(text) for text in texts]

    backwards = stored[::-1]

    assert sorted(stored, key=collation_key) == sorted(backwards, key=collation_key)


def test_a_number_of_five_thousand_digits_sorts() -> None:
    assert collation_key("9" * 5000) < collation_key("1" + "0" * 5000)
