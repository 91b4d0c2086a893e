"""The same table has the same cells in every format; each file is read back and held against what people read."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import get_args

import docx
import pytest

from botrian.exports import file_of
from botrian.exports.printed import PrintedTable
from botrian.records import Language
from botrian.tables import Table
from tests.exports import made, readers

READERS: dict[str, Callable[[bytes, Language], readers.Grid]] = {
    "json": readers.from_json,
    "md": readers.from_markdown,
    "html": readers.from_html,
    "xlsx": readers.from_xlsx,
    "docx": readers.from_docx,
    "pptx": readers.from_pptx,
}
TABLES = {
    "everyday": made.everyday(),
    "nasty": made.nasty(),
    "grouped": made.grouped(),
    "wide": made.sized(3, 30),
    "long": made.sized(120, 2),
    "without columns": made.sized(2, 0),
}


def expected(table: PrintedTable) -> readers.Grid:
    heads = [table.row_heading, *(column.heading for column in table.columns)]
    rows = [[row.name, *(cell.text for cell in row.cells)] for row in table.rows]
    return [[readers.tidy(text) for text in row] for row in (heads, *rows)]


def without_groups(grid: readers.Grid, table: PrintedTable) -> readers.Grid:
    """XLSX and Markdown have groups as a first column."""
    return [row[1:] for row in grid] if table.grouped and len(grid[0]) > len(table.columns) + 1 else grid


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("format_", READERS)
def test_a_file_read_back_has_the_cells_of_its_table(format_: str, name: str, language: Language) -> None:
    table = made.printed(TABLES[name], language)
    grid = without_groups(READERS[format_](file_of(table, format_), language), table)

    assert expected(table) == grid


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("name", TABLES)
def test_a_csv_file_read_back_has_the_cells_of_its_table(name: str, language: Language) -> None:
    """Its first row has names for programs; what people read in a cell stands in the column of its words."""
    table = made.printed(TABLES[name], language)
    grid = readers.from_csv(file_of(table, "csv"), language, [column.id for column in table.columns])

    assert expected(table)[1:] == grid


@pytest.mark.parametrize("language", get_args(Language))
def test_a_picture_read_back_has_the_cells_of_its_table(language: Language) -> None:
    one: Table = made.everyday()
    table = made.printed(one, language)
    grid = readers.from_svg(file_of(table, "svg"), language)
    shown = len(grid[0])

    assert [row[:shown] for row in expected(table)[1:]] == grid


def test_groups_stand_in_every_format() -> None:
    table = made.printed(made.grouped())
    for format_ in ("csv", "json", "md", "html"):
        text = file_of(table, format_).decode("utf-8")
        assert "เหนือ" in text and "ใต้" in text, format_
    assert [row["group"] for row in json.loads(file_of(table, "json"))["rows"]] == ["เหนือ", "เหนือ", "ใต้", "ใต้"]
    assert readers.from_xlsx(file_of(table, "xlsx"), "th")[3][0] == "ใต้"
    assert sum("ใต้" in text for text in _docx_texts(file_of(table, "docx"))) == 1


def _docx_texts(content: bytes) -> list[str]:
    file = docx.Document(io.BytesIO(content))
    return [cell.text for table in file.tables for row in table.rows for cell in dict.fromkeys(row.cells)]


@pytest.mark.parametrize("language", get_args(Language))
def test_programs_are_told_why_a_cell_is_empty(language: Language) -> None:
    table = made.printed(made.everyday(), language)
    read = json.loads(file_of(table, "json"))

    told = [[cell["absent"] for cell in row["cells"]] for row in read["rows"]]
    assert told == [[cell.absent for cell in row.cells] for row in table.rows]
    assert {"unknown", "none", "not-applicable"} <= {why for row in told for why in row}
