"""Checked records go in; one frozen store with the indexes that pages, tables and search need comes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, TypeVar

from botrian.findings import Place
from botrian.kinds import kind_named, record_name
from botrian.knowledge.found import may_hold
from botrian.knowledge.strength import Strength, strength
from botrian.knowledge.translations import Waiting
from botrian.once import Once
from botrian.records import (
    Area,
    Asked,
    Case,
    CaseKind,
    Citation,
    Coordinator,
    Credit,
    Dimension,
    DimensionGroup,
    Event,
    Fact,
    Kit,
    Language,
    Lesson,
    Profile,
    Province,
    PublicDetail,
    ReadingPath,
    Record,
    Redirect,
    Release,
    Source,
    StyleNote,
    TableDefinition,
    Term,
    Text,
    Theme,
    Withdrawal,
)

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Body:
    """The Markdown under a record's front matter, in Thai and, where there is a twin, in English."""

    th: str = ""
    en: str = ""

    def in_(self, language: Language) -> str:
        """The Markdown in one language; empty where it is not written."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True)
class Page:
    """A page that people write by hand (front page, guides): its path below ``docs/`` and its body."""

    path: str
    title: Text
    description: Text | None
    body: Body


@dataclass(frozen=True)
class PlacedFact:
    """A fact with the province it is filed under and its number among the province's facts (from 1)."""

    province: str
    number: int
    fact: Fact

    @property
    def id(self) -> str:
        """``krabi.council-count.3``: stable as long as the facts before it stay."""
        return f"{self.province}.{self.fact.dimension}.{self.number}"


