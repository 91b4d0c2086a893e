"""A printed table goes in; a CSV file (RFC 4180) comes out: UTF-8 with the mark that Excel needs for Thai.

The first row holds the names of the columns (``data_columns.py``), then comes one row for each row of the table, and
nothing else. Titles, meanings, sources and licence stand beside it, in ``<id>.csv-metadata.json`` (``csvw.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from botrian.exports.data_columns import data_columns
from botrian.exports.printed import PrintedTable

BYTE_ORDER_MARK = "\ufeff"
#: Where Excel, LibreOffice or Google Sheets would begin a formula: at the start of a cell, and behind what a
#: spreadsheet of another country splits cells at. The signs are as Thai and Chinese keyboards type them, too.
#: ``tables/formats.js`` of the browser has the same; ``tests/exports/cells.json`` holds them together.
_FORMULA = re.compile('(^|[\n\r\t;])(?=[ "\u00a0\u200b-\u200d\u2060-\u2064\ufeff]*+[=+\\-@＝＋－＠﹦﹢﹣﹫])')
_NUMBER = re.compile(r"[+\-−]?[0-9][0-9,]*(\.[0-9]+)?")
_QUOTED = re.compile(r"[\"\n\r\t,;]")


def csv_file(table: PrintedTable) -> bytes:
    """The CSV file."""
    columns = data_columns(table)
    return csv_text([one.name for one in columns], zip(*(one.values for one in columns), strict=True))


def csv_text(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A head and rows of texts as a CSV file in which no spreadsheet finds a formula."""
    lines = (",".join(map(written, row)) for row in (head, *rows))
    return (BYTE_ORDER_MARK + "".join(f"{line}\r\n" for line in lines)).encode("utf-8")


def harmless(text: str) -> str:
    """The text so that no spreadsheet runs a part of it: with an apostrophe before what would start a formula."""
    return text if _NUMBER.fullmatch(text) else _FORMULA.sub(r"\1'", text)


def written(text: str) -> str:
    """A harmless text as a field of the file, in quotes wherever a comma, semicolon or tab could end it."""
    text = harmless(text)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
