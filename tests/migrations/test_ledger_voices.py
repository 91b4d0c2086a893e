"""What a reading decided is written into the lessons, or nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from migrations.ledger_voices import migrate, read_lesson

LESSON = """---
id: {id}
title: {{th: "ก: ข", en: a}}
aliases: ["1 # 2"]
type: practice
themes: [x]
when: {{th: ก, en: a}}
do: {{th: ก, en: a}}
because: {{th: ก, en: a}}
evidence:
  - province: krabi
    stance: supports
    text: {{th: "เขาว่า “ดี”", en: "no"}}
    citations: [{{source: book, lines: [1, 2]}}]
  - province: trat
    stance: supports
    text: {{th: ข, en: b}}
    citations: [{{source: book, lines: [5, 6]}}]
related: [{other}]
---

เนื้อความ
"""


def folders(tmp_path: Path, **decisions: object) -> tuple[Path, Path]:
    lessons, decided = tmp_path / "lessons", tmp_path / "decisions"
    lessons.mkdir()
    decided.mkdir()
    for id_, other in (("a", "b"), ("b", "a")):
        (lessons / f"{id_}.md").write_text(LESSON.format(id=id_, other=other), encoding="utf-8")
    for id_, decision in decisions.items():
        (decided / f"{id_}.json").write_text(json.dumps(decision), encoding="utf-8")
    return decided, lessons


TWO = [{"voice": "result", "advises": True}, {"voice": "says"}]


def test_voices_and_questions_are_written_and_everything_else_stays(tmp_path: Path) -> None:
    question = {"th": "ถาม: อะไร", "en": "What?"}
    decided, lessons = folders(tmp_path, a={"id": "a", "evidence": TWO, "questions": [question]})
    before, body = read_lesson(lessons / "a.md")

    migrate(decided, lessons)
    after, body_after = read_lesson(lessons / "a.md")

    assert body_after == body
    assert [entry.pop("voice") for entry in after["evidence"]] == ["result", "says"]
    assert [entry.pop("advises", "") for entry in after["evidence"]] == ["true", ""]
    assert after.pop("questions") == [question]
    assert after == before


def test_an_entry_is_dropped_and_its_lines_are_mended(tmp_path: Path) -> None:
    entries = [{"voice": "did", "lines": [[3, 4], [8, 9]]}, {"voice": "says", "drop": "the same passage"}]
    decided, lessons = folders(tmp_path, a={"id": "a", "evidence": entries})

    migrate(decided, lessons)
    lesson, _ = read_lesson(lessons / "a.md")

    assert [[one["lines"] for one in entry["citations"]] for entry in lesson["evidence"]] == [[["3", "4"], ["8", "9"]]]


def test_opposing_lessons_point_at_each_other_and_are_not_listed_twice(tmp_path: Path) -> None:
    plain = {"id": "b", "evidence": TWO}
    decided, lessons = folders(tmp_path, a={"id": "a", "evidence": TWO, "opposes": ["b", "gone"]}, b=plain)

    migrate(decided, lessons)
    (a, _), (b, _) = (read_lesson(lessons / f"{name}.md") for name in "ab")

    assert (a["opposes"], b["opposes"]) == (["b"], ["a"])
    assert "related" not in a
    assert "related" not in b


def test_a_decision_of_another_ledger_writes_nothing(tmp_path: Path) -> None:
    decided, lessons = folders(tmp_path, a={"id": "a", "evidence": TWO}, b={"id": "b", "evidence": TWO[:1]})
    before = (lessons / "a.md").read_bytes()

    with pytest.raises(ValueError, match="b: 1 decisions for 2 entries"):
        migrate(decided, lessons)

    assert (lessons / "a.md").read_bytes() == before


def test_what_is_written_is_yaml_again(tmp_path: Path) -> None:
    decided, lessons = folders(tmp_path, a={"id": "a", "evidence": TWO})

    migrate(decided, lessons)
    head = (lessons / "a.md").read_text(encoding="utf-8").split("---\n")[1]

    assert yaml.safe_load(head)["aliases"] == ["1 # 2"]
