"""Rows come in one order, the same for any data and any Python."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from botrian.tables.comparison import Comparison
from botrian.thai import collation_key
from tests.tables import made
from tests.tables.made import table_of

numbers = st.decimals(-100, 100, places=1).map(lambda number: (0, number))
texts = st.text("กขค่้เแa1 ", max_size=4).map(lambda text: (1, collation_key(text)))


@st.composite
def sortings(draw: st.DrawFn) -> tuple[int, list[tuple[list[Any], bool]], list[str]]:
    """So many rows, keys of up to three columns of numbers or texts with gaps, and groups or none."""
    rows = draw(st.integers(0, 8))
    column = st.sampled_from([numbers, texts]).flatmap(
        lambda keys: st.lists(st.none() | keys, min_size=rows, max_size=rows)
    )
    sorts = draw(st.lists(st.tuples(column, st.booleans()), max_size=3))
    groups = draw(st.just([]) | st.lists(st.sampled_from(["", "ก", "ข"]), min_size=rows, max_size=rows))
    return rows, sorts, groups


@given(sortings())
def test_rows_stand_as_stable_sorting_by_hand_puts_them(
    made_up: tuple[int, list[tuple[list[Any], bool]], list[str]],
) -> None:
    rows, sorts, groups = made_up
    expected = list(range(rows))
    for keys, descends in reversed(sorts):
        filled = [row for row in expected if keys[row] is not None]
        empty = [row for row in expected if keys[row] is None]
        expected = [*sorted(filled, key=lambda row, keys=keys: keys[row], reverse=descends), *empty]  # type: ignore[misc]
    if groups:
        first = [groups[row] for row in expected]
        expected.sort(key=lambda row: first.index(groups[row]))

    assert Comparison.order(rows, sorts, groups) == tuple(expected)


def test_numbers_are_sorted_by_value_and_not_as_texts() -> None:
    facts = [
        made.fact(place, 1, number=number) for place, number in (("krabi", "9"), ("yala", "10"), ("chai-nat", "9.5"))
    ]
    sort = [{"column": "councils", "direction": "descending"}]
    table = table_of(made.store(facts=facts), rows="provinces", columns=[{"dimension": "councils"}], sort=sort)

    assert [row.id for row in table.rows] == ["yala", "chai-nat", "krabi"]
    assert [row.cells[0].values[0].number for row in table.rows] == [Decimal(10), Decimal("9.5"), Decimal(9)]


def test_dates_are_sorted_by_time_whatever_calendar_they_are_written_in() -> None:
    events = [made.event("late", "2012 CE"), made.event("early", "2551 BE"), made.event("mid", "2552-02 BE")]
    table = table_of(made.store(events=events), rows="events", columns=[{"field": "date"}], sort=[{"column": "date"}])

    assert [row.id for row in table.rows] == ["early", "mid", "late"]
