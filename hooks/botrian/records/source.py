"""A source document: what is known of it, what is not, and where its stored text is damaged."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from botrian.records.values import Id, Line, Record, Text, When

SourceKind = Literal["journal-article", "book", "report", "law", "web-page"]
DamageKind = Literal["lost-text", "repeated-lines", "lost-figure", "unclear", "wrong-order"]


class Misprint(Record):
    """A misprint of the source or of its stored text, and what we read instead."""

    lines: tuple[int, int]
    printed: Line
    corrected: Line
    note: Text | None = None
    certain: bool = True


class Damage(Record):
    """Lines of the stored text that are lost, repeated or out of order."""

    lines: tuple[int, int]
    kind: DamageKind
    note: Text


class Section(Record):
    """One section of the source, so that a reader of a citation sees which part it stands in."""

    lines: tuple[int, int]
    title: Text
    page: str | None = None


class Source(Record):
    """One source document. ``lines`` counts the lines of its stored text; citations stay inside."""

    id: Id
    title: Text
    short: Text = Field(description="ชื่อย่อที่ใช้ในเชิงอรรถ / short title for footnotes")
    kind: SourceKind
    authors: tuple[Text, ...] = ()
    publisher: Text | None = None
    published_in: Text | None = Field(default=None, description="journal, volume, issue, pages")
    year: When | None = None
    year_note: Text | None = Field(default=None, description="how the year is known, where it is not printed")
    cite_as: Text = Field(description="วิธีอ้างอิง / how to cite")
    about: Text
    method: Text | None = None
    lines: int = Field(gt=0)
    known: tuple[Text, ...] = ()
    unknown: tuple[Text, ...] = Field(default=(), description="what cannot be determined")
    limits: tuple[Text, ...] = Field(default=(), description="limits the source states of itself, or that we see")
    sections: tuple[Section, ...] = ()
    misprints: tuple[Misprint, ...] = ()
    damage: tuple[Damage, ...] = ()
