"""Where a line must not end; nothing else of a text changes, and no tag."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.markup import unbroken

PIECES = (
    '<p title="108 ตาราง พ.ศ. 2555">',
    "</p>",
    "108 ตาราง",
    "พ.ศ. 2555",
    "ซ้ำ ๆ",
    "มาตรา 7",
    "การกระจายอำนาจ",
    "ฅน",
    " ",
    "ก",
    "<pre>1 คน</pre>",
    "5–21",
)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("108 ตาราง", "108_ตาราง"),
        ("๑๕ สภา", "๑๕_สภา"),
        ("เมื่อ พ.ศ. 2555", "เมื่อ พ.ศ._2555"),
        ("15 พฤศจิกายน พ.ศ. 2569", "15_พฤศจิกายน_พ.ศ._2569"),
        ("มิ.ย. 2555", "มิ.ย._2555"),
        ("สั้น ๆ และ", "สั้น_ๆ และ"),
        ("น. 42, บรรทัด 9", "น._42, บรรทัด_9"),
        ("บทเรียน 5 กรณี", "บทเรียน 5_กรณี"),
        ("two 5 cases", "two 5 cases"),
        ("วัย 5–21 ปี", "วัย 5–|21_ปี"),
        ("พ.ศ. ๒๕๕๑–๒๕๕๕", "พ.ศ._๒๕๕๑–|๒๕๕๕"),
        ("ก–ฮ 5 – 21", "ก–ฮ 5 – 21"),
        ("การบูรณาการ", "การบูรณ|า|การ"),
        ("ผู้ว่าฯ", "ผู้|ว่าฯ"),
        ("เจ้าหน้าที่ท้องถิ่น", "เจ้า|หน้าที่ท้อง|ถิ่น"),
        ("ผู้ว่าราชการ", "ผู้|ว่า|ราชการ"),
        ("ชื่อเหลืองประภัสร์", "ชื่อเห|ลือง|ประภัสร์"),
        ("บรรษัทธรรมาภิบาล", "บรรษัทธร|รมาภิ|บาล"),
    ],
)
def test_a_line_does_not_end_here(text: str, bound: str) -> None:
    assert unbroken(f"<p>{text}</p>") == "<p>" + bound.replace("_", "\u00a0").replace("|", "\u2060") + "</p>"


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("การกระจายอำนาจ", "การ|กระจายอำนาจ"),
        ("ข้อมูลที่เป็นกลาง", "ข้อมูลที่เป็น|กลาง"),
        ("ธรรมนูญฅนอำนาจเจริญ", "ธรรมนูญ|ฅน|อำนาจเจริญ"),
        ("ฅน", "ฅน"),
        ("กระจายรายได้", "กระจายรายได้"),
    ],
)
def test_words_that_browsers_do_not_tell_apart_are_parted(text: str, parted: str) -> None:
    assert unbroken(f"<h2>{text}</h2>") == "<h2>" + parted.replace("|", "\u200b") + "</h2>"


def test_tags_and_what_is_to_be_copied_stay_as_they_are() -> None:
    html = '<a title="พ.ศ. 2555 มาตรา 7" data-definition="108 ตาราง">x</a><pre>พ.ศ. 2555</pre><code>1 คน</code>'

    assert unbroken(html) == html


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_only_spaces_joints_and_gaps_change(html: str) -> None:
    made = unbroken(html)

    assert made.replace("\u00a0", " ").replace("\u2060", "").replace("\u200b", "") == html
    assert re.findall("<[^>]*>", made) == re.findall("<[^>]*>", html)
    assert unbroken(made) == made
