"""Details of persons and bodies that may be published, and why: the register of who agreed."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from pydantic import Field

from botrian.records.values import Line, Record, Text, When

#: How it was agreed to: in writing, by word of mouth, as the contact of an office, or printed by the body itself.
PublicBy = Literal["written", "spoken", "public-office", "printed"]


class PublicDetail(Record):
    """A number, address or name of a person or office that may stand in this library."""

    text: Line = Field(description="ข้อมูลที่เผยแพร่ได้ เขียนอย่างที่ใช้ในคลัง / what may be published, as it stands here")
    consent: PublicBy = Field(
        description="เผยแพร่ได้เพราะ ยินยอมเป็นหนังสือ พูดตกลง เป็นของสำนักงาน หรือองค์กรพิมพ์เผยแพร่เอง"
        " / allowed in writing, by word of mouth, as an office's, or printed by the body itself"
    )
    why: Text = Field(description="ของใคร และทำไมคนอ่านต้องใช้ / whose it is, and why readers need it")
    since: When = Field(description="ตกลงเมื่อ เช่น 2569-11-29 BE / agreed on, such as 2026-11-29 CE")

    @property
    def id(self) -> str:
        """A name of its own, made of the detail."""
        return f"detail-{sha256(self.text.encode()).hexdigest()[:12]}"
