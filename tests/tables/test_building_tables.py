"""A definition becomes the typed table it describes, from hand-made knowledge whose values are known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from botrian.knowledge import Knowledge
from botrian.tables import ROWS, Cell, Table
from tests.tables import made
from tests.tables.made import CITED, table_of, two


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return made.knowledge()


def _cells(table: Table, column: int = 0) -> dict[str, Cell]:
    return {row.id: row.cells[column] for row in table.rows}


def test_every_value_of_a_fact_keeps_its_number_year_qualifier_and_citation(knowledge: Knowledge) -> None:
    cell = _cells(table_of(knowledge, rows="provinces", columns=[{"dimension": "councils"}]))["krabi"]

    assert [value.number for value in cell.values] == [Decimal(61), Decimal(15)]
    assert [str(value.year) for value in cell.values] == ["2564 BE", "2551 BE"]
    assert [value.qualifier for value in cell.values] == ["exact", "about"]
    assert all(value.citations for value in cell.values)


def test_none_silence_and_a_slot_that_nobody_looked_up_are_three_different_empty_cells() -> None:
    looked = made.fact("krabi", 1, absent="unknown", looked_in=[{"source": "book", "lines": [1, 9]}])
    silent = made.store(facts=[looked, made.fact("chai-nat", 1, absent="none")])
    # A province with nothing in any column has no row: the region gives each of them one.
    cells = _cells(table_of(silent, rows="provinces", columns=[{"dimension": "councils"}, {"field": "region"}]))

    assert cells["chai-nat"].absent == "none"
    assert cells["krabi"].absent == "unknown"
    assert cells["yala"].absent == "not-looked-up"


@pytest.mark.parametrize("direction", ["ascending", "descending"])
def test_empty_cells_stand_last_whichever_way_a_table_is_sorted(knowledge: Knowledge, direction: str) -> None:
    sort = [{"column": "councils", "direction": direction}]
    table = table_of(knowledge, rows="provinces", columns=[{"dimension": "councils"}], sort=sort)

    assert table.rows[0].id == "krabi"


def test_names_are_sorted_as_in_a_thai_dictionary(knowledge: Knowledge) -> None:
    table = table_of(knowledge, rows="provinces", columns=[{"field": "region"}], sort=[{"column": "name"}])

    assert [row.id for row in table.rows] == ["krabi", "chai-nat", "yala"]


def test_a_filter_by_ids_keeps_their_order(knowledge: Knowledge) -> None:
    table = table_of(knowledge, rows="provinces", where={"ids": ["yala", "krabi"]}, columns=[{"field": "region"}])

    assert [row.id for row in table.rows] == ["yala", "krabi"]


def test_rows_of_one_group_stand_together(knowledge: Knowledge) -> None:
    table = table_of(knowledge, rows="provinces", columns=[{"field": "region"}], group_by="region")

    groups = [row.group.en for row in table.rows if row.group]
    assert groups == sorted(groups, key=groups.index)
    assert len(groups) == 3


def test_a_lesson_shows_who_confirms_and_who_contradicts_each_place_once(knowledge: Knowledge) -> None:
    columns = [{"field": "supports"}, {"field": "contradicts"}, {"field": "qualifies"}]
    table = table_of(knowledge, rows="lessons", columns=columns)
    one = next(row for row in table.rows if row.id == "one")

    assert [[value.text.th for value in cell.values] for cell in one.cells] == [["กระบี่"], ["ยะลา"], []]
    assert one.cells[2].absent == "none"


def test_a_pivot_counts_each_record_once_in_each_of_its_places(knowledge: Knowledge) -> None:
    table = table_of(knowledge, pivot={"of": "lessons", "rows": "theme", "columns": "province"})
    counts = {row.id: [cell.values[0].number for cell in row.cells] for row in table.rows}

    assert [column.id for column in table.columns] == ["krabi", "yala"]
    assert counts == {"data": [1, 1], "plans": [1, 0]}


def test_a_pivot_of_evidence_counts_entries_by_their_own_province_and_stance(knowledge: Knowledge) -> None:
    table = table_of(knowledge, pivot={"of": "evidence", "rows": "province", "columns": "stance"})
    counts = {row.id: [int(cell.values[0].number or 0) for cell in row.cells] for row in table.rows}

    assert [column.id for column in table.columns] == ["supports", "qualifies", "contradicts"]
    assert counts == {"krabi": [2, 1, 0], "yala": [0, 0, 1]}


def test_a_count_column_counts_what_belongs_to_the_row(knowledge: Knowledge) -> None:
    table = table_of(
        knowledge, rows="provinces", columns=[{"count": "lessons"}, {"count": "cases"}, {"count": "facts"}]
    )
    counts = {row.id: [int(cell.values[0].number or 0) for cell in row.cells] for row in table.rows}

    assert counts == {"krabi": [2, 1, 2], "chai-nat": [0, 0, 1], "yala": [1, 0, 0]}


def test_literal_rows_keep_text_number_and_the_sign_of_absence(knowledge: Knowledge) -> None:
    cells = [{"text": two("เป้า"), "citations": CITED}, {"number": "655347.50"}, {"absent": "not-applicable"}]
    columns = [{"id": id_, "name": two(id_)} for id_ in ("aim", "money", "year")]
    literal = {"columns": columns, "rows": [{"id": "r", "name": two("r"), "case": "sdck", "cells": cells}]}
    row = table_of(knowledge, literal=literal).rows[0]

    assert row.cells[0].values[0].text.th == "เป้า"
    assert row.cells[1].values[0].number == Decimal("655347.50")
    assert row.cells[1].values[0].text.th == "655,347.50"
    assert row.cells[2].absent == "not-applicable"


def test_each_row_names_the_page_it_leads_to_and_the_file_it_is_corrected_in(knowledge: Knowledge) -> None:
    table = table_of(knowledge, rows="cases", columns=[{"field": "summary"}])

    assert [(row.ref and row.ref.kind, row.ref and row.ref.id, row.file, row.line) for row in table.rows] == [
        ("case", "sdck", "data/case.yml", 7)
    ]


def test_a_province_shows_its_own_facts_and_only_where_it_has_none_those_of_its_cases() -> None:
    facts = [
        made.fact("krabi", 1, number="7", case="sdck"),
        made.fact("krabi", 2, number="61"),
        made.fact("yala", 1, number="9", case="sdck"),
    ]
    knowledge = made.store(cases=[made.case("sdck")], facts=facts)
    cells = _cells(table_of(knowledge, rows="provinces", columns=[{"dimension": "councils"}]))

    assert [value.number for value in cells["krabi"].values] == [Decimal(61)]
    assert [value.number for value in cells["yala"].values] == [Decimal(9)]
    assert [(ref.kind, ref.id) for ref in cells["yala"].values[0].refs] == [("case", "sdck")]


def test_a_case_shows_the_facts_about_it(knowledge: Knowledge) -> None:
    facts = [made.fact("krabi", 1, number="7", case="sdck"), made.fact("krabi", 2, number="61")]
    table = table_of(
        made.store(cases=[made.case("sdck")], facts=facts), rows="cases", columns=[{"dimension": "councils"}]
    )

    assert [value.number for value in _cells(table)["sdck"].values] == [Decimal(7)]


def test_a_row_of_an_event_rests_on_the_event_s_citations_and_so_does_its_table() -> None:
    cited = [{"source": "book", "lines": [7, 8]}]
    events = [made.event("founded", "2543 BE", citations=cited)]
    table = table_of(made.store(events=events), rows="events", columns=[{"field": "text"}])

    assert [one.lines for one in table.rows[0].citations] == [(7, 8)]
    assert [one.lines for one in table.citations] == [(7, 8)]


def test_what_an_empty_cell_rests_on_is_among_the_citations_of_its_table() -> None:
    facts = [made.fact("krabi", 1, absent="none", citations=[{"source": "book", "lines": [3, 4]}])]
    table = table_of(made.store(facts=facts), rows="provinces", columns=[{"dimension": "councils"}])

    assert [one.lines for one in table.citations] == [(3, 4)]


def test_rows_are_grouped_under_the_theme_of_the_first_level() -> None:
    cases = [made.case("a", themes=["maps"]), made.case("b", themes=["plans"]), made.case("c", themes=["surveys"])]
    table = table_of(made.store(cases=cases), rows="cases", columns=[{"field": "kind"}], group_by="theme")

    assert [(row.id, row.group.en) for row in table.rows if row.group] == [("a", "data"), ("c", "data"), ("b", "plans")]


def test_events_are_grouped_and_counted_by_decades_with_the_same_words() -> None:
    knowledge = made.store(events=[made.event("a", "2549 BE"), made.event("b", "2551 BE")])
    grouped = table_of(knowledge, rows="events", columns=[{"field": "date"}], group_by="decade")
    counted = table_of(knowledge, pivot={"of": "events", "rows": "decade", "columns": "province"})

    assert [row.group for row in grouped.rows] == [row.name for row in counted.rows]
    assert counted.rows[0].name.th == "พ.ศ. 2540–2549"
    assert counted.rows[1].name.en == "2007–2016"


def test_a_total_counts_each_record_once() -> None:
    table = table_of(made.knowledge(), pivot={"of": "lessons", "rows": "theme", "columns": "province", "totals": True})
    counts = {row.id: [int(cell.values[0].number or 0) for cell in row.cells] for row in table.rows}

    assert [column.id for column in table.columns] == ["krabi", "yala", "total"]
    assert counts == {"data": [1, 1, 1], "plans": [1, 0, 1], "total": [2, 1, 2]}


def test_a_grid_without_anything_to_count_is_empty() -> None:
    table = table_of(made.store(), pivot={"of": "lessons", "rows": "theme", "columns": "province", "totals": True})

    assert [column.id for column in table.columns] == ["total"]
    assert [[cell.values[0].number for cell in row.cells] for row in table.rows] == [[0]]


@pytest.mark.parametrize("rows", ["provinces", "cases", "lessons", "events", "terms"])
def test_a_table_of_nothing_has_no_rows(rows: str) -> None:
    columns = [{"field": next(iter(ROWS[rows].fields))}]
    table = table_of(made.store(), rows=rows, where={"ids": ["nothing"]}, columns=columns, sort=[{"column": "name"}])

    assert table.rows == ()


def test_a_part_that_is_read_out_of_a_source_says_so() -> None:
    parts = [{"name": two("ก"), "citations": CITED, "basis": "implied"}, {"name": two("ข"), "citations": CITED}]
    table = table_of(made.store(cases=[made.case("a", parts=parts)]), rows="cases", columns=[{"field": "parts"}])

    assert [value.basis for value in table.rows[0].cells[0].values] == ["implied", "stated"]
