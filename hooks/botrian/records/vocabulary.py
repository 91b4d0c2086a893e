"""Controlled vocabularies and the things records refer to: themes, kinds of case, areas, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from botrian.records.values import Citation, Id, Line, Record, TermId, Text, ThemeId

TermKind = Literal["concept", "abbreviation", "organisation", "model", "law"]
Region = Literal["north", "northeast", "central", "east", "west", "south"]


class Theme(Record):
    """One word of the vocabulary of themes; a theme with a parent is of the second level."""

    id: Id
    name: Text
    definition: Text
    parent: ThemeId | None = None


class CaseKind(Record):
    """One kind of case: network, council, fund, plan, charter …"""

    id: Id
    name: Text
    definition: Text


class Area(Record):
    """A place of cases that is no province: the whole country, other countries, several provinces."""

    id: Id
    name: Text
    definition: Text


class Province(Record):
    """One of the 77 provinces of Thailand (Bangkok among them), with its ISO 3166-2 code."""

    id: Id
    name: Text
    iso: Annotated[str, StringConstraints(pattern=r"^TH-\d{2}$")]
    region: Region
    aliases: tuple[Line, ...] = Field(default=(), description="old names, spellings that people type")


class Term(Record):
    """A glossary entry: a concept or an abbreviation, with what people type for it."""

    id: Id
    name: Text
    kind: TermKind
    abbreviations: tuple[Line, ...] = Field(default=(), description="พอช., CODI …")
    definition: Text
    authors: tuple[Line, ...] = Field(default=(), description="who the sources name as author of the concept")
    synonyms: tuple[Line, ...] = ()
    misspellings: tuple[Line, ...] = ()
    related: tuple[TermId, ...] = Field(default=(), description="ids of related terms")
    citations: tuple[Citation, ...] = ()
