"""Typed records go in; addresses in their fields that nobody else can open come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from botrian.check.link_hosts import unopenable
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Source


def web_address_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """The address of each source, held against the same rules as a link in a text."""
    for one in found:
        address = one.record.url if isinstance(one.record, Source) else None
        if address and (why := unopenable(address)):
            yield Finding(one.locate(("url",)), why, one.field(("url",)), address[:80])