@dataclass(frozen=True)
class Knowledge(Once):
    """All records of one content tree. Every mapping is in the order of its ids, or of its file."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    provinces: Mapping[str, Province] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    case_kinds: Mapping[str, CaseKind] = field(default_factory=dict)
    dimension_groups: Mapping[str, DimensionGroup] = field(default_factory=dict)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    paths: Mapping[str, ReadingPath] = field(default_factory=dict)
    tables: Mapping[str, TableDefinition] = field(default_factory=dict)
    kits: Mapping[str, Kit] = field(default_factory=dict)
    releases: Mapping[str, Release] = field(default_factory=dict)
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict)
    credits: Mapping[str, Credit] = field(default_factory=dict)
    style_notes: Mapping[str, StyleNote] = field(default_factory=dict)
    public_details: Mapping[str, PublicDetail] = field(default_factory=dict)
    coordinators: Mapping[str, Coordinator] = field(default_factory=dict)
    asked: Mapping[str, Asked] = field(default_factory=dict)
    facts: tuple[PlacedFact, ...] = ()
    events: Mapping[str, Event] = field(default_factory=dict)
    #: Records of kinds that have no field of their own here, by kind.
    more: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    bodies: Mapping[tuple[str, str], Body] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    #: Texts that wait for English, in the order of the records.
    untranslated: tuple[Waiting, ...] = ()

    def address_of(self, kind: str, id_: str) -> str:
        """Where a record stands below the language's root."""
        return kind_named(kind).address_of(id_, self)

    def name_of(self, kind: str, id_: str) -> Text:
        """The name of any record, as links to it say."""
        return record_name(kind, id_, self)

    def of(self, kind: str) -> Mapping[str, Any]:
        """The records of one kind by their ids; facts by theirs. Raises KeyError for a kind that there is not."""
        if kind == "fact":
            return self._facts_by_id
        name = kind_named(kind).field
        found: Mapping[str, Any] = getattr(self, name) if name in STORED else self.more.get(kind, {})
        return found

    @cached_property
    def _facts_by_id(self) -> Mapping[str, PlacedFact]:
        return {placed.id: placed for placed in self.facts}

    def place_name(self, province: str) -> Text:
        """The name of a province or area."""
        return record_name("province", province, self)

    def body(self, kind: str, id_: str) -> Body:
        """The Markdown of a record; an empty one where nothing is written."""
        return self.bodies.get((kind, id_), Body())

    def origin(self, kind: str, id_: str) -> Place:
        """The file and line that a record can be corrected in."""
        return self.origins[(kind, id_)]

    @cached_property
    def strengths(self) -> Mapping[str, Strength]:
        """How strong each lesson is."""
        return {id_: strength(lesson, self.sources) for id_, lesson in self.lessons.items()}

    @cached_property
    def cases_by_province(self) -> Mapping[str, tuple[Case, ...]]:
        """Cases by province or area."""
        return _grouped((case.province, case) for case in self.cases.values())

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases that name a case as the whole they belong to."""
        return _grouped((whole, case) for case in self.cases.values() for whole in case.part_of)

    @cached_property
    def followers_of(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases that came out of a case."""
        return _grouped((before, case) for case in self.cases.values() for before in case.follows)

    @cached_property
    def lessons_by_province(self) -> Mapping[str, tuple[Lesson, ...]]:
        """Lessons by the provinces that speak in their ledgers."""
        return _grouped(
            (province, lesson)
            for lesson in self.lessons.values()
            for province in dict.fromkeys(entry.province for entry in lesson.evidence)
        )

    @cached_property
    def lessons_by_case(self) -> Mapping[str, tuple[Lesson, ...]]:
        """Lessons by the cases in their ledgers."""
        return _grouped(
            (case, lesson)
            for lesson in self.lessons.values()
            for case in dict.fromkeys(entry.case for entry in lesson.evidence if entry.case)
        )

    @cached_property
    def lessons_by_theme(self) -> Mapping[str, tuple[Lesson, ...]]:
        """Lessons by theme; a theme of the first level takes in those of its second level."""
        return _grouped((theme, one) for one in self.lessons.values() for theme in self.with_parents(one.themes))

    @cached_property
    def cases_by_theme(self) -> Mapping[str, tuple[Case, ...]]:
        """Cases by theme; a theme of the first level takes in those of its second level."""
        return _grouped((theme, one) for one in self.cases.values() for theme in self.with_parents(one.themes))

    @cached_property
    def facts_by_province(self) -> Mapping[str, tuple[PlacedFact, ...]]:
        """Facts by the province or area they are filed under."""
        return _grouped((placed.province, placed) for placed in self.facts)

    @cached_property
    def facts_by_case(self) -> Mapping[str, tuple[PlacedFact, ...]]:
        """Facts that are about one case."""
        return _grouped((placed.fact.case, placed) for placed in self.facts if placed.fact.case)

    @cached_property
    def credits_of(self) -> Mapping[tuple[str, str], tuple[Credit, ...]]:
        """Who took part in a record, by its kind and id; the newest last."""
        ordered = sorted(self.credits.values(), key=lambda one: (one.date.earliest(), one.id))
        return _grouped((about, one) for one in ordered for about in one.about)

    @cached_property
    def events_by_province(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by province or area, oldest first; years of cited works are no events."""
        return _grouped((event.province, event) for event in self.events_in_time if event.kind == "event")

    @cached_property
    def events_by_case(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by case, oldest first."""
        return _grouped((event.case, event) for event in self.events_in_time if event.case and event.kind == "event")

    @cached_property
    def events_in_time(self) -> tuple[Event, ...]:
        """All events, oldest first; of the same day, by id."""
        return tuple(sorted(self.events.values(), key=lambda e: (e.date.earliest(), e.date.latest(), e.id)))

    def with_parents(self, themes: Iterable[str]) -> tuple[str, ...]:
        """The themes and the first-level themes above them, each once."""
        found: dict[str, None] = {}
        for theme in themes:
            found[theme] = None
            parent = self.themes[theme].parent
            if parent:
                found[parent] = None
        return tuple(found)


#: The fields of the store, among them one for each kind of record that code asks for by its name.
STORED = frozenset(one.name for one in fields(Knowledge))


def citations_in(value: object) -> tuple[Citation, ...]:
    """Every citation anywhere inside a record, in the order they stand, each once."""
    found: dict[Citation, None] = {}
    _gather(value, found)
    return tuple(found)


def _gather(value: object, found: dict[Citation, None]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    elif isinstance(value, Citation):
        found[value] = None
    elif isinstance(value, Record):
        for name in may_hold(type(value), Citation):
            _gather(getattr(value, name), found)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
