"""A printed table goes in; the card for a chat comes out: the answer and the key rows on 1,080 by 1,350 pixels."""

from __future__ import annotations

from collections.abc import Iterator

from botrian.exports.drawing import Drawing
from botrian.exports.key_part import IMPLIED, key_part, shortened
from botrian.exports.picture_parts import (
    EDGE,
    GROUP_GROUND,
    HEAD_GROUND,
    HEIGHT,
    SMALLEST,
    SOFT,
    Part,
    foot_part,
    named_row,
    origin_words,
    stacked,
    text_part,
)
from botrian.exports.picture_rows import head_part, is_grid, row_parts
from botrian.exports.printed import PrintedTable
from botrian.words import say

_TITLES = (48, 44, SMALLEST)
_ANSWERS = (60, 54, 48, 44, SMALLEST)
#: Letters of the key rows, from many to few, until they fit under the answer.
_KEY_LETTERS = tuple(range(260, 40, -20))


def card(table: PrintedTable) -> Drawing:
    """The card. Where an answer leaves no room for rows, it is cut, and the link says where it goes on."""
    foot = foot_part(table, origin_words(table))
    free = HEIGHT - 2 * EDGE - foot.height - 10
    head = next(_heads(table, free))
    free -= sum(part.height for part in head)
    rows = next((parts for parts in _key_parts(table) if sum(part.height for part in parts) <= free), [])
    return stacked(table, [*head, *rows], foot, HEIGHT)


def _heads(table: PrintedTable, free: float) -> Iterator[list[Part]]:
    """Title and answer, the largest letters first that leave half of the room to the rows."""
    for title, answer in zip((_TITLES[0], *_TITLES[:1], *_TITLES[1:], _TITLES[-1]), _ANSWERS, strict=True):
        parts = [
            text_part(table.title, title, "Bold", SOFT, below=8),
            text_part(table.answer, answer, "Bold", below=20),
        ]
        if sum(part.height for part in parts) <= free * 0.52:
            yield parts
    for length in range(300, 60, -20):
        answer_part = text_part(shortened(table.answer, length), SMALLEST, "Bold", below=20)
        parts = [text_part(shortened(table.title, 80), SMALLEST, "Bold", SOFT, below=8), answer_part]
        if sum(part.height for part in parts) <= free * 0.6:
            yield parts
    yield parts


def _key_parts(table: PrintedTable) -> Iterator[list[Part]]:
    for room in _KEY_LETTERS:
        yield list(_parts_of(key_part(table, room)))


def _parts_of(key: PrintedTable) -> Iterator[Part]:
    if is_grid(key):
        yield head_part(key)
        for parts in row_parts(key):
            yield from parts
    else:
        for row in key.rows:
            yield named_row(row.name, row.mark, "", HEAD_GROUND if key.columns else GROUP_GROUND)
            for cell in row.cells:
                words = " ".join(f"{line} {mark}" for line, mark in cell.marked).rstrip()
                yield text_part(words, SMALLEST, below=10, above=4)
    if any(IMPLIED in cell.text for row in key.rows for cell in row.cells):
        yield text_part(f"{IMPLIED} {say('basis.implied', key.language)}", SMALLEST, colour=SOFT, above=6, below=0)
