"""The Markdown of every document goes in; findings for what it refers to, links to, shows and marks come out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from botrian.check.html import html_findings
from botrian.check.known import Known
from botrian.check.link_targets import link_findings
from botrian.check.links import line_findings
from botrian.check.site_map import SiteMap
from botrian.findings import Finding, Place
from botrian.pages.markdown import CITATION, RECORD_LINK, TABLE_MARKER
from botrian.read import Document

#: Which kinds of record a link of this kind may lead to.
LINKED = {"province": ("province", "profile")}
ALMOST_CITATION = re.compile(r"\[@[^\]\n]{0,120}\]?")
ALMOST_MARKER = re.compile(r"\{\{.{0,120}?(?:\}\}|$)", re.MULTILINE)
CODE = re.compile(r"(?<!`)(`+)(?!`)(.{1,5000}?)(?<!`)\1(?!`)", re.DOTALL)
CODE_BLOCK = re.compile(r"(?:^|(?<=\n\n))(?:(?: {4}|\t).*(?:\n|$))+")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Body:
    """The Markdown of one document. ``bare`` is the same without code and comments, letter for letter in place."""

    document: Document
    bare: str

    @classmethod
    def of(cls, document: Document) -> Body:
        """The body of a document."""
        text = document.body
        for pattern in (CODE_BLOCK, CODE, COMMENT):
            text = pattern.sub(lambda match: blank(match[0]), text)
        return cls(document, text)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.document.body))]

    def place(self, offset: int) -> Place:
        """The place of a letter of the body in the file."""
        line = bisect_right(self._starts, offset) - 1
        return Place(self.document.name, self.document.body_line + line, offset - self._starts[line] + 1)


def body_findings(documents: Iterable[Document], known: Known, site: SiteMap) -> Iterator[Finding]:
    """Everything that is wrong in the Markdown of these documents."""
    for document in documents:
        if document.name.endswith(".md") and document.body.strip():
            body = Body.of(document)
            yield from _record_links(body, known)
            yield from _citations(body, known)
            yield from _markers(body, known)
            rest = RECORD_LINK.sub(lambda match: blank(match[0]), body.bare)
            rest = ALMOST_CITATION.sub(lambda match: blank(match[0]), rest)
            yield from html_findings(rest, body.place)
            yield from link_findings(rest, document, body.place, site)


def blank(text: str) -> str:
    """Spaces in place of a text; its lines stay lines."""
    return re.sub(r"[^\n]", " ", text)


def _record_links(body: Body, known: Known) -> Iterator[Finding]:
    for match in RECORD_LINK.finditer(body.document.body):
        kind, id_ = match[2], match[3]
        kinds = LINKED.get(kind, (kind,))
        if not known.has(kinds, id_):
            yield known.unknown(body.place(match.start(2)), "", id_, kinds)


def _citations(body: Body, known: Known) -> Iterator[Finding]:
    text = body.document.body
    for match in CITATION.finditer(text):
        first, last = int(match[2]), int(match[3] or match[2])
        place = body.place(match.start())
        if known.has(("source",), match[1]):
            yield from line_findings(place, "", match[1], (first, last), known)
        else:
            yield known.unknown(place, "", match[1], ("source",))
    for match in ALMOST_CITATION.finditer(body.bare):
        if not CITATION.match(text, match.start()):
            yield Finding(body.place(match.start()), "citation-form", "", match[0], _good_citation(match[0], known))


def _good_citation(text: str, known: Known) -> str:
    """The citation that was probably meant."""
    words = re.findall(r"[a-z0-9-]*[a-z][a-z0-9-]*", text)
    source = next((word for word in words if known.has(("source",), word)), None)
    if source is None:
        source = next(iter(known.of("source")), "id")
    numbers = re.findall(r"\d+", text.replace(source, ""))[:2] or ["10", "12"]
    return f"[@{source} L{'-'.join(numbers)}]"


def _markers(body: Body, known: Known) -> Iterator[Finding]:
    text = body.document.body
    whole = [match.span() for match in TABLE_MARKER.finditer(text)]
    for match in TABLE_MARKER.finditer(text):
        if not known.has(("table",), match[1]):
            yield known.unknown(body.place(match.start(1)), "", match[1], ("table",))
    for match in ALMOST_MARKER.finditer(body.bare):
        if not any(start <= match.start() < end for start, end in whole):
            words = re.findall(r"[a-z0-9-]+", match[0])
            id_ = next((word for word in reversed(words) if known.has(("table",), word)), "")
            id_ = id_ or next(iter(known.of("table")), "id")
            yield Finding(body.place(match.start()), "marker-unknown", "", match[0], f"{{{{ table {id_} }}}}")
