"""A typed table goes in; its item in the API comes out, with the typed cells that every format shows."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import Field

from botrian.records import Basis, Citation, Qualifier, Record, Text, When
from botrian.tables import Cell, Column, Ref, Row, Table, Value
from botrian.tables.typed import CellAbsence, ValueType


class Address(Record):
    """Where an item stands, in both languages."""

    th: str = Field(description="ที่อยู่ภาษาไทย / address in Thai")
    en: str = Field(description="ที่อยู่ภาษาอังกฤษ / address in English")


class RefItem(Record):
    """A record that a value is about."""

    kind: str = Field(description="ชนิดของรายการ / kind of record")
    id: str = Field(description="รหัสของรายการ / id of the record")


class ValueItem(Record):
    """One value of a cell: as people read it, and typed where it is a number or a date."""

    text: Text = Field(description="ค่าเป็นคำ / the value in words")
    number: str | None = Field(description="ตัวเลขล้วน / decimal digits")
    date: When | None = Field(description="วันที่ / date")
    items: tuple[Text, ...] = Field(description="รายการย่อย / entries of a list")
    qualifier: Qualifier = Field(description="คำกำกับตัวเลข / about, more than, at most …")
    unit: Text | None = Field(description="หน่วย ถ้าต่างจากคอลัมน์ / unit, where it differs from the column's")
    year: When | None = Field(description="ค่าของปีใด / the year that the value is of")
    note: Text | None = Field(description="หมายเหตุ / note")
    basis: Basis = Field(description="แหล่งข้อมูลพูดตรงหรือเราตีความ / said by the source, or read out of it")
    citations: tuple[Citation, ...] = Field(description="แหล่งอ้างอิง / citations")
    refs: tuple[RefItem, ...] = Field(description="รายการที่ค่านี้พูดถึง / records that the value is about")


class CellItem(Record):
    """The values of one cell (several where sources disagree or times differ), or why it is empty."""

    absent: CellAbsence | None = Field(description="เหตุที่ไม่มีค่า / why there is no value")
    note: Text | None = Field(description="หมายเหตุ / note")
    citations: tuple[Citation, ...] = Field(description="แหล่งอ้างอิงของช่องว่าง / what an empty cell rests on")
    values: tuple[ValueItem, ...] = Field(description="ค่าทั้งหมดในช่อง / the values of the cell")


class ColumnItem(Record):
    """A column: its heading, what type its values are of, their unit and what they mean."""

    id: str = Field(description="รหัสคอลัมน์ / id of the column")
    name: Text = Field(description="หัวคอลัมน์ / heading")
    type: ValueType = Field(description="ชนิดของค่า / type of the values")
    unit: Text | None = Field(description="หน่วย / unit")
    definition: Text | None = Field(description="ความหมาย / definition")


class RowItem(Record):
    """A row: its heading, where it leads, its group, the file it is corrected in, and as many cells as columns."""

    id: str = Field(description="รหัสแถว / id of the row")
    name: Text = Field(description="ชื่อแถว / heading")
    url: Address | None = Field(description="หน้าที่แถวนี้พาไป / page that the row leads to")
    group: Text | None = Field(description="กลุ่มของแถว / group of the row")
    file: str = Field(description="ไฟล์ที่แก้ข้อมูลของแถวได้ / file that the row is corrected in")
    citations: tuple[Citation, ...] = Field(description="แหล่งอ้างอิงของแถว / citations of the row")
    cells: tuple[CellItem, ...] = Field(description="ช่องตามลำดับคอลัมน์ / cells in the order of the columns")


class TableItem(Record):
    """A comparison table with its typed cells."""

    id: str = Field(description="รหัสตาราง / id of the table")
    url: Address = Field(description="ที่อยู่ของหน้า / address of the page")
    title: Text = Field(description="ชื่อตาราง / title")
    answer: Text = Field(description="ตารางนี้บอกอะไร / what the table tells")
    question: Text | None = Field(description="คำถามที่ตารางตอบ / the question that it answers")
    silence: Text | None = Field(description="แหล่งข้อมูลไม่ได้บอกอะไร / what the sources do not say")
    notes: tuple[Text, ...] = Field(description="หมายเหตุ / notes")
    themes: tuple[str, ...] = Field(description="รหัสหัวข้อ / ids of themes")
    row_name: Text = Field(description="หัวของคอลัมน์ชื่อแถว / heading of the rows' names")
    columns: tuple[ColumnItem, ...] = Field(description="คอลัมน์ / columns")
    rows: tuple[RowItem, ...] = Field(description="แถว / rows")
    left_out: tuple[RefItem, ...] = Field(
        description="จังหวัดที่ยังไม่มีใครค้นข้อมูลของตารางนี้ / provinces of which nothing is known here yet"
    )
    citations: tuple[Citation, ...] = Field(description="แหล่งอ้างอิงทั้งหมดของตาราง / all citations of the table")


def table_item(table: Table, address_of: Callable[[Ref], Address]) -> TableItem:
    """The item of one table; ``address_of`` gives where a record stands."""
    return TableItem(
        id=table.id,
        url=address_of(Ref("table", table.id)),
        title=table.title,
        answer=table.answer,
        question=table.question,
        silence=table.silence,
        notes=table.notes,
        themes=table.themes,
        row_name=table.row_name,
        columns=tuple(_column(column) for column in table.columns),
        rows=tuple(_row(row, address_of) for row in table.rows),
        left_out=tuple(RefItem(kind=row.ref.kind, id=row.ref.id) for row in table.left_out if row.ref),
        citations=table.citations,
    )


def _column(column: Column) -> ColumnItem:
    return ColumnItem(id=column.id, name=column.name, type=column.type, unit=column.unit, definition=column.definition)


def _row(row: Row, address_of: Callable[[Ref], Address]) -> RowItem:
    return RowItem(
        id=row.id,
        name=row.name,
        url=address_of(row.ref) if row.ref else None,
        group=row.group,
        file=row.file,
        citations=row.citations,
        cells=tuple(_cell(cell) for cell in row.cells),
    )


def _cell(cell: Cell) -> CellItem:
    values = tuple(_value(value) for value in cell.values)
    return CellItem(absent=cell.absent, note=cell.note, citations=cell.citations, values=values)


def _value(value: Value) -> ValueItem:
    return ValueItem(
        text=value.text,
        number=str(value.number) if value.number is not None else None,
        date=value.date,
        items=value.items,
        qualifier=value.qualifier,
        unit=value.unit,
        year=value.year,
        note=value.note,
        basis=value.basis,
        citations=value.citations,
        refs=tuple(RefItem(kind=ref.kind, id=ref.id) for ref in value.refs),
    )
