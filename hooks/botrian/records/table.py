"""A definition of a comparison table: what its rows and columns are, or the rows themselves."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.fact import LookedIn
from botrian.records.values import (
    Absence,
    Basis,
    CaseId,
    CaseKindId,
    Citation,
    DimensionId,
    Id,
    PlaceId,
    Record,
    Text,
    ThemeId,
)

RowKind = Literal["provinces", "cases", "lessons", "events", "terms"]
CountOf = Literal["lessons", "cases", "facts", "events", "evidence"]
PivotKey = Literal["province", "kind", "theme", "top-theme", "type", "stance", "status", "level", "decade", "source"]
Direction = Literal["ascending", "descending"]


class RowFilter(Record):
    """Which records become rows. Fields are joined by 'and', the values in a field by 'or'."""

    ids: tuple[Id, ...] = Field(default=(), description="เฉพาะรหัสเหล่านี้ ตามลำดับนี้ / just these, in this order")
    province: tuple[PlaceId, ...] = Field(default=(), description="จังหวัดหรือพื้นที่ / provinces or areas")
    kind: tuple[CaseKindId, ...] = Field(default=(), description="ชนิดของกรณี / kinds of case")
    theme: tuple[ThemeId, ...] = Field(
        default=(), description="หัวข้อ หัวข้อใหญ่รวมหัวข้อย่อย / themes; a theme of the first level takes its own in"
    )
    type: tuple[str, ...] = Field(default=(), description="ประเภทบทเรียน / types of lesson")
    status: tuple[str, ...] = Field(default=(), description="สถานะของกรณี / statuses of cases")
    level: tuple[str, ...] = Field(default=(), description="ระดับของกรณี / levels of cases")
    stance: tuple[str, ...] = Field(
        default=(), description="บทเรียนที่มีหลักฐานจุดยืนนี้ / lessons with an entry of this stance"
    )
    turning_point: bool | None = Field(default=None, description="เฉพาะจุดเปลี่ยน / turning points only")


class ColumnDefinition(Record):
    """One column: a dimension, a field of the row's record, or a count. Exactly one of the three."""

    dimension: DimensionId | None = Field(default=None, description="รหัสมิติ / id of a dimension")
    field: str | None = Field(
        default=None, description="ช่องข้อมูลของแถว เช่น summary / summary, kind, period, themes, when, do, because, …"
    )
    count: CountOf | None = Field(default=None, description="นับอะไร / what is counted")
    where: RowFilter | None = Field(
        default=None, description="นับเฉพาะที่ตรงเงื่อนไข / for a count: which records are counted"
    )
    name: Text | None = Field(
        default=None, description="หัวคอลัมน์ ถ้าต่างจากชื่อมิติ / heading, where it differs from the dimension's name"
    )
    definition: Text | None = Field(default=None, description="คำอธิบายคอลัมน์ / definition of the column")

    @model_validator(mode="after")
    def _one_kind(self) -> ColumnDefinition:
        given = [name for name in ("dimension", "field", "count") if getattr(self, name) is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "column_value",
                "one of dimension, field, count is expected",
                {"found": ", ".join(given) or "-", "expected": "dimension | field | count"},
            )
        return self


class SortBy(Record):
    """Sort rows by a column (its dimension id, field or count) or by ``name``."""

    column: str = Field(description="คอลัมน์ที่ใช้เรียง หรือ name / the column, or name")
    direction: Direction = Field(default="ascending", description="น้อยไปมาก หรือมากไปน้อย / ascending or descending")


class Pivot(Record):
    """Count or list records in a grid of two keys."""

    of: CountOf = Field(description="นับอะไร / what is counted")
    rows: PivotKey = Field(description="แถวแยกตาม / what the rows are")
    columns: PivotKey = Field(description="คอลัมน์แยกตาม / what the columns are")
    where: RowFilter | None = Field(default=None, description="นับเฉพาะที่ตรงเงื่อนไข / which records are counted")
    totals: bool = Field(
        default=False, description="เพิ่มแถวและคอลัมน์รวม นับแต่ละรายการครั้งเดียว / totals, each record counted once"
    )


class LiteralColumn(Record):
    """A column of a table whose rows are written here."""

    id: Id = Field(description="รหัสคอลัมน์ / id of the column")
    name: Text = Field(description="หัวคอลัมน์ / heading")
    unit: Text | None = Field(default=None, description="หน่วย / unit")
    definition: Text | None = Field(default=None, description="คำอธิบาย / definition")
    numeric: bool = Field(default=False, description="เป็นตัวเลข / whether it holds numbers")
    comparable: bool = Field(
        default=True, description="ตัวเลขเทียบกันได้หรือไม่ / false where its numbers are not to be compared"
    )


