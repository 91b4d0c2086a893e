"""A printed table goes in; where everything stands in its pictures comes out: one whole, pages for a chat, a card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from botrian.exports import limits
from botrian.exports.drawing import Drawing
from botrian.exports.key_part import spoken
from botrian.exports.picture_parts import (
    EDGE,
    HEAD_GROUND,
    PAGE_HEIGHT,
    SMALLEST,
    SOFT,
    Part,
    foot_part,
    named_row,
    origin_words,
    stacked,
    text_part,
)
from botrian.exports.picture_rows import head_part, row_parts
from botrian.exports.printed import PrintedTable
from botrian.thai import format_number
from botrian.words import say

_TITLE, _ANSWER = 46, 42


def drawing(table: PrintedTable) -> Drawing:
    """The whole table in one picture: every column, every row that says something, up to ``limits.PICTURE_ROWS``."""
    shown, rest, silent = _shown(table)
    rows = [part for parts in row_parts(shown) for part in parts]
    return stacked(table, [*_title(table), head_part(shown), *rows, *_after(table, rest, silent)], _foot(table))


def pages(table: PrintedTable) -> list[Drawing]:
    """The same on pages that a phone shows whole, at most 1,777 units high; a row goes on with its name again."""
    shown, rest, silent = _shown(table)
    head = head_part(shown)
    filled: list[list[Part]] = [[*_title(table), head]]
    free = _free(filled[0])
    for row, parts in zip(shown.rows, row_parts(shown), strict=True):
        for part in _kept_together(parts):
            needed = sum(one.height for one in part)
            if needed > free and len(filled[-1]) > 2:
                again = [] if part[0] is parts[0] or head.height else [_again(row.name, table)]
                filled.append([_page_title(table), head, *again])
                free = _free(filled[-1])
            filled[-1].extend(part)
            free -= needed
    for note in _after(table, rest, silent):
        if note.height > free:
            filled.append([_page_title(table), Part(0)])
            free = _free(filled[-1])
        filled[-1].append(note)
        free -= note.height
    return [stacked(table, parts, _foot(table, number, len(filled))) for number, parts in enumerate(filled, start=1)]


def table_top(picture: Drawing) -> float:
    """Where the table begins, in units; the top of a page that words fill before the table."""
    return next((ground.y for ground in picture.grounds if ground.colour == HEAD_GROUND), 0)


def _shown(table: PrintedTable) -> tuple[PrintedTable, str, Sequence[str]]:
    """The rows that say something, in a number that a picture can hold; what is said of the rest; the silent rows."""
    said, silent = spoken(table)
    shown = limits.part(said, slice(0, limits.PICTURE_ROWS), slice(0, limits.PICTURE_COLUMNS))
    return shown, limits.rest_words(said, len(shown.rows), len(shown.columns)), silent


def _title(table: PrintedTable) -> tuple[Part, Part]:
    return text_part(table.title, _TITLE, "Bold", below=6), text_part(table.answer, _ANSWER, below=16)


def _page_title(table: PrintedTable) -> Part:
    return text_part(table.title, SMALLEST, "Bold", SOFT, below=14)


def _again(name: str, table: PrintedTable) -> Part:
    return named_row(say("export.goes_on", table.language).format(name), "", "", HEAD_GROUND)


def _free(parts: Sequence[Part]) -> float:
    foot = 3 * SMALLEST * 1.42 + 24  # the foot of a page, measured at its highest
    return PAGE_HEIGHT - 2 * EDGE - foot - sum(part.height for part in parts)


def _kept_together(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """Headings with what follows them."""
    held: tuple[Part, ...] = ()
    for part in parts:
        held = (*held, part)
        if not part.with_next:
            yield held
            held = ()
    if held:
        yield held


def _foot(table: PrintedTable, number: int = 1, count: int = 1) -> Part:
    publisher, link = origin_words(table)
    if count == 1:
        return foot_part(table, (publisher, link))
    digits = (format_number(one, table.language) for one in (number, count))
    place = say("export.page", table.language).format(*digits)
    return foot_part(table, (f"{place} · {publisher}",))


def _after(table: PrintedTable, rest: str, silent: Sequence[str]) -> Iterator[Part]:
    """What is not here, notes, and what the numbers in the cells stand for, each short."""
    if rest:
        yield text_part(rest, SMALLEST, "Bold", above=12)
    if silent:
        words = say("export.silent_rows", table.language).format(", ".join(silent))
        yield text_part(words, SMALLEST, colour=SOFT, above=12)
    for note in table.notes:
        yield text_part(note, SMALLEST, colour=SOFT, above=12)
    if table.cited:
        yield text_part(say("export.citations", table.language), SMALLEST, "Bold", SOFT, above=12, below=0)
    for line in cited_lines(table):
        yield text_part(line, SMALLEST, colour=SOFT, below=2)
    if not table.cited and table.provenance.sources:
        label = say("export.sources", table.language)
        yield text_part(f"{label}: {table.provenance.short_sources}", SMALLEST, colour=SOFT, above=12)


def cited_lines(table: PrintedTable) -> Iterator[str]:
    """The numbered list in few words: each source with the numbers and pages of its places, a dozen to a line."""
    by_source: dict[str, list[str]] = {}
    for one in table.cited:
        by_source.setdefault(one.source, []).append(f"[{one.number}] {one.short}".rstrip())
    for source, places in by_source.items():
        for start in range(0, len(places), 12):
            yield f"{source}: {' '.join(places[start : start + 12])}"
