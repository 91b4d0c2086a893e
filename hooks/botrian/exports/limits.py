"""How much of a table a file of each format takes, and what happens to the rest. The one place of these rules.

==========  =====================================================================================================
csv, json,  the whole table, however long and wide
md, html
xlsx        the whole table, up to Excel's own limits: 1,048,575 rows, 16,384 columns, 32,767 letters in a cell;
            a longer text ends with a word that says so
docx        at most 4 columns on upright A4, 7 on A4 across (9 where all are numbers); more columns go into further
            tables with the row headings again; 2,000 rows, then a sentence says how many there are and where
pptx        the answer; three to six key rows (``key_part.py``), a slide for each key column where they are too much for
            one; then all rows with the columns side by side, in letters
            from 20 points down to 11, the largest that have room for three rows, or two, on a slide; a slide whose rows
            leave room has larger ones. More than 8
            columns (16 of numbers) go on further slides with the row headings again; 60 slides, then a sentence on the
            last one says where the rest is; a cell that would fill a slide by itself is cut with a word that says so
svg         the whole table in one picture as wide as a phone: a grid where it has room, else each row's name and, under
            it, every column's heading and value. 300 rows and 40 columns, then a sentence says where the rest is; a
            cell of more than 60 lines is cut with a word. Nothing is under 14 pixels on a phone 360 pixels wide
png         a card with the answer and the key rows, and how many more there are; beside it ``<id>.1.png`` … the same as
            the SVG on pages of 720 by 1,280 pixels at most
embed       200 rows and 40 columns, then the sentence
==========  =====================================================================================================

Very long words break inside (never inside a Thai syllable's marks), in the formats where we set the lines.
Letters that Sarabun does not have (emoji, other scripts) stay text everywhere; only in pictures they are boxes.
Marks that turn the direction of all that follows, and control characters, are left out of every format.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from botrian.exports.printed import PrintedTable
from botrian.thai import clusters, format_number
from botrian.words import say

XLSX_ROWS: Final = 1_048_575
XLSX_COLUMNS: Final = 16_384
XLSX_LETTERS: Final = 32_767

DOCX_COLUMNS_UPRIGHT: Final = 4
DOCX_COLUMNS_ACROSS: Final = 7
DOCX_NUMBER_COLUMNS: Final = 9
DOCX_ROWS: Final = 2_000

PPTX_COLUMNS: Final = 8
PPTX_NUMBER_COLUMNS: Final = 16
PPTX_SLIDES: Final = 60

PICTURE_ROWS: Final = 300
PICTURE_COLUMNS: Final = 40
PICTURE_CELL_LINES: Final = 60

EMBED_ROWS: Final = 200
EMBED_COLUMNS: Final = 40


def part(table: PrintedTable, rows: slice, columns: slice) -> PrintedTable:
    """Some rows and columns of a table; all else stays."""
    kept = tuple(replace(row, cells=row.cells[columns]) for row in table.rows[rows])
    return replace(table, rows=kept, columns=table.columns[columns])


def column_parts(table: PrintedTable, widest: int) -> list[slice]:
    """The columns in as few runs of about the same length as there can be, none longer than ``widest``."""
    count = len(table.columns)
    runs = max(1, -(-count // widest))
    ends = [round(count * number / runs) for number in range(runs + 1)]
    return [slice(start, end) for start, end in pairwise(ends)]


def only_numbers(table: PrintedTable) -> bool:
    """Whether every cell is a bare number or an empty sign of a column of numbers."""
    return all(column.type == "number" for column in table.columns) and all(
        (cell.number is not None and not cell.number.before and not cell.number.after) or cell.absent == "none"
        for row in table.rows
        for cell in row.cells
    )


def rest_words(table: PrintedTable, rows: int, columns: int) -> str:
    """Which part of the table is here and where the rest is; empty where it is all here."""
    if rows >= len(table.rows) and columns >= len(table.columns):
        return ""
    numbers = (rows, len(table.rows), columns, len(table.columns))
    shown = (format_number(number, table.language) for number in numbers)
    return say("export.rest", table.language).format(*shown, table.provenance.link)


def shortened(text: str, letters: int, table: PrintedTable) -> str:
    """A text of at most this many letters as Office counts them (UTF-16); one that is cut says so."""
    ending = say("export.rest_of_cell", table.language)
    return fitted(text, letters, ending)


def fitted(text: str, letters: int, ending: str = "…") -> str:
    """The text, cut between signs that must stay whole where it is longer than this many UTF-16 units."""
    if _units(text) <= letters:
        return text
    kept: list[str] = []
    room = letters - _units(ending)
    for sign in clusters(text[:letters]):
        room -= _units(sign)
        if room < 0:
            break
        kept.append(sign)
    return "".join(kept).rstrip() + ending


def _units(text: str) -> int:
    return len(text) + sum(1 for sign in text if sign > "\uffff")
