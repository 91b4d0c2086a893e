"""What a reading decided is written into the cases in one order of keys, or nothing is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from botrian.records import Case
from migrations.case_readings import migrate, read_case

CASE = """---
id: sdck
title: {th: "ศูนย์: ข้อมูล", en: "Centre"}
province: krabi
kind: data-system
level: province
summary: {th: ก, en: a}
themes: [data]
results:
  - {th: วิสัยทัศน์, en: the vision, citations: [{source: book, lines: [9, 9]}]}
steps:
  - {th: หนึ่ง, en: one, citations: [{source: book, lines: [1, 2]}, {source: book, lines: [4, 4]}]}
  - {th: เป็นหลักการ, en: a principle, citations: [{source: book, lines: [3, 3]}]}
citations: [{source: book, lines: [1, 9]}]
---

เนื้อความ
"""


def after(tmp_path: Path, **decision: Any) -> dict[str, Any]:
    cases, decided = tmp_path / "cases" / "krabi", tmp_path / "decisions"
    cases.mkdir(parents=True)
    decided.mkdir()
    (cases / "sdck.md").write_text(CASE, encoding="utf-8")
    (decided / "sdck.json").write_text(json.dumps({"id": "sdck", **decision}), encoding="utf-8")
    assert migrate(decided, cases.parent) == 1
    case, body = read_case(cases / "sdck.md")
    assert body == "\nเนื้อความ\n"
    return case


def words(one: str, first: int, last: int) -> dict[str, Any]:
    return {"th": one, "en": one, "lines": [first, last]}


def test_what_is_no_step_moves_and_keeps_its_citation(tmp_path: Path) -> None:
    case = after(tmp_path, status="active", features=[2])

    assert [one["en"] for one in case["steps"]] == ["one"]
    assert [(one["en"], one["citations"][0]["lines"]) for one in case["features"]] == [("a principle", ["3", "3"])]


def test_inputs_are_written_and_empty_ones_left_out(tmp_path: Path) -> None:
    case = after(tmp_path, inputs={"money": [words("500 baht", 5, 6)], "time": []})

    assert list(case["inputs"]) == ["money"]
    assert case["inputs"]["money"][0]["citations"] == [{"source": "book", "lines": ["5", "6"]}]


def test_what_is_no_result_is_dropped_and_a_true_one_added(tmp_path: Path) -> None:
    case = after(tmp_path, drop={"results": [1]}, results=[words("a result", 7, 8)])

    assert [one["en"] for one in case["results"]] == ["a result"]


def test_a_corrected_sentence_keeps_all_its_citations(tmp_path: Path) -> None:
    case = after(tmp_path, change={"steps.1": {"th": "ใหม่", "en": "new"}})

    assert (case["steps"][0]["en"], len(case["steps"][0]["citations"])) == ("new", 2)


def test_nothing_that_the_record_tells_is_called_silent(tmp_path: Path) -> None:
    case = after(tmp_path, inputs={"money": [words("500 baht", 5, 6)]}, not_told=["money", "time", "results"])

    assert case["not_told"] == ["time"]


def test_the_case_fits_its_model_again(tmp_path: Path) -> None:
    case = after(tmp_path, status="drafting", not_told=["time"])

    assert Case.model_validate(case).status == "drafting"


def test_a_step_that_is_not_there_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"sdck: features \[3\] of 2 steps"):
        after(tmp_path, features=[3])
    assert (tmp_path / "cases" / "krabi" / "sdck.md").read_text(encoding="utf-8") == CASE
