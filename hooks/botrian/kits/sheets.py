"""Kit contents go in; every sheet that the agenda promises comes out, each on a page of its own.

The kit's own sheets in the order of its parts, then those of every workshop: the evaluation and what was agreed, to be
looked at again after 30 days. All ask about those who are in the room, nothing that has to be looked up.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.shared import Cm

from botrian.exports.lean import document_bytes
from botrian.kits.contents import KitContents, PrintedSheet
from botrian.kits.guide import guide_sheet
from botrian.kits.labels import label
from botrian.kits.word import add_blank_table, labelled, new_document, new_page, plain_table, writing_lines

#: The height that is left for writing on a page with a heading, and the least and most height of a row.
_ROOM, _LEAST, _MOST = 20.5, 0.9, 2.6
_LINE = 0.95
_PROMPT = 1.0
_FOLLOW_UP_ROWS = 7
#: From so many columns on a sheet lies across.
_ACROSS = 5


def sheets(contents: KitContents) -> bytes:
    """The Word file's bytes."""
    file = new_document(contents, "sheets")
    for number, sheet in enumerate(sheets_of(contents)):
        _sheet(file, sheet, contents, first=number == 0)
    return document_bytes(file)


def sheets_of(contents: KitContents) -> Iterator[PrintedSheet]:
    """The sheets of the kit's parts, then the two that every workshop has."""
    language = contents.language
    yield from (part.sheet for part in contents.parts if part.sheet)
    yield PrintedSheet(
        label("follow_up", language),
        label("follow_up_text", language),
        headings=guide_sheet("follow_up", "headings", language),
        rows=("",) * _FOLLOW_UP_ROWS,
    )
    yield PrintedSheet(
        label("evaluation", language),
        label("evaluation_text", language),
        prompts=guide_sheet("evaluation", "prompts", language),
        headings=guide_sheet("evaluation", "headings", language),
        rows=guide_sheet("evaluation", "rows", language),
    )


def _sheet(file: Document, sheet: PrintedSheet, contents: KitContents, first: bool) -> None:
    across = len(sheet.headings) >= _ACROSS
    if first and not across:
        file.add_heading(sheet.title, level=2)
    else:
        new_page(file, sheet.title, across, contents)
    file.add_paragraph(sheet.text)
    labelled(file, label("group", contents.language), "………………………………………………")
    room = (_ROOM - 7 if across else _ROOM) - (3.5 if first else 0)
    if sheet.headings:
        room -= _table(file, sheet, contents, across, room if not sheet.prompts else room / 2)
    lines = _lines(len(sheet.prompts), room)
    for prompt in sheet.prompts:
        labelled(file, prompt, "").paragraph_format.keep_with_next = True
        writing_lines(file, lines)


def _table(file: Document, sheet: PrintedSheet, contents: KitContents, across: bool, room: float) -> float:
    """The table, its rows as high as the room gives; what it takes of it (cm)."""
    height = max(_LEAST, min(_MOST, room / (len(sheet.rows) + 1)))
    rows = [(name, *[""] * (len(sheet.headings) - 1)) for name in sheet.rows]
    widths = (7 if any(sheet.rows) else 5, *[5] * (len(sheet.headings) - 1))
    add_blank_table(file, plain_table(contents, sheet.headings, rows), across, int(Cm(height)), widths)
    return height * (len(sheet.rows) + 1)


def _lines(prompts: int, room: float) -> int:
    """How many lines each prompt gets, from two to six."""
    return max(2, min(6, int((room / prompts - _PROMPT) / _LINE))) if prompts else 0
