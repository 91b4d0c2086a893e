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

_ANSWER_HEIGHT, _CELL_HEIGHT = int(Cm(2.9)), int(Cm(1.3))
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
    add_blank_table(file, _blank_lessons(contents), False, _ANSWER_HEIGHT, _ANSWER_SHARES)
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
    widest = limits.DOCX_COLUMNS_ACROSS if across else limits.DOCX_COLUMNS_UPRIGHT
    for columns in limits.column_parts(table, widest):
        blank = limits.part(blank_table(table), slice(0, limits.DOCX_ROWS), columns)
        add_blank_table(file, blank, across, _CELL_HEIGHT, (_NAME_SHARE, *(_CELL_SHARE for _ in blank.columns)))


def blank_table(table: PrintedTable) -> PrintedTable:
    """The table with its row names and no values, and a first row for the group's own area."""
    empty = (PrintedCell(("",)),) * len(table.columns)
    own = PrintedRow("our-area", label("our_area", table.language), empty)
    return replace(table, rows=(own, *(replace(row, cells=empty, group="") for row in table.rows)))
