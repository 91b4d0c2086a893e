"""A table or fact of the API goes in; its parts, or its words as pages show them, come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from botrian.changes.edition import Part, mark
from botrian.changes.labels import field_name, text
from botrian.knowledge import PlacedFact
from botrian.records import LANGUAGES, Citation, Dimension, Fact, Text
from botrian.tables.reading import cell_lines
from botrian.tables.typed import Cell, Value
from botrian.tables.values import fact_cell
from botrian.thai import parse_date

Item = Mapping[str, Any]
_FIELDS = ("title", "answer", "question", "silence")


def table_parts(item: Item) -> Iterator[Part]:
    """Title, answer, question, silence and notes; then columns, rows and cells.

    A cell is within its row and its column: where one of them is new or gone, that is told and not each cell.
    """
    for field in _FIELDS:
        if item.get(field):
            yield Part(field, field_name(field), mark(item[field]), Text(**item[field]))
    if item.get("notes"):
        yield Part("notes", field_name("notes"), mark(item["notes"]))
    columns = _numbered([str(column["id"]) for column in item["columns"]])
    for column, column_key in zip(item["columns"], columns, strict=True):
        name = Text(**column["name"])
        yield Part(f"column {column_key}", text("column", name), mark(column), name)
    rows = _numbered([str(row["id"]) for row in item["rows"]])
    for row, row_key in zip(item["rows"], rows, strict=True):
        name = Text(**row["name"])
        yield Part(f"row {row_key}", text("row", name), mark([row["name"], row.get("group")]), name)
    for row, row_key in zip(item["rows"], rows, strict=True):
        for column, column_key, cell in zip(item["columns"], columns, row["cells"], strict=True):
            where = text("cell", Text(**row["name"]), Text(**column["name"]))
            within = (f"row {row_key}", f"column {column_key}")
            yield Part(f"cell {row_key} {column_key}", where, mark(cell), cell_text(cell, column["type"]), "", within)


def _numbered(ids: list[str]) -> list[str]:
    """Ids as one word each, made unique by a number behind those that come again."""
    counts: dict[str, int] = {}
    found = []
    for id_ in ("-".join(one.split()) or "-" for one in ids):
        counts[id_] = counts.get(id_, 0) + 1
        found.append(id_ if counts[id_] == 1 else f"{id_}#{counts[id_]}")
    return found


def cell_text(cell: Item, kind: str) -> Text:
    """What a cell shows, in both languages, on one line."""
    return _shown(_cell(cell, kind))


def fact_text(fact: Item, dimension: Dimension) -> Text:
    """What a fact says, as a cell of a table shows it."""
    own = {name: fact[name] for name in Fact.model_fields if name in fact} | {"citations": _citations(fact)}
    placed = PlacedFact(str(fact["province"]), 1, Fact.model_validate(own))
    return _shown(fact_cell([placed], dimension))


def _shown(cell: Cell) -> Text:
    th, en = ("; ".join(line.removeprefix("• ") for line in cell_lines(cell, name)) for name in LANGUAGES)
    return Text(th=th, en=en)


def _cell(cell: Item, kind: Any) -> Cell:
    values = tuple(_value(value, kind) for value in cell["values"])
    return Cell(values, cell["absent"], _optional(cell["note"]), _citations(cell))


def _value(value: Item, kind: Any) -> Value:
    return Value(
        type=kind,
        text=Text(**value["text"]),
        number=Decimal(value["number"]) if value["number"] is not None else None,
        date=parse_date(value["date"]) if value["date"] is not None else None,
        items=tuple(Text(**one) for one in value["items"]),
        qualifier=value["qualifier"],
        unit=_optional(value["unit"]),
        year=parse_date(value["year"]) if value["year"] is not None else None,
        note=_optional(value["note"]),
        basis=value["basis"],
        citations=_citations(value),
    )


def _citations(value: Item) -> tuple[Citation, ...]:
    """Where a value stands: what is derived of its place (section, counted pages) is no part of what changed."""
    stored = ("source", "lines", "question", "time")
    return tuple(Citation.model_validate({name: one.get(name) for name in stored}) for one in value["citations"])


def _optional(value: Item | None) -> Text | None:
    return Text(**value) if value else None
