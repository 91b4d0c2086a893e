"""What tables can do, as data: for each kind of rows its fields, counts, groups, filters and pivots.

The checker, the JSON Schema for editors and the guide read ``ROWS``; the comparison reads which key of a record each
name stands for. Nothing of it is written anywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from botrian.records import ANSWERS, Text
from botrian.tables.fields import FIELDS
from botrian.words import word

#: What a definition takes for it: as a field, or a count, or the type of a filter's values.
AbilityType = Literal["text", "list", "date", "choice", "choices", "number", "yes-no"]


@dataclass(frozen=True)
class Ability:
    """One name that a definition may give, with its name for people and what values stand behind it.

    ``answers`` are all the values there are; ``records`` the kinds of record whose ids are the values. ``key`` is
    what a record is asked for; of a count, what leads from the counted record to the record of the row.
    """

    id: str
    label: str
    type: AbilityType
    key: str
    answers: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return word(self.label)


Abilities = Mapping[str, Ability]


@dataclass(frozen=True)
class RowsOf:
    """What can be done with one kind of rows. Kinds that are only counted (facts, entries of evidence) have no fields.

    ``record`` is the kind of record that ``ids`` name; ``dimensions`` whether facts can be shown beside it.
    """

    id: str
    label: str
    record: str
    fields: Abilities = field(default_factory=dict)
    counts: Abilities = field(default_factory=dict)
    groups: Abilities = field(default_factory=dict)
    filters: Abilities = field(default_factory=dict)
    pivots: Abilities = field(default_factory=dict)
    dimensions: bool = False

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return word(self.label)


#: Kinds of record behind a key.
_RECORDS = {
    "province": ("province", "area"),
    "kind": ("case-kind",),
    "theme": ("theme",),
    "top-theme": ("theme",),
    "source": ("source",),
}


def _keys(*names: str) -> Abilities:
    """Filters, groups or pivots by keys that are called as they are."""
    return {name: _key(name, name) for name in names}


def _key(id_: str, key: str) -> Ability:
    return Ability(id_, f"pivot.{id_}", "choice", key, ANSWERS.get(key, ()), _RECORDS.get(key, ()))


def _filters(record: str, *names: str) -> Abilities:
    ids = Ability("ids", "ability.ids", "choices", "ids", records=(record,))
    return {"ids": ids, **_several(*names)}


def _several(*names: str) -> Abilities:
    """Filters by keys, each with one value or several."""
    return {name: replace(_key(name, name), type="choices") for name in names}


def _fields(rows: str) -> Abilities:
    return {
        name: Ability(name, f"field.{name}", one.type, name, one.answers, one.records)
        for name, one in FIELDS[rows].items()
    }


def _counts(**by: str) -> Abilities:
    """What is counted, and the key of the counted record that holds the id of the row."""
    return {of: Ability(of, f"count.{of}", "number", key) for of, key in by.items()}


_ALL = (
    RowsOf(
        "provinces",
        "kind.province",
        "province",
        fields=_fields("provinces"),
        counts=_counts(lessons="province", cases="province", facts="province", events="province", evidence="province"),
        groups=_keys("region"),
        filters=_filters("province", "province"),
        dimensions=True,
    ),
    RowsOf(
        "cases",
        "kind.case",
        "case",
        fields=_fields("cases"),
        counts=_counts(lessons="case", cases="part_of", facts="case", events="case", evidence="case"),
        groups={**_keys("province", "kind"), "theme": _key("theme", "top-theme")},
        filters=_filters("case", "province", "kind", "theme", "status", "level"),
        pivots=_keys("province", "theme", "top-theme", "kind", "status", "level"),
        dimensions=True,
    ),
    RowsOf(
        "lessons",
        "kind.lesson",
        "lesson",
        fields=_fields("lessons"),
        counts=_counts(evidence="lesson"),
        groups={"theme": _key("theme", "top-theme"), **_keys("type")},
        filters=_filters("lesson", "province", "theme", "type", "stance"),
        pivots=_keys("province", "theme", "top-theme", "type", "stance"),
    ),
    RowsOf(
        "events",
        "kind.event",
        "event",
        fields=_fields("events"),
        groups=_keys("province", "decade"),
        filters={
            **_filters("event", "province"),
            "turning_point": Ability("turning_point", "field.turning_point", "yes-no", "turning_point"),
        },
        pivots=_keys("province", "decade"),
    ),
    RowsOf(
        "terms",
        "kind.term",
        "term",
        fields=_fields("terms"),
        groups={"kind": _key("kind", "term-kind")},
        filters=_filters("term"),
    ),
    RowsOf("facts", "kind.fact", "fact", filters=_several("province")),
    RowsOf(
        "evidence",
        "field.evidence",
        "lesson",
        filters=_filters("lesson", "province", "theme", "type", "stance"),
        pivots=_keys("province", "theme", "top-theme", "type", "stance", "source"),
    ),
)

#: Every kind of rows and of counted things, by its name in a definition.
ROWS: Mapping[str, RowsOf] = {one.id: one for one in _ALL}
