"""What is compared: dimensions, the facts that fill them, and dated events."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.values import (
    Absence,
    Basis,
    CaseId,
    Citation,
    DimensionGroupId,
    DimensionId,
    Id,
    Line,
    PlaceId,
    Qualifier,
    Record,
    SourceId,
    Text,
    ThemeId,
    When,
)

DimensionType = Literal["number", "money", "date", "text", "list", "choice"]
FACT_VALUES = ("number", "date", "text", "list", "choice", "absent")


class Choice(Record):
    """One answer of a dimension with a fixed set of answers."""

    id: Id = Field(description="รหัสคำตอบ / id of the choice")
    name: Text = Field(description="คำตอบ / the choice")
    themes: tuple[ThemeId, ...] = Field(
        default=(),
        description="หัวข้อของบทเรียนที่ช่วยได้ ถ้าคำตอบเป็นเรื่องติดขัด / themes whose lessons help, where it is a trouble",
    )


class DimensionGroup(Record):
    """A group of dimensions: structure, plan, data, money …"""

    id: Id = Field(description="รหัสกลุ่ม / id of the group")
    name: Text = Field(description="ชื่อกลุ่ม / name of the group")


class Dimension(Record):
    """One thing by which provinces or cases are compared."""

    id: Id = Field(description="รหัสมิติ / id of the dimension")
    name: Text = Field(description="ชื่อมิติ / name of the dimension")
    definition: Text = Field(description="หมายถึงอะไร / what it means")
    type: DimensionType = Field(description="ชนิดของค่า / type of the values")
    group: DimensionGroupId = Field(description="รหัสกลุ่ม / id of the group")
    unit: Text | None = Field(default=None, description="หน่วยของตัวเลข / unit of the numbers")
    choices: tuple[Choice, ...] = Field(default=(), description="คำตอบที่เลือกได้ / the choices, for type choice")
    comparable: bool = Field(
        default=True,
        description=(
            "ตัวเลขเทียบกันได้หรือไม่ ใส่ false เมื่อแต่ละแห่งนับคนละอย่าง จะไม่มีกราฟแท่ง"
            " / false where places count different things: no bars are drawn of such numbers"
        ),
    )


class LookedIn(Record):
    """A part of a source that somebody read in search of a value, and did not find it."""

    source: SourceId = Field(description="รหัสแหล่งข้อมูลที่อ่าน / id of the source that was read")
    lines: tuple[int, int] | None = Field(default=None, description="บรรทัดที่อ่าน / lines that were read")
    section: Line | None = Field(default=None, description="บทหรือตอนที่อ่าน / chapter or section that was read")


class Fact(Record):
    """One value of one dimension for one province or case, by the dimension's type.

    ``number`` also holds money (in the dimension's unit, baht unless it says otherwise). ``year`` is
    the year the value is of. Exactly one of the value fields is given; ``absent`` is a value too.
    """

    dimension: DimensionId = Field(description="รหัสมิติ จาก data/dimensions.yml / id of the dimension")
    case: CaseId | None = Field(
        default=None, description="รหัสกรณี ถ้าเป็นเรื่องของกรณีเดียว / id of the case that it is about"
    )
    number: Decimal | None = Field(default=None, description="ตัวเลขล้วน ไม่มีลูกน้ำ / digits only, no commas")
    qualifier: Qualifier = Field(default="exact", description="ประมาณ มากกว่า ไม่เกิน … / about, more than, at most …")
    unit: Text | None = Field(
        default=None, description="หน่วย ถ้าต่างจากหน่วยของมิติ / only where it differs from the dimension's unit"
    )
    date: When | None = Field(default=None, description="วันหรือปี เช่น 2543 BE / date, such as 2543 BE")
    text: Text | None = Field(default=None, description="ข้อความ / text")
    list: tuple[Text, ...] = Field(default=(), description="รายการ / list")
    choice: Id | None = Field(default=None, description="คำตอบที่เลือก / the choice")
    absent: Absence | None = Field(
        default=None, description="ไม่มี (none) ไม่ทราบ (unknown) ไม่เกี่ยว (not-applicable) / why there is no value"
    )
    year: When | None = Field(default=None, description="ค่าของปีใด / the year that the value is of")
    note: Text | None = Field(default=None, description="หมายเหตุ / note")
    basis: Basis = Field(
        default="stated", description="แหล่งข้อมูลพูดตรงหรือเราตีความ / said by the source, or read out of it"
    )
    citations: tuple[Citation, ...] = Field(default=(), description="แหล่งอ้างอิง / citations")
    looked_in: tuple[LookedIn, ...] = Field(
        default=(),
        description="อ่านตรงไหนแล้วไม่พบ สำหรับ absent: unknown / what was read without finding it, for absent: unknown",
    )

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the value fields that are filled; one in a fact that is whole."""
        return tuple(name for name in FACT_VALUES if getattr(self, name) not in (None, ()))

    @model_validator(mode="after")
    def _one_value(self) -> Fact:
        if len(self.given) != 1:
            raise PydanticCustomError(
                "fact_value",
                "one value is expected",
                {"found": ", ".join(self.given) or "-", "expected": " | ".join(FACT_VALUES)},
            )
        if self.absent == "unknown" and not self.looked_in:
            raise PydanticCustomError("fact_silence", "a silence says where somebody looked", {"found": "unknown"})
        if not self.citations and self.absent not in ("unknown", "not-applicable"):
            raise PydanticCustomError("fact_citation", "a value needs a citation", {"found": self.given[0]})
        return self


class FactFile(Record):
    """One file of facts: all of one province or area."""

    province: PlaceId = Field(description="รหัสจังหวัดหรือพื้นที่ ตรงกับชื่อไฟล์ / province or area, the file's name")
    facts: tuple[Fact, ...] = Field(description="ข้อเท็จจริงทั้งหมดของจังหวัด / all facts of the province")


#: ``publication``: the year of a work that a source cites; it is no event of the movement.
EventKind = Literal["event", "publication"]


class Event(Record):
    """Something that happened, with a date as exact as the source gives it."""

    id: Id = Field(description="รหัส เช่น krabi-2543-network-founded / id, such as krabi-2543-network-founded")
    title: Text = Field(description="เกิดอะไรขึ้น / what happened")
    date: When = Field(description="วันที่ ละเอียดเท่าที่แหล่งข้อมูลบอก / date, as exact as the source gives it")
    end: When | None = Field(default=None, description="วันสิ้นสุด ถ้าเป็นช่วง / end, for a span of time")
    about: bool = Field(default=False, description="แหล่งข้อมูลบอกว่าประมาณ / the source says 'about' this date")
    kind: EventKind = Field(
        default="event",
        description="เหตุการณ์ หรือปีพิมพ์ของงานที่แหล่งข้อมูลอ้าง / an event, or the year of a work that a source cites",
    )
    province: PlaceId = Field(description="รหัสจังหวัดหรือพื้นที่ / province or area")
    case: CaseId | None = Field(default=None, description="รหัสกรณี / id of the case")
    text: Text | None = Field(default=None, description="อธิบายหนึ่งประโยค / one sentence more")
    turning_point: bool = Field(
        default=False, description="แหล่งข้อมูลเรียกว่าจุดเปลี่ยน / the source calls it a turning point"
    )
    planned: bool = Field(
        default=False, description="เป็นเป้าหมายในอนาคต / a goal set for the future, not something that happened"
    )
    basis: Basis = Field(
        default="stated", description="แหล่งข้อมูลพูดตรงหรือเราตีความ / said by the source, or read out of it"
    )
    aliases: tuple[Line, ...] = Field(default=(), description="คำอื่นที่คนใช้ค้น / other words that people type")
    citations: tuple[Citation, ...] = Field(
        min_length=1, description="แหล่งอ้างอิง อย่างน้อยหนึ่งข้อ / citations, at least one"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Event:
        if self.end and self.end.latest() < self.date.earliest():
            raise PydanticCustomError(
                "period_order", "the end comes before the start", {"found": f"{self.date} – {self.end}"}
            )
        return self
