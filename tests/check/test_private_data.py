"""What of persons is found in a text: held against the vectors that the form in the browser is held against, too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.check.private_data import (
    KINDS,
    _of_line,
    _plainly,
    is_citizen_number,
    masked,
    private_details,
    same_detail,
)
from botrian.rules import rules
from tests.check.trees import checked_with, codes

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "private-data.json").read_text(encoding="utf-8"))
PAGE = "---\ntitle: {th: หน้า, en: Page}\n---\n\n"
REGISTER = """public:
  - text: %s
    consent: public-office
    why: {th: เบอร์ของสำนักงาน, en: number of the office}
    since: 2569-01-15 BE
"""


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"])[:60])
def test_every_vector_is_found_as_it_says(vector: dict[str, object]) -> None:
    text = str(vector["text"])

    assert [[one.kind, text[one.start : one.end]] for one in private_details(text)] == vector["found"]


def test_every_kind_has_a_rule_and_vectors_that_hold_and_that_let_pass() -> None:
    told = {kind for vector in VECTORS for kind, _ in vector["found"]}

    assert told == set(KINDS)
    assert {f"private-{kind}" for kind in KINDS} == {code for code in rules() if code.startswith("private-")}
    assert sum(1 for vector in VECTORS if not vector["found"]) > 30


@given(st.lists(st.integers(0, 9), min_size=12, max_size=12), st.integers(1, 9))
def test_one_last_digit_alone_makes_a_citizen_number(digits: list[int], off: int) -> None:
    begin = "".join(map(str, digits))
    right = [last for last in range(10) if is_citizen_number(f"{begin}{last}")]

    assert len(right) == 1
    assert not is_citizen_number(f"{begin}{(right[0] + off) % 10}")


def test_what_the_register_allows_may_stand_written_in_any_way(tmp_path: Path) -> None:
    files = {"data/public.yml": REGISTER % "075-611-999", "docs/guide/office.md": f"{PAGE}โทร (075) 611 999\n"}

    assert codes(checked_with(tmp_path, files)) == []


def test_the_register_allows_that_detail_and_no_other(tmp_path: Path) -> None:
    files = {
        "data/public.yml": REGISTER % "075-611-999",
        "docs/guide/office.md": f"{PAGE}โทร 075-611-999 หรือ 075-611-998\n",
    }

    assert codes(checked_with(tmp_path, files)) == ["private-phone"]


def test_a_part_of_what_is_allowed_is_not_allowed(tmp_path: Path) -> None:
    """Digits that stand inside of a longer number are another number."""
    files = {
        "data/public.yml": REGISTER % "บัญชีของสภา 123-4-56789-0",
        "docs/guide/office.md": f"{PAGE}บัญชี 123-4-56789-0 โทร 045-678-900\n",
    }

    assert codes(checked_with(tmp_path, files)) == ["private-phone"]


def test_comments_and_titles_are_read_as_the_texts_are(tmp_path: Path) -> None:
    text = "---\n# somsri99@gmail.com\ntitle: {th: โทร 081-234-5678, en: Page}\n---\n"

    assert codes(checked_with(tmp_path, {"docs/guide/office.md": text})) == ["private-mail", "private-phone"]


def test_a_message_does_not_repeat_the_detail() -> None:
    for vector in VECTORS:
        for _, detail in vector["found"]:
            assert detail not in masked(detail)


def test_blanks_dashes_and_thai_digits_make_no_other_detail() -> None:
    assert same_detail("๐๗๕–611 999") == same_detail("075-611-999")


def test_a_long_line_of_digits_takes_no_time() -> None:
    assert private_details("12 345 " * 40_000) is not None
    assert private_details("a@" * 40_000 + "น้อง" * 40_000 + "ชื่อ" * 40_000) is not None


def test_a_coordinator_agrees_to_be_reached_by_their_own_ways_and_no_other(tmp_path: Path) -> None:
    coordinator = (
        "coordinators:\n  - {id: krabi-office, name: {th: สำนักงาน, en: Office}, phone: 075-611-999, "
        "line: https://line.me/R/ti/p/@krabi, consent: public-office, since: 2569-01-15 BE}\n"
    )
    files = {"data/coordinators.yml": coordinator, "docs/guide/office.md": f"{PAGE}โทร 075-611-999\n"}

    assert codes(checked_with(tmp_path / "as-agreed", files)) == []
    files["data/coordinators.yml"] += "# หรือโทร 075-611-998\n"
    files["docs/guide/office.md"] += "หรือ 081-234-5678\n"
    assert codes(checked_with(tmp_path / "more", files)) == ["private-phone", "private-phone"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"])[:60])
def test_the_quick_look_at_a_text_passes_nothing_over(vector: dict[str, object]) -> None:
    """What is found with every pattern is found by those that the signs in the text ask for."""
    lines = _plainly(str(vector["text"])).split("\n")
    slowly = [(one.kind, line[one.start : one.end]) for line in lines for one in _of_line(line, {"numbers", "words"})]
    text = str(vector["text"])

    assert [(one.kind, _plainly(text[one.start : one.end])) for one in private_details(text)] == slowly


@pytest.mark.parametrize("between", ["\u00a0", "\u2009", "\u200b", "–", "‑", "·", "_", " - "])
@pytest.mark.parametrize("digits", ["0123456789", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９"])
def test_a_number_is_found_in_any_digits_and_with_any_sign_between(between: str, digits: str) -> None:
    def typed(*groups: str) -> str:
        return between.join(groups).translate(str.maketrans("0123456789", digits))

    assert [one.kind for one in private_details(f"โทร {typed('081', '234', '5678')} นะ")] == ["phone"]
    assert [one.kind for one in private_details(typed("1", "1017", "00230", "70", "8"))] == ["citizen-number"]
