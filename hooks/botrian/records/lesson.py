"""A lesson with its evidence ledger, and a reading path that leads through lessons."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from botrian.records.values import (
    Basis,
    CaseId,
    Citation,
    Id,
    LessonId,
    Line,
    PlaceId,
    ProvinceId,
    Record,
    TableId,
    Text,
    ThemeId,
)

#: In the order in which people see them, everywhere.
LessonType = Literal["practice", "recommendation", "pitfall", "open-question"]
Stance = Literal["supports", "qualifies", "contradicts"]
#: What kind of voice an entry is: did it and a result is told; did it; plans to; an author or speaker says so.
VoiceKind = Literal["result", "did", "plans", "says"]


class Evidence(Record):
    """One entry of the ledger: who says so, where it is written, and how it stands to the lesson."""

    province: PlaceId = Field(description="จังหวัดหรือพื้นที่ที่พูดในข้อนี้ / province or area that speaks here")
    case: CaseId | None = Field(default=None, description="รหัสกรณี / id of the case")
    stance: Stance = Field(description="ยืนยัน แย้ง หรือมีเงื่อนไข / supports, contradicts or qualifies")
    voice: VoiceKind = Field(
        description="เสียงแบบใด ทำแล้วมีผล ทำแล้ว วางแผน หรือเป็นความเห็น / kind of voice: result, did, plans or says"
    )
    basis: Basis = Field(
        default="stated", description="แหล่งข้อมูลพูดตรงหรือเราตีความ / said by the source, or read out of it"
    )
    advises: bool = Field(
        default=False,
        description="หลักฐานข้อนี้เป็นที่มาของคำแนะนำในช่อง do / this entry carries the advice of the field do",
    )
    text: Text = Field(description="หนึ่งประโยคของเรา / one sentence of ours")
    citations: tuple[Citation, ...] = Field(
        min_length=1, description="แหล่งอ้างอิง อย่างน้อยหนึ่งข้อ / citations, at least one"
    )


class Lesson(Record):
    """Condition, action, result; a type; themes; and the evidence for and against."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    title: Text = Field(description="ชื่อบทเรียน / title of the lesson")
    aliases: tuple[Line, ...] = Field(default=(), description="คำอื่นที่คนใช้ค้น / other words that people type")
    type: LessonType = Field(
        description="วิธีที่ได้ผล ข้อควรระวัง ข้อเสนอ หรือคำถาม / practice, pitfall, recommendation or open question"
    )
    themes: tuple[ThemeId, ...] = Field(min_length=1, description="รหัสหัวข้อ / ids of themes")
    when: Text = Field(description="ใช้เมื่อไร / in which situation")
    do: Text = Field(description="ให้ทำอะไร / what to do")
    our_advice: Text | None = Field(
        default=None,
        description="คำแนะนำเพิ่มของผู้เรียบเรียง ไม่มีในหลักฐาน / further advice of the editors that no evidence holds",
    )
    because: Text = Field(description="เพราะอะไร เกิดผลอะไร / why, and with what result")
    evidence: tuple[Evidence, ...] = Field(
        min_length=1, description="หลักฐาน ใครยืนยัน ใครแย้ง / evidence: who confirms, who contradicts"
    )
    questions: tuple[Text, ...] = Field(
        default=(), description="คำถามชวนคุยในห้องอบรม / questions for discussion in a training room"
    )
    opposes: tuple[LessonId, ...] = Field(
        default=(),
        description="รหัสบทเรียนที่แนะนำไปคนละทาง ควรอ่านคู่กัน / ids of lessons that advise otherwise: to be read together",
    )
    related: tuple[LessonId, ...] = Field(default=(), description="รหัสบทเรียนที่เกี่ยวข้อง / ids of related lessons")

    @property
    def advice_is_ours(self) -> bool:
        """Whether no entry of the ledger carries ``do``: it is then the editors' own advice."""
        return not any(entry.advises for entry in self.evidence)


class PathStep(Record):
    """One step of a reading path: a sentence, and what to read."""

    text: Text = Field(description="หนึ่งประโยคนำทาง / one sentence that leads on")
    lessons: tuple[LessonId, ...] = Field(default=(), description="รหัสบทเรียน / ids of lessons")
    cases: tuple[CaseId, ...] = Field(default=(), description="รหัสกรณี / ids of cases")
    tables: tuple[TableId, ...] = Field(default=(), description="รหัสตาราง / ids of tables")
    provinces: tuple[ProvinceId, ...] = Field(default=(), description="รหัสจังหวัด / ids of provinces")


class ReadingPath(Record):
    """A question that people bring, and the way through lessons, cases and tables that answers it."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    question: Text = Field(description="คำถามของคนอ่าน / the question that people bring")
    order: Annotated[int, Field(ge=1)] | None = Field(
        default=None,
        description="ลำดับที่คำถามมักเกิด เลขน้อยขึ้นก่อน / its place in the order in which questions arise, the least first",
    )
    summary: Text = Field(description="คำตอบสั้น ๆ / the short answer")
    themes: tuple[ThemeId, ...] = Field(default=(), description="รหัสหัวข้อ / ids of themes")
    steps: tuple[PathStep, ...] = Field(min_length=2, description="ขั้นของเส้นทาง อย่างน้อยสองขั้น / the steps, at least two")
    disagreements: tuple[Text, ...] = Field(default=(), description="เรื่องที่ยังเห็นไม่ตรงกัน / what is not agreed on")
    citations: tuple[Citation, ...] = Field(default=(), description="แหล่งอ้างอิง / citations")
