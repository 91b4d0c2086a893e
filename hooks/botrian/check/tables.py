"""Table definitions go in; columns, filters, groups and cells that cannot be made into a table come out."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.near import listed, nearest
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import (
    LessonType,
    Level,
    Literals,
    Pivot,
    RowFilter,
    Stance,
    Status,
    TableDefinition,
)
from botrian.tables import FIELDS

RECORD_KIND = {
    "provinces": "province",
    "cases": "case",
    "lessons": "lesson",
    "events": "event",
    "terms": "term",
    "evidence": "lesson",
}
#: What rows of a kind may be counted by, grouped by and filtered by: what their records hold.
COUNTS = {
    "provinces": ("lessons", "cases", "facts", "events", "evidence"),
    "cases": ("lessons", "cases"),
    "lessons": ("evidence",),
}
WITH_DIMENSIONS = ("provinces", "cases")
GROUPS = {
    "provinces": ("region",),
    "cases": ("province", "kind", "theme"),
    "lessons": ("theme", "type"),
    "events": ("province", "decade"),
    "terms": ("kind",),
}
FILTERS = {
    "provinces": ("ids", "province"),
    "cases": ("ids", "province", "kind", "theme", "status", "level"),
    "lessons": ("ids", "province", "theme", "type", "stance"),
    "events": ("ids", "province", "turning_point"),
    "terms": ("ids",),
    "facts": (),
}
PIVOTS = {
    "lessons": ("province", "theme", "top-theme", "type", "stance"),
    "evidence": ("province", "theme", "top-theme", "type", "stance", "source"),
    "cases": ("province", "theme", "top-theme", "kind", "status", "level"),
    "events": ("province", "decade"),
}
CHOICES = {
    "type": typing.get_args(LessonType),
    "status": typing.get_args(Status),
    "level": typing.get_args(Level),
    "stance": typing.get_args(Stance),
}


def table_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """What keeps each definition from being a table."""
    for one in found:
        table = one.record
        if not isinstance(table, TableDefinition):
            continue
        if table.rows is not None:
            yield from _columns(one, table, known)
            yield from _order(one, table)
            yield from _filter(one, ("where",), table.where, table.rows, known)
        elif table.pivot is not None:
            yield from _pivot(one, table.pivot, known)
        elif table.literal is not None:
            yield from _literal(one, table.literal)


def _columns(one: Found, table: TableDefinition, known: Known) -> Iterator[Finding]:
    rows = table.rows or "cases"
    if not table.columns:
        yield Finding(one.locate(("columns",)), "table-columns-missing", "columns")
    for number, column in enumerate(table.columns):
        path = ("columns", number)
        if column.field is not None and column.field not in FIELDS[rows]:
            yield _not_there(one, (*path, "field"), column.field, rows, FIELDS[rows], "ช่อง", "field")
        elif column.dimension is not None and rows not in WITH_DIMENSIONS:
            yield _not_there(one, (*path, "dimension"), column.dimension, rows, FIELDS[rows], "มิติ", "dimension")
        elif column.count is not None and column.count not in COUNTS.get(rows, ()):
            counts = COUNTS.get(rows, ())
            yield _not_there(one, (*path, "count"), column.count, rows, counts, "การนับ", "count")
        if column.where is not None and column.count is not None:
            of = "lessons" if column.count == "evidence" else column.count
            yield from _filter(one, (*path, "where"), column.where, of, known)


def _order(one: Found, table: TableDefinition) -> Iterator[Finding]:
    rows = table.rows or "cases"
    names = ["name"]
    for column in table.columns:
        names.append(column.dimension or column.field or f"count-{column.count}")
    for number, sort in enumerate(table.sort):
        if sort.column not in names:
            path = ("sort", number, "column")
            near = f"count-{sort.column}" if f"count-{sort.column}" in names else nearest(sort.column, names)
            values = (("options", listed(names)),)
            yield Finding(one.locate(path), "table-sort", one.field(path), sort.column[:80], near, values)
    if table.group_by is not None and table.group_by not in GROUPS[rows]:
        groups = (("options", listed(GROUPS[rows])), ("rows", str(rows)))
        yield Finding(one.locate(("group_by",)), "table-group", "group_by", table.group_by, values=groups)


def _filter(one: Found, path: Path, where: RowFilter, rows: str, known: Known) -> Iterator[Finding]:
    """Filters that no row can pass: on what its record does not hold, or with a value that does not exist."""
    for name in RowFilter.model_fields:
        given = getattr(where, name)
        if given in ((), None):
            continue
        here = (*path, name)
        if name not in FILTERS[rows]:
            values = (("options", listed(FILTERS[rows])), ("rows", rows))
            yield Finding(one.locate(here), "table-filter", one.field(here), name, "", values)
        elif name == "ids":
            yield from _ids(one, here, given, rows, known)
        elif name in CHOICES:
            for number, value in enumerate(given):
                if value not in CHOICES[name]:
                    at = (*here, number)
                    values = (("options", listed(CHOICES[name])), ("rows", rows))
                    near = nearest(value, CHOICES[name])
                    yield Finding(one.locate(at), "table-filter", one.field(at), value[:80], near, values)


def _ids(one: Found, path: Path, ids: Iterable[str], rows: str, known: Known) -> Iterator[Finding]:
    for number, id_ in enumerate(ids):
        kind = RECORD_KIND[rows]
        if not known.has((kind,), id_):
            at = (*path, number)
            yield known.unknown(one.locate(at), one.field(at), id_, (kind,))


def _pivot(one: Found, pivot: Pivot, known: Known) -> Iterator[Finding]:
    keys = PIVOTS.get(pivot.of)
    if keys is None:
        path: Path = ("pivot", "of")
        values = (("of", pivot.of), ("options", listed(PIVOTS)))
        yield Finding(one.locate(path), "table-pivot", one.field(path), pivot.of, values=values)
        return
    for name in ("rows", "columns"):
        key = getattr(pivot, name)
        if key not in keys:
            path = ("pivot", name)
            values = (("of", pivot.of), ("options", listed(keys)))
            yield Finding(one.locate(path), "table-pivot", one.field(path), key, values=values)
    if pivot.where is not None:
        rows = "lessons" if pivot.of == "evidence" else pivot.of
        yield from _filter(one, ("pivot", "where"), pivot.where, rows, known)


def _literal(one: Found, literal: Literals) -> Iterator[Finding]:
    wanted = len(literal.columns)
    for kind in ("columns", "rows"):
        yield from _twice(one, kind, [item.id for item in getattr(literal, kind)])
    for number, row in enumerate(literal.rows):
        path = ("literal", "rows", number, "cells")
        if len(row.cells) != wanted:
            yield Finding(one.locate(path), "table-cells", one.field(path), str(len(row.cells)), str(wanted))
        for place, cell in enumerate(row.cells):
            given = [name for name in ("text", "number", "absent") if getattr(cell, name) is not None]
            if len(given) != 1:
                at = (*path, place)
                got = ", ".join(given) or "-"
                yield Finding(one.locate(at), "table-cell-value", one.field(at), got, "text | number | absent")


def _twice(one: Found, kind: str, ids: list[str]) -> Iterator[Finding]:
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            first = one.locate(("literal", kind, ids.index(id_), "id"))
            path = ("literal", kind, number, "id")
            where = (("first", f"{first.file}:{first.line}"),)
            yield Finding(one.locate(path), "id-duplicate", one.field(path), id_, values=where)


def _not_there(one: Found, path: Path, got: str, rows: str, names: Iterable[str], thai: str, english: str) -> Finding:
    names = tuple(names)
    values = (("options", listed(names)), ("rows", rows), ("what_en", english), ("what_th", thai))
    return Finding(one.locate(path), "table-field", one.field(path), got[:80], nearest(got, names), values)
