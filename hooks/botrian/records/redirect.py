"""An address that was published and went: what stood there, and what readers find there now.

A ``Redirect`` leads to the record that took its place. A ``Withdrawal`` says that nothing may stand there any more.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from botrian.records.values import Record, Text, When

#: A record as links name it, ``table:all-charters``; of a case with its province, ``case:krabi/sdck``.
Named = Annotated[str, StringConstraints(pattern=r"^[a-z]+(?:-[a-z]+)*:(?:[a-z0-9-]+/)?[a-z0-9]+(?:-[a-z0-9]+)*$")]
#: Why nothing may stand there: who spoke takes the consent back; it told of a person's private life; it was not ours.
WithdrawnFor = Literal["consent", "private", "rights"]


class _Gone(Record):
    """What stood at an address that was published."""

    old: Named = Field(description="สิ่งที่เคยเผยแพร่ เช่น table:old-id หรือ case:krabi/old-id / what was published")

    @property
    def id(self) -> str:
        """A name of its own, made of what was published."""
        return self.old.replace(":", "-").replace("/", "-")

    @property
    def old_kind(self) -> str:
        """The kind of record that stood there."""
        return self.old.partition(":")[0]

    @property
    def old_id(self) -> str:
        """The id that it had."""
        return self.old.rpartition("/")[2].rpartition(":")[2]

    @property
    def province(self) -> str:
        """The province or area that the old address names; empty for all but cases."""
        return self.old.partition(":")[2].rpartition("/")[0]


class Redirect(_Gone):
    """What is published keeps its address: ``old`` leads to ``new``, in pages, files, embeds and the API."""

    new: Named = Field(description="สิ่งที่มาแทน เช่น table:new-id / what takes its place, such as table:new-id")
    since: When = Field(description="ย้ายเมื่อ เช่น 2026-11-29 CE / moved on, such as 2026-11-29 CE")
    why: Text | None = Field(default=None, description="เพราะอะไร / why")

    @property
    def new_kind(self) -> str:
        """The kind of record that takes its place."""
        return self.new.partition(":")[0]

    @property
    def new_id(self) -> str:
        """The id of the record that takes its place."""
        return self.new.rpartition("/")[2].rpartition(":")[2]


class Withdrawal(_Gone):
    """What was taken back for good. There is no free text: nobody is named here, and nothing of the content is told."""

    since: When = Field(description="ถอนเมื่อ เช่น 2569-11-29 BE / withdrawn on, such as 2026-11-29 CE")
    why: WithdrawnFor = Field(
        default="consent",
        description="เพราะอะไร เจ้าของเรื่องถอนคำยินยอม เป็นเรื่องส่วนตัว หรือไม่มีสิทธิเผยแพร่"
        " / why: consent taken back, private, or no right to publish it",
    )
