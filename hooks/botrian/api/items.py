"""A kind of record goes in; the model of its items in the API comes out: what ``/api/v1/`` promises of each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field, create_model

from botrian.api.strengths import PublishedStrength
from botrian.api.table_items import Address, TableItem
from botrian.kinds import Kind, kinds
from botrian.records import Citation, Profile, Record, Text
from botrian.records.fact import DimensionType

#: What the items of some kinds hold beside the fields of their record: name, type, what it is.
_MORE: Mapping[str, Mapping[str, tuple[Any, str]]] = {
    "province": {"profile": (Profile | None, "เรื่องเล่าของจังหวัด / the province's profile")},
    "lesson": {
        "strength": (PublishedStrength, "หลักฐานแน่นแค่ไหน นับตามที่และเอกสาร / how strong it is, by places and documents")
    },
    "fact": {
        "province": (str, "รหัสจังหวัดหรือพื้นที่ / id of the province or area"),
        "type": (DimensionType, "ชนิดของค่า / type of the value"),
        "unit": (Text | None, "หน่วยของค่า / unit of the value"),
    },
}


def item_models() -> Mapping[str, type[Record]]:
    """The model of the items of every collection, by the collection's name."""
    found = {kind.collection: TableItem if kind.id == "table" else _item_model(kind) for kind in kinds() if kind.api}
    return {name: found[name] for name in sorted(found)}


def _item_model(kind: Kind) -> type[Record]:
    """The record's fields and those that every item has. A kind that stands nowhere has no address: it is null."""
    more: dict[str, tuple[Any, str]] = {
        "url": (Address if kind.has_address else Address | None, "ที่อยู่ของหน้า / address of the page"),
        "title": (Text, "ชื่อ / title"),
        "citations": (tuple[Citation, ...], "แหล่งอ้างอิงทั้งหมดในรายการนี้ / all citations in the item"),
        **_MORE.get(kind.id, {}),
    }
    own = kind.model.model_fields
    if "id" not in own:
        more["id"] = (str, "รหัสของรายการ / id of the item")
    fields: dict[str, Any] = {name: (info.annotation, info) for name, info in own.items()}
    fields |= {name: (type_, Field(description=words)) for name, (type_, words) in more.items()}
    return _made(kind.model, fields)


def _made(record: type[Record], fields: Mapping[str, Any]) -> type[Record]:
    made: type[Record] = create_model(f"{record.__name__}Item", __base__=Record, __doc__=record.__doc__, **fields)
    return made
