"""A filter has one meaning: what is counted is what the same filter gives as rows, over any knowledge."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import LESSON_TYPES, STANCES, Event, Evidence, Lesson
from botrian.tables import ROWS, Table
from tests.tables import made
from tests.tables.made import table_of

PLACES = (*made.PROVINCES, "abroad")
THEMES = tuple(id_ for parent, children in made.THEMES.items() for id_ in (parent, *children))
CASES = ("case-a", "case-b", "case-c")
VALUES = {"province": PLACES, "theme": THEMES, "kind": made.KINDS, "turning_point": (True, False)}
FIELD = {"provinces": "region", "cases": "kind", "lessons": "type", "events": "date"}

some_themes = st.lists(st.sampled_from(THEMES), min_size=1, max_size=2, unique=True)
entries = st.fixed_dictionaries(
    {"province": st.sampled_from(PLACES), "stance": st.sampled_from(STANCES)}, optional={"case": st.sampled_from(CASES)}
)


@st.composite
def stores(draw: DrawFn) -> Knowledge:
    """Three cases, some of them parts of others, and a few lessons, events and facts."""
    wholes = [draw(st.sets(st.sampled_from(CASES[:at]))) if at else set() for at in range(len(CASES))]
    cases = [
        made.case(id_, part_of=sorted(whole), province=draw(st.sampled_from(PLACES)), themes=draw(some_themes))
        for id_, whole in zip(CASES, wholes, strict=True)
    ]
    lessons = [
        made.lesson_of(f"lesson-{at}", draw(st.sampled_from(LESSON_TYPES)), draw(some_themes), voices)
        for at, voices in enumerate(draw(st.lists(st.lists(entries, min_size=1, max_size=4), max_size=4)))
    ]
    return made.store(cases=cases, lessons=lessons, events=draw(events()), facts=draw(facts()))


@st.composite
def events(draw: DrawFn) -> Sequence[Event]:
    points = draw(st.lists(st.tuples(st.sampled_from(PLACES), st.booleans(), st.integers(2540, 2570)), max_size=4))
    return [
        made.event(f"event-{at}", f"{year} BE", province=place, turning_point=turns, case=CASES[at % 3])
        for at, (place, turns, year) in enumerate(points)
    ]


@st.composite
def facts(draw: DrawFn) -> Sequence[PlacedFact]:
    owners = draw(st.lists(st.tuples(st.sampled_from(PLACES), st.none() | st.sampled_from(CASES)), max_size=4))
    return [made.fact(place, at, number="1", case=case) for at, (place, case) in enumerate(owners)]


def filters_of(rows: str) -> st.SearchStrategy[dict[str, object]]:
    """Any filter that can be given for these rows, but for ids."""
    found: dict[str, st.SearchStrategy[object]] = {}
    for name, ability in ROWS[rows].filters.items():
        values = ability.answers or VALUES.get(name, ())
        if name == "turning_point":
            found[name] = st.booleans()
        elif values:
            found[name] = st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)
    return st.fixed_dictionaries({}, optional=found)


def names(table: Table) -> list[str]:
    return [row.id for row in table.rows]


def rows_of(knowledge: Knowledge, rows: str, where: dict[str, object]) -> list[str]:
    return names(table_of(knowledge, rows=rows, where=where, columns=[{"field": FIELD[rows]}]))


def counts_of(knowledge: Knowledge, rows: str, of: str, where: dict[str, object]) -> dict[str, int]:
    table = table_of(knowledge, rows=rows, columns=[{"count": of, "where": where}])
    return {row.id: 0 for row in table.left_out} | {
        row.id: int(row.cells[0].values[0].number or 0) for row in table.rows
    }


@given(stores(), st.sampled_from(["cases", "lessons", "events"]), st.data())
@settings(max_examples=30)
def test_a_count_by_province_is_the_number_of_rows_of_the_same_filter_there(
    knowledge: Knowledge, of: str, data: st.DataObject
) -> None:
    where = {name: value for name, value in data.draw(filters_of(of)).items() if name != "province"}
    expected = {place: len(rows_of(knowledge, of, {**where, "province": [place]})) for place in made.PROVINCES}

    assert counts_of(knowledge, "provinces", of, where) == expected


@given(stores(), filters_of("evidence"))
@settings(max_examples=30)
def test_a_count_of_evidence_counts_the_entries_that_pass_each_by_its_own_place_and_stance(
    knowledge: Knowledge, where: dict[str, list[str]]
) -> None:
    def passes(lesson: Lesson, entry: Evidence) -> bool:
        above = {child: parent for parent, children in made.THEMES.items() for child in children}
        themes = {*lesson.themes, *(above.get(theme, theme) for theme in lesson.themes)}
        return (
            entry.province in where.get("province", PLACES)
            and entry.stance in where.get("stance", STANCES)
            and lesson.type in where.get("type", LESSON_TYPES)
            and bool(themes & set(where.get("theme", THEMES)))
        )

    passing = [
        (lesson.id, entry)
        for lesson in knowledge.lessons.values()
        for entry in lesson.evidence
        if passes(lesson, entry)
    ]
    for rows, owners in (
        ("lessons", {one: [id_ for id_, _ in passing].count(one) for one in knowledge.lessons}),
        ("provinces", {one: [entry.province for _, entry in passing].count(one) for one in made.PROVINCES}),
        ("cases", {one: [entry.case for _, entry in passing].count(one) for one in CASES}),
    ):
        assert counts_of(knowledge, rows, "evidence", dict(where)) == owners, rows


@given(stores())
@settings(max_examples=30)
def test_the_counts_of_a_case_are_what_names_it(knowledge: Knowledge) -> None:
    expected = {
        "cases": {one: sum(one in case.part_of for case in knowledge.cases.values()) for one in CASES},
        "events": {one: sum(event.case == one for event in knowledge.events.values()) for one in CASES},
        "facts": {one: sum(placed.fact.case == one for placed in knowledge.facts) for one in CASES},
        "lessons": {
            one: sum(any(entry.case == one for entry in lesson.evidence) for lesson in knowledge.lessons.values())
            for one in CASES
        },
    }

    assert {of: counts_of(knowledge, "cases", of, {}) for of in expected} == expected


@given(stores(), st.sampled_from(["cases", "lessons"]), st.sampled_from(sorted(made.THEMES)))
@settings(max_examples=30)
def test_a_theme_of_the_first_level_takes_in_those_below_it(knowledge: Knowledge, rows: str, theme: str) -> None:
    whole = rows_of(knowledge, rows, {"theme": [theme]})
    parts = {id_ for one in made.THEMES[theme] for id_ in rows_of(knowledge, rows, {"theme": [one]})}
    records = knowledge.cases if rows == "cases" else knowledge.lessons

    assert set(whole) == parts | {id_ for id_, record in records.items() if theme in record.themes}


@given(stores(), st.sampled_from(["cases", "lessons", "events"]), st.data())
@settings(max_examples=30)
def test_filters_are_joined_by_and_their_values_by_or(knowledge: Knowledge, rows: str, data: st.DataObject) -> None:
    where = data.draw(filters_of(rows))
    expected = rows_of(knowledge, rows, {})
    for name, values in where.items():
        single = [values] if isinstance(values, bool) else [[value] for value in values]  # type: ignore[attr-defined]
        passing = {id_ for value in single for id_ in rows_of(knowledge, rows, {name: value})}
        expected = [id_ for id_ in expected if id_ in passing]

    assert rows_of(knowledge, rows, where) == expected


@given(stores(), filters_of("lessons"))
@settings(max_examples=30)
def test_a_cell_and_a_total_of_a_pivot_are_the_number_of_rows_with_its_two_values(
    knowledge: Knowledge, where: dict[str, object]
) -> None:
    where = {name: value for name, value in where.items() if name not in ("province", "type")}
    grid = {"of": "lessons", "rows": "province", "columns": "type", "where": where, "totals": True}
    table = table_of(knowledge, pivot=grid)
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            only: dict[str, object] = {} if row.id == "total" else {"province": [row.id]}
            only |= {} if column.id == "total" else {"type": [column.id]}
            assert cell.values[0].number == len(rows_of(knowledge, "lessons", {**where, **only})), (row.id, column.id)


@given(stores(), filters_of("evidence"))
@settings(max_examples=30)
def test_a_pivot_of_evidence_obeys_its_filter_entry_by_entry(knowledge: Knowledge, where: dict[str, object]) -> None:
    where = {name: value for name, value in where.items() if name != "province"}
    table = table_of(knowledge, pivot={"of": "evidence", "rows": "province", "columns": "stance", "where": where})
    found = {row.id: sum(int(cell.values[0].number or 0) for cell in row.cells) for row in table.rows}
    expected = counts_of(knowledge, "provinces", "evidence", where)

    assert {id_: found.get(id_, 0) for id_ in made.PROVINCES} == expected


def test_a_count_of_lessons_with_a_filter_leaves_out_what_does_not_pass() -> None:
    lessons = [
        made.lesson("one", "data", ("krabi", "supports")),
        made.lesson("two", "data", ("krabi", "supports"), type_="pitfall"),
    ]
    knowledge = made.store(lessons=lessons)

    assert counts_of(knowledge, "provinces", "lessons", {"type": ["pitfall"]}) == {"krabi": 1, "chai-nat": 0, "yala": 0}


def test_ids_of_a_count_of_evidence_are_those_of_lessons() -> None:
    assert counts_of(made.knowledge(), "provinces", "evidence", {"ids": ["one"]}) == {
        "krabi": 2,
        "chai-nat": 0,
        "yala": 1,
    }


def test_an_id_given_twice_is_one_row() -> None:
    assert rows_of(made.knowledge(), "provinces", {"ids": ["yala", "krabi", "yala"]}) == ["yala", "krabi"]


@pytest.mark.parametrize(("wanted", "expected"), [(True, ["turns"]), (False, ["plain"])])
def test_turning_points_are_filtered_by_yes_or_no(wanted: bool, expected: list[str]) -> None:
    events = [made.event("turns", "2543 BE", turning_point=True), made.event("plain", "2544 BE")]

    assert rows_of(made.store(events=events), "events", {"turning_point": wanted}) == expected
