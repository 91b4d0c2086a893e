"""A text goes in; about how wide it is comes out, for formats where the reader's program sets the lines."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from botrian.exports.printed import PrintedTable
from botrian.exports.thai_lines import pieces


class _Room(dict[str, int]):
    """For each sign that was met, how much room it takes: one, or none."""

    def __missing__(self, sign: str) -> int:
        room = self[sign] = int(unicodedata.category(sign) not in ("Mn", "Me", "Cf"))
        return room


_ROOM = _Room()


def letters(text: str) -> int:
    """How many signs stand side by side: Thai marks above and below take no room."""
    return sum(map(_ROOM.__getitem__, text))


def signs(text: str) -> int:
    """How many signs a text has besides blanks, Thai marks too: what fills a slide."""
    return len("".join(text.split()))


def column_needs(table: PrintedTable, *, longest: bool = False) -> list[float]:
    """How much room the row headings and each column want, in letters: between their longest word and all their text.

    A column's need grows with the square root of its text, so that a long one gets more room, not all of it. It follows
    what nine of ten cells have; ``longest``: or half of the longest, where a long list in a narrow column makes a row
    as high as a sheet.
    """
    headings = [table.row_heading, *(column.heading for column in table.columns)]
    texts = [[row.name for row in table.rows]]
    texts += [[row.cells[place].text for row in table.rows] for place in range(len(table.columns))]
    return [_need(heading, column, longest) for heading, column in zip(headings, texts, strict=True)]


def _need(heading: str, texts: Iterable[str], longest: bool) -> float:
    lengths = sorted(letters(text) for text in texts)
    long = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if longest and lengths:
        long = max(long, lengths[-1] // 2)
    return max(6.0, min(float(long), 12 + math.sqrt(long) * 2.2), min(letters(heading), 14))


def longest_words(table: PrintedTable, most: int = 16) -> list[int]:
    """For the row headings and each column, the letters of the longest word, so that few words are broken."""
    headings = [table.row_heading, *(column.heading for column in table.columns)]
    sample = table.rows[:200]
    texts = [[row.name for row in sample]]
    texts += [[row.cells[place].text for row in sample] for place in range(len(table.columns))]
    return [
        min(most, max(map(_longest, (heading, *column))) or 1) for heading, column in zip(headings, texts, strict=True)
    ]


@lru_cache(maxsize=10_000)
def _longest(text: str) -> int:
    """The letters of the longest word of a text, kept since each size of type asks again."""
    return max((letters(piece.strip()) for piece in pieces(text)), default=0)


def shares(needs: Sequence[float], whole: int, least: Sequence[int]) -> list[int]:
    """Whole widths that sum up to ``whole``: each its least, the rest in the proportion of the needs.

    Where the least widths are already too much, they shrink alike.
    """
    asked = sum(least)
    if asked >= whole:
        widths = [one * whole // asked for one in least]
    else:
        widths = [one + int((whole - asked) * need / sum(needs)) for one, need in zip(least, needs, strict=True)]
    widths[-1] += whole - sum(widths)
    return widths
