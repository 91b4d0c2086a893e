"""A file of facts that is not whole goes in; its facts that are whole come out, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from botrian.check.fields import Path
from botrian.findings import Finding
from botrian.read import Mapping, Node, Scalar, Sequence, plain
from botrian.records import Fact
from botrian.records.fact import FACT_VALUES

#: A fact with its tree and the way to it in its file.
Placed = tuple[Fact, Node, Path]


def single_facts(node: Node, wrong: tuple[Finding, ...]) -> tuple[tuple[Placed, ...], tuple[Finding, ...]]:
    """The whole facts of a broken file, and what is wrong with it; of a fact begun with an empty value, that."""
    whole: list[Placed] = []
    findings = list(wrong)
    for number, item in _items(node):
        try:
            whole.append((Fact.model_validate(plain(item)), item, ("facts", number)))
        except ValidationError:
            begun = _begun(item)
            if begun is not None:
                field = f"facts.{number}"
                findings = [one for one in findings if (one.code, one.field) != ("fact-value", field)]
                findings.append(replace(begun, field=f"{field}.{begun.field}"))
    return tuple(whole), tuple(findings)


def _items(node: Node) -> Iterator[tuple[int, Node]]:
    facts = node.get("facts") if isinstance(node, Mapping) else None
    if isinstance(facts, Sequence):
        yield from enumerate(facts.items)


def _begun(item: Node) -> Finding | None:
    """The one value key of a fact that has nothing behind it, where no other value is given."""
    if not isinstance(item, Mapping):
        return None
    values = [entry for entry in item.entries if entry.key in FACT_VALUES]
    if len(values) != 1 or not isinstance(values[0].value, Scalar) or values[0].value.text:
        return None
    return Finding(values[0].value.place, "field-empty", values[0].key)