class LiteralCell(Record):
    """One cell written by hand: text, or one of the three empty signs; with citations."""

    text: Text | None = Field(default=None, description="ข้อความ / text")
    number: str | None = Field(default=None, description="ตัวเลข / number")
    absent: Absence | None = Field(default=None, description="เหตุที่ไม่มีค่า / why there is no value")
    note: Text | None = Field(default=None, description="หมายเหตุ / note")
    basis: Basis = Field(
        default="stated", description="แหล่งข้อมูลพูดตรงหรือเราตีความ / said by the source, or read out of it"
    )
    citations: tuple[Citation, ...] = Field(default=(), description="แหล่งอ้างอิง / citations")
    looked_in: tuple[LookedIn, ...] = Field(
        default=(),
        description="อ่านตรงไหนแล้วไม่พบ สำหรับ absent: unknown / what was read without finding it, for absent: unknown",
    )


class LiteralRow(Record):
    """One row written by hand; ``name`` is its header. It may point at a province or a case."""

    id: Id = Field(description="รหัสแถว / id of the row")
    name: Text = Field(description="ชื่อแถว / name of the row")
    province: PlaceId | None = Field(default=None, description="รหัสจังหวัด / id of a province")
    case: CaseId | None = Field(default=None, description="รหัสกรณี / id of a case")
    group: Text | None = Field(default=None, description="กลุ่มของแถว / group of the row")
    cells: tuple[LiteralCell, ...] = Field(description="ช่อง เท่ากับจำนวนคอลัมน์ / cells, as many as columns")
    citations: tuple[Citation, ...] = Field(default=(), description="แหล่งอ้างอิง / citations")


class Literals(Record):
    """A table whose rows are written in its definition: a framework rebuilt from a source."""

    columns: tuple[LiteralColumn, ...] = Field(min_length=1, description="คอลัมน์ / columns")
    rows: tuple[LiteralRow, ...] = Field(min_length=1, description="แถว / rows")


class TableDefinition(Record):
    """One table. It has ``rows`` with ``columns``, or a ``pivot``, or ``literal`` rows: one of the three."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    title: Text = Field(description="ชื่อตาราง / title of the table")
    answer: Text = Field(description="ตารางนี้บอกอะไร หนึ่งประโยค / what this table tells, in one sentence")
    question: Text | None = Field(default=None, description="ตอบคำถามอะไร / the question that it answers")
    silence: Text | None = Field(default=None, description="แหล่งข้อมูลไม่ได้บอกอะไร / what the sources do not say")
    notes: tuple[Text, ...] = Field(default=(), description="หมายเหตุใต้ตาราง / notes below the table")
    themes: tuple[ThemeId, ...] = Field(min_length=1, description="รหัสหัวข้อ / ids of themes")
    first_workshop: bool = Field(
        default=False, description="เหมาะกับการอบรมครั้งแรก / among the most useful for a first workshop"
    )
    key_rows: tuple[Id, ...] = Field(
        default=(),
        max_length=6,
        description="แถวสำคัญสามถึงหกแถวที่ขึ้นสไลด์และภาพก่อน / the three to six rows that slides and pictures show first",
    )
    key_columns: tuple[Id, ...] = Field(
        default=(),
        max_length=6,
        description="คอลัมน์สำคัญที่ขึ้นสไลด์และภาพก่อน ถ้ามีสี่คอลัมน์ขึ้นไปจะกลับเป็นแถว"
        " / the columns that slides and pictures show first; four and more become rows there",
    )
    row_name: Text | None = Field(default=None, description="หัวของคอลัมน์แรก / heading of the first column")
    rows: RowKind | None = Field(default=None, description="แถวคืออะไร / what the rows are")
    where: RowFilter = Field(default=RowFilter(), description="เลือกเฉพาะแถวที่ตรงเงื่อนไข / which records become rows")
    columns: tuple[ColumnDefinition, ...] = Field(default=(), description="คอลัมน์ / columns")
    sort: tuple[SortBy, ...] = Field(default=(), description="เรียงตาม / sorted by")
    group_by: Literal["province", "kind", "theme", "type", "region", "decade"] | None = Field(
        default=None, description="จัดกลุ่มตาม / grouped by"
    )
    pivot: Pivot | None = Field(default=None, description="ตารางนับ / a grid of counts")
    literal: Literals | None = Field(default=None, description="แถวที่เขียนเอง / rows written here")
    citations: tuple[Citation, ...] = Field(default=(), description="แหล่งอ้างอิง / citations")

    @model_validator(mode="after")
    def _one_way(self) -> TableDefinition:
        given = [name for name in ("rows", "pivot", "literal") if getattr(self, name) is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "table_value",
                "one of rows, pivot, literal is expected",
                {"found": ", ".join(given) or "-", "expected": "rows | pivot | literal"},
            )
        return self
