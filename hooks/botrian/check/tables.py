"""Table definitions go in; columns, filters, groups and cells that cannot be made into a table come out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.near import listed, nearest
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Literals, Pivot, RowFilter, TableDefinition
from botrian.tables import ROWS, Ability

#: A number with words around it may stand in a column of numbers.
_NUMBER_SAID = re.compile(r"[0-9๐-๙]")
_COUNT_ONLY = (("why_th", "คอลัมน์นี้ไม่ได้นับ"), ("why_en", "this column counts nothing"))
_PIVOT_HAS_ITS_OWN = (("why_th", "ตาราง pivot มี where อยู่ใน pivot"), ("why_en", "a pivot has its where inside"))
_NOT_FILTERED = (("why_th", "แถวที่เขียนเองกรองไม่ได้"), ("why_en", "rows written here are not filtered"))


def table_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """What keeps each definition from being a table."""
    for one in found:
        table = one.record
        if not isinstance(table, TableDefinition):
            continue
        if table.rows is not None:
            yield from _columns(one, table, known)
            yield from _columns_twice(one, table)
            yield from _order(one, table)
            yield from _filter(one, ("where",), table.where, table.rows, known)
        elif table.pivot is not None:
            yield from _pivot(one, table.pivot, known)
            yield from _useless(one, ("where",), table.where, _PIVOT_HAS_ITS_OWN)
        elif table.literal is not None:
            yield from _literal(one, table.literal)
            yield from _useless(one, ("where",), table.where, _NOT_FILTERED)
        yield from _key(one, table, known)


def _columns(one: Found, table: TableDefinition, known: Known) -> Iterator[Finding]:
    rows = table.rows or "cases"
    can = ROWS[rows]
    if not table.columns:
        yield Finding(one.locate(("columns",)), "table-columns-missing", "columns")
    for number, column in enumerate(table.columns):
        path = ("columns", number)
        if column.field is not None and column.field not in can.fields:
            yield _not_there(one, (*path, "field"), column.field, rows, can.fields, "ช่อง", "field")
        elif column.dimension is not None and not can.dimensions:
            yield _not_there(one, (*path, "dimension"), column.dimension, rows, can.fields, "มิติ", "dimension")
        elif column.count is not None and column.count not in can.counts:
            yield _not_there(one, (*path, "count"), column.count, rows, can.counts, "การนับ", "count")
        if column.where is not None and column.count is not None:
            yield from _filter(one, (*path, "where"), column.where, column.count, known)
        elif column.where is not None:
            yield from _useless(one, (*path, "where"), column.where, _COUNT_ONLY)


def _columns_twice(one: Found, table: TableDefinition) -> Iterator[Finding]:
    """Columns that show the same: nobody means them, and their ids would be one."""
    for number, column in enumerate(table.columns):
        if column in table.columns[:number]:
            first = one.locate(("columns", table.columns.index(column)))
            got = column.field or column.dimension or column.count or ""
            path: Path = ("columns", number)
            values = (("first", f"{first.file}:{first.line}"),)
            yield Finding(one.locate(path), "table-column-twice", one.field(path), got, values=values)


def _order(one: Found, table: TableDefinition) -> Iterator[Finding]:
    rows = table.rows or "cases"
    names = ["name", *_column_names(table)]
    for number, sort in enumerate(table.sort):
        if sort.column not in names:
            path = ("sort", number, "column")
            near = f"count-{sort.column}" if f"count-{sort.column}" in names else nearest(sort.column, names)
            values = (("options", listed(names)),)
            yield Finding(one.locate(path), "table-sort", one.field(path), sort.column[:80], near, values)
    groups = ROWS[rows].groups
    if table.group_by is not None and table.group_by not in groups:
        at, told = one.locate(("group_by",)), (("options", listed(groups)), ("rows", str(rows)))
        yield Finding(at, "table-group", "group_by", table.group_by, values=told)


def _key(one: Found, table: TableDefinition, known: Known) -> Iterator[Finding]:
    """The key rows and columns are rows and columns of the table."""
    if table.literal is not None:
        columns = [column.id for column in table.literal.columns]
        yield from _named(one, "key_rows", table.key_rows, [row.id for row in table.literal.rows])
        yield from _named(one, "key_columns", table.key_columns, columns)
    elif table.rows is not None:
        yield from _ids(one, ("key_rows",), table.key_rows, (ROWS[table.rows].record,), known)
        yield from _named(one, "key_columns", table.key_columns, _column_names(table))


def _named(one: Found, field: str, given: Sequence[str], there: Sequence[str]) -> Iterator[Finding]:
    for number, id_ in enumerate(given):
        if id_ not in there:
            path = (field, number)
            values = (("options", listed(there)),)
            yield Finding(one.locate(path), "table-key", one.field(path), id_[:80], nearest(id_, there), values)


def _column_names(table: TableDefinition) -> list[str]:
    return [column.dimension or column.field or f"count-{column.count}" for column in table.columns]


def _filter(one: Found, path: Path, where: RowFilter, rows: str, known: Known) -> Iterator[Finding]:
    """Filters that no row can pass: on what its record does not hold, or with a value that does not exist."""
    filters = ROWS[rows].filters
    for name in _given(where):
        here = (*path, name)
        if name not in filters:
            values = (("filter", name), ("options", listed(filters)), ("rows", rows))
            near = nearest(name, filters)
            yield Finding(one.locate(here), "table-filter", one.field(here), name, near, values)
        elif name == "ids":
            yield from _ids(one, here, where.ids, filters[name].records, known)
        elif filters[name].answers:
            yield from _answers(one, here, getattr(where, name), filters[name], rows)


def _given(where: RowFilter) -> tuple[str, ...]:
    return tuple(name for name in RowFilter.model_fields if getattr(where, name) not in ((), None))


def _answers(one: Found, path: Path, given: Sequence[str], ability: Ability, rows: str) -> Iterator[Finding]:
    for number, value in enumerate(given):
        if value not in ability.answers:
            at = (*path, number)
            values = (("options", listed(ability.answers)), ("rows", rows), ("value", value[:80]))
            near = nearest(value, ability.answers)
            yield Finding(one.locate(at), "table-filter", one.field(at), value[:80], near, values)


def _useless(one: Found, path: Path, where: RowFilter, why: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    """A filter at a place where nothing reads it."""
    if names := _given(where):
        yield Finding(one.locate(path), "table-filter", one.field(path), ", ".join(names), values=why)


def _ids(one: Found, path: Path, ids: Iterable[str], kinds: tuple[str, ...], known: Known) -> Iterator[Finding]:
    for number, id_ in enumerate(ids):
        if not known.has(kinds, id_):
            at = (*path, number)
            yield known.unknown(one.locate(at), one.field(at), id_, kinds)


def _pivot(one: Found, pivot: Pivot, known: Known) -> Iterator[Finding]:
    keys = ROWS[pivot.of].pivots
    if not keys:
        path: Path = ("pivot", "of")
        values = (("of", pivot.of), ("options", listed(rows for rows in ROWS if ROWS[rows].pivots)))
        yield Finding(one.locate(path), "table-pivot", one.field(path), pivot.of, values=values)
        return
    for name in ("rows", "columns"):
        key = getattr(pivot, name)
        if key not in keys:
            path = ("pivot", name)
            values = (("of", pivot.of), ("options", listed(keys)))
            yield Finding(one.locate(path), "table-pivot", one.field(path), key, values=values)
    if pivot.where is not None:
        yield from _filter(one, ("pivot", "where"), pivot.where, pivot.of, known)


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
            numeric = place < wanted and literal.columns[place].numeric
            if numeric and cell.text is not None and not _NUMBER_SAID.search(cell.text.th):
                words: Path = (*path, place, "text")
                yield Finding(one.locate(words), "table-cell-text", one.field(words), cell.text.th[:60])
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


def _not_there(one: Found, path: Path, got: str, rows: str, names: Collection[str], thai: str, english: str) -> Finding:
    values = (("options", listed(names)), ("rows", rows), ("what_en", english), ("what_th", thai))
    return Finding(one.locate(path), "table-field", one.field(path), got[:80], nearest(got, names), values)
