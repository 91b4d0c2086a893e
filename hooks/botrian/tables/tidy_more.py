"""The knowledge and its tables go in; the lines of further tidy frames come out: vocabularies, statements, cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from botrian.citing import citation_ids
from botrian.knowledge import Knowledge
from botrian.records import Actor, Citation, Kit, Part, ReadingPath, Record, Statement, Text
from botrian.tables.tidy_fields import Field, date_fields, several, text_fields
from botrian.tables.typed import Cell, Column, Row, Table, Value

Line = Mapping[str, Field]


def vocabulary(records: Mapping[str, Record]) -> Iterator[Line]:
    """Areas, kinds of case: id, name, definition."""
    for id_, one in records.items():
        yield {
            "id": id_,
            **text_fields("name", _text(one, "name")),
            **text_fields("definition", _text(one, "definition")),
        }


def themes(knowledge: Knowledge) -> Iterator[Line]:
    """Themes with the theme above them."""
    for line, theme in zip(vocabulary(knowledge.themes), knowledge.themes.values(), strict=True):
        yield {**line, "parent": theme.parent}


def dimensions(knowledge: Knowledge) -> Iterator[Line]:
    """Dimensions with type, group and unit."""
    for line, one in zip(vocabulary(knowledge.dimensions), knowledge.dimensions.values(), strict=True):
        yield {**line, "type": one.type, "group": one.group, **text_fields("unit", one.unit)}


def statements(knowledge: Knowledge) -> Iterator[Line]:
    """Every sentence of a case or a province's profile: steps, results, what it uses, what helps and hinders."""
    for owner, records in (("case", knowledge.cases), ("province", knowledge.profiles)):
        for id_, record in records.items():
            for field, number, one in _stated(record):
                yield {
                    "id": f"{owner}:{id_}.{field}.{number}",
                    "owner": owner,
                    "record": id_,
                    "field": field,
                    "number": number,
                    **_said(one),
                    "citations": citation_ids(one.citations) or None,
                }


def _stated(record: Record) -> Iterator[tuple[str, int, Statement | Part | Actor]]:
    for field in type(record).model_fields:
        value = getattr(record, field)
        if isinstance(value, Record):
            yield from _stated(value)
        elif isinstance(value, tuple):
            for number, one in enumerate(value, start=1):
                if isinstance(one, Statement | Part | Actor):
                    yield field, number, one


def _said(one: Statement | Part | Actor) -> Line:
    """A part and an actor have a name besides what is said of them; an actor is always told by the source."""
    if isinstance(one, Statement):
        return {**text_fields("name", None), **text_fields("text", one), "basis": one.basis}
    text, basis = (one.text, one.basis) if isinstance(one, Part) else (one.role, "stated")
    return {**text_fields("name", one.name), **text_fields("text", text), "basis": basis}


def path(one: ReadingPath) -> Line:
    """A reading path, with what it leads through in order."""
    return {
        "id": one.id,
        **text_fields("question", one.question),
        **text_fields("summary", one.summary),
        "themes": several(one.themes),
        "lessons": several(id_ for step in one.steps for id_ in step.lessons),
        "cases": several(id_ for step in one.steps for id_ in step.cases),
        "tables": several(id_ for step in one.steps for id_ in step.tables),
        "provinces": several(id_ for step in one.steps for id_ in step.provinces),
        "citations": citation_ids(one.citations) or None,
    }


def kit(one: Kit) -> Line:
    """A training kit, with what is in it."""
    return {
        "id": one.id,
        **text_fields("title", one.title),
        **text_fields("purpose", one.purpose),
        "minutes": sum(part.minutes for part in one.parts),
        "themes": several(one.themes),
        "lessons": several(one.lessons),
        "tables": several(one.tables),
        "cases": several(one.cases),
    }


def table(one: Table) -> Line:
    """A table: what it tells, and how large it is."""
    return {
        "id": one.id,
        **text_fields("title", one.title),
        **text_fields("question", one.question),
        **text_fields("answer", one.answer),
        **text_fields("silence", one.silence),
        "themes": several(one.themes),
        "rows": len(one.rows),
        "columns": len(one.columns),
        "citations": citation_ids(one.citations) or None,
    }


def cells(tables: Iterable[Table]) -> Iterator[Line]:
    """Every value of every cell of every table, a line each; an empty cell is one line that says why."""
    for one in tables:
        for row in one.rows:
            for column, cell in zip(one.columns, row.cells, strict=True):
                yield from _values(one, row, column, cell)


def _values(table: Table, row: Row, column: Column, cell: Cell) -> Iterator[Line]:
    place = {"table": table.id, "row": row.id, **text_fields("row_name", row.name)}
    place |= text_fields("group", row.group)
    place |= {"column": column.id, **text_fields("column_name", column.name), "type": column.type}
    place |= {"row_record": f"{row.ref.kind}:{row.ref.id}" if row.ref else None}
    for number, value in enumerate(cell.values or (None,), start=1):
        yield {
            "id": f"{table.id}.{row.id}.{column.id}.{number}",
            **place,
            "number_in_cell": number,
            **_value(value, column),
            "absent": None if value else cell.absent or "not-looked-up",
            **text_fields("note", (value.note if value else None) or cell.note),
            "citations": _rests_on(cell, value, row),
        }


def _value(value: Value | None, column: Column) -> Line:
    number = value.number if value else None
    return {
        **text_fields("value", value.text if value else None),
        "number": None if number is None else f"{number:f}",
        "qualifier": value.qualifier if value else None,
        **text_fields("unit", (value.unit or column.unit) if value and number is not None else None),
        **date_fields("date", value.date if value else None),
        **date_fields("year", value.year if value else None),
        "records": several(f"{ref.kind}:{ref.id}" for ref in value.refs) if value else None,
        "basis": value.basis if value else None,
    }


def _rests_on(cell: Cell, value: Value | None, row: Row) -> str | None:
    """The value's own places, else the cell's, else the row's."""
    found: tuple[Citation, ...] = (value.citations if value else ()) or cell.citations or row.citations
    return citation_ids(found) or None


def _text(record: Record, name: str) -> Text:
    found: Text = getattr(record, name)
    return found
