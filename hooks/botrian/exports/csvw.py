"""A printed table goes in; what its CSV file does not say of itself comes out, as CSV on the Web (W3C, 2015) has it.

``<id>.csv-metadata.json`` stands beside ``<id>.csv``, where programs look for it: the title, the answer, the columns
with types, titles and meanings, sources, how to cite, version and licence. All that stood below the table in the CSV
file once stands here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from botrian.exports.about import about
from botrian.exports.data_columns import DataColumn, data_columns
from botrian.exports.printed import PrintedTable
from botrian.tables import DataType
from botrian.words import say

#: A date in C.E. that is no more exact than its source: a year, a month, a day.
DATE_CE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
ENDING = "csv-metadata.json"
_DATATYPES: dict[DataType, object] = {
    "integer": "integer",
    "yes-no": {"base": "boolean", "format": "true|false"},
    "number": "decimal",
    "date-ce": {"base": "string", "format": DATE_CE},
}


def csvw_file(table: PrintedTable) -> bytes:
    """The metadata of the CSV file of one table."""
    origin, words = table.provenance, table.language
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": words}],
        "url": f"{table.id}.csv",
        "dc:title": table.title,
        "dc:description": table.answer,
        "dc:language": words,
        "dc:publisher": origin.publisher,
        "dc:license": {"@id": say("licence.address", words)},
        "dc:bibliographicCitation": origin.cite,
        "dc:source": [f"{source.cite_as} ({source.places})" for source in origin.sources],
        "dc:relation": {"@id": origin.link},
        "schema:version": origin.version,
        "notes": [{"label": one.label, "texts": list(one.texts)} for one in about(table)],
        "dialect": dialect(),
        "tableSchema": schema(data_columns(table), "id"),
    }
    if origin.changed:
        content["dc:modified"] = origin.changed.isoformat()
    return as_json(content)


def dialect() -> dict[str, Any]:
    """How the file is written."""
    return {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"], "quoteChar": '"', "doubleQuote": True}


def schema(columns: Iterable[DataColumn], key: str) -> dict[str, Any]:
    """The columns as CSVW tells them; ``key`` names the one that no two rows have alike."""
    return {"columns": [_column(one) for one in columns], "primaryKey": key}


def as_json(content: object, *, indent: int | None = 1) -> bytes:
    """JSON for programs, Thai as Thai; without ``indent`` on one line, for files that are large and nobody reads."""
    between = None if indent else (",", ":")
    return (json.dumps(content, ensure_ascii=False, indent=indent, separators=between) + "\n").encode("utf-8")


def _column(column: DataColumn) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name, column.title],
        "datatype": _DATATYPES.get(column.type, "string"),
    }
    if column.description:
        found["dc:description"] = column.description
    if column.unit:
        found["schema:unitText"] = column.unit
    if column.type in ("texts", "citations"):
        found["separator"] = ";"
    return found
