"""Who took part in what stands here: who told it, wrote it, checked it; under which name, and with what consent."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.source import Consent
from botrian.records.values import CaseId, Id, LessonId, PlaceId, ProvinceId, Record, SourceId, TableId, Text, When

#: In the order in which people are thanked.
CreditRole = Literal["told", "wrote", "checked", "corrected", "translated", "pictured"]
#: How it reached us.
Way = Literal["form", "phone", "paper", "meeting", "editor", "git"]


class Credit(Record):
    """One contribution of one person or body: a file of its own, so that it goes whole where consent is withdrawn.

    ``name`` is the name or alias that the person wishes to be called by; without one nobody is named, and ``body`` or
    the province is what readers see. ``checked`` with its ``date`` is what pages show as "checked on".
    """

    id: Id = Field(description="รหัส ตรงกับชื่อไฟล์ / id, the file's name")
    role: CreditRole = Field(
        description="ทำอะไร เล่า เรียบเรียง ตรวจ แก้ แปล หรือให้ภาพ / told, wrote, checked, corrected, translated or pictured"
    )
    name: Text | None = Field(
        default=None,
        description="ชื่อหรือนามแฝงที่อยากให้เรียก ไม่ใส่ถ้าไม่อยากให้เอ่ยชื่อ / name or alias as wished; left out to stay unnamed",
    )
    body: Text | None = Field(default=None, description="องค์กรหรือเครือข่าย / body or network")
    position: Text | None = Field(
        default=None, description="ในฐานะอะไร เช่น เลขานุการสภา / as what, such as a council's secretary"
    )
    province: PlaceId | None = Field(default=None, description="มาจากจังหวัดใด / province or area the person is from")
    consent: Consent | None = Field(
        default=None,
        description="ยินยอมให้ใช้ชื่ออย่างไร เป็นหนังสือ พูดตกลง หรือทำในหน้าที่ / how the person agreed to be named",
    )
    date: When = Field(description="เมื่อไร เช่น 2569-11-29 BE / when, such as 2026-11-29 CE")
    way: Way | None = Field(
        default=None, description="ส่งมาทางใด แบบฟอร์ม โทรศัพท์ กระดาษ ประชุม เว็บ หรือ git / how it reached us"
    )
    lessons: tuple[LessonId, ...] = Field(default=(), description="รหัสบทเรียน / ids of lessons")
    cases: tuple[CaseId, ...] = Field(default=(), description="รหัสกรณี / ids of cases")
    provinces: tuple[ProvinceId, ...] = Field(default=(), description="รหัสจังหวัด / ids of provinces")
    sources: tuple[SourceId, ...] = Field(default=(), description="รหัสแหล่งข้อมูล / ids of sources")
    tables: tuple[TableId, ...] = Field(default=(), description="รหัสตาราง / ids of tables")
    note: Text | None = Field(
        default=None,
        description="ทำอะไรบ้าง เช่น เทียบตัวเลขกับรายงานประชุม / what exactly, such as held figures against minutes",
    )

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """Kind and id of each record that the person took part in."""
        by_kind = (
            ("lesson", self.lessons),
            ("case", self.cases),
            ("province", self.provinces),
            ("source", self.sources),
            ("table", self.tables),
        )
        return tuple((kind, id_) for kind, ids in by_kind for id_ in ids)

    @model_validator(mode="after")
    def _consented(self) -> Credit:
        if self.name is not None and self.consent is None:
            raise PydanticCustomError("credit_consent", "who is named has agreed to it", {"found": self.name.th})
        if not self.about:
            raise PydanticCustomError("credit_about", "a credit is for something", {"found": self.id})
        return self
