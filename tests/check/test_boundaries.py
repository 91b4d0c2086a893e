"""Where a rule begins: the last thing that passes and the first that does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.check.trees import BASE, changed, checked_with, codes

LESSON = "docs/lessons/data-first.md"
EVENTS = "data/events/krabi.yml"
CENTRE = "docs/cases/krabi/krabi-data-centre.md"
COUNCIL = "docs/cases/krabi/krabi-council.md"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("[50, 169]", []),  # 120 lines
        ("[50, 170]", ["citation-wide"]),
        ("[500, 500]", []),  # the last line of the source
        ("[500, 501]", ["citation-outside"]),
        ("[1, 1]", []),
        ("[0, 1]", ["citation-outside"]),
    ],
)
def test_a_citation_may_have_120_lines_and_the_last_of_its_source(
    lines: str, expected: list[str], tmp_path: Path
) -> None:
    checked = checked_with(tmp_path, changed(LESSON, "[50, 52]}]\n---", f"{lines}}}]\n---"))

    assert codes(checked) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2569 BE", []),
        ("2569-07 BE", []),
        ("2026-07-01 CE", []),
        ("2569-07-02 BE", ["date-future"]),
        ("2569-08 BE", ["date-future"]),
        ("2570 BE", ["date-future"]),
    ],
)
def test_a_day_month_or_year_that_has_begun_is_not_in_the_future(
    date: str, expected: list[str], tmp_path: Path
) -> None:
    """Today is 1 July 2569 BE."""
    checked = checked_with(tmp_path, changed(EVENTS, "2558-03 BE", date))

    assert codes(checked) == expected


@pytest.mark.parametrize(("before", "expected"), [("2558-09 BE", []), ("2558 BE", []), ("2559 BE", ["follows-order"])])
def test_what_follows_may_begin_in_the_year_of_what_it_follows(
    before: str, expected: list[str], tmp_path: Path
) -> None:
    files = changed(CENTRE, "part_of:", "follows:") | changed(COUNCIL, "2552 BE", before)

    assert codes(checked_with(tmp_path, files)) == expected


def test_two_cases_cannot_be_part_of_each_other(tmp_path: Path) -> None:
    files = changed(COUNCIL, "themes:", "part_of: [krabi-data-centre]\nthemes:")

    assert codes(checked_with(tmp_path, files)) == ["reference-cycle"]


def test_of_two_files_with_one_id_the_copy_is_told(tmp_path: Path) -> None:
    """A copy sorts before the file that it was made of; the mistake is in the copy all the same."""
    name = "docs/lessons/data-first - copy.md"
    checked = checked_with(tmp_path, {name: (BASE / "docs/lessons/data-first.md").read_text(encoding="utf-8")})

    assert sorted((one.code, one.file) for one in checked.problems) == [("file-name", name), ("id-duplicate", name)]


@pytest.mark.parametrize("name", ["docs/lessons/ทดสอบ ใหม่.md", "docs/ใหม่/ทดสอบ.md"])
def test_a_name_without_a_letter_that_is_allowed_gets_an_example_that_can_be_used(tmp_path: Path, name: str) -> None:
    """What is left of a Thai name is its ending: “such as md” helps nobody."""
    checked = checked_with(tmp_path, {name: "---\ntitle: {th: ทดสอบ, en: A test}\n---\nทดสอบ\n"})
    told = [one.expected for one in checked.problems if one.code == "file-name"]

    assert told and all(re.fullmatch(r"[a-z]+(-[a-z]+)+(\.md)?", one) for one in told)
