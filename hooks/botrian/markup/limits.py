"""A Markdown text goes in; what there is too much of in it comes out, before anybody works on it.

A page of ours has a few thousand letters. Each limit is many times what a page needs, and small enough that a text at
all limits together is read and drawn in about a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LETTERS = 50_000
HEADINGS = 100
#: Opening brackets: a link, picture or citation has one.
BRACKETS = 1_500
#: Opening angle brackets: a tag has one.
ANGLES = 1_000
TABLE_ROWS = 300
TABLE_COLUMNS = 30
#: Elements in each other; a list in a list is two.
NESTING = 20

LimitName = Literal["letters", "headings", "links", "html", "table-rows", "table-columns", "nesting"]

_HEADING = re.compile(r"^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:=+|-+)[ \t]*$)", re.MULTILINE)
_ROW = re.compile(r"^[^\n|]*\|[^\n]*$", re.MULTILINE)


@dataclass(frozen=True)
class Excess:
    """What there is too much of: the limit's name, where it is passed, how much there is, how much may be."""

    limit: LimitName
    offset: int
    got: int
    most: int


def excesses(text: str) -> Iterator[Excess]:
    """Every limit that a text passes, found in time that grows with its length alone. Nesting is seen in the tree."""
    if len(text) > LETTERS:
        yield Excess("letters", 0, len(text), LETTERS)
    yield from _too_many("headings", [match.start() for match in _HEADING.finditer(text)], HEADINGS)
    yield from _too_many("links", [match.start() for match in re.finditer(r"\[", text)], BRACKETS)
    yield from _too_many("html", [match.start() for match in re.finditer("<", text)], ANGLES)
    yield from _tables(text)


def _too_many(limit: LimitName, places: list[int], most: int) -> Iterator[Excess]:
    if len(places) > most:
        yield Excess(limit, places[most], len(places), most)


def _tables(text: str) -> Iterator[Excess]:
    """Rows are lines with a bar that follow each other; two of them are the head and the line under it."""
    runs: list[list[re.Match[str]]] = []
    end = -1
    for match in _ROW.finditer(text):
        if match.start() != end + 1 or not runs:
            runs.append([])
        runs[-1].append(match)
        end = match.end()
    for run in runs:
        columns = max(row[0].count("|") for row in run) - 1
        if len(run) - 2 > TABLE_ROWS:
            yield Excess("table-rows", run[0].start(), len(run) - 2, TABLE_ROWS)
        elif columns > TABLE_COLUMNS:
            yield Excess("table-columns", run[0].start(), columns, TABLE_COLUMNS)
