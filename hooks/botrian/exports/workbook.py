"""A printed table goes in; an Excel workbook comes out: the table, and a second sheet with all that belongs to it.

Numbers and dates are typed, with the words around them in the cell's number format ("about 2,000"). A text is always
written as text, so that none runs as a formula.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # it ships no types
from xlsxwriter.utility import xl_range_abs  # type: ignore[import-untyped]

from botrian.exports import limits
from botrian.exports.about import about
from botrian.exports.colours import EDGE_INK, HEAD_GROUND, LINK_INK, SOFT_INK, css
from botrian.exports.measure import letters, longest_words
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
#: What A4 across takes beside each other in letters of nine points, and how much smaller than on the screen they are.
_PAPER, _SMALLEST_SCALE = 172, 82
#: Points from line to line of eleven-point Sarabun, and what is added for words that end a line early.
_LINE, _SAFETY = 19.0, 0.95
_ABOUT_WIDTHS = (26, 80)
#: Excel's limits for links: how many on a sheet, and how long their addresses are.
_MOST_LINKS, _LONGEST_LINK = 60_000, 2_000
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
    head = looks.of(bold=True, bg_color=css(HEAD_GROUND), border=1, border_color=css(EDGE_INK))
    for column, heading in enumerate([*names, *(one.heading for one in shown)]):
        sheet.write_string(0, column, heading, head)
    granularity = [_granularity(table, place) for place in range(len(shown))]
    for number, row in enumerate(rows, start=1):
        if table.grouped:
            group = limits.shortened(row.group, limits.XLSX_LETTERS, table)
            sheet.write_string(number, 0, group, looks.of(bold=True))
        name = limits.shortened(row.name, limits.XLSX_LETTERS, table)
        _write_link(sheet, (number, len(names) - 1), name, row.url if number <= _MOST_LINKS else "", looks, bold=True)
        for place, cell in enumerate(row.cells[: len(shown)]):
            _write(sheet, looks, table, (number, len(names) + place), cell, granularity[place])
    headings = [*names, *(one.heading for one in shown)]
    _layout(sheet, table, len(names), len(shown), len(rows))
    _as_table(sheet, table, headings, len(rows), head)
    book.define_name("kb_table", f"={_quoted_sheet(sheet)}!{xl_range_abs(0, 0, max(len(rows), 1), len(headings) - 1)}")


def _layout(sheet: Any, table: PrintedTable, names: int, columns: int, rows: int) -> None:
    """Widths, heights, frozen header and row headings, and A4 across with the header on every page.

    What is printed keeps letters of nine points: where the columns do not fit beside each other, they go on on further
    sheets with the row headings again.
    """
    longest = [min(float(_WIDEST), found + 3.0) for found in longest_words(table, most=24)[1 : columns + 1]]
    widths = _on_paper(list(_widths(table, names, columns)), longest)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    _set_heights(sheet, table, names, widths, rows)
    sheet.freeze_panes(1, names)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
    if sum(widths) <= _PAPER:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(_SMALLEST_SCALE)
        sheet.repeat_columns(0, names - 1)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{table.title.replace('&', '&&')[:200]}")
    sheet.set_footer(f"&L{table.provenance.short_link[:180]}&R&P/&N")


def _on_paper(widths: list[float], longest: Sequence[float]) -> list[float]:
    """Widths that A4 across takes at nine points, where the longest words let them."""
    over = sum(widths) - _PAPER
    least = [*widths[: len(widths) - len(longest)], *longest]
    give = [max(0.0, width - room) for width, room in zip(widths, least, strict=True)]
    if over <= 0 or sum(give) < over:
        return widths
    return [width - over * more / sum(give) for width, more in zip(widths, give, strict=True)]


def _set_heights(sheet: Any, table: PrintedTable, names: int, widths: Sequence[float], rows: int) -> None:
    """A height for every row: Calc keeps one line for all where a file says none, and prints rows over each other."""
    headings = [table.row_heading, *(column.heading for column in table.columns)]
    shown = widths[names - 1 :]
    sheet.set_row(0, _height(headings, shown))
    for number, row in enumerate(table.rows[:rows], start=1):
        sheet.set_row(number, _height([row.name, *(cell.text for cell in row.cells)], shown))


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Points for the tallest of the cells; Excel takes 409 at most."""
    tallest = max(_lines_in(text, width) for text, width in zip(texts, widths, strict=False))
    return min(409.0, 4 + tallest * _LINE)


def _lines_in(text: str, width: float) -> int:
    return sum(max(1, math.ceil(letters(line) * _SAFETY / width)) for line in text.split("\n"))


def _as_table(sheet: Any, table: PrintedTable, headings: Sequence[str], rows: int, head: Any) -> None:
    """Excel's own table: sorting, filtering and a name for formulas. Its headings must differ and be short."""
    unique = len({heading.casefold() for heading in headings}) == len(headings)
    if not rows or not unique or any(not heading or len(heading) > 255 or "\n" in heading for heading in headings):
        sheet.autofilter(0, 0, max(rows, 1), len(headings) - 1)
        return
    columns = [{"header": heading, "header_format": head} for heading in headings]
    name = "table_" + re.sub("[^a-z0-9]", "_", table.id.lower())[:200]
    look = {"columns": columns, "name": name, "style": "Table Style Light 1", "first_column": True}
    sheet.add_table(0, 0, rows, len(headings) - 1, look)


def _quoted_sheet(sheet: Any) -> str:
    return "'" + str(sheet.get_name()).replace("'", "''") + "'"


def _write_link(sheet: Any, place: tuple[int, int], text: str, url: str, looks: _Looks, *, bold: bool = False) -> None:
    """A text that leads to an address where there is one."""
    if url and text and len(url) <= _LONGEST_LINK:
        look = looks.of(bold=bold, font_color=css(LINK_INK), underline=1)
        sheet.write_url(*place, url, look, text)
    else:
        sheet.write_string(*place, text, looks.of(bold=bold) if bold else looks.of())


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
    look = looks.of(font_color=css(SOFT_INK)) if cell.absent else looks.of()
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
    for column, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(column, column, width)
    bold = looks.of(bold=True)
    lines = [(say("export.title", language), table.title), (say("export.answer", language), table.answer)]
    if table.question:
        lines.append((say("export.question", language), table.question))
    lines += [(one.label, text) for one in about(table) for text in one.texts]
    lines += [("", ""), (say("export.source_of_cell", language), "")]
    lines += list(_cited(table))
    urls = {f"[{one.number}] {one.words}": one.url for one in table.cited} | {
        table.provenance.link: table.provenance.link
    }
    for number, (label, text) in enumerate(lines):
        sheet.write_string(number, 0, limits.shortened(label, limits.XLSX_LETTERS, table), bold)
        shown = limits.shortened(text, limits.XLSX_LETTERS, table)
        _write_link(sheet, (number, 1), shown, urls.get(text, "") if number <= _MOST_LINKS else "", looks)
        sheet.set_row(number, _height([label, shown], _ABOUT_WIDTHS))
    book.define_name("kb_about", f"={_quoted_sheet(sheet)}!{xl_range_abs(0, 0, len(lines) - 1, 1)}")
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P/&N")


def _cited(table: PrintedTable) -> Iterator[tuple[str, str]]:
    """Each cell that rests on a source, by its row and column."""
    for row in table.rows:
        if row.citations:
            yield row.name, "; ".join(row.citations)
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell.citations:
                yield f"{row.name} · {column.name}", "; ".join(cell.citations)
