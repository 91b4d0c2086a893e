"""Kit contents go in; the worksheet comes out: the situations are given, the answers are for the group to write.

A lesson's title often gives its answer away, so the worksheet has none: lessons go by their number.
"""

from __future__ import annotations

from dataclasses import replace

from docx.document import Document
from docx.shared import Cm

from botrian.exports import limits
from botrian.exports.printed import PrintedCell, PrintedRow, PrintedTable
from botrian.kits.contents import KitContents
from botrian.kits.labels import label
from botrian.kits.word import (
    add_blank_table,
    finished,
    is_wide,
    labelled,
    new_document,
    new_page,
    plain_table,
    writing_lines,
)

#: The room for the rows on the first page and on a page across, and the least and most height of a row.
_ANSWERS, _ANSWER_LEAST, _ANSWER_MOST = Cm(17.6), Cm(2.2), Cm(3.2)
_ROWS_ACROSS, _ROWS_UPRIGHT, _ROW_LEAST, _ROW_MOST = Cm(12.2), Cm(19), Cm(1), Cm(1.4)
#: Number, situation, answer; name of a row, and each cell beside it.
_ANSWER_SHARES = (8, 32, 60)
_NAME_SHARE, _CELL_SHARE = 5, 6


def worksheet(contents: KitContents) -> bytes:
    """The Word file's bytes."""
    language = contents.language
    file = new_document(contents, "worksheet")
    labelled(file, label("group", language), "………………………………………………")
    file.add_heading(label("lessons", language), level=2)
    file.add_paragraph(label("worksheet_lead", language))
    height = _height(_ANSWERS, len(contents.lessons), _ANSWER_LEAST, _ANSWER_MOST)
    add_blank_table(file, _blank_lessons(contents), False, height, _ANSWER_SHARES)
    for table in contents.tables:
        _blank(file, table, contents)
    new_page(file, label("more_questions", language), False, contents)
    for question in contents.questions:
        file.add_paragraph(question).paragraph_format.keep_with_next = True
        writing_lines(file, 4)
    return finished(file)


def _blank_lessons(contents: KitContents) -> PrintedTable:
    headings = [label(name, contents.language) for name in ("number", "when", "do")]
    rows = [(str(lesson.number), lesson.when, "") for lesson in contents.lessons]
    return plain_table(contents, headings, rows)


def _blank(file: Document, table: PrintedTable, contents: KitContents) -> None:
    across = is_wide(table)
    new_page(file, table.title, across, contents)
    file.add_paragraph(label("worksheet_table", contents.language))
    whole = _ROWS_ACROSS if across else _ROWS_UPRIGHT
    height = _height(whole, len(table.rows) + 1, _ROW_LEAST, _ROW_MOST)
    widest = limits.DOCX_COLUMNS_ACROSS if across else limits.DOCX_COLUMNS_UPRIGHT
    for columns in limits.column_parts(table, widest):
        blank = limits.part(blank_table(table), slice(0, limits.DOCX_ROWS), columns)
        add_blank_table(file, blank, across, height, (_NAME_SHARE, *(_CELL_SHARE for _ in blank.columns)))


def _height(whole: int, rows: int, least: int, most: int) -> int:
    """The height of each of so many rows, so that they fill one page where they can (EMU)."""
    return max(int(least), min(int(most), int(whole) // rows))


def blank_table(table: PrintedTable) -> PrintedTable:
    """The table with its row names and no values, and a first row for the group's own area."""
    empty = (PrintedCell(("",)),) * len(table.columns)
    own = PrintedRow("our-area", label("our_area", table.language), empty)
    return replace(table, rows=(own, *(replace(row, cells=empty, group="") for row in table.rows)))
