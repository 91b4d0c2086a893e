"""A case (one system, mechanism, plan, charter, fund, law, project …), and the profile of a province."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from botrian.records.values import (
    Actor,
    CaseId,
    CaseKindId,
    Citation,
    Id,
    Line,
    Part,
    Period,
    PlaceId,
    ProvinceId,
    Record,
    Statement,
    Text,
    ThemeId,
)

Level = Literal["village", "tambon", "district", "zone", "province", "region", "national", "international"]
#: ``proposed``: a source recommends it, it does not exist yet. ``failed``: tried without success, or blocked.
Status = Literal["active", "ended", "proposed", "failed", "unknown"]


class Case(Record):
    """One case. ``province`` is a province or an area (``thailand``, ``abroad``, ``several``)."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    title: Text = Field(description="ชื่อกรณี / name of the case")
    aliases: tuple[Line, ...] = Field(
        default=(), description="ชื่ออื่นและคำย่อที่คนใช้ค้น / other names and abbreviations that people type"
    )
    province: PlaceId = Field(description="รหัสจังหวัดหรือพื้นที่ ตรงกับโฟลเดอร์ / province or area, the folder's name")
    kind: CaseKindId = Field(description="ชนิดของกรณี จาก data/case-kinds.yml / kind of case")
    level: Level = Field(description="ระดับ / level")
    status: Status = Field(default="active", description="สถานะ / status")
    place: Text | None = Field(
        default=None, description="พื้นที่ที่เล็กกว่าจังหวัด / tambon, district … when smaller than the province"
    )
    period: Period | None = Field(default=None, description="ช่วงเวลา / from when to when")
    summary: Text = Field(description="คืออะไร หนึ่งหรือสองประโยค / what it is, in one or two sentences")
    actors: tuple[Actor, ...] = Field(default=(), description="ใครเกี่ยวข้อง ทำอะไร / who takes part, and how")
    steps: tuple[Statement, ...] = Field(default=(), description="ทำงานอย่างไร ทีละขั้น / how it works, step by step")
    results: tuple[Statement, ...] = Field(default=(), description="เกิดผลอะไร / what came of it")
    helps: tuple[Statement, ...] = Field(default=(), description="อะไรช่วยให้สำเร็จ / what made it work")
    hinders: tuple[Statement, ...] = Field(default=(), description="อะไรเป็นอุปสรรค / what stood in the way")
    next: tuple[Statement, ...] = Field(
        default=(), description="ก้าวต่อไป ตามที่แหล่งข้อมูลบอก / what comes next, as the source says"
    )
    parts: tuple[Part, ...] = Field(
        default=(), description="ส่วนประกอบที่ไม่มีหน้าของตัวเอง / named parts without a page of their own"
    )
    part_of: tuple[CaseId, ...] = Field(
        default=(), description="รหัสกรณีที่กรณีนี้เป็นส่วนหนึ่ง / ids of the cases that this one is a part of"
    )
    follows: tuple[CaseId, ...] = Field(
        default=(), description="รหัสกรณีที่กรณีนี้สืบเนื่องมา / ids of the cases that it came out of"
    )
    related: tuple[CaseId, ...] = Field(default=(), description="รหัสกรณีที่เกี่ยวข้อง / ids of related cases")
    themes: tuple[ThemeId, ...] = Field(min_length=1, description="รหัสหัวข้อ 1-4 ข้อ / ids of 1 to 4 themes")
    citations: tuple[Citation, ...] = Field(
        min_length=1, description="แหล่งอ้างอิงของทั้งกรณี / citations for the whole record"
    )


class Disagreement(Record):
    """Two or more statements of the sources that do not agree, side by side."""

    about: Text = Field(description="ไม่ตรงกันเรื่องอะไร / what the sources do not agree on")
    sides: tuple[Statement, ...] = Field(min_length=2, description="ข้อความของแต่ละฝ่าย / what each side says")
    note: Text | None = Field(default=None, description="หมายเหตุของเรา / our note")


class Profile(Record):
    """The profile of one province; its Markdown body tells the story, the fields hold what is compared."""

    id: ProvinceId = Field(description="รหัสจังหวัด / id of the province")
    title: Text = Field(description="ชื่อจังหวัด / name of the province")
    summary: Text = Field(
        description="จังหวัดนี้ให้บทเรียนอะไร 2-3 ประโยค / what this province shows others, in 2 or 3 sentences"
    )
    network: tuple[Statement, ...] = Field(
        default=(), description="เครือข่ายเป็นอย่างไร ประชุมอย่างไร / what the network is, how it is built and meets"
    )
    vision: tuple[Statement, ...] = Field(default=(), description="แผนและวิสัยทัศน์ / plan and vision")
    tools: tuple[Statement, ...] = Field(default=(), description="เครื่องมือที่ใช้ / tools")
    results: tuple[Statement, ...] = Field(default=(), description="ผลที่เกิด / results")
    helps: tuple[Statement, ...] = Field(default=(), description="อะไรช่วย / what helps")
    hinders: tuple[Statement, ...] = Field(default=(), description="อุปสรรค / obstacles")
    next: tuple[Statement, ...] = Field(default=(), description="ก้าวต่อไป / next steps")
    disagreements: tuple[Disagreement, ...] = Field(
        default=(), description="ข้อที่แหล่งข้อมูลไม่ตรงกัน / where sources do not agree"
    )
    citations: tuple[Citation, ...] = Field(min_length=1, description="แหล่งอ้างอิง / citations")
