"""Beside a number of a province stands what its note says is counted."""

from __future__ import annotations

from pathlib import Path

from botrian.pages.province_parts import numbers
from tests.library import library_knowledge
from tests.pages.test_gaps import frame


def test_what_is_counted_stands_beside_the_number(tmp_path: Path) -> None:
    knowledge = library_knowledge(tmp_path)
    made = frame(knowledge)

    found = {
        name: (value, note)
        for value, name, note, _ in numbers(made, made.desk(""), knowledge.facts_by_province["krabi"])
    }

    noted = {value: note for value, note in found.values() if note}
    assert list(noted.values()) == ["With contributions"]
    assert len(found) > len(noted)
