"""A source of any kind: what is known of it, what is not, its outline and pages, and where its text is damaged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.values import Id, Line, Moment, PlaceId, Record, SourceId, Text, When

SourceKind = Literal[
    "journal-article",
    "book",
    "report",
    "law",
    "plan",
    "meeting-record",
    "web-page",
    "recording",
    "photo",
    "field-note",
    "testimony",
]
#: An address on the web, in full.
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]{3,500}$")]
#: ``published``: the speaker made it public, as a lecture that everyone can watch.
Consent = Literal["written", "spoken", "public-office", "published"]
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
    """One section of the outline, so that a reader of a citation sees which part it stands in."""

    lines: tuple[int, int] = Field(description="บรรทัดแรกและบรรทัดสุดท้าย / first and last line")
    title: Text = Field(description="ชื่อตอน / title of the section")
    page: int | None = Field(default=None, gt=0, description="หน้าแรกที่พิมพ์ไว้ / printed page where it begins")
    last_page: int | None = Field(default=None, gt=0, description="หน้าสุดท้าย ถ้ารู้ / last printed page, where known")


class PageStart(Record):
    """Where a printed page begins in the stored text."""

    page: int = Field(gt=0, description="เลขหน้าที่พิมพ์ / printed page")
    line: int = Field(gt=0, description="บรรทัดแรกของหน้านั้น / first line of that page")
    certain: bool = Field(default=False, description="แน่ใจ คือมีเลขหน้าพิมพ์กำกับ / sure: its number is printed there")


class Repeat(Record):
    """A passage that stands again, nearly word for word: one voice, however often it is printed."""

    lines: tuple[int, int] = Field(description="บรรทัดของข้อความแรก / lines of the first passage")
    again: tuple[int, int] = Field(description="บรรทัดที่ซ้ำ / lines where it stands again")
    source: SourceId | None = Field(
        default=None, description="รหัสแหล่งข้อมูลที่ซ้ำ ถ้าเป็นคนละเล่ม / the other source, where it is another one"
    )
    note: Text | None = Field(default=None, description="หมายเหตุ / note")


class Speaker(Record):
    """Who speaks in a field note, testimony or recording: as what, for which body, when, where, with what consent.

    How that person is reached is never written here: all of a source is published.
    """

    speaks_as: Text = Field(description="พูดในฐานะอะไร เช่น เลขานุการสภา / speaks as what, such as a council's secretary")
    body: Text | None = Field(default=None, description="องค์กรที่ผู้พูดสังกัด / body the speaker belongs to")
    province: PlaceId = Field(description="รหัสจังหวัดหรือพื้นที่ / province or area")
    place: Text | None = Field(default=None, description="ตำบล อำเภอ หรือที่เล่า / tambon, district or where it was told")
    date: When = Field(description="เล่าเมื่อไร เช่น 2569-07-12 BE / when it was told, such as 2569-07-12 BE")
    recorded_by: Text = Field(description="ใครจดหรือบันทึก / who wrote it down or recorded it")
    consent: Consent = Field(
        description="ยินยอมอย่างไร เป็นหนังสือ พูดตกลง พูดในหน้าที่ หรือเผยแพร่เอง / consent: in writing, spoken, in public "
        "office, or published by the speaker"
    )


#: What each kind of source offers as the place of a citation, best first; the first is asked for.
PLACES: Mapping[SourceKind, tuple[str, ...]] = {
    "journal-article": ("lines", "pages", "section"),
    "book": ("lines", "pages", "section"),
    "report": ("lines", "pages", "section"),
    "law": ("section", "lines", "pages"),
    "plan": ("pages", "section", "lines"),
    "meeting-record": ("section", "pages", "lines"),
    "web-page": ("section", "lines"),
    "recording": ("time", "question", "section"),
    "photo": ("section", "pages"),
    "field-note": ("section", "question", "pages", "lines"),
    "testimony": ("question", "section", "time", "lines"),
}
#: How each place of a citation is written in a record.
PLACE_SAMPLES: Mapping[str, str] = {
    "lines": "lines: [50, 52]",
    "pages": "pages: [12, 13]",
    "section": "section: มาตรา 21",
    "question": "question: 3",
    "time": "time: [0:12:30, 0:13:05]",
}
#: What one person tells: it has a speaker, who agreed to it, and weighs as that person's word.
SPOKEN: frozenset[SourceKind] = frozenset({"testimony", "field-note", "recording"})
#: Sources that are their own place: a citation needs no more than their name.
WHOLE: frozenset[SourceKind] = frozenset({"testimony", "field-note", "photo", "web-page"})


class Source(Record):
    """One source. ``lines`` counts the lines of its stored text, where one is kept; citations stay inside."""

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    title: Text = Field(description="ชื่อเรื่อง / title")
    short: Text = Field(description="ชื่อย่อที่ใช้ในเชิงอรรถ / short title for footnotes")
    kind: SourceKind = Field(description="ชนิดของแหล่งข้อมูล / kind of source")
    authors: tuple[Text, ...] = Field(default=(), description="ผู้เขียน / authors")
    publisher: Text | None = Field(default=None, description="ผู้จัดพิมพ์ / publisher")
    journal: Text | None = Field(default=None, description="ชื่อวารสาร / name of the journal")
    volume: Line | None = Field(default=None, description="ปีที่ (เล่ม) / volume")
    issue: Line | None = Field(default=None, description="ฉบับที่ / issue")
    first_page: int | None = Field(default=None, gt=0, description="หน้าแรกของบทความ / first page of the article")
    last_page: int | None = Field(default=None, gt=0, description="หน้าสุดท้ายของบทความ / last page of the article")
    isbn: Line | None = Field(default=None, description="เลขมาตรฐานหนังสือ (ISBN) / ISBN")
    doi: Line | None = Field(default=None, description="เลขดีโอไอ เช่น 10.1234/abc / DOI, such as 10.1234/abc")
    url: WebAddress | None = Field(default=None, description="ที่อยู่เว็บของต้นฉบับ / web address of the original")
    access: Text | None = Field(default=None, description="หาอ่านได้ที่ไหน / where to get it")
    gone: When | None = Field(
        default=None, description="ต้นฉบับเปิดหรือหาไม่ได้แล้ว พบเมื่อ / the original is gone, found on this day"
    )
    terms: Text | None = Field(default=None, description="ใช้ได้ตามเงื่อนไขใด / on what terms it may be used")
    published_in: Text | None = Field(default=None, description="ข้อมูลการพิมพ์อื่น / other words on where it appeared")
    year: When | None = Field(default=None, description="ปีที่พิมพ์ / year of publication")
    year_note: Text | None = Field(
        default=None, description="รู้ปีได้อย่างไร ถ้าไม่ได้พิมพ์ไว้ / how the year is known, where it is not printed"
    )
    data_year: When | None = Field(
        default=None,
        description="ข้อมูลเป็นของปีใด ใช้กับสถานะที่อ้างแหล่งนี้ / year that what it tells is of; dates a status",
    )
    cite_as: Text = Field(description="วิธีอ้างอิง / how to cite")
    about: Text = Field(description="แหล่งข้อมูลนี้เล่าเรื่องอะไร / what the source is about")
    method: Text | None = Field(default=None, description="เก็บข้อมูลมาอย่างไร / how its data were gathered")
    speaker: Speaker | None = Field(
        default=None, description="ใครพูด สำหรับคำบอกเล่าและบันทึก / who speaks, for testimonies and notes"
    )
    lines: int | None = Field(
        default=None, gt=0, description="จำนวนบรรทัดของข้อความที่เก็บไว้ / number of lines of the stored text"
    )
    page_count: int | None = Field(default=None, gt=0, description="มีกี่หน้า / number of pages")
    questions: int | None = Field(default=None, gt=0, description="ถามกี่ข้อ / number of questions that were asked")
    length: Moment | None = Field(
        default=None, description="ยาวเท่าไร เช่น 1:12:30 / length of a recording, such as 1:12:30"
    )
    known: tuple[Text, ...] = Field(default=(), description="สิ่งที่รู้ / what is known")
    unknown: tuple[Text, ...] = Field(default=(), description="สิ่งที่หาไม่ได้ / what cannot be determined")
    limits: tuple[Text, ...] = Field(
        default=(), description="ข้อจำกัด / limits the source states of itself, or that we see"
    )
    chapters: tuple[Section, ...] = Field(
        default=(), description="บทใหญ่ พร้อมเลขบรรทัดและหน้า / its chapters with their lines and pages"
    )
    sections: tuple[Section, ...] = Field(
        default=(), description="ตอนต่าง ๆ พร้อมเลขบรรทัด / its sections with their lines"
    )
    pages: tuple[PageStart, ...] = Field(default=(), description="แต่ละหน้าเริ่มที่บรรทัดใด / where each printed page begins")
    repeats: tuple[Repeat, ...] = Field(
        default=(), description="ข้อความที่พิมพ์ซ้ำ นับเป็นเสียงเดียว / passages printed again: one voice"
    )
    misprints: tuple[Misprint, ...] = Field(default=(), description="คำพิมพ์ผิด / misprints")
    damage: tuple[Damage, ...] = Field(default=(), description="ส่วนที่เสียหาย / damage of the stored text")

    @model_validator(mode="after")
    def _spoken(self) -> Source:
        if self.kind in SPOKEN and self.speaker is None:
            raise PydanticCustomError("source_speaker", "a testimony tells who speaks", {"found": self.kind})
        return self
