"""Records of the real content are chosen by what they have, never by name: whatever contributors write.

Where nothing has the property the test is skipped with words that say so. What the product promises of every content
is asserted instead, over the tests' own library (``tests/library.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

from botrian.knowledge import Knowledge
from botrian.records import Case, Lesson, Profile
from botrian.tables import Table, build_tables

One = TypeVar("One")


def chosen(among: Iterable[One], having: Callable[[One], bool], words: str) -> One:
    """The first that has the property; without one the test is skipped, and ``words`` say what was looked for."""
    for one in among:
        if having(one):
            return one
    pytest.skip(f"the real content has no {words}")


def profile(knowledge: Knowledge) -> Profile:
    """A province with a profile and cases of its own."""
    with_cases = {case.province for case in knowledge.cases.values()}
    return chosen(knowledge.profiles.values(), lambda one: one.id in with_cases, "province with a profile and cases")


def contradicted_lesson(knowledge: Knowledge) -> Lesson:
    """A lesson with a voice for it and one against it."""
    return chosen(
        knowledge.lessons.values(),
        lambda one: {"supports", "contradicts"} <= {entry.stance for entry in one.evidence},
        "lesson that is confirmed and contradicted",
    )


def case_with_steps(knowledge: Knowledge) -> Case:
    """A case that tells how it was done."""
    return chosen(knowledge.cases.values(), lambda one: bool(one.steps), "case with steps")


def long_table(knowledge: Knowledge) -> Table:
    """A table of several columns and at least five rows; of those the one with most cells."""
    tables = sorted(build_tables(knowledge).values(), key=lambda one: -len(one.rows) * len(one.columns))
    return chosen(tables, lambda one: len(one.rows) >= 5 and len(one.columns) >= 2, "table with five rows")
