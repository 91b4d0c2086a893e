"""A kit goes in; the short name of the content it is made of, and the day that content was last changed, come out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date

from botrian.addresses import Stamp
from botrian.exports.provenance import VERSION_LENGTH, content_hash
from botrian.knowledge import Knowledge
from botrian.records import Kit, Record
from botrian.tables import Table


def kit_version(kit: Kit, knowledge: Knowledge, tables: Mapping[str, Table]) -> str:
    """The same for both languages and for every file of the kit; another content, another name."""
    parts = [record.model_dump_json(exclude_computed_fields=True) for _, record in _records(kit, knowledge)]
    parts += [content_hash(tables[id_]) for id_ in kit.tables]
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:VERSION_LENGTH]


def last_change_of_kit(kit: Kit, knowledge: Knowledge, tables: Mapping[str, Table], stamp: Stamp) -> date | None:
    """The last day on which the kit, or a record or table in it, was changed; None where no day is known."""
    files = (knowledge.origin(kind, record_id(record)).file for kind, record in _records(kit, knowledge))
    return stamp.newest((*files, *(file for id_ in kit.tables for file in tables[id_].files)))


def record_id(record: Record) -> str:
    """The id of a record."""
    return str(getattr(record, "id", ""))


def _records(kit: Kit, knowledge: Knowledge) -> Iterator[tuple[str, Record]]:
    yield "kit", kit
    yield from (("lesson", knowledge.lessons[id_]) for id_ in kit.lessons)
    yield from (("case", knowledge.cases[id_]) for id_ in kit.cases)
    if kit.path:
        yield "path", knowledge.paths[kit.path]
