"""What was found of a source takes the place of what its record said, and the rest stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from migrations.source_places import migrate

RECORD = """# yaml-language-server: $schema=../../schemas/source.json
id: book
title: {th: "หนังสือ: เล่มหนึ่ง", en: A book}
lines: 9
authors: [{th: เดิม, en: Old}]
"""


def folders(tmp_path: Path, fragment: str) -> tuple[Path, Path]:
    for name, text in (("found", fragment), ("sources", RECORD)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "book.yml").write_text(text, encoding="utf-8")
    return tmp_path / "found", tmp_path / "sources"


def test_a_key_of_the_fragment_takes_the_place_of_the_records(tmp_path: Path) -> None:
    found, sources = folders(tmp_path, "authors: [{th: ใหม่, en: New}]\npages: [{page: 3, line: 5}]\n")

    assert migrate(found, sources) == 1
    after = yaml.safe_load((sources / "book.yml").read_text(encoding="utf-8"))

    assert after == {
        "id": "book",
        "title": {"th": "หนังสือ: เล่มหนึ่ง", "en": "A book"},
        "authors": [{"th": "ใหม่", "en": "New"}],
        "lines": 9,
        "pages": [{"page": 3, "line": 5}],
    }


def test_a_key_that_no_source_has_writes_nothing(tmp_path: Path) -> None:
    found, sources = folders(tmp_path, "colour: red\n")

    with pytest.raises(ValueError, match=r"book\.yml: colour"):
        migrate(found, sources)
    assert (sources / "book.yml").read_text(encoding="utf-8") == RECORD
