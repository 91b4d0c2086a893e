"""A key and its values go in; their names, their order and the pages they lead to come out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from botrian.knowledge import Knowledge
from botrian.records import ANSWERS, Text
from botrian.tables.times import text_of_decade
from botrian.tables.typed import Ref
from botrian.words import word

_LEADS_TO = {"province": "province", "theme": "theme", "top-theme": "theme", "source": "source"}


def in_order(key: str, values: Collection[str], knowledge: Knowledge) -> list[str]:
    """The values in the order of their vocabulary; decades by number."""
    order: Mapping[str, Iterable[str]] = {
        "province": (*knowledge.provinces, *knowledge.areas),
        "theme": knowledge.themes,
        "top-theme": knowledge.themes,
        "kind": knowledge.case_kinds,
        "source": knowledge.sources,
        **ANSWERS,
    }
    return [value for value in order.get(key, sorted(values)) if value in values]


def name_of(key: str, value: str, knowledge: Knowledge) -> Text:
    """The name of one value of a key."""
    if key == "province":
        return knowledge.place_name(value)
    if key in ("theme", "top-theme"):
        return knowledge.themes[value].name
    if key == "kind":
        return knowledge.case_kinds[value].name
    if key == "source":
        return knowledge.sources[value].short
    return text_of_decade(value) if key == "decade" else word(f"{key}.{value}")


def ref_of(key: str, value: str, knowledge: Knowledge) -> Ref | None:
    """The record that a value leads to; a province without a profile has no page."""
    if key not in _LEADS_TO or (key == "province" and value not in knowledge.profiles):
        return None
    return Ref(_LEADS_TO[key], value)
