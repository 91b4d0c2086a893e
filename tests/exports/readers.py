"""Each format read back with another library than it was written with: the grid of texts that a person would see.

The first line holds the headings, the first column the row names; rows of group headings are left out.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

import docx
import markdown
import openpyxl
from lxml import etree, html
from pptx import Presentation

from botrian.records import Language
from botrian.thai import CalendarDate, format_number
from botrian.words import say, with_unit

Grid = list[list[str]]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tidy(text: str) -> str:
    """Lines without the room at their ends; what a reader of any format sees of a text."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def unbound(file: Any) -> Any:
    """A Word or PowerPoint file with plain blanks before ๆ, where the files have such as end no line."""
    for part in file.part.package.iter_parts():
        if hasattr(part, "_element"):
            for words in part._element.iter("{*}t"):
                words.text = (words.text or "").replace("\u00a0ๆ", " ๆ")
    return file


def page_of(content: bytes) -> Any:
    """An HTML page as a tree. Any: the stubs of lxml know no text_content."""
    return html.document_fromstring(content.decode("utf-8"))


def records_of_csv(content: bytes) -> list[dict[str, str]]:
    """Each row by the names of its columns; a row that is longer or shorter than the first is an error."""
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def from_csv(content: bytes, language: Language, columns: Iterable[str] = ()) -> Grid:
    """What people read in the columns with these ids: words, else why there are none, else a number."""
    found = []
    for record in records_of_csv(content):
        cells = [_csv_cell(record, column.replace("-", "_"), language) for column in columns]
        found.append([tidy(unmarked(cell)) for cell in (record[f"name_{language}"], *cells)])
    return found


def unmarked(cell: str) -> str:
    """The text without the apostrophes that keep spreadsheets from running it."""
    return re.sub(r"(^|[\n;])'(?=\s*[=+\-@＝＋－＠])", r"\1", cell)


def _csv_cell(record: dict[str, str], column: str, language: Language) -> str:
    if absent := record.get(f"{column}_absent"):
        note = record.get(f"{column}_note_{language}")
        return say(f"absent.{absent}", language) + (f"\n({note})" if note else "")
    if f"{column}_{language}" in record:
        return record[f"{column}_{language}"]
    return format_number(Decimal(record[column]), language)


def from_json(content: bytes, language: Language) -> Grid:
    table = json.loads(content)
    heads = [with_unit(one["name"], one["unit"] or "") for one in table["columns"]]
    rows = [[row["name"], *(cell["text"] for cell in row["cells"])] for row in table["rows"]]
    return [[tidy(cell) for cell in row] for row in [[table["row_heading"], *heads], *rows]]


def from_markdown(content: bytes, language: Language) -> Grid:
    page = html.fromstring("<div>" + markdown.markdown(content.decode("utf-8"), extensions=["tables"]) + "</div>")
    return [[_html_text(cell) for cell in row.iter("th", "td")] for row in page.iter("tr")]


def from_html(content: bytes, language: Language) -> Grid:
    page = page_of(content)
    rows = [row for row in page.iter("tr") if not row.xpath("th[@scope='rowgroup']")]
    return [[_html_text(cell) for cell in row.iter("th", "td")] for row in rows]


def _html_text(cell: Any) -> str:
    """The text of a cell without the raised marks of its citations."""
    for line_end in cell.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    for mark in list(cell.iter("sup")):
        mark.drop_tree()
    return tidy(cell.text_content())


def from_xlsx(content: bytes, language: Language) -> Grid:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [[tidy(_shown(cell, language)) for cell in row] for row in sheet.iter_rows()]


def _shown(cell: Any, language: Language) -> str:
    """What Excel shows of a cell: a typed value in its number format."""
    assert cell.data_type != "f", f"a formula: {cell.value!r}"
    if isinstance(cell.value, datetime):
        granularity = "day" if "d mmmm" in cell.number_format else "month"
        day = cell.value.day if granularity == "day" else None
        year = cell.value.year + (543 if language == "th" else 0)
        assert ("[$-107041E]" in cell.number_format) == (language == "th")
        calendar = "BE" if language == "th" else "CE"
        return CalendarDate(year, cell.value.month, day, calendar).format(language)  # type: ignore[arg-type]
    if isinstance(cell.value, int | float):
        return _number(cell.value, cell.number_format)
    return str(cell.value or "")


