"""Controlled vocabularies and the things records refer to: themes, kinds of case, areas, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from botrian.records.values import Citation, Id, Line, Record, TermId, Text, ThemeId

TermKind = Literal["concept", "abbreviation", "organisation", "model", "law"]
Region = Literal["north", "northeast", "central", "east", "west", "south"]


class Theme(Record):
    """One word of the vocabulary of themes; a theme with a parent is of the second level."""

    id: Id = Field(description="รหัสหัวข้อ / id of the theme")
    name: Text = Field(description="ชื่อหัวข้อ / name of the theme")
    definition: Text = Field(description="หมายถึงอะไร / what it means")
    parent: ThemeId | None = Field(default=None, description="รหัสหัวข้อใหญ่ / id of the theme of the first level")


class CaseKind(Record):
    """One kind of case: network, council, fund, plan, charter …"""

    id: Id = Field(description="รหัสชนิด / id of the kind")
    name: Text = Field(description="ชื่อชนิด / name of the kind")
    definition: Text = Field(description="หมายถึงอะไร / what it means")


class Area(Record):
    """A place of cases that is no province: the whole country, other countries, several provinces."""

    id: Id = Field(description="รหัสพื้นที่ / id of the area")
    name: Text = Field(description="ชื่อพื้นที่ / name of the area")
    definition: Text = Field(description="หมายถึงอะไร / what it means")


class Province(Record):
    """One of the 77 provinces of Thailand (Bangkok among them), with its ISO 3166-2 code."""

    id: Id = Field(description="รหัสจังหวัด / id of the province")
    name: Text = Field(description="ชื่อจังหวัด / name of the province")
    iso: Annotated[str, StringConstraints(pattern=r"^TH-\d{2}$")] = Field(
        description="รหัส ISO 3166-2 เช่น TH-81 / ISO 3166-2 code, such as TH-81"
    )
    region: Region = Field(description="ภาค / region")
    aliases: tuple[Line, ...] = Field(default=(), description="ชื่อเดิม ชื่อที่คนพิมพ์ / old names, spellings that people type")


class Term(Record):
    """A glossary entry: a concept or an abbreviation, with what people type for it."""

    id: Id = Field(description="รหัสคำ / id of the term")
    name: Text = Field(description="คำ / the term")
    kind: TermKind = Field(description="ชนิดของคำ / kind of term")
    abbreviations: tuple[Line, ...] = Field(default=(), description="คำย่อ เช่น พอช. CODI / abbreviations")
    definition: Text = Field(description="หมายถึงอะไร หนึ่งหรือสองประโยค / what it means, in one or two sentences")
    authors: tuple[Line, ...] = Field(
        default=(), description="ใครคิดคำนี้ ตามแหล่งข้อมูล / who the sources name as author of the concept"
    )
    synonyms: tuple[Line, ...] = Field(default=(), description="คำอื่นที่ใช้แทนกัน / synonyms")
    misspellings: tuple[Line, ...] = Field(default=(), description="คำที่มักพิมพ์ผิด / what people type wrongly")
    search_words: tuple[Line, ...] = Field(
        default=(),
        description="คำช่วยค้นที่ไม่ใช่คำพ้อง เช่น ชื่อผู้เขียน / words that lead here in search only, such as authors",
    )
    related: tuple[TermId, ...] = Field(default=(), description="รหัสคำที่เกี่ยวข้อง / ids of related terms")
    citations: tuple[Citation, ...] = Field(default=(), description="แหล่งอ้างอิง / citations")
