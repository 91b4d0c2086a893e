"""A document goes in; findings for what there is too much of in its Markdown come out, before it is read."""

from __future__ import annotations

from collections.abc import Iterator

from botrian.findings import Finding, Place
from botrian.markup import Excess, excesses
from botrian.read import Document

#: The rule of each limit.
CODES = {
    "letters": "page-too-long",
    "headings": "page-headings",
    "links": "page-links",
    "html": "page-html",
    "table-rows": "page-table-rows",
    "table-columns": "page-table-columns",
    "nesting": "page-nesting",
}


def limit_findings(document: Document) -> Iterator[Finding]:
    """What the Markdown of a document has too much of."""
    for one in excesses(document.body):
        before = document.body[: one.offset]
        column = one.offset - (before.rfind("\n") + 1) + 1
        yield excess_finding(one, Place(document.name, document.body_line + before.count("\n"), column))


def excess_finding(one: Excess, place: Place) -> Finding:
    """The finding of a passed limit."""
    return Finding(place, CODES[one.limit], "", f"{one.got:,}", f"{one.most:,}")
