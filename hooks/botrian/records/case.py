"""A case (one system, mechanism, plan, charter, fund, law, project …), and the profile of a province."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from botrian.records.values import (
    Actor,
    CaseId,
    CaseKindId,
    Citation,
    Id,
    Line,
    Part,
    Period,
    PlaceId,
    ProvinceId,
    Record,
    Statement,
    Text,
    ThemeId,
)

Level = Literal["village", "tambon", "district", "zone", "province", "region", "national", "international"]
#: ``proposed``: a source recommends it, it does not exist yet. ``failed``: tried without success, or blocked.
Status = Literal["active", "ended", "proposed", "failed", "unknown"]


class Case(Record):
    """One case. ``province`` is a province or an area (``thailand``, ``abroad``, ``several``)."""

    id: Id
    title: Text
    aliases: tuple[Line, ...] = Field(default=(), description="other names and abbreviations that people type")
    province: PlaceId
    kind: CaseKindId
    level: Level
    status: Status = "active"
    place: Text | None = Field(default=None, description="tambon, district … when smaller than the province")
    period: Period | None = None
    summary: Text = Field(description="what it is, in one or two sentences")
    actors: tuple[Actor, ...] = ()
    steps: tuple[Statement, ...] = Field(default=(), description="how it works, step by step")
    results: tuple[Statement, ...] = ()
    helps: tuple[Statement, ...] = Field(default=(), description="what made it work")
    hinders: tuple[Statement, ...] = Field(default=(), description="what stood in the way")
    next: tuple[Statement, ...] = Field(default=(), description="what comes next, as the source says")
    parts: tuple[Part, ...] = ()
    part_of: tuple[CaseId, ...] = Field(default=(), description="ids of the cases that this one is a part of")
    follows: tuple[CaseId, ...] = Field(default=(), description="ids of the cases that it came out of")
    related: tuple[CaseId, ...] = ()
    themes: tuple[ThemeId, ...] = Field(min_length=1)
    citations: tuple[Citation, ...] = Field(min_length=1)


class Disagreement(Record):
    """Two or more statements of the sources that do not agree, side by side."""

    about: Text
    sides: tuple[Statement, ...] = Field(min_length=2)
    note: Text | None = None


class Profile(Record):
    """The profile of one province; its Markdown body tells the story, the fields hold what is compared."""

    id: ProvinceId
    title: Text
    summary: Text
    network: tuple[Statement, ...] = Field(default=(), description="what the network is, how it is built and meets")
    vision: tuple[Statement, ...] = Field(default=(), description="plan and vision")
    tools: tuple[Statement, ...] = ()
    results: tuple[Statement, ...] = ()
    helps: tuple[Statement, ...] = ()
    hinders: tuple[Statement, ...] = ()
    next: tuple[Statement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    citations: tuple[Citation, ...] = Field(min_length=1)
