"""Lines of Thai end between words: no word of the lists is cut, nothing is lost, nothing begins with a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.exports.thai_lines import lines_within, pieces, words

WORDS = st.sampled_from(sorted(words()))
#: Signs that hang on the letter before, or are read after it: no line begins with one.
HANGING = tuple(
    "ะาำๅๆฯ\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)


def test_no_word_of_the_lists_is_cut() -> None:
    assert [word for word in words() if pieces(word) != (word,)] == []


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_words_in_a_row_are_cut_into_words(row: list[str]) -> None:
    """There may be another reading of the same letters, but never more words, and nothing unknown."""
    found = pieces("".join(row))

    assert "".join(found) == "".join(row)
    assert set(found) <= words()
    assert len(found) <= len(row)


@given(st.text(alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=40), WORDS)
def test_whatever_stands_before_it_nothing_is_lost_and_no_line_begins_with_a_mark(letters: str, word: str) -> None:
    found = pieces(f"{letters}{word} (ก.ย. 2566)")

    assert "".join(found) == f"{letters}{word} (ก.ย. 2566)"
    assert [piece for piece in found[1:] if piece.startswith(HANGING)] == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("เลือดออก", "เลือดออก"),
        ("ไข้เลือดออกระบาดในตำบล", "ไข้เลือดออก|ระบาด|ใน|ตำบล"),
        ("เครือข่ายองค์กรชุมชนจังหวัดจัดการตนเอง", "เครือข่าย|องค์กร|ชุมชน|จังหวัด|จัดการตนเอง"),
        ("เมื่อ พ.ศ. 2551–2560", "เมื่อ| |พ.ศ. |2551–2560"),
        ("เล็ก ๆ น้อย ๆ ๆ", "เล็ก ๆ| |น้อย ๆ ๆ"),
        ("ASEAN ๆ (ๆ", "ASEAN ๆ| |(ๆ"),
        ("“ธรรมนูญ” (ฉบับแรก)", "“ธรรมนูญ” |(ฉบับ|แรก)"),
    ],
)
def test_where_a_line_may_end(text: str, cut: str) -> None:
    assert "|".join(pieces(text)) == cut


def test_hostile_letters_are_cut_in_a_moment() -> None:
    """Only lengths that words have are tried, so the work grows with the text and no faster."""
    assert "".join(pieces("กา" * 5000)) == "กา" * 5000
    assert "".join(pieces("ฃ" * 20000)) == "ฃ" * 20000


def test_lines_break_between_thai_words() -> None:
    text = "เครือข่ายองค์กรชุมชนจังหวัดจัดการตนเอง"

    assert "".join(pieces(text)) == text
    assert lines_within(text, 10, lambda piece: float(len(piece)))[0] == "เครือข่าย"


def test_a_word_wider_than_its_line_is_broken_between_signs() -> None:
    lines = lines_within("ก่" * 50, 10, lambda piece: len(piece) / 2)

    assert all(len(line) <= 20 for line in lines)
    assert all(not line.startswith("่") for line in lines)
