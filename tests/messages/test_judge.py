"""Messages are judged as the vectors say, by Python here and by the browser in ``tests/browser/contribute.test.js``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from botrian.check import check_reading
from botrian.messages import Message, judged
from botrian.new import as_yaml
from botrian.receive import Library, made, told
from botrian.records import Case, Lesson, Source
from botrian.rules import rules
from tests.library import library_tree
from tests.messages.write_vectors import KNOWN, TODAY, VECTORS, answers_of, text, vectors

ALL = vectors()
KNOWN_IDS = {kind: frozenset(ids) for kind, ids in KNOWN.items()}
DAY = date.fromisoformat(TODAY)


def message_of(vector: dict[str, Any]) -> Message:
    answers = {id_: tuple(one) if isinstance(one, list) else one for id_, one in answers_of(vector).items()}
    return Message(vector["kind"], "2026-06-30", answers)


def test_the_vectors_are_those_of_the_script_and_many() -> None:
    assert VECTORS.read_text(encoding="utf-8") == text()
    assert len(ALL) >= 400
    assert {code for one in ALL for _, code in one["faults"]} >= {
        *("field-missing", "text-long", "text-unfilled", "language-thai", "too-many"),
        *("date-form", "date-calendar-mixed", "date-impossible", "date-future"),
        *("value-not-in-list", "reference-unknown", "private-phone", "private-citizen-number", "private-mail"),
    }


@pytest.mark.parametrize("vector", ALL, ids=lambda vector: f"{vector['kind']} {vector['change']}")
def test_a_message_is_judged_as_it_was_spoilt(vector: dict[str, Any]) -> None:
    found = [[fault.question, fault.code] for fault in judged(message_of(vector), KNOWN_IDS, DAY)]

    assert found == vector["faults"]


def test_the_checker_judges_the_records_alike(tmp_path: Path) -> None:
    """Each message as the records that it makes, all in one tree: private data where it was put in."""
    library = Library(library_tree(tmp_path))
    texts: dict[str, str] = {}
    expected: dict[str, set[str]] = {}
    for number, vector in enumerate(ALL):
        faults = {code for _, code in vector["faults"]}
        if vector["kind"] not in ("lesson", "case") or any(not code.startswith("private-") for code in faults):
            continue
        message, source = message_of(vector), f"told-{number}"
        if not message.words("themes") and not message.words("case_themes"):
            continue
        testimony = told.testimony(message, source, "krabi", "เรื่องที่เล่า", library)
        texts[f"data/sources/{source}.yml"] = as_yaml(testimony, Source)
        if vector["kind"] == "lesson":
            id_, values, model = f"lesson-{number}", made.lesson(message, f"lesson-{number}", source, {}), Lesson
            values["title"]["th"] += f" {number}"
            name = f"docs/lessons/{id_}.md"
        else:
            id_ = f"case-{number}"
            values, model = made.case(message, id_, source, {}, "2563 BE"), Case  # type: ignore[assignment]
            name = f"docs/cases/krabi/{id_}.md"
        texts[name] = f"---\n{as_yaml(values, model)}---\n"
        # How to be reached and the name are in no record here.
        expected[str(number)] = {code for question, code in vector["faults"] if question not in ("name", "contact")}
    checked = check_reading(library.with_texts(texts), DAY)
    severe = [one for one in checked.problems if rules()[one.code].severity == "error" and one.file in texts]
    found: dict[str, set[str]] = {number: set() for number in expected}
    for problem in severe:
        found[problem.file.rpartition("-")[2].partition(".")[0]].add(problem.code)

    assert len(expected) > 120
    assert found == expected
