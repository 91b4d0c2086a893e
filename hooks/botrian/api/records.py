"""The knowledge and its tables go in; the JSON files of ``/api/v1/`` come out.

Every item has ``id``, ``url``, ``title`` and ``citations`` and the fields of its record. A field has one type
throughout; what a record does not have is null or an empty list, never left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from botrian.addresses import address, fixed
from botrian.api.citations import with_places
from botrian.api.schemas import api_schemas
from botrian.api.strengths import published_strength
from botrian.api.table_items import Address, table_item
from botrian.kinds import Kind, kinds
from botrian.knowledge import Knowledge, citations_in
from botrian.records import Citation, Record, Text
from botrian.tables import Ref, Table

VERSION = fixed.API.split("/")[1]
Item = dict[str, Any]


def api_files(knowledge: Knowledge, tables: Mapping[str, Table], site_url: str) -> Mapping[str, bytes]:
    """Every file of the API by its path below the site's root."""
    made = (make(knowledge, tables, site_url) for _, make in api_pieces())
    return dict(sorted(file for files in made for file in files.items()))


#: From the knowledge, its tables and the site's address to some files of the API.
FilesMaker = Callable[[Knowledge, Mapping[str, Table], str], Mapping[str, bytes]]


def api_pieces() -> Iterator[tuple[str, FilesMaker]]:
    """The API in pieces that are made independently of each other, each with its name: every collection alone.

    The items of all of them take several times the room of their files.
    """
    for kind in kinds():
        if kind.api:
            yield kind.collection, partial(_collection, kind)
    yield "index", _index
    yield "schemas", _schemas


def _collection(kind: Kind, knowledge: Knowledge, tables: Mapping[str, Table], site_url: str) -> Mapping[str, bytes]:
    items = with_places(_items(kind, knowledge, tables, site_url), knowledge.sources)
    return {f"{fixed.API}{kind.collection}.json": _json({"items": items})}


def _items(kind: Kind, knowledge: Knowledge, tables: Mapping[str, Table], site_url: str) -> list[Item]:
    if kind.id == "table":
        return [_table(table, knowledge, site_url) for table in tables.values()]
    if kind.id == "fact":
        return _facts(knowledge, site_url)
    return [_item(kind, id_, knowledge, site_url) for id_ in knowledge.of(kind.id)]


def _schemas(knowledge: Knowledge, tables: Mapping[str, Table], site_url: str) -> Mapping[str, bytes]:
    return {f"{fixed.API}schemas/{name}.json": schema.encode("utf-8") for name, schema in api_schemas().items()}


def _item(kind: Kind, id_: str, knowledge: Knowledge, site_url: str) -> Item:
    """A record's own fields and those that every item has. A kind that stands nowhere has no address: it is null."""
    record: Record = knowledge.of(kind.id)[id_]
    item = record.model_dump(mode="json") | {
        "id": id_,
        "url": _url(kind.address_of(id_, knowledge), site_url) if kind.has_address else None,
        "title": _text(kind.name_of(id_, knowledge)),
        "citations": _citations(citations_in(record)),
    }
    if kind.id == "lesson":
        item["strength"] = published_strength(knowledge.strengths[id_]).model_dump(mode="json")
    return _province(item, knowledge) if kind.id == "province" else item


def _url(page: str, site_url: str) -> dict[str, str]:
    return {"th": site_url + page, "en": f"{site_url}en/{page}"}


def _text(text: Text | None) -> dict[str, str] | None:
    return {"th": text.th, "en": text.en, "en_lang": text.en_lang} if text else None


def _citations(citations: Iterable[Citation]) -> list[Item]:
    return [citation.model_dump(mode="json") for citation in citations]


def _province(item: Item, knowledge: Knowledge) -> Item:
    """A province carries its profile, or null."""
    profile = knowledge.profiles.get(str(item["id"]))
    item["profile"] = profile.model_dump(mode="json") if profile else None
    item["citations"] = _citations(citations_in(profile)) if profile else []
    return item


def _facts(knowledge: Knowledge, site_url: str) -> list[Item]:
    items = []
    for placed in knowledge.facts:
        dimension = knowledge.dimensions[placed.fact.dimension]
        own = placed.fact.model_dump(mode="json")
        unit = placed.fact.unit or dimension.unit
        own |= {
            "id": placed.id,
            "province": placed.province,
            "url": _url(address("fact", placed.id, knowledge), site_url),
            "title": _text(dimension.name),
            "type": dimension.type,
            "unit": _text(unit),
            "citations": _citations(placed.fact.citations),
        }
        items.append(own)
    return items


def _table(table: Table, knowledge: Knowledge, site_url: str) -> Item:
    def address_of(ref: Ref) -> Address:
        return Address(**_url(address(ref.kind, ref.id, knowledge), site_url))

    return table_item(table, address_of).model_dump(mode="json")


def _index(knowledge: Knowledge, tables: Mapping[str, Table], site_url: str) -> Mapping[str, bytes]:
    listed = [kind for kind in kinds() if kind.api]
    counts = {kind.collection: len(tables if kind.id == "table" else knowledge.of(kind.id)) for kind in listed}
    return {f"{fixed.API}index.json": _json(_told(counts, site_url))}


def _told(counts: Mapping[str, int], site_url: str) -> Item:
    return {
        "version": VERSION,
        "licence": "CC-BY-4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "items": [
            {
                "id": name,
                "count": count,
                "url": f"{site_url}{fixed.API}{name}.json",
                "schema": f"{site_url}{fixed.API}schemas/{name}.json",
            }
            for name, count in sorted(counts.items())
        ],
    }


def _json(value: Item) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
