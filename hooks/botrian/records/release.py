"""A publication of the library: its day, and what was new in it. Written by ``kb.py diff --release``, not by hand."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from botrian.records.values import Id, Line, Record, Text, When

#: What a record is called as long as nobody has looked up its name.
UNNAMED = Text(th="(ไม่มีชื่อแล้ว)", en="(no name any more)")


class KindCount(Record):
    """How many records of one kind the library held on that day."""

    kind: Id = Field(description="ชนิดของรายการ / kind of record")
    count: int = Field(ge=0, description="จำนวน / how many")


class ReleasedChange(Record):
    """One record that came, went or changed. The id is no reference: a record that went is no longer there."""

    happened: Literal["added", "removed", "changed"] = Field(description="เพิ่ม ลบ หรือแก้ / added, removed or changed")
    kind: Id = Field(description="ชนิดของรายการ / kind of record")
    id: Line = Field(description="รหัสของรายการ / id of the record")
    title: Text = Field(
        default=UNNAMED,
        description="ชื่อของรายการ ไม่เขียนถ้ายังอยู่ในคลัง ใช้ชื่อวันนี้"
        " / name of the record; left out where it is there still: it is then called as today",
    )
    words: tuple[Text, ...] = Field(default=(), description="แก้อะไรบ้าง / what was changed, in sentences")
    more: int = Field(default=0, ge=0, description="แก้อีกกี่จุดที่ไม่ได้เล่า / how many more places, without a sentence")


class Release(Record):
    """One publication, with the changes since the one before; the first has counts alone."""

    id: Id = Field(description="รหัส คือวันที่ ตรงกับชื่อไฟล์ / id: the day, the file's name")
    date: When = Field(description="วันที่เผยแพร่ / day of publication")
    first: bool = Field(default=False, description="เผยแพร่ครั้งแรก / the first publication")
    counts: tuple[KindCount, ...] = Field(default=(), description="จำนวนรายการในวันนั้น / how many records there were")
    changes: tuple[ReleasedChange, ...] = Field(default=(), description="สิ่งที่เปลี่ยน / what changed")
