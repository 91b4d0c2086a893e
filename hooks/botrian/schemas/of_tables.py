"""The schema of a table definition goes in; the same with what each kind of rows can do comes out.

An editor then offers, for ``rows: lessons``, the fields, counts, groups and filters of lessons and no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from botrian.tables import ROWS, RowsOf

Schema = dict[str, Any]


def with_abilities(schema: Schema) -> Schema:
    """The schema with one condition for each kind of rows, and one for each kind of thing that a pivot counts."""
    rows = [_when(("rows",), one.id, _of_rows(one)) for one in ROWS.values() if one.fields]
    pivots = [_when(("pivot", "of"), one.id, _of_pivot(one)) for one in ROWS.values() if one.pivots]
    return {**schema, "allOf": [*rows, *pivots]}


def _when(path: tuple[str, ...], value: str, then: Schema) -> Schema:
    condition: Schema = {"const": value}
    for key in reversed(path):
        condition = {"properties": {key: condition}, "required": [key]}
    return {"if": condition, "then": then}


def _of_rows(rows: RowsOf) -> Schema:
    shown: Schema = {"field": _one_of(rows.fields), "count": _one_of(rows.counts)}
    if not rows.dimensions:
        shown["dimension"] = {"type": "null"}
    filters = [_when(("count",), of, {"properties": {"where": _filter(ROWS[of])}}) for of in rows.counts]
    column: Schema = {"properties": shown, **({"allOf": filters} if filters else {})}
    return {
        "properties": {
            "where": _filter(rows),
            "columns": {"items": column},
            "group_by": _one_of(rows.groups),
        }
    }


def _of_pivot(of: RowsOf) -> Schema:
    keys = _one_of(of.pivots)
    return {"properties": {"pivot": {"properties": {"rows": keys, "columns": keys, "where": _filter(of)}}}}


def _one_of(names: Iterable[str]) -> Schema:
    """One of the names, or nothing: an empty value is none to our reader."""
    return {"enum": [*names, None]}


def _filter(rows: RowsOf) -> Schema:
    answers = {
        name: {"items": {"enum": list(ability.answers)}} for name, ability in rows.filters.items() if ability.answers
    }
    return {"propertyNames": {"enum": list(rows.filters)}, "properties": answers}
