"""A source document: what is known of it, what is not, and where its stored text is damaged."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from botrian.records.values import Id, Line, Record, Text, When

SourceKind = Literal["journal-article", "book", "report", "law", "web-page"]
DamageKind = Literal["lost-text", "repeated-lines", "lost-figure", "unclear", "wrong-order"]


class Misprint(Record):
    """A misprint of the source or of its stored text, and what we read instead."""

    lines: tuple[int, int] = Field(description="บรรทัดแรกและบรรทัดสุดท้าย / first and last line")
    printed: Line = Field(description="คำที่พิมพ์ไว้ / what is printed")
    corrected: Line = Field(description="คำที่ถูก / what we read instead")
    note: Text | None = Field(default=None, description="หมายเหตุ / note")
    certain: bool = Field(default=True, description="แน่ใจหรือไม่ / whether we are certain")


class Damage(Record):
    """Lines of the stored text that are lost, repeated or out of order."""

    lines: tuple[int, int] = Field(description="บรรทัดแรกและบรรทัดสุดท้าย / first and last line")
    kind: DamageKind = Field(description="เสียหายแบบใด / kind of damage")
    note: Text = Field(description="หมายเหตุ / note")


class Section(Record):
    """One section of the source, so that a reader of a citation sees which part it stands in."""

    lines: tuple[int, int] = Field(description="บรรทัดแรกและบรรทัดสุดท้าย / first and last line")
    title: Text = Field(description="ชื่อตอน / title of the section")
    page: str | None = Field(default=None, description="หน้าที่พิมพ์ / printed page")


class Source(Record):
    """One source document. ``lines`` counts the lines of its stored text; citations stay inside."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    title: Text = Field(description="ชื่อเรื่อง / title")
    short: Text = Field(description="ชื่อย่อที่ใช้ในเชิงอรรถ / short title for footnotes")
    kind: SourceKind = Field(description="ชนิดของแหล่งข้อมูล / kind of source")
    authors: tuple[Text, ...] = Field(default=(), description="ผู้เขียน / authors")
    publisher: Text | None = Field(default=None, description="ผู้จัดพิมพ์ / publisher")
    published_in: Text | None = Field(default=None, description="วารสาร เล่ม ฉบับ หน้า / journal, volume, issue, pages")
    year: When | None = Field(default=None, description="ปีที่พิมพ์ / year of publication")
    year_note: Text | None = Field(
        default=None, description="รู้ปีได้อย่างไร ถ้าไม่ได้พิมพ์ไว้ / how the year is known, where it is not printed"
    )
    cite_as: Text = Field(description="วิธีอ้างอิง / how to cite")
    about: Text = Field(description="แหล่งข้อมูลนี้เล่าเรื่องอะไร / what the source is about")
    method: Text | None = Field(default=None, description="เก็บข้อมูลมาอย่างไร / how its data were gathered")
    lines: int = Field(gt=0, description="จำนวนบรรทัดของข้อความที่เก็บไว้ / number of lines of the stored text")
    known: tuple[Text, ...] = Field(default=(), description="สิ่งที่รู้ / what is known")
    unknown: tuple[Text, ...] = Field(default=(), description="สิ่งที่หาไม่ได้ / what cannot be determined")
    limits: tuple[Text, ...] = Field(
        default=(), description="ข้อจำกัด / limits the source states of itself, or that we see"
    )
    sections: tuple[Section, ...] = Field(
        default=(), description="ตอนต่าง ๆ พร้อมเลขบรรทัด / its sections with their lines"
    )
    misprints: tuple[Misprint, ...] = Field(default=(), description="คำพิมพ์ผิด / misprints")
    damage: tuple[Damage, ...] = Field(default=(), description="ส่วนที่เสียหาย / damage of the stored text")
