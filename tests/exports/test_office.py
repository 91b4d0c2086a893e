"""Word and Excel as offices use them: the language, page numbers, links, heights, tables and what is told aloud."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import openpyxl
import pytest
from lxml import etree
from openpyxl.utils import get_column_letter

from botrian.exports import file_of
from botrian.exports.document import lies_across
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.records import Language
from tests.exports import made
from tests.exports.readers import WORD

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def parts_of(table: PrintedTable, format_: str = "docx") -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(file_of(table, format_))) as parts:
        return {
            name: etree.fromstring(parts.read(name)) for name in parts.namelist() if name.endswith((".xml", ".rels"))
        }


def sheet_of(table: PrintedTable) -> Any:
    return openpyxl.load_workbook(io.BytesIO(file_of(table, "xlsx"))).worksheets[0]


@pytest.mark.parametrize(("language", "spoken"), [("th", "th-TH"), ("en", "en-GB")])
def test_a_document_says_its_language_and_that_complex_script_is_thai(language: Language, spoken: str) -> None:
    styles = parts_of(made.printed(made.everyday(), language))["word/styles.xml"]
    told = [
        {name: one.get(f"{WORD}{name}") for name in ("val", "eastAsia", "bidi")} for one in styles.iter(f"{WORD}lang")
    ]

    assert told and all(one == {"val": spoken, "eastAsia": spoken, "bidi": "th-TH"} for one in told)


def test_every_page_of_a_document_has_its_number_and_leads_to_the_table() -> None:
    table = made.printed(made.everyday())
    parts = parts_of(table)
    name = next(name for name in parts if name.startswith("word/footer"))
    links = parts[name.replace("word/", "word/_rels/") + ".rels"]

    assert [one.text for one in parts[name].iter(f"{WORD}instrText")] == ["PAGE", "NUMPAGES"]
    assert [one.get("Target") for one in links] == [table.provenance.link]


def test_rows_and_numbers_of_a_document_lead_to_their_pages() -> None:
    table = made.printed(made.everyday())
    parts = parts_of(table)
    targets = {one.get("Id"): one.get("Target") for one in parts["word/_rels/document.xml.rels"]}
    links = {
        "".join(one.itertext()): targets[one.get(RELATION)]
        for one in parts["word/document.xml"].iter(f"{WORD}hyperlink")
    }

    assert links["กระบี่"] == table.rows[0].url
    assert (links["[1]"], links["[2]"]) == tuple(one.url for one in table.cited)
    assert links[table.provenance.link] == table.provenance.link


def test_the_heading_of_a_group_stays_with_its_rows_and_the_last_rows_with_what_follows() -> None:
    table = docx.Document(io.BytesIO(file_of(made.printed(made.grouped()), "docx"))).tables[1]
    kept = [row.find(f".//{WORD}keepNext") is not None for row in table._tbl.tr_lst]

    assert kept == [False, True, False, False, True, True, True]


def test_a_table_and_a_code_of_a_document_are_told_to_those_who_do_not_see() -> None:
    table = made.printed(made.everyday())
    body = parts_of(table)["word/document.xml"]
    told = [one.get(f"{WORD}val") for one in body.iter(f"{WORD}tblDescription")]
    code = [one.get("descr") for one in body.iter() if one.tag.endswith("}docPr")]

    assert told == ["ตาราง “ตาราง everyday” มี 3 แถว แยกตามจังหวัด คอลัมน์คือ " + ", ".join(c.heading for c in table.columns)]
    assert code == [f"รหัสที่สแกนแล้วไปหน้าตาราง {table.provenance.short_link}"]


def test_a_list_in_a_cell_of_a_document_is_a_real_list() -> None:
    table = docx.Document(io.BytesIO(file_of(made.printed(made.everyday()), "docx"))).tables[1]
    listed = [paragraph.text for paragraph in table.cell(1, 4).paragraphs if paragraph.style.name == "List Bullet"]

    assert listed == ["น้ำ", "ป่า"]


def test_rows_of_a_workbook_are_as_high_as_their_text() -> None:
    table = made.printed(made.sized(2, 1))
    long = replace(table.rows[0], cells=(PrintedCell(("คนในชุมชนเก็บข้อมูลเอง " * 40,)),))
    sheet = sheet_of(replace(table, rows=(long, table.rows[1])))

    assert sheet.row_dimensions[2].height > 5 * sheet.row_dimensions[3].height
    assert sheet.row_dimensions[3].height >= 15


def test_a_workbook_has_a_table_names_and_links() -> None:
    table = made.printed(made.everyday())
    book = openpyxl.load_workbook(io.BytesIO(file_of(table, "xlsx")))
    sheet, about = book.worksheets
    native = sheet.tables["table_everyday"]

    assert native.ref == "A1:E4"
    assert [column.name for column in native.tableColumns] == [cell.value for cell in sheet[1]]
    assert set(book.defined_names) >= {"kb_table", "kb_about"}
    assert sheet["A2"].hyperlink.target == table.rows[0].url
    links = [cell.hyperlink for cell in about["B"] if cell.hyperlink]
    assert {one.url for one in table.cited} <= {f"{link.target}#{link.location}" for link in links}


def test_headings_that_are_alike_make_no_table_and_keep_the_filter() -> None:
    table = made.printed(made.sized(2, 2))
    same = replace(table, columns=(table.columns[0], replace(table.columns[1], name=table.columns[0].name)))

    assert not sheet_of(same).tables
    assert sheet_of(same).auto_filter.ref == "A1:C3"


@pytest.mark.parametrize("columns", [2, 6, 9, 30])
def test_what_is_printed_of_a_workbook_keeps_nine_points(columns: int) -> None:
    table = made.printed(made.sized(4, columns))
    cells = tuple(PrintedCell(("คนในชุมชนเก็บข้อมูลเอง แล้วใช้ข้อมูลนั้น",)) for _ in range(columns))
    sheet = sheet_of(replace(table, rows=tuple(replace(row, cells=cells) for row in table.rows)))
    wide = sum(sheet.column_dimensions[get_column_letter(at)].width for at in range(1, columns + 2))
    # A digit of the standard font is 7 pixels of 96 to the inch; A4 across has 10.7 inches between the margins.
    fitted = sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
    scale = min(1.0, 10.7 * 96 / 7 / wide) if fitted else int(sheet.page_setup.scale) / 100

    assert 11 * scale >= 9
    assert bool(fitted) == (columns < 30)


def test_four_columns_of_long_texts_lie_across_and_four_short_ones_stand_upright() -> None:
    table = made.printed(made.sized(3, 4))
    cells = tuple(PrintedCell(("คนในชุมชนเก็บข้อมูลเอง " * 6,)) for _ in range(4))
    long = replace(table, rows=tuple(replace(row, cells=cells) for row in table.rows))

    assert (lies_across(table), lies_across(long)) == (False, True)
