"""Words and years as they are written here: what is found, what stays, and that writing it right is the end of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.check.style import Style
from botrian.records import LANGUAGES, Language, StyleNote, StyleWord, Text

WHY = Text(th="เพราะ", en="why")
STYLE = Style(
    [
        StyleNote(
            id="names",
            language="en",
            words=(StyleWord(wrong="Ban Mankong", right="Baan Mankong"),),
            whole_word=True,
            why=WHY,
        ),
        StyleNote(id="hyphen", language="en", words=(StyleWord(wrong="co-ordinat", right="coordinat"),), why=WHY),
        StyleNote(
            id="map",
            language="th",
            words=(StyleWord(wrong="แผนที่ผ่าน", right="แผนซึ่งผ่าน"), StyleWord(wrong="แผนที่ผ่านมา", right="แผนในอดีต")),
            why=WHY,
        ),
    ]
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Set up in 2551 BE (2008).", "Set up in 2008 (B.E. 2551)."),
        ("It goes on since 2559 BE.", "It goes on since 2016 (B.E. 2559)."),
        ("on 6 March 2558 (2015), with", "on 6 March 2015 (B.E. 2558), with"),
        ("the plan of 2566-2570 BE (2023-2027)", "the plan of 2023–2027 (B.E. 2566–2570)"),
        ("the plan of 2559-60", "the plan of 2016–2017 (B.E. 2559–2560)"),
        ("a committee (2547-2548 BE)", "a committee (2004–2005, B.E. 2547–2548)"),
        ("Council Act B.E. 2551 (2008)", "Council Act of 2008 (B.E. 2551)"),
        ("in 2006-2013 (B.E. 2549-2556)", "in 2006–2013 (B.E. 2549–2556)"),
        ("Co-ordination by a co-ordinator", "Coordination by a coordinator"),
        ("ban mankong and Urban Mankong", "Baan Mankong and Urban Mankong"),
    ],
)
def test_english_is_written_in_one_style(text: str, written: str) -> None:
    assert STYLE.styled(text, "en") == written


@pytest.mark.parametrize(
    "text",
    [
        "in 2008 (B.E. 2551), and in 2012",
        "prints both 2017 and 2015–2016, B.E. 2560 and 2558–2559",
        "2,550 baht, 2550.5 rai",
        "the words “co-ordination of 2551 BE”",
    ],
)
def test_what_is_right_or_of_others_stays(text: str) -> None:
    assert STYLE.slips(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ภาคีต่างๆเข้าร่วม", "ภาคีต่าง ๆ เข้าร่วม"),
        ("ภาคีต่าง ๆ เข้าร่วม", "ภาคีต่าง ๆ เข้าร่วม"),
        ("(ต่างๆ)", "(ต่าง ๆ)"),
        ("แผนที่ผ่านมา", "แผนในอดีต"),
        ("คำว่า “ต่างๆ”", "คำว่า “ต่างๆ”"),
        ("ปี 2551 BE", "ปี 2551 BE"),
    ],
)
def test_thai_is_written_in_one_style(text: str, written: str) -> None:
    assert STYLE.styled(text, "th") == written


@given(st.text(alphabet="25BE. ()-–6ๆก “”,x", max_size=40), st.sampled_from(LANGUAGES))
def test_what_was_written_right_is_not_found_again(text: str, language: Language) -> None:
    once = STYLE.styled(text, language)

    assert STYLE.styled(once, language) == once
