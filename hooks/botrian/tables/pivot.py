"""A pivot definition and the comparison go in; a grid of counts comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botrian.records import Pivot, RowFilter
from botrian.tables.names import in_order, name_of, ref_of
from botrian.tables.typed import Cell, Column, Row
from botrian.tables.values import count_cell
from botrian.words import word

if TYPE_CHECKING:
    from botrian.tables.comparison import Comparison, Grid

TOTAL = "total"


def pivot(definition: Pivot, comparison: Comparison) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Columns and rows of the counts. Each record counts once in each cell that it belongs to, and once in a total."""
    grid = comparison.grid(definition.of, definition.where or RowFilter(), definition.rows, definition.columns)
    knowledge, unit = comparison.knowledge, word(f"unit.{definition.of}")
    ids = in_order(definition.columns, grid.columns, knowledge)
    columns = [Column(id_, name_of(definition.columns, id_, knowledge), "number", unit) for id_ in ids]
    rows = [
        Row(
            id_,
            name_of(definition.rows, id_, knowledge),
            tuple(count_cell(grid.cells.get((id_, column), 0)) for column in ids),
            ref_of(definition.rows, id_, knowledge),
        )
        for id_ in in_order(definition.rows, grid.rows, knowledge)
    ]
    return _with_totals(columns, rows, grid) if definition.totals else (tuple(columns), tuple(rows))


def _with_totals(columns: list[Column], rows: list[Row], grid: Grid) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """A last column and a last row that count each record once, so that a total may be less than the sum."""
    name, unit = word("pivot.total"), columns[0].unit if columns else None
    wider = tuple(Row(row.id, row.name, (*row.cells, count_cell(grid.rows[row.id])), row.ref) for row in rows)
    cells: tuple[Cell, ...] = tuple(count_cell(grid.columns[column.id]) for column in columns)
    last = Row(TOTAL, name, (*cells, count_cell(grid.total)))
    return (*columns, Column(TOTAL, name, "number", unit)), (*wider, last)
