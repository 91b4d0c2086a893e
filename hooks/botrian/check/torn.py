"""The tree of a record that does not fit goes in; what of it is whole comes out, so that one mistake hides no other.

Each value inside that is a record of its own (a fact of a file, an entry of a ledger, a citation) is checked like a
whole record, and the ids beside the mistake are still held against the records there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from botrian.check.fields import Path, hints, item_of, model_of, reference_of
from botrian.findings import Finding
from botrian.read import Mapping, Node, Scalar, Sequence, plain
from botrian.records import FactFile, Record
from botrian.records.fact import FACT_VALUES
from botrian.records.values import ID_PATTERN

_ID = re.compile(ID_PATTERN)


def whole_parts(model: type[Record], node: Node, path: Path = ()) -> Iterator[tuple[Record, Node, Path]]:
    """The largest whole records inside a broken one, each with its tree and the way to it."""
    for child, where, hint in _values(model, node, path):
        inner = model_of(hint)
        if inner is not None and isinstance(child, Mapping):
            try:
                yield inner.model_validate(plain(child)), child, where
            except ValidationError:
                yield from whole_parts(inner, child, where)


def loose_references(model: type[Record], node: Node, path: Path, start: Path = ()) -> Iterator[Finding]:
    """The ids of a broken record that stand outside of its whole parts, as references yet to be looked up.

    ``start`` is the way to the record in its file; whether the ids exist is for ``looked_up`` to say.
    """
    for child, where, hint in _values(model, node, path):
        inner, marker = model_of(hint), reference_of(hint)
        if isinstance(child, Scalar) and marker is not None and _ID.match(child.text):
            field = ".".join(map(str, (*start, *where)))
            kinds = (("kinds", " ".join(marker.kinds)),)
            yield Finding(child.place, "reference-unknown", field, child.text, values=kinds)
        elif inner is not None and isinstance(child, Mapping):
            try:
                inner.model_validate(plain(child))
            except ValidationError:
                yield from loose_references(inner, child, where, start)


def begun_facts(model: type[Record], node: Node, wrong: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is wrong with a file of facts, where a fact's value key with nothing behind it is told as that."""
    if model is not FactFile:
        return wrong
    findings = list(wrong)
    for item, where, _ in _values(model, node, ()):
        begun = _begun(item)
        if begun is not None:
            field = ".".join(map(str, where))
            findings = [one for one in findings if (one.code, one.field) != ("fact-value", field)]
            findings.append(replace(begun, field=f"{field}.{begun.field}"))
    return tuple(dict.fromkeys(findings))


def _values(model: type[Record], node: Node, path: Path) -> Iterator[tuple[Node, Path, object]]:
    """Every value of a mapping and every item of its lists, with its way and its annotation."""
    if not isinstance(node, Mapping):
        return
    for entry in node.entries:
        hint = hints(model).get(entry.key, object)
        if isinstance(entry.value, Sequence):
            for number, item in enumerate(entry.value.items):
                yield item, (*path, entry.key, number), item_of(hint)
        else:
            yield entry.value, (*path, entry.key), hint


def _begun(item: Node) -> Finding | None:
    """The one value key of a fact that has nothing behind it, where no other value is given."""
    if not isinstance(item, Mapping):
        return None
    values = [entry for entry in item.entries if entry.key in FACT_VALUES]
    if len(values) != 1 or not isinstance(values[0].value, Scalar) or values[0].value.text:
        return None
    return Finding(values[0].value.place, "field-empty", values[0].key)
