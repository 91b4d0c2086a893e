"""The JSON of ``/api/v1/`` goes in; an edition comes out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from botrian.changes.edition import Edition, Entry, Part, mark
from botrian.changes.labels import field_name, text
from botrian.changes.table_parts import fact_text, table_parts
from botrian.kinds import kinds
from botrian.records import Dimension, Text

Item = Mapping[str, Any]
#: What is made from other fields, or is told in a way of its own.
_NOT_FIELDS = frozenset({"id", "url", "citations", "evidence", "strength"})


def collections() -> Mapping[str, str]:
    """Collections of the API, and the kind of record in each, in the order in which changes are told."""
    told = sorted((kind for kind in kinds() if kind.told), key=lambda kind: kind.told)
    return {kind.collection: kind.id for kind in told}


class NotAnApi(ValueError):
    """A folder has no ``index.json`` and collections of the API."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def edition_of_files(files: Mapping[str, bytes]) -> Edition:
    """The edition of API files by their path, as ``api_files`` makes them."""
    read = {Path(name).stem: data for name, data in files.items() if "/schemas/" not in name}
    items = {name: as_written(json.loads(read[name])["items"]) for name in collections() if name in read}
    withdrawn = json.loads(read["withdrawals"])["items"] if "withdrawals" in read else []
    return replace(_edition(items), withdrawn=frozenset(_named(one["old"]) for one in withdrawn))


def _named(old: str) -> tuple[str, str]:
    """The kind and id in ``case:krabi/sdck``."""
    return old.partition(":")[0], old.rpartition("/")[2].rpartition(":")[2]


def as_written(value: Any) -> Any:
    """Values of the API with texts as people wrote them: no English where the Thai only stands for it."""
    if isinstance(value, list):
        return [as_written(one) for one in value]
    if not isinstance(value, dict):
        return value
    waits = value.get("en_lang") == "th"
    return {name: as_written(one) for name, one in value.items() if name != "en_lang" and not (waits and name == "en")}


def edition_of_folder(folder: Path) -> Edition:
    """The edition of a folder ``api/v1`` (or of a site that holds one). Raises NotAnApi."""
    inner = folder / "api" / "v1"
    place = inner if inner.is_dir() else folder
    if not (place / "lessons.json").is_file():
        raise NotAnApi(str(folder))
    try:
        return edition_of_files({file.name: file.read_bytes() for file in sorted(place.glob("*.json"))})
    except (ValueError, KeyError, TypeError) as error:
        raise NotAnApi(str(folder)) from error


def _edition(items: Mapping[str, list[Item]]) -> Edition:
    places = {str(item["id"]): Text(**item["title"]) for name in ("provinces", "areas") for item in items.get(name, [])}
    entries: dict[tuple[str, str], Entry] = {}
    for name, kind in collections().items():
        found = items.get(name, [])
        made = _facts(found, items, places) if kind == "fact" else (_entry(kind, item, places) for item in found)
        entries |= {(entry.kind, entry.id): entry for entry in made}
    return Edition(entries)


def _entry(kind: str, item: Item, places: Mapping[str, Text]) -> Entry:
    parts: tuple[Part, ...] = tuple(table_parts(item) if kind == "table" else _fields(item))
    if kind == "lesson":
        parts += tuple(_evidence(item, places))
    return Entry(kind, str(item["id"]), Text(**item["title"]), parts)


def _fields(item: Item) -> Iterator[Part]:
    """Each filled field of a record as one part."""
    for name, value in item.items():
        if name not in _NOT_FIELDS and value not in (None, [], {}, ""):
            yield Part(name, field_name(name), mark(value), _words(value))


def _words(value: object) -> Text | None:
    """What a field says, where it is a text, a plain value or a list of texts; ids in a list are no words."""
    if isinstance(value, dict) and isinstance(value.get("th"), str):
        return Text.model_validate({"th": value["th"], "en": value.get("en", "")})
    if isinstance(value, str | int):
        return Text(th=str(value), en=str(value))
    if isinstance(value, list):
        texts = [_words(one) for one in value if isinstance(one, dict)]
        if len(texts) == len(value) and all(texts):
            return Text(th="; ".join(one.th for one in texts if one), en="; ".join(one.en for one in texts if one))
    return None


def _evidence(item: Item, places: Mapping[str, Text]) -> Iterator[Part]:
    """The ledger. An entry is known by who speaks and where it is written, so that its words and stance may change."""
    counts: dict[str, int] = {}
    for entry in item.get("evidence", []):
        key = f"evidence {entry['province']} {mark([entry.get('case'), entry['citations']])}"
        counts[key] = counts.get(key, 0) + 1
        place = places.get(str(entry["province"])) or Text(th=entry["province"], en=entry["province"])
        rest = {name: value for name, value in entry.items() if name != "stance"}
        sentence = Text(**entry["text"])
        yield Part(f"{key} {counts[key]}", text("evidence", place), mark(rest), sentence, stance=entry["stance"])


def _facts(facts: list[Item], items: Mapping[str, list[Item]], places: Mapping[str, Text]) -> Iterator[Entry]:
    """The values of one dimension of one province or case are one record: the number in a fact's id may move."""
    known = {str(one["id"]): one for one in items.get("dimensions", [])}
    groups: dict[str, list[Item]] = {}
    for fact in facts:
        owner = f"{fact['province']}.{fact['dimension']}" + (f".{fact['case']}" if fact.get("case") else "")
        groups.setdefault(owner, []).append(fact)
    cases = {str(one["id"]): Text(**one["title"]) for one in items.get("cases", [])}
    for id_, group in groups.items():
        first = group[0]
        owner_name = cases.get(str(first.get("case"))) or places.get(str(first["province"]))
        raw = known[str(first["dimension"])]
        dimension = Dimension.model_validate({name: raw[name] for name in Dimension.model_fields if name in raw})
        title = dimension.name
        if owner_name:
            title = Text(th=f"{owner_name.th}: {title.th}", en=f"{owner_name.en}: {title.en}")
        yield Entry("fact", id_, title, tuple(_values(group, dimension)))


def _values(group: list[Item], dimension: Dimension) -> Iterator[Part]:
    counts: dict[str, int] = {}
    for fact in group:
        content = {name: value for name, value in fact.items() if name not in ("id", "url", "title")}
        made = mark(content)
        counts[made] = counts.get(made, 0) + 1
        words = fact_text(fact, dimension)
        yield Part(f"value {made} {counts[made]}", text("value"), made, words, loose=True)


__all__ = ["NotAnApi", "edition_of_files", "edition_of_folder"]
