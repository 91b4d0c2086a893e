"""A printed table goes in; the columns of its CSV file come out: a type each, names for programs, titles for people.

A row of the table is a row of the file, and a cell is several fields beside each other. ``<column>`` stands for the id
of the table's column (``council-count`` is written ``council_count``), ``<l>`` for the language of the file:

======================  =========================================================================================
``<column>``            the number of a column of numbers or money, plain digits
``<column>_ce``         the date of a column of dates, C.E., as exact as the source has it (``2008``, ``2008-08``)
``<column>_<l>``        what people read in the cell, all of its values; empty where the cell is empty
``<column>_unit_<l>``   the unit of the number
``<column>_qualifier``  ``exact``, ``about``, ``more-than`` …: how the number or date is meant
``<column>_year_ce``    the year that the number is of
``<column>_records``    the records that the cell names or tells of, such as the case that a number belongs to
``<column>_absent``     why the cell is empty
``<column>_note_<l>``   what is said of why it is empty
``<column>_citations``  the places in the sources
======================  =========================================================================================

Fields that would be empty in every row are left out, save what is not said in another: the number, the date, the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from botrian.exports.printed import PrintedCell, PrintedColumn, PrintedTable
from botrian.tables.typed import DataType
from botrian.words import say


@dataclass(frozen=True)
class DataColumn:
    """One column of a file: ``name`` stands in its first row; ``values`` are its fields, empty for none."""

    name: str
    type: DataType
    title: str
    values: tuple[str, ...] = ()
    description: str = ""
    unit: str = ""


def data_columns(table: PrintedTable) -> tuple[DataColumn, ...]:
    """The columns, in order; no two have one name."""
    found = list(_row_columns(table))
    for place, column in enumerate(table.columns):
        found += _cell_columns(table, column, [row.cells[place] for row in table.rows])
    names = Counter[str]()
    for at, one in enumerate(found):
        names[one.name] += 1
        if names[one.name] > 1:
            found[at] = replace(one, name=f"{one.name}_{names[one.name]}")
    return tuple(found)


def bare(cell: PrintedCell) -> bool:
    """Whether people read nothing in a cell but a number."""
    return cell.number is not None and not cell.number.before and not cell.number.after


def column_name(id_: str) -> str:
    """The id of a table's column as the first row has it: a name that every program takes without quotes."""
    return id_.replace("-", "_")


def _row_columns(table: PrintedTable) -> Iterator[DataColumn]:
    rows, words = table.rows, table.language

    def column(name: str, type_: DataType, *values: str) -> DataColumn:
        return DataColumn(name, type_, say(f"data.row_{name}", words), values)

    yield column("id", "text", *(row.id for row in rows))
    yield DataColumn(f"name_{words}", "text", table.row_heading, tuple(row.name for row in rows))
    more = (
        replace(column("group", "text", *(row.group for row in rows)), name=f"group_{words}"),
        column("record", "text", *(row.record for row in rows)),
        column("url", "text", *(row.url for row in rows)),
        column("citations", "citations", *(row.cited for row in rows)),
    )
    yield from (one for one in more if any(one.values))


def _cell_columns(table: PrintedTable, column: PrintedColumn, cells: list[PrintedCell]) -> Iterator[DataColumn]:
    name, words = column_name(column.id), table.language
    numbers, dates = column.type in ("number", "money"), column.type == "date"
    typed = [cell.data for cell in cells]
    if numbers:
        digits = tuple("" if one.number is None else f"{one.number:f}" for one in typed)
        yield DataColumn(name, "number", column.heading, digits, column.definition, column.unit)
    if dates:
        days = tuple(one.date.iso() if one.date else "" for one in typed)
        yield DataColumn(f"{name}_ce", "date-ce", say("data.cell_ce", words).format(column.name), days)
    if not numbers or not all(bare(cell) or cell.absent for cell in cells):
        read = tuple("" if cell.absent else cell.text for cell in cells)
        yield DataColumn(f"{name}_{words}", "text", column.heading, read, column.definition)

    def beside(behind: str, type_: DataType, values: Iterable[str], ending: str = "") -> DataColumn:
        title = say(f"data.cell_{behind}", words).format(column.name)
        return DataColumn(f"{name}_{behind}{ending}", type_, title, tuple(values))

    units = [one.unit or column.unit if one.number is not None else "" for one in typed]
    qualifiers = [one.qualifier if one.number is not None or one.date else "" for one in typed]
    more = (
        beside("unit", "text", units, f"_{words}"),
        beside("qualifier", "text", qualifiers if {*qualifiers} - {"", "exact"} else ()),
        beside("year_ce", "date-ce", (one.year.iso() if one.year else "" for one in typed)),
        beside("records", "texts", (one.records for one in typed)),
        beside("absent", "text", (cell.absent or "" for cell in cells)),
        beside("note", "text", (one.note for one in typed), f"_{words}"),
        beside("citations", "citations", (one.citations for one in typed)),
    )
    yield from (one for one in more if any(one.values))
