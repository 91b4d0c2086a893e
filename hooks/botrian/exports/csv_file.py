"""A printed table goes in; a CSV file comes out: UTF-8 with the mark that Excel needs for Thai.

First row: headings. Then one row per row of the table. An empty row, and under it what belongs to the table: title,
one-line answer, notes, sources, how to cite, version, link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from botrian.exports.about import about
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.words import say

BYTE_ORDER_MARK = "\ufeff"
#: Where Excel, LibreOffice or Google Sheets would begin a formula: at the start of a cell, and behind what a
#: spreadsheet of another country splits cells at. The signs are as Thai and Chinese keyboards type them, too.
#: ``tables/formats.js`` of the browser has the same; ``tests/exports/cells.json`` holds them together.
_FORMULA = re.compile('(^|[\n\r\t;])(?=[ "\u00a0\u200b-\u200d\u2060-\u2064\ufeff]*+[=+\\-@＝＋－＠﹦﹢﹣﹫])')
_NUMBER = re.compile(r"[+\-−]?[0-9][0-9,]*(\.[0-9]+)?")
_QUOTED = re.compile(r"[\"\n\r\t,;]")


def csv_file(table: PrintedTable) -> bytes:
    """The CSV file. A cell that is just a number is plain digits; every other cell is what people read."""
    lines = [*map(_line, _rows(table)), "", *map(_line, _about(table))]
    return (BYTE_ORDER_MARK + "".join(f"{line}\r\n" for line in lines)).encode("utf-8")


def harmless(text: str) -> str:
    """The text so that no spreadsheet runs a part of it: with an apostrophe before what would start a formula."""
    return text if _NUMBER.fullmatch(text) else _FORMULA.sub(r"\1'", text)


def written(text: str) -> str:
    """A harmless text as a field of the file, in quotes wherever a comma, semicolon or tab could end it."""
    text = harmless(text)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _line(texts: Iterable[str]) -> str:
    return ",".join(map(written, texts))


def _rows(table: PrintedTable) -> Iterator[list[str]]:
    group = [say("export.group", table.language)] if table.grouped else []
    yield [*group, table.row_heading, *(one.heading for one in table.columns)]
    for row in table.rows:
        names = (row.group, row.name) if table.grouped else (row.name,)
        yield [*names, *map(_cell, row.cells)]


def _cell(cell: PrintedCell) -> str:
    number = cell.number
    if number is not None and not number.before and not number.after:
        return f"{number.value:f}"
    return cell.text


def _about(table: PrintedTable) -> Iterator[list[str]]:
    yield [say("export.title", table.language), table.title]
    yield [say("export.answer", table.language), table.answer]
    for one in about(table):
        for text in one.texts:
            yield [one.label, text]
