"""A table definition and the knowledge go in; the typed table comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from botrian.findings import Place
from botrian.knowledge import Knowledge, PlacedFact, citations_in
from botrian.records import (
    Citation,
    ColumnDefinition,
    Event,
    LiteralCell,
    LiteralRow,
    Literals,
    RowFilter,
    SortBy,
    TableDefinition,
    Text,
)
from botrian.tables.abilities import ROWS
from botrian.tables.fields import FIELDS, row_name
from botrian.tables.keys import Standing
from botrian.tables.names import name_of
from botrian.tables.pivot import pivot
from botrian.tables.reading import leading
from botrian.tables.typed import Cell, Column, Ref, Row, Table, Value
from botrian.tables.values import count_cell, fact_cell
from botrian.thai import collation_key, format_number
from botrian.words import word

if TYPE_CHECKING:
    from botrian.tables.comparison import Comparison


def build_tables(knowledge: Knowledge) -> Mapping[str, Table]:
    """Every table of the knowledge, by id."""
    comparison = _comparison(knowledge)
    return {id_: _built(definition, comparison) for id_, definition in knowledge.tables.items()}


def build_table(definition: TableDefinition, knowledge: Knowledge) -> Table:
    """One table. The definition is taken as checked."""
    return _built(definition, _comparison(knowledge))


def facts_beside(rows: str, knowledge: Knowledge) -> Mapping[tuple[str, str], tuple[PlacedFact, ...]]:
    """The facts that stand beside each row of ``provinces`` or ``cases``, by its id and the dimension.

    Those about a case; a province's own, or, where it has none in a dimension, those of its cases.
    """
    return _comparison(knowledge).facts(rows)


def _comparison(knowledge: Knowledge) -> Comparison:
    """Imported here: pandas takes a quarter of a second that checking and new files, which read this room, save."""
    from botrian.tables.comparison import Comparison

    return Comparison(knowledge)


def _built(definition: TableDefinition, comparison: Comparison) -> Table:
    knowledge = comparison.knowledge
    left_out: tuple[Row, ...] = ()
    if definition.pivot is not None:
        columns, rows = pivot(definition.pivot, comparison)
        heading = word(f"pivot.{definition.pivot.rows}")
    elif definition.literal is not None:
        columns, rows = _literal(definition.literal, knowledge)
        heading = word("field.name")
    else:
        columns, rows, left_out = _of_records(definition, comparison)
        heading = ROWS[definition.rows or "cases"].name
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
        key_rows=definition.key_rows,
        key_columns=definition.key_columns,
        file=origin.file,
        left_out=left_out,
    )


def _citations(definition: TableDefinition, rows: Iterable[Row]) -> tuple[Citation, ...]:
    found: list[Citation] = list(definition.citations)
    for row in rows:
        found.extend(row.citations)
        for cell in row.cells:
            found.extend(cell.citations)
            found.extend(citation for value in cell.values for citation in value.citations)
    return tuple(dict.fromkeys(found))


def _of_records(
    definition: TableDefinition, comparison: Comparison
) -> tuple[tuple[Column, ...], tuple[Row, ...], tuple[Row, ...]]:
    """Columns, rows in their order, and the provinces that are left out of them."""
    kind, knowledge = definition.rows or "cases", comparison.knowledge
    columns = tuple(_column(kind, column, knowledge) for column in definition.columns)
    places = {column.id: place for place, column in enumerate(columns)}
    cells = [_cells(kind, column, comparison) for column in definition.columns]
    groups = _groups(kind, definition.group_by, comparison)
    rows = [
        _row(kind, one, tuple(made(one) for made in cells), groups.get(one.id), definition, knowledge)
        for one in comparison.matching(kind, definition.where)
    ]
    sorts = [(_sort_keys(rows, sort, places), sort.direction == "descending") for sort in definition.sort]
    grouped = [row.group.th if row.group else "" for row in rows] if definition.group_by else []
    ordered = [rows[number] for number in comparison.order(len(rows), sorts, grouped)]
    silent = {row.id for row in ordered if kind == "provinces" and not tells(row)}
    shown = tuple(row for row in ordered if row.id not in silent)
    return columns, shown, tuple(row for row in ordered if row.id in silent)


def tells(row: Row) -> bool:
    """Whether a row tells anything: a value, a count above nothing, or that somebody looked and what they found.

    A province of which nobody has looked up anything of a table is no row of it: it would only be empty cells in a
    table of others. It is named under the table, and becomes a row with its first value.
    """
    return any(
        cell.absent not in (None, "not-looked-up") or any(value.number != 0 or value.citations for value in cell.values)
        for cell in row.cells
    )


def _column(kind: str, column: ColumnDefinition, knowledge: Knowledge) -> Column:
    if column.dimension:
        dimension = knowledge.dimensions[column.dimension]
        name, definition = column.name or dimension.name, column.definition or dimension.definition
        return Column(dimension.id, name, dimension.type, dimension.unit, definition, dimension.comparable)
    if column.count:
        name = column.name or ROWS[kind].counts[column.count].name
        return Column(f"count-{column.count}", name, "number", word(f"unit.{column.count}"), column.definition)
    field = ROWS[kind].fields[column.field or ""]
    return Column(
        field.id, column.name or field.name, "date" if field.type == "date" else "text", None, column.definition
    )


def _cells(kind: str, column: ColumnDefinition, comparison: Comparison) -> Callable[[Standing], Cell]:
    """What makes the cells of one column: the facts of a dimension, a count, or a field of the record."""
    knowledge = comparison.knowledge
    if column.dimension:
        facts, dimension = comparison.facts(kind), knowledge.dimensions[column.dimension]
        return lambda one: fact_cell(facts.get((one.id, dimension.id), ()), dimension)
    if column.count:
        owner = ROWS[kind].counts[column.count].key
        counts = comparison.counts(column.count, column.where or RowFilter(), owner)
        return lambda one: count_cell(counts.get(one.id, 0))
    read = FIELDS[kind][column.field or ""].read
    return lambda one: read(knowledge, one.record)


def _groups(kind: str, by: str | None, comparison: Comparison) -> Mapping[str, Text]:
    """The name of the group of each row, by its id."""
    if by is None:
        return {}
    key = ROWS[kind].groups[by].key
    return {id_: name_of(key, value, comparison.knowledge) for id_, value in comparison.first(kind, key).items()}


def _row(
    kind: str,
    one: Standing,
    cells: tuple[Cell, ...],
    group: Text | None,
    definition: TableDefinition,
    knowledge: Knowledge,
) -> Row:
    edited = "profile" if kind == "provinces" and ("profile", one.id) in knowledge.origins else ROWS[kind].record
    place = knowledge.origin(edited, one.id)
    if kind == "provinces":
        place = _fact_place(one.id, definition, knowledge, place)
    return Row(
        id=one.id,
        name=row_name(one.record),
        cells=cells,
        ref=Ref(ROWS[kind].record, one.id),
        group=group,
        file=place.file,
        line=place.line,
        citations=citations_in(one.record) if isinstance(one.record, Event) else (),
    )


def _fact_place(province: str, definition: TableDefinition, knowledge: Knowledge, place: Place) -> Place:
    """Where the first value that the row shows is corrected; the province's own place where it shows none."""
    facts = knowledge.facts_by_province.get(province, ())
    for column in definition.columns:
        for placed in facts:
            if column.dimension == placed.fact.dimension and placed.fact.case is None:
                return knowledge.origin("fact", placed.id)
    return place


def _sort_keys(rows: Sequence[Row], sort: SortBy, columns: Mapping[str, int]) -> list[tuple[object, ...] | None]:
    """What rows are sorted by: numbers and dates by value, texts in dictionary order; None for an empty cell."""
    if sort.column == "name":
        return [collation_key(row.name.th) for row in rows]
    cells = [row.cells[columns[sort.column]] for row in rows]
    values = [leading(cell) for cell in cells]
    return [_sort_key(value) if value else None for value in values]


def _sort_key(value: Value) -> tuple[object, ...]:
    if value.number is not None:
        return (0, value.number)
    if value.date is not None:
        return (0, value.date.sort_key())
    return (1, collation_key(value.text.th))


def _literal(literal: Literals, knowledge: Knowledge) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = tuple(
        Column(
            column.id,
            column.name,
            "number" if column.numeric else "text",
            column.unit,
            column.definition,
            column.comparable,
        )
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
    return Cell(absent=cell.absent or "not-looked-up", note=cell.note, citations=cell.citations)
