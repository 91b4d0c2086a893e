"""A typed table and a desk go in; its HTML comes out, for a page or inside a text."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from botrian.addresses import edit_address
from botrian.pages.desk import Desk
from botrian.pages.templates import filled
from botrian.tables import Cell, Row, Table, Value
from botrian.tables.reading import disagrees, leading, value_words


def table_html(table: Table, desk: Desk) -> Markup:
    """The table with caption, scoped headers, citations and notes."""
    return filled(
        "table",
        desk,
        table=table,
        caption=desk.t(table.title),
        cell_html=partial(cell_html, desk=desk),
        sort_value=sort_value,
        edit=edit_of_row,
    )


def cell_html(cell: Cell, desk: Desk) -> Markup:
    """What stands in a cell, with its markers."""
    return filled("cell", desk, cell=cell, value=partial(value_text, desk=desk), disagree=disagrees(cell))


def table_block(table: Table, desk: Desk) -> Markup:
    """A table inside a text: one-sentence answer, the table, and the way to its own page."""
    return filled("table-block", desk, table=table, html=table_html(table, desk))


def sort_value(cell: Cell) -> str:
    """What a cell is sorted by where that is not its text: the number, or the date in C.E. as ISO 8601 writes it."""
    value = leading(cell)
    if value is None:
        return ""
    if value.number is not None:
        return f"{value.number:f}"
    return value.date.iso() if value.date is not None else ""


def edit_of_row(row: Row) -> str:
    """Where a row can be corrected."""
    return edit_address(row.file, row.line)


def value_text(value: Value, desk: Desk) -> str:
    """A value as people read it: with 'about', its own unit, and the year it is of."""
    return value_words(value, desk.language)


__all__ = ["cell_html", "disagrees", "edit_of_row", "sort_value", "table_block", "table_html", "value_text"]
