"""Tables and collections go in; a data package comes out, as Frictionless (datapackage.org, version 1) has it.

Its resources name their files, with digests, and every column with type, title and meaning. A path is below the
package's own folder, so that a package in a zip or on a stick works without the network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from botrian.addresses import Stamp, fixed
from botrian.datasets.collections import Collection, csv_path
from botrian.exports import PrintedTable
from botrian.exports.csvw import DATE_CE, as_json
from botrian.exports.data_columns import DataColumn, data_columns
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.tables import DataType
from botrian.words import say

_VERSION_LENGTH = 10
_TYPES: Mapping[DataType, str] = {"integer": "integer", "yes-no": "boolean", "number": "number"}
#: Which columns of collections hold ids of which other.
_KEYS: Mapping[str, Mapping[str, str]] = {
    "cases": {"kind": "case_kinds"},
    "dimensions": {},
    "themes": {},
    "evidence": {"lesson": "lessons", "case": "cases"},
    "facts": {"case": "cases", "dimension": "dimensions"},
    "events": {"case": "cases"},
    "cells": {"table": "tables"},
    "citations": {"source": "sources"},
}


@dataclass(frozen=True)
class Resource:
    """One file of a package: its name, its path below the language's root, what it is, its columns, its digest."""

    name: str
    path: str
    title: str
    description: str
    columns: tuple[DataColumn, ...]
    size: int
    digest: str
    foreign: Mapping[str, str]
    sources: tuple[str, ...] = ()


def resource_of_table(table: PrintedTable, content: bytes) -> Resource:
    """The CSV file of a table."""
    sources = tuple(source.cite_as for source in table.provenance.sources)
    columns = tuple(replace(one, values=()) for one in data_columns(table))
    return _resource(
        f"table-{table.id}", f"tables/{table.id}.csv", table.title, table.answer, columns, content, {}, sources
    )


def resource_of_collection(one: Collection, content: bytes, language: Language) -> Resource:
    """The CSV file of a collection."""
    path, name = csv_path(one.name), one.name.replace("_", "-")
    columns = one.data_columns(language)
    return _resource(name, path, one.title(language), "", columns, content, _KEYS.get(one.name, {}), ())


def _resource(
    name: str,
    path: str,
    title: str,
    description: str,
    columns: tuple[DataColumn, ...],
    content: bytes,
    foreign: Mapping[str, str],
    sources: tuple[str, ...],
) -> Resource:
    digest = hashlib.sha256(content).hexdigest()
    return Resource(name, path, title, description, columns, len(content), digest, foreign, sources)


def package(
    resources: Sequence[Resource], knowledge: Knowledge, language: Language, stamp: Stamp, *, below: str = ""
) -> bytes:
    """The package of these resources, for a file in the folder ``below``."""
    digests = "".join(one.digest for one in resources)
    content: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "botrian-tables" if below else "botrian",
        "title": say("frame.site", language),
        "description": say("data.intro", language),
        "homepage": f"{stamp.site_url}{'en/' if language == 'en' else ''}{fixed.DATA}",
        "version": hashlib.sha256(digests.encode()).hexdigest()[:_VERSION_LENGTH],
        "licenses": [
            {"name": "CC-BY-4.0", "title": say("licence.name", language), "path": say("licence.address", language)}
        ],
        "sources": [{"title": source.cite_as.in_(language)} for source in knowledge.sources.values()],
        "contributors": [{"title": say("frame.site", language), "role": "publisher", "path": stamp.site_url}],
        "keywords": [theme.name.in_(language) for theme in knowledge.themes.values() if theme.parent is None],
        "resources": [_told(one, below) for one in resources],
    }
    changed = last_changed(stamp)
    return as_json(content | ({"created": f"{changed}T00:00:00Z"} if changed else {}), indent=None)


def last_changed(stamp: Stamp) -> str:
    """The day on which any content was last changed; empty where nobody knows."""
    day = max(stamp.changed.values(), default=None) or stamp.today
    return day.isoformat() if day else ""


def _told(one: Resource, below: str) -> Mapping[str, Any]:
    found: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": one.name,
        "path": one.path.removeprefix(below),
        "title": one.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": one.size,
        "hash": f"sha256:{one.digest}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(one),
    }
    if one.description:
        found["description"] = one.description
    if one.sources:
        found["sources"] = [{"title": source} for source in one.sources]
    return found


def _schema(one: Resource) -> Mapping[str, Any]:
    found: dict[str, Any] = {"fields": [_field(column) for column in one.columns], "primaryKey": ["id"]}
    keys = [
        {"fields": [column], "reference": {"resource": name.replace("_", "-"), "fields": ["id"]}}
        for column, name in one.foreign.items()
    ]
    return found | ({"foreignKeys": keys} if keys else {})


def _field(column: DataColumn) -> Mapping[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.type, "string"), "title": column.title}
    if column.description:
        found["description"] = column.description
    if column.unit:
        found["unit"] = column.unit
    if column.name == "id":
        found["constraints"] = {"required": True, "unique": True}
    elif column.type == "date-ce":
        found["constraints"] = {"pattern": DATE_CE}
    return found
