"""The stamp says when content was last changed; the address for corrections leads to its line."""

from __future__ import annotations

from datetime import date

import pytest

from botrian.addresses import Stamp
from botrian.addresses.edit import REPOSITORY, edit_address

OLD, NEW, TODAY = date(2025, 1, 1), date(2026, 5, 3), date(2026, 7, 1)
STAMP = Stamp("https://example.org/", None, {"data/a.yml": OLD, "data/facts/krabi.yml": NEW})


def test_of_several_files_the_newest_counts() -> None:
    assert STAMP.newest(["data/a.yml", "data/facts/krabi.yml", "data/none.yml"]) == NEW
    assert STAMP.newest([]) is None


def test_a_folder_was_changed_when_any_file_of_it_was() -> None:
    assert STAMP.of("data") == NEW
    assert STAMP.of("data/facts") == NEW
    assert STAMP.of("dat") is None


def test_a_day_stands_in_only_for_files_without_a_history() -> None:
    stamp = Stamp("https://example.org/", TODAY, {"data/a.yml": OLD})

    assert (stamp.of("data/a.yml"), stamp.of("data/new.yml")) == (OLD, TODAY)


@pytest.mark.parametrize(
    ("file", "line", "way"),
    [
        ("docs/lessons/a.md", 1, "edit/main/docs/lessons/a.md"),
        ("data/facts/krabi.yml", 41, "edit/main/data/facts/krabi.yml#L41"),
        ("data/เรื่อง ก.yml", 1, "edit/main/data/%E0%B9%80%E0%B8%A3%E0%B8%B7%E0%B9%88%E0%B8%AD%E0%B8%87%20%E0%B8%81.yml"),
        ("data/facts", 1, "tree/main/data/facts"),
    ],
)
def test_a_record_is_corrected_at_its_line_and_a_folder_is_listed(file: str, line: int, way: str) -> None:
    assert edit_address(file, line) == f"{REPOSITORY}/{way}"
