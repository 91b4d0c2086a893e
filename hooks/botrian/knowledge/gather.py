"""Typed records with the documents they stand in go in; the knowledge store comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from botrian.findings import Place
from botrian.kinds import kind_named, kinds
from botrian.knowledge.found import Found
from botrian.knowledge.store import STORED, Body, Knowledge, Page, PlacedFact
from botrian.knowledge.told_names import with_names
from botrian.knowledge.translations import Waiting
from botrian.read import Document, Scalar
from botrian.read import Mapping as YamlMapping
from botrian.records import FactFile, FrozenEntry, Text


def gather(found: Iterable[Found], documents: Iterable[Document], untranslated: tuple[Waiting, ...] = ()) -> Knowledge:
    """The store of these records. The records are taken as checked: ids are unique, references lead somewhere."""
    records: dict[str, dict[str, Any]] = {kind.id: {} for kind in kinds() if kind.files.model is None}
    origins: dict[tuple[str, str], Place] = {}
    facts: list[PlacedFact] = []
    counts: dict[tuple[str, str], int] = {}
    # The log of frozen copies is for checking alone.
    for one in sorted((one for one in found if not isinstance(one.record, FrozenEntry)), key=_order):
        if isinstance(one.record, FactFile):
            facts.extend(_placed(one, one.record, origins, counts))
        else:
            id_ = str(getattr(one.record, "id", ""))
            records[one.kind][id_] = one.record
            origins[(one.kind, id_)] = one.place
    by_name = {document.name: document for document in documents}
    bodies = _bodies(by_name)
    fields = {kind_named(kind).field: found for kind, found in records.items()}
    more = {kind: found for kind, found in records.items() if kind_named(kind).field not in STORED}
    own: dict[str, Any] = {name: found for name, found in fields.items() if name in STORED}
    made = Knowledge(facts=tuple(facts), origins=origins, bodies=bodies, pages=_pages(by_name), more=more, **own)
    return replace(with_names(made), untranslated=untranslated)


def _order(one: Found) -> tuple[str, str, str]:
    in_file = one.kind != "part" and kind_named(one.kind).in_file_order
    return (
        one.kind,
        "" if in_file else str(getattr(one.record, "id", "")),
        # council-count.yml stands before council-count-2.yml, as people see them.
        "" if in_file else one.place.file.rpartition(".")[0],
    )


def _placed(
    one: Found, file: FactFile, origins: dict[tuple[str, str], Place], counts: dict[tuple[str, str], int]
) -> Iterable[PlacedFact]:
    """The facts of one file; they are numbered through all files of the province."""
    for index, fact in enumerate(file.facts):
        key = (file.province, fact.dimension)
        counts[key] = counts.get(key, 0) + 1
        placed = PlacedFact(file.province, counts[key], fact)
        origins[("fact", placed.id)] = one.locate(("facts", index))
        yield placed


def _twin(name: str) -> str:
    return re.sub(r"\.md$", ".en.md", name)


def _body(document: Document, documents: Mapping[str, Document]) -> Body:
    twin = documents.get(_twin(document.name))
    return Body(document.body.strip("\n"), twin.body.strip("\n") if twin else "")


def _bodies(documents: Mapping[str, Document]) -> Mapping[tuple[str, str], Body]:
    found: dict[tuple[str, str], Body] = {}
    for document in documents.values():
        id_ = document.group("id")
        if document.kind and document.name.endswith(".md") and not document.english_twin and id_:
            body = _body(document, documents)
            if body.th or body.en:
                found[(document.kind.kind, id_)] = body
    return found


def _pages(documents: Mapping[str, Document]) -> tuple[Page, ...]:
    """Hand-written pages: Markdown under ``docs/`` that is no record."""
    pages = []
    for name, document in sorted(documents.items()):
        if document.kind is None and name.endswith(".md") and not document.english_twin:
            path = name.removeprefix("docs/")
            title, description = _text(document, "title"), _text(document, "description")
            pages.append(Page(path, title or Text(th=path, en=path), description, _body(document, documents)))
    return tuple(pages)


def _text(document: Document, key: str) -> Text | None:
    """A ``{th, en}`` value of a page's front matter."""
    node = document.root.get(key) if isinstance(document.root, YamlMapping) else None
    if not isinstance(node, YamlMapping):
        return None
    thai, english = node.get("th"), node.get("en")
    if not isinstance(thai, Scalar) or not thai.text:
        return None
    return Text.model_validate({"th": thai.text, "en": english.text if isinstance(english, Scalar) else ""})
