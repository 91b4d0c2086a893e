"""Who takes in what people tell: the coordinators of the networks, and how they are reached."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.public import PublicBy
from botrian.records.values import Id, ProvinceId, Record, Text, When

MailAddress = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,60}\.){1,6}[A-Za-z]{2,24}$")
]
#: The way to an account or a group in LINE, as its own "invite" gives it.
LineAddress = Annotated[str, StringConstraints(pattern=r"^https://(?:line\.me|lin\.ee)/[A-Za-z0-9@%/_~.?=&-]{1,200}$")]
PhoneNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 -]{7,18}$")]


class Coordinator(Record):
    """One who takes in what people of a province, or of any province, send to this library."""

    id: Id = Field(description="รหัส / id")
    name: Text = Field(description="องค์กรหรือตำแหน่งที่รับเรื่อง / the body or office that takes it in")
    province: ProvinceId | None = Field(
        default=None, description="รับเรื่องของจังหวัดใด ไม่ใส่ถ้ารับทุกจังหวัด / of which province; left out for every one"
    )
    mail: MailAddress | None = Field(default=None, description="อีเมล / mail address")
    line: LineAddress | None = Field(
        default=None, description="ลิงก์เพิ่มเพื่อนหรือเข้ากลุ่มไลน์ / the LINE link of the account or group"
    )
    phone: PhoneNumber | None = Field(default=None, description="โทรศัพท์ / phone number")
    consent: PublicBy = Field(
        description="เผยแพร่ได้เพราะ ยินยอมเป็นหนังสือ พูดตกลง หรือเป็นของสำนักงาน"
        " / published by consent in writing, spoken, or as an office's"
    )
    since: When = Field(description="ตกลงเมื่อ เช่น 2569-11-29 BE / agreed on, such as 2026-11-29 CE")

    @property
    def details(self) -> tuple[str, ...]:
        """What of it is a detail of a person or office: each way by which it is reached."""
        return tuple(one for one in (self.mail, self.line, self.phone) if one)

    @model_validator(mode="after")
    def _reached(self) -> Coordinator:
        if not self.details:
            raise PydanticCustomError("coordinator_way", "a coordinator can be reached", {"found": self.id})
        return self
