"""A table in the API holds what the typed table holds, cell by cell."""

from __future__ import annotations

from botrian.api.table_items import Address, table_item
from botrian.tables import Cell, Ref, Row
from tests.exports import made


def address_of(ref: Ref) -> Address:
    return Address(th=f"/{ref.kind}/{ref.id}/", en=f"/en/{ref.kind}/{ref.id}/")


def test_numbers_dates_signs_and_citations_stand_in_the_item() -> None:
    table = made.everyday()
    item = table_item(table, address_of).model_dump(mode="json")
    rows = [row["cells"] for row in item["rows"]]

    assert [value["number"] for value in rows[1][1]["values"]] == ["76", "80"]
    assert [value["citations"][0]["lines"] for value in rows[1][1]["values"]] == [[10, 12], [30, 30]]
    assert rows[0][2]["values"][0]["date"] == "2551-08-06 BE"
    assert rows[0][3]["values"][0]["basis"] == "implied"
    assert [cell["absent"] for cell in rows[1]] == [None, None, "unknown", "none"]
    assert rows[1][2]["note"] == {"th": "ไม่มีปี", "en": "no year", "en_lang": "en"}
    assert item["url"] == {"th": "/table/everyday/", "en": "/en/table/everyday/"}
    assert [row["url"] and row["url"]["th"] for row in item["rows"]] == ["/lesson/krabi-lesson/", None, None]


def test_what_a_row_and_an_empty_cell_rest_on_stands_in_the_item() -> None:
    cell = Cell(absent="none", citations=(made.cited(3, 4),))
    row = Row("yala", made.both("ยะลา", "Yala"), (cell,), citations=(made.cited(7, 9, 5),))
    found = table_item(made.table("one", (), (row,)), address_of).rows[0]

    assert [(one.lines, one.pages) for one in found.citations] == [((7, 9), (5, 5))]
    assert [one.lines for one in found.cells[0].citations] == [(3, 4)]
