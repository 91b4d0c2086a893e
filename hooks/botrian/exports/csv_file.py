"""A printed table goes in; a CSV file comes out: UTF-8 with the mark that Excel needs for Thai.

First row: headings. Then one row per row of the table. An empty row, and under it what belongs to the table: title,
one-line answer, notes, sources, how to cite, version, link.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from botrian.exports.about import about
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.words import say

BYTE_ORDER_MARK = "\ufeff"
#: What makes Excel, LibreOffice or Google Sheets run a cell, as typed and as Thai and Chinese keyboards type it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_file(table: PrintedTable) -> bytes:
    """The CSV file. A cell that is just a number is plain digits; every other cell is what people read."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(_rows(table))
    writer.writerow([])
    writer.writerows(_about(table))
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def harmless(text: str) -> str:
    """The text so that no spreadsheet runs it: with an apostrophe before a sign that would start a formula."""
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA_STARTS) else text


def _rows(table: PrintedTable) -> Iterator[list[str]]:
    group = [say("export.group", table.language)] if table.grouped else []
    yield [harmless(text) for text in (*group, table.row_heading, *(one.heading for one in table.columns))]
    for row in table.rows:
        names = (row.group, row.name) if table.grouped else (row.name,)
        yield [*map(harmless, names), *map(_cell, row.cells)]


def _cell(cell: PrintedCell) -> str:
    number = cell.number
    if number is not None and not number.before and not number.after:
        return f"{number.value:f}"
    return harmless(cell.text)


def _about(table: PrintedTable) -> Iterator[list[str]]:
    yield [say("export.title", table.language), harmless(table.title)]
    yield [say("export.answer", table.language), harmless(table.answer)]
    for one in about(table):
        for text in one.texts:
            yield [one.label, harmless(text)]
