"""Kit contents go in; the worksheet comes out: the situations are given, the answers are for the group to write.

A lesson's title often gives its answer away, so the worksheet has none: lessons go by their number. Of each table it
shows what others did as an example and asks for our own area: nobody is asked for what only a source can know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docx.document import Document
from docx.shared import Cm

from botrian.exports import limits
from botrian.exports.lean import document_bytes
from botrian.exports.printed import PrintedCell, PrintedColumn, PrintedRow, PrintedTable
from botrian.kits.contents import KitContents
from botrian.kits.labels import label
from botrian.kits.word import (
    add_blank_table,
    labelled,
    new_document,
    new_page,
    plain_table,
    writing_lines,
)

#: The room for the rows on the first page, and the least and most height of a row.
_ANSWERS, _ANSWER_LEAST, _ANSWER_MOST = Cm(17.6), Cm(2.2), Cm(3.2)
_OWN_ROW = Cm(3)
#: Number, situation, answer; name of a row, and each cell beside it.
_ANSWER_SHARES = (8, 32, 60)
_NAME_SHARE, _CELL_SHARE = 5, 6
#: How many rows of others stand beside ours, and from how many letters a cell of them is too long to be an example.
_OTHERS, _LONG = 2, 160
#: Where rows are topics, so many of them stand beside ours.
_TOPICS = 8
#: Kinds of rows that are areas as ours is.
_AREAS = ("province", "case")
#: The labels that tell how to fill in a row, or a column, of ours.
ROW_LEAD, COLUMN_LEAD = "ours_lead", "ours_lead_column"


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
        _ours(file, table, contents)
    new_page(file, label("more_questions", language), False, contents)
    for question in contents.questions:
        file.add_paragraph(question).paragraph_format.keep_with_next = True
        writing_lines(file, 4)
    return document_bytes(file)


def _blank_lessons(contents: KitContents) -> PrintedTable:
    headings = [label(name, contents.language) for name in ("number", "when", "do")]
    rows = [(str(lesson.number), lesson.when, "") for lesson in contents.lessons]
    return plain_table(contents, headings, rows)


def _ours(file: Document, table: PrintedTable, contents: KitContents) -> None:
    """What others did as an example, and room for ours beside it; then what we want to change."""
    ours = ours_in(table)
    if ours is None:
        return
    lead, filled = ours
    new_page(file, table.title, False, contents)
    file.add_paragraph(label(lead, contents.language))
    if lead == ROW_LEAD:
        _fill_in(file, filled, int(Cm(1)), _OWN_ROW)
    else:
        _fill_in(file, filled, int(Cm(1.6)))
    labelled(file, label("ours_ask", contents.language), "").paragraph_format.keep_with_next = True
    writing_lines(file, 3)


def ours_in(table: PrintedTable) -> tuple[str, PrintedTable] | None:
    """How to fill it in (a label), and the table with room for ours: a row of areas, else a column. None of lessons."""
    if not table.rows or _records(table, "lesson"):
        return None
    if len(_records(table, *_AREAS)) * 2 >= len(table.rows):
        return ROW_LEAD, our_row(table)
    return COLUMN_LEAD, our_column(table)


def _fill_in(file: Document, table: PrintedTable, height: int, last: int = 0) -> None:
    """The table in parts of columns that lie upright."""
    for columns in limits.column_parts(table, limits.DOCX_COLUMNS_UPRIGHT):
        part = limits.part(table, slice(0, len(table.rows)), columns)
        add_blank_table(file, part, False, height, (_NAME_SHARE, *(_CELL_SHARE for _ in part.columns)), last)


def _records(table: PrintedTable, *kinds: str) -> set[str]:
    """The records of these kinds that its rows are of."""
    return {row.record for row in table.rows if row.record.partition(":")[0] in kinds}


def _height(whole: int, rows: int, least: int, most: int) -> int:
    """The height of each of so many rows, so that they fill one page where they can (EMU)."""
    return max(int(least), min(int(most), int(whole) // rows))


def our_row(table: PrintedTable) -> PrintedTable:
    """The two rows that say most in few words, and below them an empty one for the group's own area."""
    ranked = sorted(table.rows, key=lambda row: _worth(row.cells))[:_OTHERS]
    others = tuple(replace(row, group="") for row in table.rows if row in ranked)
    own = PrintedRow("our-area", label("our_area", table.language), (PrintedCell(("",)),) * len(table.columns))
    return replace(table, rows=(*others, own))


def our_column(table: PrintedTable) -> PrintedTable:
    """The names of the first rows, the column that says most of them, and an empty one for the group's own area."""
    rows = table.rows[:_TOPICS]
    best = min(range(len(table.columns)), key=lambda place: _worth([row.cells[place] for row in rows]))
    own = PrintedColumn("our-area", label("our_area", table.language), "text")
    filled = (replace(row, group="", cells=(row.cells[best], PrintedCell(("",)))) for row in rows)
    return replace(table, columns=(table.columns[best], own), rows=tuple(filled))


def _worth(cells: Sequence[PrintedCell]) -> tuple[int, int]:
    """The fewest silent cells come first, then the fewest long ones."""
    return sum(cell.absent is not None for cell in cells), sum(len(cell.text) > _LONG for cell in cells)
