"""Numbers of citations in the cells, the same in every format; and what a number belongs to is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from botrian.embeds.live import embed_files
from botrian.exports import file_of
from botrian.exports.printed import PrintedTable, mark, printed_table, unmarked
from botrian.knowledge import Knowledge
from botrian.records import Case
from botrian.tables import Cell, Column, Ref, Row, Value
from tests.exports import made, readers

CASE = Case.model_validate(
    {
        "id": "satun-network",
        "title": {"th": "เครือข่ายรักจังสตูล", "en": "Love Satun"},
        "province": "satun",
        "kind": "network",
        "level": "province",
        "summary": {"th": "สรุป", "en": "Summary"},
        "themes": ["water"],
        "citations": [{"source": "book", "lines": [1, 2]}],
    }
)


def cells_of_cases() -> PrintedTable:
    """A number of a case in a province's row, and two lists, one of a case."""
    number = replace(made.number_cell("30", qualifier="more-than").values[0], refs=(Ref("case", CASE.id),))
    items = (made.both("น้ำ", "water"), made.both("ป่า", "woods"))
    lists = Cell(
        values=(
            Value("list", made.both("น้ำ; ป่า"), items=items, citations=(made.cited(1, 2),)),
            Value("list", made.both("น้ำ; ป่า"), items=items, refs=(Ref("case", CASE.id),)),
        )
    )
    columns = (Column("n", made.both("จำนวน", "Number"), "number"), Column("l", made.both("เรื่อง", "Issues"), "list"))
    row = Row("satun", made.both("สตูล", "Satun"), (Cell(values=(number,)), lists))
    knowledge = Knowledge(sources=made.KNOWLEDGE.sources, cases={CASE.id: CASE})
    return printed_table(made.table("owned", columns, (row,)), knowledge, "th", made.STAMP)


def test_a_number_of_a_case_says_whose_it_is_and_stays_a_number() -> None:
    cell = cells_of_cases().rows[0].cells[0]

    assert cell.lines == ("มากกว่า 30 — เครือข่ายรักจังสตูล",)
    assert cell.number is not None and (str(cell.number.value), cell.number.after) == ("30", " — เครือข่ายรักจังสตูล")


def test_a_list_stays_a_list_beside_another_and_says_whose_it_is() -> None:
    cell = cells_of_cases().rows[0].cells[1]

    assert cell.lines == ("• น้ำ", "• ป่า", "เครือข่ายรักจังสตูล:", "• น้ำ", "• ป่า")
    assert cell.marks == ((), (1,), (), (), ())


def test_a_value_in_the_row_of_its_own_case_does_not_name_it_again() -> None:
    value = replace(made.number_cell("30").values[0], refs=(Ref("case", CASE.id),))
    row = Row(CASE.id, CASE.title, (Cell(values=(value,)),), Ref("case", CASE.id))
    table = made.table("own", (Column("n", made.both("จำนวน"), "number"),), (row,))
    knowledge = Knowledge(cases={CASE.id: CASE})

    assert printed_table(table, knowledge, "th", made.STAMP).rows[0].cells[0].lines == ("30",)


def test_numbers_follow_the_cells_as_they_are_read_and_each_place_has_one() -> None:
    table = made.printed(made.everyday())

    assert [one.number for one in table.cited] == [1, 2]
    assert [one.words for one in table.cited] == ["หนังสือ (2567), บรรทัด 10–12", "หนังสือ (2567), น. 5"]
    assert table.rows[1].cells[1].marked[1:] == (("• 76 (พ.ศ. 2553)", "[1]"), ("• 80 (พ.ศ. 2553)", "[2]"))


@pytest.mark.parametrize(("numbers", "words"), [((), ""), ((3,), "[3]"), ((1, 2, 3, 7), "[1–3,7]"), ((5, 2), "[2,5]")])
def test_a_mark_joins_numbers_that_follow_each_other(numbers: tuple[int, ...], words: str) -> None:
    assert mark(numbers) == words


@pytest.mark.parametrize("format_", ["html", "md", "embed"])
def test_marks_stand_raised_behind_their_line(format_: str) -> None:
    table = made.printed(made.everyday())
    content = file_of(table, format_) if format_ != "embed" else next(iter(embed_files(table).values()))
    text = readers.page_of(content)
    marks = [one.text for one in text.iter("sup")]

    assert marks == ["[1]", "[2]"]
    assert "หนังสือ (2567), น. 5" in text.text_content()


def test_a_table_without_marks_has_neither_them_nor_the_list() -> None:
    table = unmarked(made.printed(made.everyday()))

    assert table.cited == ()
    assert [mark for row in table.rows for cell in row.cells for _, mark in cell.marked if mark] == []
