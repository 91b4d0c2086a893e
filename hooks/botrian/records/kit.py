"""A training kit: the lessons and tables of one workshop, its parts with their minutes, and questions of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from botrian.records.values import CaseId, Id, LessonId, Record, RefTo, TableId, Text, ThemeId

PathId = Annotated[Id, RefTo(("path",))]


PartKind = Literal["open", "tables", "lessons", "voices", "make", "close"]


class KitSheet(Record):
    """A sheet that the agenda promises: prompts with room to write, and a table to fill in. It asks about *us*."""

    title: Text = Field(description="ชื่อแผ่น / title of the sheet")
    text: Text = Field(description="ทำอย่างไรกับแผ่นนี้ / how to use it")
    prompts: tuple[Text, ...] = Field(default=(), max_length=12, description="หัวข้อให้เขียน / prompts to write under")
    headings: tuple[Text, ...] = Field(
        default=(), max_length=6, description="หัวตารางที่ให้เติม / headings of a table to fill in"
    )
    rows: tuple[Text, ...] = Field(
        default=(), max_length=14, description="ชื่อแถวที่เขียนไว้ให้ / names of rows that stand there already"
    )
    blank: int = Field(default=0, ge=0, le=14, description="แถวว่างกี่แถว / how many empty rows")


class KitPart(Record):
    """One part of the workshop: what it is called, how long it takes, what the room does.

    ``kind`` says which slides it has and which words of the common guide; ``say``, ``ask`` and ``watch`` are its own.
    """

    name: Text = Field(description="ชื่อช่วง / name of the part")
    kind: PartKind = Field(
        default="make",
        description="ชนิดของช่วง: เปิด ดูตาราง อ่านบทเรียน ฟังเสียงที่ต่าง ลงมือทำ ปิด / what kind of part it is",
    )
    minutes: int = Field(ge=1, le=480, description="กี่นาที / how many minutes")
    text: Text = Field(description="ในช่วงนี้ทำอะไร / what the room does in this part")
    say: Text | None = Field(default=None, description="วิทยากรพูดว่าอะไร / what the facilitator says")
    ask: Text | None = Field(default=None, description="ถามอะไร / what the facilitator asks")
    watch: Text | None = Field(default=None, description="สังเกตอะไร / what to watch for")
    sheet: KitSheet | None = Field(default=None, description="แผ่นที่ใช้ในช่วงนี้ / the sheet of this part")


class Kit(Record):
    """One ready workshop. Its files are made from the records it names; nothing of them is written here twice."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    title: Text = Field(description="ชื่อชุดอบรม / title of the kit")
    purpose: Text = Field(description="อบรมแล้วกลุ่มทำอะไรได้ / what the group can do afterwards")
    aims: tuple[Text, ...] = Field(
        default=(), max_length=6, description="คนที่มาได้อะไรกลับไป / what those who come take home"
    )
    materials: tuple[Text, ...] = Field(
        default=(), max_length=8, description="ของที่ต้องเตรียมเพิ่ม / what to bring beyond the usual"
    )
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
