"""A table definition and the knowledge go in; the typed table comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from botrian.knowledge import Knowledge, PlacedFact, citations_in
from botrian.records import (
    Case,
    Citation,
    ColumnDefinition,
    Event,
    Lesson,
    LiteralCell,
    LiteralRow,
    Literals,
    Province,
    Record,
    SortBy,
    TableDefinition,
    Term,
    Text,
)
from botrian.tables.pivot import counted, pivot
from botrian.tables.rows import matching, themes_of
from botrian.tables.typed import Cell, Column, Ref, Row, Table, Value
from botrian.tables.values import FIELDS, fact_cell, row_name
from botrian.thai import collation_key, format_number
from botrian.words import word

#: The kind of record that a row of this kind leads to.
KIND_OF_ROWS = {
    "provinces": "province",
    "cases": "case",
    "lessons": "lesson",
    "events": "event",
    "terms": "term",
}


def build_tables(knowledge: Knowledge) -> Mapping[str, Table]:
    """Every table of the knowledge, by id."""
    return {id_: build_table(definition, knowledge) for id_, definition in knowledge.tables.items()}


def build_table(definition: TableDefinition, knowledge: Knowledge) -> Table:
    """One table. The definition is taken as checked."""
    if definition.pivot is not None:
        columns, rows = pivot(definition.pivot, knowledge)
        heading = word(f"pivot.{definition.pivot.rows}")
    elif definition.literal is not None:
        columns, rows = _literal(definition.literal, knowledge)
        heading = word("field.name")
    else:
        columns, rows = _of_records(definition, knowledge)
        heading = word(f"kind.{KIND_OF_ROWS[definition.rows or 'cases']}")
    origin = knowledge.origin("table", definition.id)
    rows = tuple(row if row.file else replace(row, file=origin.file, line=origin.line) for row in rows)
    return Table(
        id=definition.id,
        title=definition.title,
        answer=definition.answer,
        row_name=definition.row_name or heading,
        columns=columns,
        rows=rows,
        themes=definition.themes,
        question=definition.question,
        silence=definition.silence,
        notes=definition.notes,
        citations=_citations(definition, rows),
        first_workshop=definition.first_workshop,
        file=origin.file,
    )


def _citations(definition: TableDefinition, rows: Iterable[Row]) -> tuple[Citation, ...]:
    found: list[Citation] = list(definition.citations)
    for row in rows:
        found.extend(row.citations)
        for cell in row.cells:
            found.extend(cell.citations)
            found.extend(citation for value in cell.values for citation in value.citations)
    return tuple(dict.fromkeys(found))


def _of_records(definition: TableDefinition, knowledge: Knowledge) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    kind = definition.rows or "cases"
    columns = tuple(_column(column, knowledge) for column in definition.columns)
    rows = [_row(kind, record, definition, knowledge) for record in matching(kind, definition.where, knowledge)]
    names = {column.id: number for number, column in enumerate(columns)}
    for sort in reversed(definition.sort):
        rows = _sorted(rows, sort, names)
    if definition.group_by:
        rows = _grouped(rows)
    return columns, tuple(rows)


def _column(column: ColumnDefinition, knowledge: Knowledge) -> Column:
    if column.dimension:
        dimension = knowledge.dimensions[column.dimension]
        name, definition = column.name or dimension.name, column.definition or dimension.definition
        return Column(dimension.id, name, dimension.type, dimension.unit, definition)
    if column.count:
        name = column.name or word(f"count.{column.count}")
        return Column(f"count-{column.count}", name, "number", word(f"unit.{column.count}"), column.definition)
    field = column.field or ""
    kind = "date" if field in ("date", "period") else "text"
    return Column(field, column.name or word(f"field.{field}"), kind, None, column.definition)  # type: ignore[arg-type]


def _row(kind: str, record: Record, definition: TableDefinition, knowledge: Knowledge) -> Row:
    id_ = str(getattr(record, "id", ""))
    cells = tuple(_cell(kind, record, column, knowledge) for column in definition.columns)
    place = knowledge.origin(_edited_kind(kind, id_, definition, knowledge), id_)
    return Row(
        id=id_,
        name=row_name(kind, record),
        cells=cells,
        ref=Ref(KIND_OF_ROWS[kind], id_),
        group=_group(record, definition.group_by, knowledge),
        file=_fact_file(id_, knowledge) if kind == "provinces" and _has_dimensions(definition) else place.file,
        line=place.line,
        citations=citations_in(record) if isinstance(record, Event) else (),
    )


def _has_dimensions(definition: TableDefinition) -> bool:
    return any(column.dimension for column in definition.columns)


def _edited_kind(kind: str, id_: str, definition: TableDefinition, knowledge: Knowledge) -> str:
    if kind == "provinces" and ("profile", id_) in knowledge.origins:
        return "profile"
    return KIND_OF_ROWS[kind]


def _fact_file(province: str, knowledge: Knowledge) -> str:
    """The file that a province's values are corrected in."""
    for placed in knowledge.facts_by_province.get(province, ()):
        return knowledge.origin("fact", placed.id).file
    return f"data/facts/{province}.yml"


