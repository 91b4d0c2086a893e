"""The frozen copy of what search finds enters; documents and the words beside them leave, as search takes them.

The copy holds no records, so that no change of a record's model can break it; ``scripts/freeze_search.py`` writes it.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Language, Text
from botrian.search import SearchDocument, in_order
from tests.search.judged import Lines

FILE = Path(__file__).with_name("frozen.json.xz")


@dataclass(frozen=True)
class Vocabulary:
    """What search reads of the knowledge beside documents: terms, places, themes, and what is where about what."""

    terms: Mapping[str, SimpleNamespace]
    provinces: Mapping[str, SimpleNamespace]
    areas: Mapping[str, SimpleNamespace]
    themes: Mapping[str, SimpleNamespace]
    lessons: Mapping[str, SimpleNamespace]
    cases: Mapping[str, SimpleNamespace]
    facts: tuple[()] = ()

    @property
    def profiles(self) -> Mapping[str, SimpleNamespace]:
        """The provinces that can be compared: here, all that documents speak of."""
        return self.provinces

    def of(self, kind: str) -> Mapping[str, SimpleNamespace]:
        """The places, by which a name is looked up; nothing of other kinds."""
        return {"province": self.provinces, "area": self.areas}.get(kind, {})

    def place_name(self, place: str) -> Text:
        """The name of a province or area."""
        name: Text = (self.provinces.get(place) or self.areas[place]).name
        return name

    def with_parents(self, themes: Iterable[str]) -> tuple[str, ...]:
        """The themes and those above them, each once."""
        pairs = ((theme, self.themes[theme].parent) for theme in themes)
        return tuple(dict.fromkeys(theme for pair in pairs for theme in pair if theme))


@dataclass(frozen=True)
class FrozenSearch:
    """The documents of both languages in their order, the lines that each page cites, and the words beside them."""

    documents: Mapping[Language, tuple[SearchDocument, ...]]
    cited: Mapping[Language, Mapping[str, tuple[Lines, ...]]]
    vocabulary: Vocabulary

    @property
    def knowledge(self) -> Knowledge:
        """The vocabulary, as search asks for it."""
        return cast("Knowledge", self.vocabulary)


@cache
def frozen_search() -> FrozenSearch:
    """The copy, read once. A field of documents that the copy names and the code no longer has is a TypeError."""
    raw: dict[str, Any] = json.loads(lzma.decompress(FILE.read_bytes()))
    cited: dict[Language, dict[str, tuple[Lines, ...]]] = {"th": {}, "en": {}}
    documents: dict[Language, tuple[SearchDocument, ...]] = {}
    for language in LANGUAGES:
        made = []
        for one in raw["documents"][language]:
            lines = tuple((source, first, last) for source, first, last in one.pop("cited"))
            fields: dict[str, Any] = {name: _steady(value) for name, value in one.items()}
            document = SearchDocument(**fields)
            cited[language][document.url] = (*cited[language].get(document.url, ()), *lines)
            made.append(document)
        documents[language] = in_order(made)
    return FrozenSearch(documents, cited, _vocabulary(raw, documents["th"]))


def _vocabulary(raw: Mapping[str, Any], documents: Iterable[SearchDocument]) -> Vocabulary:
    places = _records(raw["provinces"])
    about = {
        one.id: SimpleNamespace(
            evidence=[SimpleNamespace(province=place) for place in one.provinces], themes=one.themes
        )
        for one in documents
        if one.kind in ("lesson", "case")
    }
    return Vocabulary(
        terms=_records(raw["terms"]),
        provinces={id_: one for id_, one in places.items() if id_ not in raw["areas"]},
        areas={id_: one for id_, one in places.items() if id_ in raw["areas"]},
        themes=_records(raw["themes"]),
        lessons=about,
        cases={},
    )


def _records(raw: Iterable[Mapping[str, Any]]) -> dict[str, SimpleNamespace]:
    """Stand-ins with the fields that search asks for; a field that the copy does not have yet is empty."""
    found = {}
    for one in raw:
        fields = {"aliases": (), "parent": None, "search_words": (), "iso": "TH-00", **one, "name": Text(**one["name"])}
        found[one["id"]] = SimpleNamespace(**{name: _steady(value) for name, value in fields.items()})
    return found


def _steady(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
