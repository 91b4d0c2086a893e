"""A Markdown text goes in; what a reader sees of it comes out as lines of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from botrian.markup.article import article_of, places_table
from botrian.markup.grammar import CITATION
from botrian.markup.limits import excesses
from botrian.markup.notes import DEFINITION, FOOTNOTE, admonition_of
from botrian.markup.tree import Element

_MARKS = ("abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup", "u")
_IN_LINE = frozenset((*_MARKS, "a", "img", "span"))
_CELLS = frozenset(("td", "th"))
_BLANKS = re.compile(r"[ \t]{2,}+")


def plain_lines(text: str) -> str:
    """The words of a text without signs, citations and placed tables: a line for each block, row or typed line."""
    if not text or any(excesses(text)):
        return ""
    words = "".join(_seen(article_of(text).tree))
    for sign in (CITATION, DEFINITION, FOOTNOTE):
        words = sign.sub("", words)
    lines = (_BLANKS.sub(" ", line).strip() for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def _seen(element: Element) -> Iterator[str]:
    if element.tag == "img":
        yield element.attributes.get("alt", "")
    admonition = admonition_of(element)
    for child in admonition[1] if admonition else element.children:
        if isinstance(child, str):
            # The line ends between the cells of a row are the parser's, not the writer's.
            yield child if element.tag != "tr" else " "
        elif not places_table(child):
            end = "" if child.tag in _IN_LINE else " " if child.tag in _CELLS else "\n"
            yield end
            yield from _seen(child)
            yield end
