"""Agendas: every minute is there, breaks stand between parts, and the clock follows the chosen start."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.kits.timing import agenda, clock, stretched

PARTS = st.lists(st.integers(min_value=1, max_value=240), min_size=1, max_size=12)


@given(PARTS, st.sampled_from([90, 330]))
def test_parts_fill_the_whole_time_in_steps_of_five_minutes(minutes: list[int], whole: int) -> None:
    made = stretched(minutes, whole)

    assert sum(made) == whole
    assert min(made) >= 5
    assert {one % 5 for one in made} == {0}


@given(PARTS)
def test_longer_parts_stay_longer(minutes: list[int]) -> None:
    made = stretched(minutes, 330)
    order = sorted(range(len(minutes)), key=lambda place: minutes[place])

    assert all(made[a] <= made[b] + 5 for a, b in pairwise(order))


@given(PARTS, st.sampled_from(["short", "half_day", "one_day"]))
def test_nothing_overlaps_and_no_day_begins_or_ends_with_a_break(minutes: list[int], form: str) -> None:
    slots = agenda(minutes, form)  # type: ignore[arg-type]

    assert [slot.part for slot in slots if slot.part is not None] == list(range(len(minutes)))
    assert all(a.start + a.minutes == b.start for a, b in pairwise(slots))
    assert not slots[0].pause
    assert not slots[-1].pause


@pytest.mark.parametrize(
    ("form", "pauses", "whole"),
    [("short", [], 90), ("half_day", ["break"], 235), ("one_day", ["break", "lunch", "break"], 420)],
)
def test_each_form_has_its_breaks(form: str, pauses: Sequence[str], whole: int) -> None:
    slots = agenda((20, 30, 60, 30, 60, 20), form)  # type: ignore[arg-type]

    assert [slot.pause for slot in slots if slot.pause] == pauses
    assert slots[-1].start + slots[-1].minutes == whole


def test_the_clock_is_written_as_each_language_writes_it() -> None:
    assert clock(13 * 60, 95, "th") == "14.35 น."
    assert clock(9 * 60, 5, "en") == "09:05"
    assert clock(23 * 60, 90, "en") == "00:30"
