"""A printed table goes in; an Excel workbook comes out: the table, and a second sheet with all that belongs to it.

Numbers and dates are typed, with the words around them in the cell's number format ("about 2,000"). A text is always
written as text, so that none runs as a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # it ships no types

from botrian.exports import limits
from botrian.exports.about import about
from botrian.exports.measure import letters
from botrian.exports.office import property_text
from botrian.exports.printed import PrintedCell, PrintedNumber, PrintedTable
from botrian.records import When
from botrian.words import say

FONT = "Sarabun"
#: Excel keeps about 200 number formats in a file; further cells with words around a number become text.
_MOST_FORMATS = 150
#: Excel knows 15 digits of a number; a longer one stays text, as it is.
_MOST_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)
_WIDEST, _NARROWEST = 60, 9
#: Excel's names of a day in the Buddhist calendar in Thai, and in English.
_DAY_FORMATS = {"th": '[$-107041E]d mmmm "พ.ศ." yyyy', "en": "[$-409]d mmmm yyyy"}
_MONTH_FORMATS = {"th": '[$-107041E]mmmm "พ.ศ." yyyy', "en": "[$-409]mmmm yyyy"}


def workbook(table: PrintedTable) -> bytes:
    """The workbook's bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    created = datetime.combine(table.changed, time(), UTC).replace(tzinfo=None)
    book.set_properties(
        {
            "title": property_text(table.title),
            "author": property_text(table.provenance.publisher),
            "created": created,
        }
    )
    looks = _Looks(book)
    _table_sheet(book, looks, table)
    _about_sheet(book, looks, table)
    book.close()
    return out.getvalue()


@dataclass
class _Looks:
    """The formats of one workbook, each made once."""

    book: Any
    made: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)

    def of(self, **more: object) -> Any:
        """The look with these properties on top of what all cells share."""
        shared: Mapping[str, object] = {"font_name": FONT, "font_size": 11, "text_wrap": True, "valign": "top"}
        key = tuple(sorted({**shared, **more}.items(), key=lambda one: one[0]))
        if key not in self.made:
            self.made[key] = self.book.add_format(dict(key))
        return self.made[key]

    def allows(self, number_format: str) -> bool:
        """Whether the file still takes this number format."""
        if len(self.numbers) >= _MOST_FORMATS and number_format not in self.numbers:
            return False
        self.numbers.add(number_format)
        return len(number_format) <= 255


def _table_sheet(book: Any, looks: _Looks, table: PrintedTable) -> None:
    name = _sheet_name(table.title)
    taken = (_sheet_name(say("export.about", table.language)).casefold(), "history")
    sheet = book.add_worksheet(name if name.casefold() not in taken else "Table")
    names = [say("export.group", table.language)] if table.grouped else []
    names = [*names, table.row_heading]
    shown = table.columns[: limits.XLSX_COLUMNS - len(names)]
    rows = table.rows[: limits.XLSX_ROWS]
    head = looks.of(bold=True, bg_color="#DFE9E4", border=1, border_color="#74827E")
    for column, heading in enumerate([*names, *(one.heading for one in shown)]):
        sheet.write_string(0, column, heading, head)
    granularity = [_granularity(table, place) for place in range(len(shown))]
    for number, row in enumerate(rows, start=1):
        for column, name in enumerate((row.group, row.name) if table.grouped else (row.name,)):
            sheet.write_string(number, column, limits.shortened(name, limits.XLSX_LETTERS, table), looks.of(bold=True))
        for place, cell in enumerate(row.cells[: len(shown)]):
            _write(sheet, looks, table, (number, len(names) + place), cell, granularity[place])
    _layout(sheet, table, len(names), len(shown), len(rows))


