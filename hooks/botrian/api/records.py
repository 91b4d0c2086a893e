"""The knowledge and its tables go in; the JSON files of ``/api/v1/`` come out.

Every item has ``id``, ``url``, ``title`` and ``citations`` and the fields of its record. A field has one type
throughout; what a record does not have is null or an empty list, never left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from botrian.addresses import address, fixed
from botrian.kinds import Kind, kinds
from botrian.knowledge import Knowledge, citations_in
from botrian.records import Citation, Record, Text
from botrian.tables import Table

VERSION = fixed.API.split("/")[1]
Item = dict[str, Any]


def api_files(knowledge: Knowledge, tables: Mapping[str, Table], site_url: str) -> Mapping[str, bytes]:
    """Every file of the API by its path below the site's root."""
    collections = dict(_collections(knowledge, tables, site_url))
    files = {f"{fixed.API}{name}.json": _json({"items": items}) for name, items in collections.items()}
    files[f"{fixed.API}index.json"] = _json(_index(collections, site_url))
    for name, items in collections.items():
        files[f"{fixed.API}schemas/{name}.json"] = _json(_schema(name, items))
    return dict(sorted(files.items()))


def _collections(knowledge: Knowledge, tables: Mapping[str, Table], site_url: str) -> Iterator[tuple[str, list[Item]]]:
    for kind in kinds():
        if not kind.api:
            continue
        if kind.id == "table":
            yield kind.collection, [_table(table, knowledge, site_url) for table in tables.values()]
        elif kind.id == "fact":
            yield kind.collection, _facts(knowledge, site_url)
        else:
            yield kind.collection, [_item(kind, id_, knowledge, site_url) for id_ in knowledge.of(kind.id)]


def _item(kind: Kind, id_: str, knowledge: Knowledge, site_url: str) -> Item:
    """A record's own fields and those that every item has. A kind that stands nowhere has no address: it is null."""
    record: Record = knowledge.of(kind.id)[id_]
    item = record.model_dump(mode="json") | {
        "id": id_,
        "url": _url(kind.address_of(id_, knowledge), site_url) if kind.has_address else None,
        "title": _text(kind.name_of(id_, knowledge)),
        "citations": _citations(citations_in(record)),
    }
    return _province(item, knowledge) if kind.id == "province" else item


def _url(page: str, site_url: str) -> dict[str, str]:
    return {"th": site_url + page, "en": f"{site_url}en/{page}"}


def _text(text: Text | None) -> dict[str, str] | None:
    return {"th": text.th, "en": text.en} if text else None


def _citations(citations: Iterable[Citation]) -> list[Item]:
    return [citation.model_dump(mode="json") for citation in citations]


def _province(item: Item, knowledge: Knowledge) -> Item:
    """A province carries its profile, or null."""
    profile = knowledge.profiles.get(str(item["id"]))
    item["profile"] = profile.model_dump(mode="json") if profile else None
    item["citations"] = _citations(citations_in(profile)) if profile else []
    return item


def _facts(knowledge: Knowledge, site_url: str) -> list[Item]:
    items = []
    for placed in knowledge.facts:
        dimension = knowledge.dimensions[placed.fact.dimension]
        own = placed.fact.model_dump(mode="json")
        unit = placed.fact.unit or dimension.unit
        own |= {
            "id": placed.id,
            "province": placed.province,
            "url": _url(address("fact", placed.id, knowledge), site_url),
            "title": _text(dimension.name),
            "type": dimension.type,
            "unit": _text(unit),
            "citations": _citations(placed.fact.citations),
        }
        items.append(own)
    return items


def _table(table: Table, knowledge: Knowledge, site_url: str) -> Item:
    """A table with its typed cells, as every format shows them."""
    return {
        "id": table.id,
        "url": _url(address("table", table.id, knowledge), site_url),
        "title": _text(table.title),
        "answer": _text(table.answer),
        "question": _text(table.question),
        "silence": _text(table.silence),
        "notes": [_text(note) for note in table.notes],
        "themes": list(table.themes),
        "row_name": _text(table.row_name),
        "columns": [
            {
                "id": column.id,
                "name": _text(column.name),
                "type": column.type,
                "unit": _text(column.unit),
                "definition": _text(column.definition),
            }
            for column in table.columns
        ],
        "rows": [
            {
                "id": row.id,
                "name": _text(row.name),
                "url": _url(address(row.ref.kind, row.ref.id, knowledge), site_url) if row.ref else None,
                "group": _text(row.group),
                "file": row.file,
                "citations": _citations(row.citations),
                "cells": [_cell(cell) for cell in row.cells],
            }
            for row in table.rows
        ],
        "citations": _citations(table.citations),
    }


def _cell(cell: Any) -> Item:
    return {
        "absent": cell.absent,
        "note": _text(cell.note),
        "citations": _citations(cell.citations),
        "values": [
            {
                "text": _text(value.text),
                "number": str(value.number) if value.number is not None else None,
                "date": str(value.date) if value.date is not None else None,
                "items": [_text(item) for item in value.items],
                "qualifier": value.qualifier,
                "unit": _text(value.unit),
                "year": str(value.year) if value.year is not None else None,
                "note": _text(value.note),
                "basis": value.basis,
                "citations": _citations(value.citations),
                "refs": [{"kind": ref.kind, "id": ref.id} for ref in value.refs],
            }
            for value in cell.values
        ],
    }


def _index(collections: Mapping[str, list[Item]], site_url: str) -> Item:
    return {
        "version": VERSION,
        "licence": "CC-BY-4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "items": [
            {
                "id": name,
                "count": len(items),
                "url": f"{site_url}{fixed.API}{name}.json",
                "schema": f"{site_url}{fixed.API}schemas/{name}.json",
            }
            for name, items in sorted(collections.items())
        ],
    }


def _schema(name: str, items: list[Item]) -> Item:
    """The JSON Schema of one collection, from its model; of facts, dimensions and tables from their items."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "object",
        "required": ["items"],
        "properties": {"items": {"type": "array", "items": _shape(items)}},
    }


def _shape(values: list[Any]) -> Item:
    """The one shape that all of these values have."""
    present = [value for value in values if value is not None]
    nullable = len(present) < len(values)
    shape: Item
    if not present:
        return {"type": "null"} if values else {}
    if isinstance(present[0], dict):
        keys = sorted({key for value in present for key in value})
        required = [key for key in keys if all(key in value for value in present)]
        properties = {key: _shape([value[key] for value in present if key in value]) for key in keys}
        shape = {"type": "object", "required": required, "properties": properties}
    elif isinstance(present[0], list):
        shape = {"type": "array", "items": _shape([item for value in present for item in value])}
    else:
        names = {bool: "boolean", int: "integer", float: "number", str: "string"}
        shape = {"type": names[type(present[0])]}
    if nullable:
        shape["type"] = [shape["type"], "null"]
    return shape


def _json(value: Item | BaseModel) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
