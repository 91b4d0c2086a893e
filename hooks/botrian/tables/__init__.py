"""A table definition and the knowledge go in; a typed table comes out, and from it any format."""

from __future__ import annotations

from botrian.tables.build import build_table, build_tables
from botrian.tables.typed import Cell, Column, Ref, Row, Table, Value
from botrian.tables.values import FIELDS, text_of_date, text_of_period

__all__ = [
    "FIELDS",
    "Cell",
    "Column",
    "Ref",
    "Row",
    "Table",
    "Value",
    "build_table",
    "build_tables",
    "text_of_date",
    "text_of_period",
]
