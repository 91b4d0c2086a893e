"""A table definition and the knowledge go in; a typed table comes out, and from it any format."""

from __future__ import annotations

from botrian.tables.abilities import ROWS, Ability, RowsOf
from botrian.tables.build import build_table, build_tables, facts_beside
from botrian.tables.times import text_of_date, text_of_period
from botrian.tables.typed import Cell, Column, DataType, Ref, Row, Table, Value

__all__ = [
    "ROWS",
    "Ability",
    "Cell",
    "Column",
    "DataType",
    "Ref",
    "Row",
    "RowsOf",
    "Table",
    "Value",
    "build_table",
    "build_tables",
    "facts_beside",
    "text_of_date",
    "text_of_period",
]
