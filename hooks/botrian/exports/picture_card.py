"""A printed table goes in; the card for a chat comes out: the answer and the key rows on 1,080 by 1,350 pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from botrian.exports.drawing import Drawing
from botrian.exports.key_cut import IMPLIED, cut_at_word, shortened
from botrian.exports.key_part import (
    FEWEST_ROWS,
    TELLING_BRIEFLY,
    Fitting,
    alike,
    by_column,
    is_turned,
    key_table,
    spoken,
    starred,
    tells,
)
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
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.thai import format_number
from botrian.words import say

_TITLES = (48, 44, SMALLEST)
_ANSWERS = (60, 54, 48, 44, SMALLEST)
#: Letters of the key rows, from many to few, until they fit under the answer.
_KEY_LETTERS = tuple(range(420, 40, -20))
#: Letters of a cell where three rows have no room in whole clauses.
_AT_WORDS = range(80, 8, -8)
_BETWEEN = " · "

#: Key rows, and the parts of the card that show them.
_Choice = tuple[PrintedTable, list[Part]]
_Write = Callable[[PrintedTable], Iterator[Part]]


def card(table: PrintedTable) -> Drawing:
    """The card: letters shrink, then texts stand closer, then rows go, before texts say nothing; three stay longest.

    It says how many rows are not on it; where the answer leaves no room for rows, it is cut, and the link leads on.
    """
    foot = foot_part(table, origin_words(table))
    free = HEIGHT - 2 * EDGE - foot.height - 10
    heads = list(_heads(table, free)) or [_cut_head(table, free)]
    key = key_table(table)
    turned = is_turned(key, table)
    key = by_column(key)[0] if turned else key
    fewest = len(key.rows) if turned else 1
    for head, choices in _ways(key, fewest, heads):
        room = free - _height(head)
        for part, parts in choices:
            rest = [] if turned else _rest(table, part)
            # Of fewer than three rows it must be said; of more where there is room.
            for below in (rest, []) if len(part.rows) >= FEWEST_ROWS else (rest,):
                if _height([*parts, *below]) <= room:
                    return stacked(table, [*head, *parts, *below], foot, HEIGHT)
    return stacked(table, heads[-1], foot, HEIGHT)


def _ways(
    key: PrintedTable, fewest: int, heads: Sequence[list[Part]]
) -> Iterator[tuple[list[Part], Iterable[_Choice]]]:
    """What may stand above, with what may stand below, from the best to what always fits."""
    writers = (_parts_of, _close_parts) if len(key.columns) > 1 else (_parts_of,)
    for count in range(len(key.rows), fewest - 1, -1):
        rows = replace(key, rows=key.rows[:count])
        fitting = Fitting(rows)
        for write in writers:
            # Lists, since each head is tried with all of it.
            choices = list(_telling(rows, fitting, write))
            for head in heads:
                yield head, choices
        if count == FEWEST_ROWS:
            yield heads[-1], _briefly(rows, fitting, writers)
            yield heads[-1], _at_words(rows, writers)
    yield heads[-1], _shortest(key)


def _rest(table: PrintedTable, shown: PrintedTable) -> list[Part]:
    """How many rows that say something stand on the pages that follow."""
    more = len(spoken(table)[0].rows) - len(shown.rows)
    if more <= 0:
        return []
    words = say("export.more_rows", table.language).format(format_number(more, table.language))
    return [text_part(words, SMALLEST, colour=SOFT, above=8, below=0)]


def _height(parts: Sequence[Part]) -> float:
    return sum(part.height for part in parts)


def _heads(table: PrintedTable, free: float) -> Iterator[list[Part]]:
    """Title and answer in ever smaller letters, those that leave half of the room to the rows."""
    for title, answer in zip((_TITLES[0], *_TITLES[:1], *_TITLES[1:], _TITLES[-1]), _ANSWERS, strict=True):
        parts = [
            text_part(table.title, title, "Bold", SOFT, below=8),
            text_part(table.answer, answer, "Bold", below=20),
        ]
        if _height(parts) <= free * 0.52:
            yield parts


def _cut_head(table: PrintedTable, free: float) -> list[Part]:
    """Title and as much of the answer as there is room for."""
    for length in range(300, 60, -20):
        answer_part = text_part(shortened(table.answer, length), SMALLEST, "Bold", below=20)
        parts = [text_part(shortened(table.title, 80), SMALLEST, "Bold", SOFT, below=8), answer_part]
        if _height(parts) <= free * 0.6:
            break
    return parts


def _telling(key: PrintedTable, fitting: Fitting, write: _Write) -> Iterator[_Choice]:
    """The key rows with fewer and fewer letters, as long as each text still tells something."""
    for part in _fewer(fitting):
        if tells(part, key):
            yield part, list(write(part))


def _briefly(key: PrintedTable, fitting: Fitting, writers: Sequence[_Write]) -> Iterator[_Choice]:
    """Three rows in fewer letters than tell much, before there are only two."""
    for part in fitting.steps():
        if tells(part, key, TELLING_BRIEFLY) and not alike(part, key):
            yield from ((part, list(write(part))) for write in writers)


def _at_words(key: PrintedTable, writers: Sequence[_Write]) -> Iterator[_Choice]:
    """Three rows with texts that end within a clause, before there are only two."""
    for limit in _AT_WORDS:
        rows = tuple(
            replace(row, cells=tuple(cut_at_word(cell, limit, key.language) for cell in row.cells)) for row in key.rows
        )
        part = replace(key, rows=rows)
        if tells(part, key, TELLING_BRIEFLY) and not alike(part, key):
            yield from ((part, list(write(part))) for write in writers)


def _shortest(key: PrintedTable) -> Iterator[_Choice]:
    for part in _fewer(Fitting(key)):
        yield part, list(_parts_of(part))


def _fewer(fitting: Fitting) -> Iterator[PrintedTable]:
    """What has room in fewer and fewer letters, each once."""
    before = None
    for room in _KEY_LETTERS:
        part = fitting.within(room)
        if part is not before:
            yield part
        before = part


def _close_parts(key: PrintedTable) -> Iterator[Part]:
    """The values of a row in one paragraph under its name; what they are is said once above, in the same order."""
    heads = _BETWEEN.join(column.heading for column in key.columns)
    yield text_part(heads, SMALLEST, "Bold", SOFT, above=4, below=6)
    for row in key.rows:
        yield named_row(row.name, row.mark, "", HEAD_GROUND)
        words = _BETWEEN.join(map(_words, row.cells))
        yield text_part(words, SMALLEST, above=2, below=6)
    yield from _star(key)


def _parts_of(key: PrintedTable) -> Iterator[Part]:
    if is_grid(key):
        yield head_part(key)
        for parts in row_parts(key):
            yield from parts
    else:
        for row in key.rows:
            yield named_row(row.name, row.mark, "", HEAD_GROUND if key.columns else GROUP_GROUND)
            for column, cell in zip(key.columns, row.cells, strict=True):
                label = f"{column.heading}: " if len(key.columns) > 1 else ""
                yield text_part(label + _words(cell), SMALLEST, below=10, above=4)
    yield from _star(key)


def _words(cell: PrintedCell) -> str:
    return " ".join(f"{line} {mark}" for line, mark in cell.marked).rstrip()


def _star(key: PrintedTable) -> Iterator[Part]:
    if starred(key):
        yield text_part(f"{IMPLIED} {say('basis.implied', key.language)}", SMALLEST, colour=SOFT, above=6, below=0)
