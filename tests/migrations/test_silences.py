"""What a look-up found is written into the facts and nothing else changes, or nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from migrations.silences import migrate

FACTS = """# a head that stays
province: krabi
facts:
  - dimension: founded
    date: 2543 BE   # a comment that stays
    citations: [{source: book, lines: [50, 50]}]
  - dimension: charter-year
    absent: unknown
    note: {th: ไม่บอก, en: not told}
  - dimension: coordination-centre
    absent: unknown
  - dimension: motto
    text: {th: ก, en: a}
    citations: [{source: book, lines: [1, 2]}]
"""
FOUND = """province: krabi
facts:
  - dimension: coordination-centre
    text: {th: มีทีมเลขานุการ, en: there is a secretariat}
    citations: [{source: book, lines: [174, 176]}]
  - dimension: tambon-count
    case: three-tambons
    number: 3
    citations: [{source: book, lines: [304, 304]}]
  - dimension: zone-count
    absent: unknown
    looked_in: [{source: book, lines: [42, 200]}]
looked:
  - dimension: charter-year
    looked_in: [{source: book, lines: [42, 200]}, {source: book, lines: [534, 589]}]
"""


def after(tmp_path: Path, found: str = FOUND) -> str:
    for folder, text in (("facts", FACTS), ("found", found)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "krabi.yml").write_text(text, encoding="utf-8")
    (tmp_path / "found" / "tables.yml").write_text("wrong: []\n", encoding="utf-8")
    migrate(tmp_path / "found", tmp_path / "facts")
    return (tmp_path / "facts" / "krabi.yml").read_text(encoding="utf-8")


def test_a_silence_that_stays_says_where_somebody_looked(tmp_path: Path) -> None:
    facts = yaml.safe_load(after(tmp_path))["facts"]

    assert facts[1]["looked_in"] == [{"source": "book", "lines": [42, 200]}, {"source": "book", "lines": [534, 589]}]
    assert facts[1]["note"] == {"th": "ไม่บอก", "en": "not told"}


def test_a_value_takes_the_place_of_the_silence_of_its_slot(tmp_path: Path) -> None:
    facts = yaml.safe_load(after(tmp_path))["facts"]

    assert (facts[2]["dimension"], facts[2]["text"]["en"]) == ("coordination-centre", "there is a secretariat")
    assert "absent" not in facts[2]


def test_what_has_no_slot_yet_stands_at_the_end(tmp_path: Path) -> None:
    facts = yaml.safe_load(after(tmp_path))["facts"]

    assert [one["dimension"] for one in facts[4:]] == ["tambon-count", "zone-count"]


def test_every_other_letter_stays(tmp_path: Path) -> None:
    text = after(tmp_path)
    before, after_it = FACTS.split("  - dimension: coordination-centre\n    absent: unknown\n")

    assert text.startswith(before)
    assert after_it in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("dimension: zone-count", "dimension: motto", "('motto', ''): has a value already"),
        ("dimension: charter-year", "dimension: vision", "('vision', ''): there is no silence to add looked_in to"),
        ("dimension: charter-year", "dimension: coordination-centre", "both found and looked for in vain"),
        ("    looked_in: [{source: book, lines: [42, 200]}]\nlooked", "looked", "a silence says where somebody looked"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(ValueError) as fault:
        after(tmp_path, FOUND.replace(old, new, 1))

    assert told in str(fault.value)
    assert (tmp_path / "facts" / "krabi.yml").read_text(encoding="utf-8") == FACTS


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    once = after(tmp_path)
    with pytest.raises(ValueError, match="has a value already"):
        migrate(tmp_path / "found", tmp_path / "facts")

    assert (tmp_path / "facts" / "krabi.yml").read_text(encoding="utf-8") == once
