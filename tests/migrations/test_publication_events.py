"""Years of cited works are marked, once, and nothing else of the file changes."""

from __future__ import annotations

from migrations.publication_events import marked

FILE = """events:
  - id: kurian-2554
    title: {th: ก, en: a}
    date: 2554 BE
    text: {th: "ปีของงานที่บทความอ้าง", en: "Year of the work"}
    province: thailand
  - id: founded-2543
    title: {th: ข, en: b}
    date: 2543 BE
    province: krabi
"""


def test_a_cited_work_is_a_publication_and_an_event_stays_one() -> None:
    assert marked(FILE) == FILE.replace("    date: 2554 BE\n", "    date: 2554 BE\n    kind: publication\n")


def test_a_second_run_changes_nothing() -> None:
    assert marked(marked(FILE)) == marked(FILE)