def _layout(sheet: Any, table: PrintedTable, names: int, columns: int, rows: int) -> None:
    """Widths, frozen header and row headings, filter, and A4 across with the header on every page."""
    for column, width in enumerate(_widths(table, names, columns)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, names)
    sheet.autofilter(0, 0, max(rows, 1), names + columns - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{table.title.replace('&', '&&')[:200]}")
    sheet.set_footer(f"&L{table.provenance.short_link[:180]}&R&P/&N")


def _widths(table: PrintedTable, names: int, columns: int) -> Iterator[float]:
    sample = table.rows[:500]
    if names == 2:
        yield _width([row.group for row in sample])
    yield _width([table.row_heading, *(row.name for row in sample)])
    for place in range(columns):
        yield _width([table.columns[place].heading, *(row.cells[place].text for row in sample)])


def _width(texts: Sequence[str]) -> float:
    widest = max((letters(line) for text in texts for line in text.split("\n")), default=0)
    return max(_NARROWEST, min(_WIDEST, widest + 2 if widest < 24 else 24 + (widest - 24) * 0.3))


def _write(
    sheet: Any, looks: _Looks, table: PrintedTable, place: tuple[int, int], cell: PrintedCell, granularity: str
) -> None:
    if cell.number is not None and _fits(cell.number):
        number_format = _number_format(cell.number)
        if looks.allows(number_format):
            sheet.write_number(*place, cell.number.value, looks.of(num_format=number_format, align="right"))
            return
    if cell.date is not None and granularity:
        written = _typed_date(cell.date, table.language, granularity)
        if isinstance(written[0], date):
            sheet.write_datetime(*place, written[0], looks.of(num_format=written[1], align="left"))
        else:
            sheet.write_number(*place, written[0], looks.of(num_format=written[1], align="left"))
        return
    look = looks.of(font_color="#4C5A57") if cell.absent else looks.of()
    sheet.write_string(*place, limits.shortened(cell.text, limits.XLSX_LETTERS, table), look)


def _fits(number: PrintedNumber) -> bool:
    return len(number.value.as_tuple().digits) <= _MOST_DIGITS and '"' not in number.before + number.after


def _number_format(number: PrintedNumber) -> str:
    """As many decimals as were given, a comma at the thousands, the words around it in quotes."""
    exponent = number.value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    return _quoted(number.before) + digits + _quoted(number.after)


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""


def _granularity(table: PrintedTable, place: int) -> str:
    """How exact the dates of a column are; empty where they differ, for then they cannot be sorted as one kind."""
    dates = [row.cells[place].date for row in table.rows]
    found = {one.granularity for one in dates if one is not None}
    if len(found) != 1 or any(one.earliest() < _FIRST_DAY for one in dates if one is not None):
        return ""
    return found.pop()


def _typed_date(when: When, language: str, granularity: str) -> tuple[date | int, str]:
    """A day or month as Excel's date, a year as a number; each with the format that shows it as people read it."""
    if granularity == "year":
        year = when.be_year if language == "th" else when.ce_year
        before, _, after = when.format("th" if language == "th" else "en").partition(str(year))
        return year, f"{_quoted(before)}0{_quoted(after)}"
    formats = _DAY_FORMATS if granularity == "day" else _MONTH_FORMATS
    return when.earliest(), formats[language]


def _sheet_name(title: str) -> str:
    """At most 31 letters, without the signs that Excel keeps for itself."""
    name = re.sub(r"[\[\]:*?/\\]", " ", title).strip(" '")
    return limits.fitted(name, 31) if name else "Table"


def _about_sheet(book: Any, looks: _Looks, table: PrintedTable) -> None:
    language = table.language
    sheet = book.add_worksheet(_sheet_name(say("export.about", language)))
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    bold, plain = looks.of(bold=True), looks.of()
    lines = [(say("export.title", language), table.title), (say("export.answer", language), table.answer)]
    if table.question:
        lines.append((say("export.question", language), table.question))
    lines += [(one.label, text) for one in about(table) for text in one.texts]
    lines += [("", ""), (say("export.source_of_cell", language), "")]
    lines += list(_cited(table))
    for number, (label, text) in enumerate(lines):
        sheet.write_string(number, 0, limits.shortened(label, limits.XLSX_LETTERS, table), bold)
        sheet.write_string(number, 1, limits.shortened(text, limits.XLSX_LETTERS, table), plain)


def _cited(table: PrintedTable) -> Iterator[tuple[str, str]]:
    """Each cell that rests on a source, by its row and column."""
    for row in table.rows:
        if row.citations:
            yield row.name, "; ".join(row.citations)
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell.citations:
                yield f"{row.name} · {column.name}", "; ".join(cell.citations)
