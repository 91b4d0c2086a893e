"""Documents go in; typed records come out where they fit their model, and a finding for each thing that does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from botrian.findings import Finding, Place
from botrian.read import Document, Mapping, Node, Sequence, locate, plain
from botrian.records import Record

Path = tuple[str | int, ...]

#: pydantic's names of what went wrong, by our rule. What is not named here is a wrong type.
CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "calendar_date": "date-form",
    "period_order": "date-order",
    "fact_value": "fact-value",
    "fact_citation": "citation-missing",
    "column_value": "table-column",
    "table_value": "table-shape",
    "literal_error": "value-not-in-list",
    "string_pattern_mismatch": "id-form",
    "too_short": "list-too-short",
    "string_too_short": "field-empty",
    "string_too_long": "id-form",
}


@dataclass(frozen=True)
class Found:
    """A record with the document and the tree it was made from."""

    kind: str
    record: Record
    document: Document
    node: Node
    path: Path = ()

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return self.node.place

    def locate(self, path: Path) -> Place:
        """The place of a value inside the record."""
        return locate(self.node, path)


def typed_records(document: Document) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """The records of one document, and what does not fit."""
    kind = document.kind
    if kind is None or document.english_twin:
        return (), ()
    if document.root is None:
        missing = "front-matter-missing" if document.name.endswith(".md") else "file-empty"
        return (), (Finding(Place(document.name), missing, expected=kind.example),)
    if kind.model is not None:
        return _record(kind.kind, kind.model, document, document.root, ())
    return _listed(document)


def _listed(document: Document) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    assert document.kind is not None
    root = document.root
    names = [key for key, _, _ in document.kind.lists]
    if not isinstance(root, Mapping):
        return (), (Finding(Place(document.name), "file-shape", expected=", ".join(names)),)
    found: list[Found] = []
    findings = [
        Finding(
            entry.key_place,
            "field-unknown",
            field=entry.key,
            got=entry.key,
            expected=suggestion(entry.key, names),
        )
        for entry in root.entries
        if entry.key not in names
    ]
    for key, kind, model in document.kind.lists:
        items = root.get(key)
        if items is None:
            findings.append(Finding(root.place, "field-missing", field=key, expected=key))
        elif not isinstance(items, Sequence):
            findings.append(Finding(items.place, "value-type", field=key, expected="list"))
        else:
            for number, item in enumerate(items.items):
                records, wrong = _record(kind, model, document, item, (key, number))
                found.extend(records)
                findings.extend(wrong)
    return tuple(found), tuple(findings)


def _record(
    kind: str, model: type[Record], document: Document, node: Node, path: Path
) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    if not isinstance(node, Mapping):
        return (), (Finding(node.place, "value-type", field=_dotted(path), expected="key: value"),)
    try:
        record = model.model_validate(plain(node))
    except ValidationError as error:
        return (), tuple(_finding(detail, model, node, path) for detail in error.errors(include_url=False))
    return (Found(kind, record, document, node, path),), ()


def _finding(detail: ErrorDetails, model: type[Record], node: Node, path: Path) -> Finding:
    code = CODES.get(detail["type"], "value-type")
    inside = _real_path(detail["loc"], node)
    place = locate(node, inside, key=code in ("field-unknown",))
    context: dict[str, Any] = detail.get("ctx") or {}
    got = str(context.get("found") or _shown(detail["input"]))
    expected = str(context.get("expected") or context.get("pattern") or detail["msg"])
    if code == "field-unknown":
        got, expected = (
            str(detail["loc"][-1]),
            suggestion(str(detail["loc"][-1]), keys_at(model, inside[:-1])),
        )
    elif code == "field-missing":
        got, expected = "", str(detail["loc"][-1])
        if expected in ("th", "en"):
            code = "language-missing"
    kinds = (("kind", str(context["kind"])),) if "kind" in context else ()
    return Finding(place, code, _dotted((*path, *inside)), got, expected, kinds)


def _real_path(path: tuple[str | int, ...], node: Node) -> Path:
    """pydantic's path without the steps that name a validator instead of a value."""
    real: list[str | int] = []
    for step in path:
        if isinstance(step, str) and (
            "[" in step or "-" in step and locate(node, (*real, step)) == locate(node, tuple(real))
        ):
            continue
        real.append(step)
    return tuple(real)


def keys_at(model: type[Record], path: Path) -> list[str]:
    """The keys that a mapping at ``path`` inside a record of ``model`` may have."""
    schema = model.model_json_schema()
    here: dict[str, Any] = schema
    for step in path:
        here = _resolve(here, schema)
        here = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, {})
    return list(_resolve(here, schema).get("properties", {}))


def _resolve(here: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for option in here.get("anyOf", ()):
        if option.get("type") != "null":
            here = option
            break
    if "$ref" in here:
        found: dict[str, Any] = schema["$defs"][here["$ref"].rsplit("/", 1)[1]]
        return found
    return here


def suggestion(word: str, known: Iterator[str] | list[str]) -> str:
    """The known word nearest to ``word``; all of them, where none is near and they are few; else nothing."""
    options = sorted(known)
    near = get_close_matches(word, options, n=1, cutoff=0.6)
    if near:
        return near[0]
    return ", ".join(options) if len(options) <= 24 else ""


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _shown(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 80 else text[:79] + "…"
