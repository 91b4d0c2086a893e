"""Documents go in; typed records come out where they fit their model, and a finding for each thing that does not."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from botrian.check.faults import fault_finding, left_over
from botrian.check.fields import Path
from botrian.check.near import listed, nearest
from botrian.check.torn import begun_facts, loose_references, whole_parts
from botrian.findings import Finding, Place
from botrian.knowledge.found import Found, dotted
from botrian.read import Document, Mapping, Node, Scalar, Sequence, limits, plain
from botrian.records import Record

__all__ = ["Found", "dotted", "record_findings", "typed_records"]


def typed_records(document: Document) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """The records of one document, and what does not fit."""
    kind = document.kind
    if kind is None or document.english_twin or document.root is None:
        return (), ()
    if kind.model is not None:
        return _record(kind.kind, kind.model, document, document.root, ())
    return _listed(document)


def record_findings(model: type[Record], node: Node, path: Path) -> tuple[Record | None, tuple[Finding, ...]]:
    """The record of one tree, or what keeps it from being one; ``path`` is the way to it in its file."""
    if not isinstance(node, Mapping):
        return None, (_no_mapping(node, path),)
    try:
        return model.model_validate(plain(node)), ()
    except ValidationError as error:
        faults = [fault for fault in error.errors(include_url=False) if not left_over(fault)][: limits.FAULTS]
        wrong = (fault_finding(fault, model, node, path) for fault in faults)
        return None, tuple(dict.fromkeys(wrong))


def _listed(document: Document) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    assert document.kind is not None
    root = document.root
    names = [key for key, _, _ in document.kind.lists]
    if not isinstance(root, Mapping):
        place = root.place if root else Place(document.name)
        return (), (Finding(place, "file-shape", expected=names[0]),)
    found: list[Found] = []
    findings = list(_unknown_lists(root, names))
    for key, kind, model in document.kind.lists:
        items = root.get(key)
        if items is None:
            findings.append(Finding(root.place, "field-missing", field=key, expected=key))
        elif isinstance(items, Sequence):
            for number, item in enumerate(items.items):
                records, wrong = _record(kind, model, document, item, (key, number))
                found.extend(records)
                findings.extend(wrong)
        elif isinstance(items, Scalar) and not items.text:
            findings.append(Finding(items.place, "field-empty", field=key))
        else:
            findings.append(_no_list(items, key))
    return tuple(found), tuple(findings)


def _unknown_lists(root: Mapping, names: list[str]) -> Iterator[Finding]:
    for entry in root.entries:
        if entry.key not in names:
            yield Finding(
                entry.key_place,
                "field-unknown",
                field=entry.key,
                got=entry.key,
                expected=nearest(entry.key, names),
                values=(("options", listed(names)),),
            )


def _record(
    kind: str, model: type[Record], document: Document, node: Node, path: Path
) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    record, wrong = record_findings(model, node, path)
    if record is not None:
        return (Found(kind, record, document, node, path),), wrong
    parts = tuple(
        Found("part", part, document, item, (*path, *where)) for part, item, where in whole_parts(model, node)
    )
    return parts, (*begun_facts(model, node, wrong), *loose_references(model, node, (), path))


def _no_mapping(node: Node, path: Path) -> Finding:
    got = node.text if isinstance(node, Scalar) else "[ ]"
    want = (("want_en", "keys with values"), ("want_th", "ช่องข้อมูลที่มีชื่อ"))
    return Finding(node.place, "value-type", dotted(path), got[:80], "id: …", want)


def _no_list(node: Node, key: str) -> Finding:
    want = (("want_en", "a list"), ("want_th", "รายการ"))
    got = node.text[:80] if isinstance(node, Scalar) else "{ }"
    return Finding(node.place, "value-type", key, got, f"{key}: / - …", want)
