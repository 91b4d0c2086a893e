"""How strong a lesson is goes in; the same as the API publishes it comes out."""

from __future__ import annotations

from pydantic import Field

from botrian.knowledge.strength import Level, Strength
from botrian.records import Record


class PublishedStrength(Record):
    """How strong a lesson is, counted by places and documents and never by entries; the guide tells the rule in words.

    Every place stands under its best voice, once.
    """

    level: Level = Field(description="ความแน่นของหลักฐาน / how strong the evidence is")
    result: tuple[str, ...] = Field(description="ที่ที่ทำแล้วและมีผล / places that did it and tell a result")
    did: tuple[str, ...] = Field(description="ที่ที่ทำแล้ว / places that did it")
    plans: tuple[str, ...] = Field(description="ที่ที่ตั้งใจจะทำ / places that plan to")
    says: tuple[str, ...] = Field(description="ที่ที่มีผู้เห็นว่าควร / places where somebody holds it")
    documents: tuple[str, ...] = Field(description="เอกสารที่ยืนยัน / documents that confirm it")
    accounts: tuple[str, ...] = Field(description="คำบอกเล่าที่ยืนยัน / what one person tells and confirms it")
    qualified: tuple[str, ...] = Field(description="ที่ที่ตั้งเงื่อนไข / places that set a condition")
    contradicted: tuple[str, ...] = Field(description="ที่ที่แย้ง / places that contradict it")


def published_strength(one: Strength) -> PublishedStrength:
    """The strength of a lesson as an item carries it."""
    return PublishedStrength(
        level=one.level,
        **{str(voice): places for voice, places in one.places.items()},
        documents=one.documents,
        accounts=one.accounts,
        qualified=one.qualified,
        contradicted=one.contradicted,
    )
