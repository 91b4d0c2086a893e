"""A document goes in; findings for what there is too much of in its Markdown come out, before it is read."""

from __future__ import annotations

from collections.abc import Iterator

from botrian.findings import Finding, Place
from botrian.markup import Excess, excesses
from botrian.read import Document

_OF_SIGNS = (
    ("what_en", "links, tables and signs in all pages together, so this file was not read"),
    ("what_th", "ลิงก์ ตาราง และเครื่องหมายในทุกหน้ารวมกัน จึงไม่ได้อ่านไฟล์นี้"),
)
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


class Work:
    """How long reading all Markdown of a tree takes, reckoned by its signs: by no clock, so that it is always the same.

    A page at every limit is read in a tenth of a second; thousands of such pages are no library of anybody. What
    people write has far less work in each letter, so that a large library is never stopped.
    """

    #: Millionths of a second that a sign takes, as measured; and that are allowed for the tree and for each letter.
    #: A letter of prose takes a fifth of one.
    SIGNS = (
        *(("[", 60), ("](", 80), ("![", 30), ("|", 60), ("<", 8), ("*", 4), ("`", 17), (">", 5), ("#", 45)),
        *(("{{", 90), ("\n---", 45), ("\n- ", 20)),
    )
    ALLOWED = 6_000_000
    ALLOWED_FOR_A_LETTER = 3

    def __init__(self) -> None:
        self._spent = 0
        self._letters = 0

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for a document that is one too much."""
        text = document.body
        self._letters += len(text)
        spent = len(text) // 5 + sum(text.count(sign) * cost for sign, cost in self.SIGNS)
        if self._spent + spent > self.ALLOWED + self.ALLOWED_FOR_A_LETTER * self._letters:
            yield Finding(Place(document.name, document.body_line), "too-many", values=_OF_SIGNS)
        else:
            self._spent += spent
