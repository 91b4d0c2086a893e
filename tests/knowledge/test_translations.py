"""What waits for translation: what has no English, and English that was made from other Thai."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.findings import Place
from botrian.knowledge.translations import Bilingual, digest, memory_of, still_right, waiting
from botrian.read.translations import TRANSLATIONS, Remembered, remembered, written

RECORD = "lesson/data-first"


def text(thai: str, english: str = "", file: str = "docs/lessons/data-first.md", record: str = RECORD) -> Bilingual:
    return Bilingual(record, Place(file, 3, 5), "title", thai, english)


def why(one: Bilingual, memory: Remembered) -> list[str]:
    return [found.why for found in waiting([one], memory)]


MEMORY = memory_of([text("เก็บข้อมูลก่อน", "Collect data first")], {})


def test_a_text_without_english_waits() -> None:
    assert why(text("เก็บข้อมูลก่อน"), MEMORY) == ["missing"]


def test_english_whose_thai_was_changed_is_behind() -> None:
    assert why(text("เก็บข้อมูลก่อนทำแผน", "Collect data first"), MEMORY) == ["behind"]


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("เก็บข้อมูลก่อน", "Collect data first"),
        ("เก็บข้อมูลก่อน", "Gather data first"),
        ("เก็บข้อมูลก่อนทำแผน", "Collect data before planning"),
        ("เก็บข้อมูลก่อน\n", "Collect  data first"),
    ],
    ids=["nothing changed", "English alone", "both", "blanks"],
)
def test_new_english_is_taken_as_made_from_the_thai_beside_it(thai: str, english: str) -> None:
    assert why(text(thai, english), MEMORY) == []


def test_the_same_english_in_another_record_is_another_text() -> None:
    assert why(text("รวบรวมข้อมูล", "Collect data first", record="lesson/other"), MEMORY) == []


def test_one_english_may_be_made_of_two_texts_of_a_record() -> None:
    memory = memory_of([text("หนึ่ง", "the network"), text("สอง", "the network")], {})

    assert (why(text("สอง", "the network"), memory), why(text("สาม", "the network"), memory)) == ([], ["behind"])


def test_remembering_again_does_not_hide_what_is_behind() -> None:
    changed = text("เก็บข้อมูลก่อนทำแผน", "Collect data first")
    again = memory_of([changed], MEMORY)

    assert why(changed, again) == ["behind"]


def test_somebody_may_say_that_the_english_is_right_still() -> None:
    changed = text("เก็บข้อมูลก่อนทำแผน", "Collect data first")
    other = text("อย่างอื่น", "Collect data first", record="lesson/other", file="docs/lessons/other.md")
    memory = {**MEMORY, **memory_of([text("เดิม", "Collect data first", record="lesson/other")], {})}
    again = still_right([changed, other, text("ใหม่", "new", record="lesson/new")], memory, [changed.place.file])

    assert (why(changed, again), why(other, again)) == ([], ["behind"])
    assert again.keys() == memory.keys()


def test_what_is_gone_is_forgotten() -> None:
    assert memory_of([text("ใหม่", "new", record="lesson/new")], MEMORY).keys() == {"lesson/new"}


def test_the_file_reads_back(tmp_path: Path) -> None:
    file = tmp_path / TRANSLATIONS
    file.parent.mkdir()
    file.write_bytes(written(MEMORY))

    assert remembered(tmp_path) == MEMORY
    assert file.read_text(encoding="utf-8") == f"{RECORD} {digest('Collect data first')}:{digest('เก็บข้อมูลก่อน')}\n"


def test_lines_that_two_writers_left_are_both_read(tmp_path: Path) -> None:
    file = tmp_path / TRANSLATIONS
    file.parent.mkdir()
    file.write_text("lesson/a 11:22\nlesson/a 11:33 44:55\n\n<<<<<<< damaged\nlesson/b 1", encoding="utf-8")

    assert remembered(tmp_path) == {"lesson/a": {"11": frozenset({"22", "33"}), "44": frozenset({"55"})}}


def test_nothing_is_remembered_where_nothing_was_written(tmp_path: Path) -> None:
    assert remembered(tmp_path) == {}
