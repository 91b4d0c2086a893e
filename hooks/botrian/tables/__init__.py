"""A table definition and the knowledge go in; a typed table comes out, and from it any format."""

from __future__ import annotations

from botrian.tables.typed import Cell, Column, Ref, Row, Table, Value

__all__ = ["Cell", "Column", "Ref", "Row", "Table", "Value"]