def _number(value: float, number_format: str) -> str:
    form = re.fullmatch(r'(?:"([^"]*)")?(#,##0|0)(\.0+)?(?:"([^"]*)")?', number_format)
    assert form is not None, number_format
    decimals = len(form[3] or ".") - 1
    digits = f"{value:,.{decimals}f}" if form[2] == "#,##0" else f"{value:.0f}"
    return f"{form[1] or ''}{digits}{form[4] or ''}"


def from_docx(content: bytes, language: Language) -> Grid:
    """All native tables but the first, which holds the code, put side by side again."""
    tables = docx.Document(io.BytesIO(content)).tables[1:]
    parts = [[[tidy("\n".join(_paragraphs(cell))) for cell in row] for row in _docx_rows(table)] for table in tables]
    return _side_by_side(parts)


def under_docx(content: bytes) -> list[Any]:
    """The rows of the last table that hold what stands under it, as elements: cells without edges at their sides."""
    rows = docx.Document(io.BytesIO(content)).tables[-1]._tbl.tr_lst
    return [row for row in rows if row.find(f"{WORD}tc/{WORD}tcPr/{WORD}tcBorders") is not None]


def docx_text(element: Any) -> str:
    """All words in an element of a Word file."""
    return "".join(words.text or "" for words in element.iter(f"{WORD}t"))


def _docx_rows(table: Any) -> list[list[Any]]:
    rows = [list(row.iter(f"{WORD}tc")) for row in table._tbl.iter(f"{WORD}tr")]
    return [row for row in rows if len(row) == len(rows[0])]


def _paragraphs(cell: Any) -> Iterable[str]:
    """The lines of a cell as people see them: with the dots of lists, without the raised marks of its citations."""
    for paragraph in cell.iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        dot = "" if style is None else "• "
        runs = [run for run in paragraph.iter(f"{WORD}r") if run.find(f"{WORD}rPr/{WORD}vertAlign") is None]
        yield dot + "".join(text.text or "" for run in runs for text in run.iter(f"{WORD}t"))


def from_pptx(content: bytes, language: Language) -> Grid:
    """The whole table behind the first slides: those with the same headings one below the other, then side by side."""
    whole = say("export.slide_whole", language).split("{}")[0]
    by_head: dict[tuple[str, ...], Grid] = {}
    for slide in Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_table and slide.shapes.title.text.startswith(whole):
                native = [row for row in shape.table.rows if not _merged(row)]
                rows = [[tidy(pptx_text(cell.text_frame)) for cell in row.cells] for row in native]
                by_head.setdefault(tuple(rows[0]), [rows[0]]).extend(rows[1:])
    return _side_by_side(list(by_head.values()))


def pptx_text(frame: Any) -> str:
    """The text of a cell as people see it: with the dots of lists, without the raised marks of its citations."""
    return "\n".join(_pptx_line(paragraph) for paragraph in frame.paragraphs)


def _pptx_line(paragraph: Any) -> str:
    draw = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    dot = "• " if paragraph._p.find(f"{draw}pPr/{draw}buChar") is not None else ""
    runs = (run for run in paragraph.runs if run._r.find(f"{draw}rPr").get("baseline") is None)
    return dot + "".join(run.text for run in runs)


def _merged(row: Any) -> bool:
    return any(cell.is_merge_origin for cell in row.cells)


def _side_by_side(parts: list[Grid]) -> Grid:
    return [first + [cell for part in parts[1:] for cell in part[number][1:]] for number, first in enumerate(parts[0])]


def from_svg(content: bytes, language: Language) -> Grid:
    """The labels of the drawn cells, without the headings, which are not cells."""
    rows: dict[str, list[str]] = {}
    for group in etree.fromstring(content).iter("{http://www.w3.org/2000/svg}g"):
        if "data-row" in group.attrib:
            rows.setdefault(str(group.attrib["data-row"]), []).append(tidy(str(group.attrib["aria-label"])))
    return list(rows.values())


def all_text(content: bytes, format_: str) -> str:
    """Every word of a file, tags and layout left out."""
    if format_ in ("docx", "pptx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = [name for name in parts.namelist() if name.endswith(".xml")]
            return " ".join("".join(map(str, etree.fromstring(parts.read(name)).itertext())) for name in names)
    if format_ == "html":
        return str(page_of(content).text_content())
    if format_ == "md":
        page = markdown.markdown(content.decode("utf-8"), extensions=["tables"])
        return str(page_of(page.encode("utf-8")).text_content())
    return content.decode("utf-8")
