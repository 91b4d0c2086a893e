"""Typed records go in; numbers that are not written as plain digits come out.

Decimal reads ``1e999999`` and ``1_000``; a page that wrote the first out in full would never end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from botrian.check.fields import Path
from botrian.check.meant_numbers import PLAIN, meant_number
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.read import Scalar, scalars
from botrian.records import Fact, FactFile, TableDefinition


def number_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """Numbers of facts and of literal cells in any other form than digits with one point."""
    for one in found:
        if isinstance(one.record, Fact | FactFile | TableDefinition):
            for path, scalar in scalars(one.node):
                if path[-1:] == ("number",) and scalar.text and not PLAIN.match(scalar.text):
                    yield _finding(one, path, scalar)


def _finding(one: Found, path: Path, scalar: Scalar) -> Finding:
    meant = meant_number(scalar.text)
    expected = f"number: {meant}" if meant else ""
    return Finding(scalar.place, "number-form", one.field(path), scalar.text[:80], expected)
