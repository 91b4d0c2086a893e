"""A definition becomes the typed table it describes, from hand-made knowledge whose values are known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from botrian.findings import Place
from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import (
    Case,
    CaseKind,
    Dimension,
    DimensionGroup,
    Fact,
    Lesson,
    Profile,
    Province,
    Source,
    TableDefinition,
    Theme,
)
from botrian.tables import Cell, Table, build_table

CITED = [{"source": "book", "lines": [1, 2]}]


def _two(text: str) -> dict[str, str]:
    return {"th": text, "en": text}


def _province(id_: str, name: str, region: str, iso: str) -> Province:
    return Province.model_validate({"id": id_, "name": _two(name), "region": region, "iso": iso})


def _fact(province: str, at: int, /, **values: object) -> PlacedFact:
    fact = Fact.model_validate({"dimension": "councils", "citations": CITED, **values})
    return PlacedFact(province, at, fact)


def _lesson(id_: str, theme: str, *voices: tuple[str, str]) -> Lesson:
    evidence = [
        {"province": place, "stance": stance, "text": _two("x"), "citations": CITED} for place, stance in voices
    ]
    text = {name: _two(name) for name in ("title", "when", "do", "because")}
    return Lesson.model_validate({"id": id_, "type": "practice", "themes": [theme], "evidence": evidence, **text})


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """Three provinces with councils: 61 and 15 in two years, none, and silence; two lessons; one case."""
    provinces = {
        "krabi": _province("krabi", "กระบี่", "south", "TH-81"),
        "chai-nat": _province("chai-nat", "ชัยนาท", "central", "TH-18"),
        "yala": _province("yala", "ยะลา", "south", "TH-95"),
    }
    profile = {"title": _two("x"), "summary": _two("x"), "citations": CITED}
    case = {"id": "sdck", "title": _two("SDCK"), "province": "krabi", "kind": "data-system", "level": "province"}
    councils = {"id": "councils", "name": _two("councils"), "definition": _two("d"), "type": "number", "group": "g"}
    lessons = (
        _lesson("one", "data", ("krabi", "supports"), ("yala", "contradicts"), ("krabi", "supports")),
        _lesson("two", "plans", ("krabi", "qualifies")),
    )
    facts = (
        _fact("krabi", 1, number="61", year="2564 BE"),
        _fact("krabi", 2, number="15", year="2551 BE", qualifier="about"),
        _fact("chai-nat", 1, absent="none"),
    )
    kinds = ["profile", "case", "lesson", "table", "fact", "province"]
    ids = ["krabi", "chai-nat", "yala", "sdck", "one", "two", "t", *(fact.id for fact in facts)]
    return Knowledge(
        provinces=provinces,
        profiles={id_: Profile.model_validate({"id": id_, **profile}) for id_ in provinces},
        themes={
            id_: Theme.model_validate({"id": id_, "name": _two(id_), "definition": _two("d")})
            for id_ in ("data", "plans")
        },
        case_kinds={
            "data-system": CaseKind.model_validate({"id": "data-system", "name": _two("k"), "definition": _two("d")})
        },
        dimension_groups={"g": DimensionGroup.model_validate({"id": "g", "name": _two("g")})},
        dimensions={"councils": Dimension.model_validate({**councils, "unit": _two("councils")})},
        sources={
            "book": Source.model_validate(
                {
                    "id": "book",
                    "kind": "book",
                    "lines": 9,
                    **{n: _two("b") for n in ("title", "short", "cite_as", "about")},
                }
            )
        },
        cases={"sdck": Case.model_validate({**case, "summary": _two("s"), "themes": ["data"], "citations": CITED})},
        lessons={lesson.id: lesson for lesson in lessons},
        facts=facts,
        origins={(kind, id_): Place(f"data/{kind}.yml", 7) for kind in kinds for id_ in ids},
    )


def _table(knowledge: Knowledge, **definition: object) -> Table:
    whole = {"id": "t", "title": _two("t"), "answer": _two("a"), "themes": ["data"], **definition}
    return build_table(TableDefinition.model_validate(whole), knowledge)


def _cells(table: Table, column: int = 0) -> dict[str, Cell]:
    return {row.id: row.cells[column] for row in table.rows}


def test_every_value_of_a_fact_keeps_its_number_year_qualifier_and_citation(knowledge: Knowledge) -> None:
    cell = _cells(_table(knowledge, rows="provinces", columns=[{"dimension": "councils"}]))["krabi"]

    assert [value.number for value in cell.values] == [Decimal(61), Decimal(15)]
    assert [str(value.year) for value in cell.values] == ["2564 BE", "2551 BE"]
    assert [value.qualifier for value in cell.values] == ["exact", "about"]
    assert all(value.citations for value in cell.values)


def test_none_and_silence_are_two_different_empty_cells(knowledge: Knowledge) -> None:
    cells = _cells(_table(knowledge, rows="provinces", columns=[{"dimension": "councils"}]))

    assert cells["chai-nat"].absent == "none"
    assert cells["yala"].absent == "unknown"


@pytest.mark.parametrize("direction", ["ascending", "descending"])
def test_empty_cells_stand_last_whichever_way_a_table_is_sorted(knowledge: Knowledge, direction: str) -> None:
    sort = [{"column": "councils", "direction": direction}]
    table = _table(knowledge, rows="provinces", columns=[{"dimension": "councils"}], sort=sort)

    assert table.rows[0].id == "krabi"


def test_names_are_sorted_as_in_a_thai_dictionary(knowledge: Knowledge) -> None:
    table = _table(knowledge, rows="provinces", columns=[{"dimension": "councils"}], sort=[{"column": "name"}])

    assert [row.id for row in table.rows] == ["krabi", "chai-nat", "yala"]


def test_a_filter_by_ids_keeps_their_order(knowledge: Knowledge) -> None:
    table = _table(knowledge, rows="provinces", where={"ids": ["yala", "krabi"]}, columns=[{"field": "region"}])

    assert [row.id for row in table.rows] == ["yala", "krabi"]


def test_rows_of_one_group_stand_together(knowledge: Knowledge) -> None:
    table = _table(knowledge, rows="provinces", columns=[{"field": "region"}], group_by="region")

    groups = [row.group.en for row in table.rows if row.group]
    assert groups == sorted(groups, key=groups.index)
    assert len(groups) == 3


def test_a_lesson_shows_who_confirms_and_who_contradicts_each_place_once(knowledge: Knowledge) -> None:
    columns = [{"field": "supports"}, {"field": "contradicts"}, {"field": "qualifies"}]
    table = _table(knowledge, rows="lessons", columns=columns)
    one = next(row for row in table.rows if row.id == "one")

    assert [[value.text.th for value in cell.values] for cell in one.cells] == [["กระบี่"], ["ยะลา"], []]
    assert one.cells[2].absent == "none"


def test_a_pivot_counts_each_record_once_in_each_of_its_places(knowledge: Knowledge) -> None:
    table = _table(knowledge, pivot={"of": "lessons", "rows": "theme", "columns": "province"})
    counts = {row.id: [cell.values[0].number for cell in row.cells] for row in table.rows}

    assert [column.id for column in table.columns] == ["krabi", "yala"]
    assert counts == {"data": [1, 1], "plans": [1, 0]}


def test_a_pivot_of_evidence_counts_entries_by_their_own_province_and_stance(knowledge: Knowledge) -> None:
    table = _table(knowledge, pivot={"of": "evidence", "rows": "province", "columns": "stance"})
    counts = {row.id: [int(cell.values[0].number or 0) for cell in row.cells] for row in table.rows}

    assert [column.id for column in table.columns] == ["supports", "qualifies", "contradicts"]
    assert counts == {"krabi": [2, 1, 0], "yala": [0, 0, 1]}


def test_a_count_column_counts_what_belongs_to_the_row(knowledge: Knowledge) -> None:
    table = _table(knowledge, rows="provinces", columns=[{"count": "lessons"}, {"count": "cases"}, {"count": "facts"}])
    counts = {row.id: [int(cell.values[0].number or 0) for cell in row.cells] for row in table.rows}

    assert counts == {"krabi": [2, 1, 2], "chai-nat": [0, 0, 1], "yala": [1, 0, 0]}


def test_literal_rows_keep_text_number_and_the_sign_of_absence(knowledge: Knowledge) -> None:
    cells = [{"text": _two("เป้า"), "citations": CITED}, {"number": "655347.50"}, {"absent": "not-applicable"}]
    columns = [{"id": id_, "name": _two(id_)} for id_ in ("aim", "money", "year")]
    literal = {"columns": columns, "rows": [{"id": "r", "name": _two("r"), "case": "sdck", "cells": cells}]}
    row = _table(knowledge, literal=literal).rows[0]

    assert row.cells[0].values[0].text.th == "เป้า"
    assert row.cells[1].values[0].number == Decimal("655347.50")
    assert row.cells[1].values[0].text.th == "655,347.50"
    assert row.cells[2].absent == "not-applicable"


def test_each_row_names_the_page_it_leads_to_and_the_file_it_is_corrected_in(knowledge: Knowledge) -> None:
    table = _table(knowledge, rows="cases", columns=[{"field": "summary"}])

    assert [(row.ref and row.ref.kind, row.ref and row.ref.id, row.file, row.line) for row in table.rows] == [
        ("case", "sdck", "data/case.yml", 7)
    ]