def _cell(kind: str, record: Record, column: ColumnDefinition, knowledge: Knowledge) -> Cell:
    if column.dimension:
        facts = _facts(record, column.dimension, knowledge)
        return fact_cell(facts, knowledge.dimensions[column.dimension])
    if column.count:
        number = _counted(record, column, knowledge)
        text = Text(th=format_number(number, "th"), en=format_number(number, "en"))
        return Cell(values=(Value("number", text, number=Decimal(number)),))
    return FIELDS[kind][column.field or ""](knowledge, record)


def _facts(record: Record, dimension: str, knowledge: Knowledge) -> tuple[PlacedFact, ...]:
    """The facts of a row: those about a case; a province's own, or, where it has none, those of its cases."""
    if isinstance(record, Case):
        found = knowledge.facts_by_case.get(record.id, ())
        return tuple(one for one in found if one.fact.dimension == dimension)
    of_province = knowledge.facts_by_province.get(str(getattr(record, "id", "")), ())
    found = tuple(one for one in of_province if one.fact.dimension == dimension)
    own = tuple(one for one in found if one.fact.case is None)
    return own or found


def _counted(record: Record, column: ColumnDefinition, knowledge: Knowledge) -> int:
    of, id_ = column.count or "lessons", str(getattr(record, "id", ""))
    if isinstance(record, Lesson):
        return len(record.evidence)
    if isinstance(record, Case):
        return len(knowledge.lessons_by_case.get(id_, ())) if of == "lessons" else len(knowledge.parts_of.get(id_, ()))
    if of == "facts":
        return len(knowledge.facts_by_province.get(id_, ()))
    return counted(of, column.where, knowledge, province=id_)


def _group(record: Record, by: str | None, knowledge: Knowledge) -> Text | None:
    if by == "province" and isinstance(record, Case | Event):
        return knowledge.place_name(record.province)
    if by == "kind" and isinstance(record, Case):
        return knowledge.case_kinds[record.kind].name
    if by == "kind" and isinstance(record, Term):
        return word(f"term-kind.{record.kind}")
    if by == "theme" and themes_of(record):
        theme = knowledge.themes[themes_of(record)[0]]
        return knowledge.themes[theme.parent or theme.id].name
    if by == "type" and isinstance(record, Lesson):
        return word(f"type.{record.type}")
    if by == "region" and isinstance(record, Province):
        return word(f"region.{record.region}")
    if by == "decade" and isinstance(record, Event):
        decade = record.date.be_year // 10 * 10
        return Text(th=f"พ.ศ. {decade}–{decade + 9}", en=f"{decade - 543}–{decade - 534}")
    return None


def _grouped(rows: list[Row]) -> list[Row]:
    """Rows of one group stand together, in the order in which the groups first appear."""
    order: dict[str, int] = {}
    for row in rows:
        order.setdefault(row.group.th if row.group else "", len(order))
    return sorted(rows, key=lambda row: order[row.group.th if row.group else ""])


def _sorted(rows: list[Row], sort: SortBy, columns: Mapping[str, int]) -> list[Row]:
    """Rows by one column: numbers and dates by value, texts in dictionary order, empty cells always last."""
    if sort.column == "name":
        return sorted(rows, key=lambda row: collation_key(row.name.th), reverse=sort.direction == "descending")
    number = columns[sort.column]
    filled = [row for row in rows if row.cells[number].values]
    empty = [row for row in rows if not row.cells[number].values]
    filled.sort(key=lambda row: _sort_key(row.cells[number].values[0]), reverse=sort.direction == "descending")
    return filled + empty


def _sort_key(value: Value) -> tuple[int, object]:
    if value.number is not None:
        return (0, value.number)
    if value.date is not None:
        return (0, value.date.sort_key())
    return (1, collation_key(value.text.th))


def _literal(literal: Literals, knowledge: Knowledge) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = tuple(
        Column(column.id, column.name, "number" if column.numeric else "text", column.unit, column.definition)
        for column in literal.columns
    )
    return columns, tuple(_literal_row(row, knowledge) for row in literal.rows)


def _literal_row(row: LiteralRow, knowledge: Knowledge) -> Row:
    ref = Ref("case", row.case) if row.case else Ref("province", row.province) if row.province else None
    cells = tuple(_literal_cell(cell) for cell in row.cells)
    return Row(row.id, row.name, cells, ref, row.group, citations=row.citations)


def _literal_cell(cell: LiteralCell) -> Cell:
    if cell.number is not None:
        number = Decimal(cell.number)
        text = Text(th=format_number(number, "th"), en=format_number(number, "en"))
        value = Value("number", text, number=number, note=cell.note, basis=cell.basis, citations=cell.citations)
        return Cell(values=(value,))
    if cell.text is not None:
        value = Value("text", cell.text, note=cell.note, basis=cell.basis, citations=cell.citations)
        return Cell(values=(value,))
    return Cell(absent=cell.absent or "unknown", note=cell.note, citations=cell.citations)
