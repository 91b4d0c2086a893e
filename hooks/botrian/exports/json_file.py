"""A printed table goes in; a JSON file comes out. ``table.schema.json`` beside it says what is in it."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.resources import files
from typing import Any

from botrian.exports.printed import PrintedCell, PrintedColumn, PrintedRow, PrintedTable
from botrian.words import say

SCHEMA = "table.schema.json"


def json_file(table: PrintedTable) -> bytes:
    """The JSON file: one type per field; what a table does not have is null or an empty list."""
    return (json.dumps(content(table), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def schema_file() -> bytes:
    """The JSON Schema of these files."""
    return files(__package__).joinpath(SCHEMA).read_bytes()


def content(table: PrintedTable) -> dict[str, Any]:
    """The table as JSON holds it."""
    origin = table.provenance
    return {
        "$schema": SCHEMA,
        "id": table.id,
        "language": table.language,
        "title": table.title,
        "answer": table.answer,
        "question": table.question or None,
        "silence": table.silence or None,
        "notes": list(table.notes),
        "version": origin.version,
        "changed": origin.changed.isoformat() if origin.changed else None,
        "link": origin.link,
        "cite": origin.cite,
        "licence": say("licence.name", table.language),
        "licence_url": say("licence.address", table.language),
        "sources": [
            {"id": one.id, "short": one.short, "cite_as": one.cite_as, "places": one.places} for one in origin.sources
        ],
        "row_heading": table.row_heading,
        "columns": [_column(column) for column in table.columns],
        "rows": [_row(row) for row in table.rows],
    }


def _column(column: PrintedColumn) -> dict[str, Any]:
    unit, definition = column.unit or None, column.definition or None
    return {"id": column.id, "name": column.name, "type": column.type, "unit": unit, "definition": definition}


def _row(row: PrintedRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "group": row.group or None,
        "url": row.url or None,
        "citations": list(row.citations),
        "cells": [_cell(cell) for cell in row.cells],
    }


def _cell(cell: PrintedCell) -> dict[str, Any]:
    return {
        "text": cell.text,
        "number": _number(cell.number.value) if cell.number else None,
        "date": cell.date.iso() if cell.date else None,
        "absent": cell.absent,
        "citations": list(cell.citations),
    }


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
