"""A printed table goes in; the script comes out that hands all of it to the writers of the browser.

It is loaded when somebody takes a selection along. Texts are as the files write them, with a sign between the pieces
that a line keeps whole, since the browser does not know Thai words (``browser/modules/office/ruler.js``).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from typing import Any

from botrian.addresses.qr import qr_png, qr_squares
from botrian.browser import handing
from botrian.exports.printed import CellData, PrintedCell, PrintedRow, PrintedTable
from botrian.exports.thai_lines import cut_thai
from botrian.records import Language
from botrian.words import say, words

#: The ending of the script.
ENDING = "js"
#: Stands between pieces; ``printed.printable`` keeps it out of texts.
BETWEEN = "\x7f"
_MOST_DIGITS = 15
_ROOMS_OF_WORDS = ("export.", "licence.")
_WORDS = ("basis.implied", "kind.table", "absent.not-looked-up")
#: What stands for a cell of which nothing is known, of which a table may have thousands.
_NOTHING = 0


def taken_file(table: PrintedTable) -> bytes:
    """The script: it calls ``window.botrianOffice.take`` with the table's id and the table."""
    return handing("botrianOffice", table.id, taken(table))


def taken(table: PrintedTable) -> dict[str, Any]:
    """The table as ``office/table.js`` reads it; what is empty is left out of cells and rows."""
    return {name: _cut(value) for name, value in _whole(table).items()}


def _whole(table: PrintedTable) -> dict[str, Any]:
    origin = table.provenance
    places: dict[str, int] = {}
    silent = say("absent.not-looked-up", table.language)
    rows = [_row(row, places, silent) for row in table.rows]
    return {
        "id": table.id,
        "language": table.language,
        "title": table.title,
        "answer": table.answer,
        "question": table.question,
        "silence": table.silence,
        "rowHeading": table.row_heading,
        "notes": table.notes,
        "columns": [
            {"id": one.id, "name": one.name, "type": one.type, "unit": one.unit, "definition": one.definition}
            for one in table.columns
        ],
        "rows": rows,
        "places": list(places),
        "cited": [(one.number, one.source, one.place, one.short, one.url) for one in table.cited],
        "keyRows": table.key_rows,
        "keyColumns": table.key_columns,
        "origin": {
            "link": origin.link,
            "version": origin.version,
            "cite": origin.cite,
            "changed": table.changed.isoformat(),
            "changedWords": origin.changed_words,
            "publisher": origin.publisher,
            "sources": [(one.short, one.cite_as) for one in origin.sources],
        },
        "code": base64.b64encode(qr_png(origin.link)).decode("ascii"),
        "squares": ["".join("1" if dark else "0" for dark in row) for row in qr_squares(origin.link)],
    }


@cache
def office_words() -> Mapping[Language, Mapping[str, str]]:
    """The words that the writers say, by their names, in each language."""
    found = {name: text for name, text in words().items() if name.startswith(_ROOMS_OF_WORDS) or name in _WORDS}
    both: tuple[Language, ...] = ("th", "en")
    return {
        language: {name: cut_thai(text.in_(language), BETWEEN) for name, text in found.items()} for language in both
    }


def _cut(value: Any) -> Any:
    """The value with the sign between the pieces of all its Thai."""
    if isinstance(value, str):
        return cut_thai(value, BETWEEN)
    if isinstance(value, Mapping):
        return {name: _cut(one) for name, one in value.items()}
    return [_cut(one) for one in value] if isinstance(value, (list, tuple)) else value


def _row(row: PrintedRow, places: dict[str, int], silent: str) -> dict[str, Any]:
    return _filled(
        id=row.id,
        name=row.name,
        group=row.group,
        url=row.url,
        marks=row.marks,
        places=_places(row.citations, places),
        record=row.record,
        cited=row.cited,
        cells=[_NOTHING if _says_nothing(cell, silent) else _cell(cell, places) for cell in row.cells],
    )


def _says_nothing(cell: PrintedCell, silent: str) -> bool:
    return cell.absent == "not-looked-up" and cell.lines == (silent,) and not cell.marks and cell.data == CellData()


def _cell(cell: PrintedCell, places: dict[str, int]) -> dict[str, Any]:
    return _filled(
        lines=cell.lines,
        number=_number(cell),
        date=cell.date.iso() if cell.date else "",
        absent=cell.absent,
        marks=cell.marks,
        places=_places(cell.citations, places),
        data=_data(cell.data),
    )


def _data(one: CellData) -> dict[str, Any]:
    return _filled(
        number="" if one.number is None else f"{one.number:f}",
        date=one.date.iso() if one.date else "",
        unit=one.unit,
        qualifier="" if one.qualifier == "exact" else one.qualifier,
        year=one.year.iso() if one.year else "",
        records=one.records,
        citations=one.citations,
        note=one.note,
    )


def _number(cell: PrintedCell) -> tuple[str, str, str, int] | None:
    """The number as a spreadsheet takes it, the words around it, and its decimals; -1 where it has too many digits."""
    if cell.number is None:
        return None
    sign = cell.number.value.as_tuple()
    decimals = -sign.exponent if isinstance(sign.exponent, int) and sign.exponent < 0 else 0
    fits = len(sign.digits) <= _MOST_DIGITS
    return f"{cell.number.value:.16G}", cell.number.before, cell.number.after, decimals if fits else -1


def _places(citations: tuple[str, ...], places: dict[str, int]) -> list[int]:
    return [places.setdefault(one, len(places)) for one in citations]


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value or name == "cells"}
