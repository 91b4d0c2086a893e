"""Facts move into small files with every letter and number kept, or nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from migrations.facts_in_small_files import Unfit, migrate, parted

FACTS = """# a head
province: krabi
facts:
  - dimension: council-count
    number: 61   # a comment that stays
    citations: [{source: book, lines: [50, 50]}]
  # about the vision
  - dimension: vision
    text: {th: ก, en: a}
    citations: [{source: book, lines: [1, 2]}]
  - number: 58
    dimension: council-count
    citations: [{source: book, lines: [3, 3]}]
"""


def test_each_fact_keeps_its_letters_and_its_place_among_those_of_its_dimension(tmp_path: Path) -> None:
    (tmp_path / "krabi.yml").write_text(FACTS, encoding="utf-8")

    assert migrate(tmp_path) == 2

    assert sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.yml")) == [
        "krabi/council-count.yml",
        "krabi/vision.yml",
    ]
    counts = (tmp_path / "krabi/council-count.yml").read_text(encoding="utf-8")
    assert [fact["number"] for fact in yaml.safe_load(counts)["facts"]] == [61, 58]
    assert "    number: 61   # a comment that stays\n" in counts
    assert "  # about the vision\n" in (tmp_path / "krabi/vision.yml").read_text(encoding="utf-8")
    moved = "".join(file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.yml"))
    assert all(line in moved for line in FACTS.split("\n")[3:])


@pytest.mark.parametrize(
    "text",
    [
        "facts: []\n",
        "province: krabi\nfacts:\n  - number: 1\n",
        "province: krabi\nfacts:\n  - dimension: a\n    number: 1\nmore: x\n",
    ],
)
def test_a_file_that_is_written_otherwise_stops_it_before_any_writing(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "krabi.yml").write_text(text, encoding="utf-8")

    with pytest.raises(Unfit):
        migrate(tmp_path)
    assert (tmp_path / "krabi.yml").read_text(encoding="utf-8") == text
    assert (tmp_path / "a.yml").exists()
    with pytest.raises(Unfit):
        parted(text)
