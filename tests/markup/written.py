"""What becomes of a Markdown text: the page it gives, and what checking says of it, over the tests' base tree."""

from __future__ import annotations

from functools import cache

from botrian.check import check_reading
from botrian.findings import Finding
from botrian.knowledge import Knowledge
from botrian.pages.desk import Desk
from botrian.pages.glossary import glossary
from botrian.pages.markdown import rendered
from botrian.pages.staged import Heading, parts_of
from botrian.read import Paths, Reading, parse_document, read_content
from botrian.tables import Table, build_tables
from tests.check.trees import BASE, TODAY

NAME = "docs/guide/how-to.md"
HEAD = "---\ntitle: {th: วิธีใช้, en: How to use}\n---\n"


@cache
def _reading() -> Reading:
    return read_content(Paths.of(BASE))


@cache
def _made() -> tuple[Knowledge, dict[str, Table]]:
    knowledge = check_reading(_reading(), TODAY).knowledge
    assert knowledge is not None
    return knowledge, dict(build_tables(knowledge))


def desk() -> Desk:
    """A new desk of a Thai page in the guide."""
    knowledge, tables = _made()
    return Desk(knowledge, tables, "th", "guide/how-to/", glossary(knowledge, "th"))


def page(text: str) -> str:
    """The HTML of a page with this text, its headings in place."""
    pieces: list[str] = []
    for part in parts_of(rendered(text, desk(), "guide/how-to.md")):
        if part.heading:
            pieces.append(part.heading.html())
        pieces.append(part.html)
    return "\n".join(pieces)


def headings(text: str) -> list[Heading]:
    """The headings that stand in the page's list."""
    return [part.heading for part in parts_of(rendered(text, desk(), "guide/how-to.md")) if part.heading]


def findings(text: str) -> tuple[Finding, ...]:
    """What checking says of a page with this text."""
    document, wrong = parse_document(NAME, HEAD + text)
    others = tuple(one for one in _reading().documents if one.name != NAME)
    return check_reading(Reading((*others, document), wrong, _reading().assets), TODAY).findings


def told(text: str) -> list[str]:
    """The same as lines: rule, line and column in the text, what was found."""
    first = HEAD.count("\n")
    return [f"{one.code} {one.place.line - first}:{one.place.column} {one.got}".strip() for one in findings(text)]
