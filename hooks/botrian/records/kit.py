"""A training kit: the lessons and tables of one workshop, its parts with their minutes, and questions of its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from botrian.records.values import CaseId, Id, LessonId, Record, RefTo, TableId, Text, ThemeId

PathId = Annotated[Id, RefTo(("path",))]


class KitPart(Record):
    """One part of the workshop: what it is called, how long it takes, what the room does."""

    name: Text = Field(description="ชื่อช่วง / name of the part")
    minutes: int = Field(ge=1, le=480, description="กี่นาที / how many minutes")
    text: Text = Field(description="ในช่วงนี้ทำอะไร / what the room does in this part")


class Kit(Record):
    """One ready workshop. Its files are made from the records it names; nothing of them is written here twice."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    title: Text = Field(description="ชื่อชุดอบรม / title of the kit")
    purpose: Text = Field(description="อบรมแล้วกลุ่มทำอะไรได้ / what the group can do afterwards")
    themes: tuple[ThemeId, ...] = Field(default=(), description="รหัสหัวข้อ / ids of themes")
    parts: tuple[KitPart, ...] = Field(
        min_length=1, description="ช่วงของการอบรม ตามลำดับ / parts of the workshop, in order"
    )
    lessons: tuple[LessonId, ...] = Field(
        min_length=1, max_length=12, description="รหัสบทเรียน ตามลำดับที่ใช้ / ids of lessons, in the order of use"
    )
    tables: tuple[TableId, ...] = Field(default=(), max_length=6, description="รหัสตาราง / ids of tables")
    cases: tuple[CaseId, ...] = Field(default=(), max_length=12, description="รหัสกรณีตัวอย่าง / ids of cases")
    questions: tuple[Text, ...] = Field(
        default=(), description="คำถามเพิ่มจากที่บทเรียนมี / questions beyond those of the lessons"
    )
    path: PathId | None = Field(default=None, description="รหัสเส้นทางอ่าน / id of a reading path")
