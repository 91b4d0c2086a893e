"""Tables that are too long or too wide: each format has its rule, written in exports/limits.py."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from botrian.exports import FORMATS, file_of, limits
from botrian.exports.picture_layout import pages
from botrian.exports.picture_parts import PAGE_HEIGHT
from botrian.exports.printed import PrintedTable
from botrian.exports.slide_pages import slide_pages
from botrian.exports.slides import TABLE_HEIGHT
from botrian.exports.thai_lines import beginning, lines_within
from botrian.records import Language
from tests.exports import made, readers

LONG_TEXT = "คนในชุมชนเก็บข้อมูลเอง แล้วใช้ข้อมูลนั้นคุยกับหน่วยงาน " * 120


@pytest.fixture(scope="module")
def wide() -> PrintedTable:
    return made.printed(made.sized(12, 300))


@pytest.fixture(scope="module")
def long() -> PrintedTable:
    return made.printed(made.sized(5000, 3))


def long_cell() -> PrintedTable:
    table = made.printed(made.sized(2, 2))
    first = table.rows[0]
    cell = replace(first.cells[0], lines=(LONG_TEXT.strip(),))
    return replace(table, rows=(replace(first, cells=(cell, first.cells[1])), table.rows[1]))


@pytest.mark.parametrize("format_", ["json", "md", "html", "xlsx"])
@pytest.mark.parametrize("size", ["wide", "long"])
def test_files_of_data_hold_every_cell(format_: str, size: str, request: pytest.FixtureRequest) -> None:
    table: PrintedTable = request.getfixturevalue(size)
    readers_by_format = {
        "json": readers.from_json,
        "md": readers.from_markdown,
        "html": readers.from_html,
        "xlsx": readers.from_xlsx,
    }
    grid = readers_by_format[format_](file_of(table, format_), "th")

    assert (len(grid), len(grid[0])) == (len(table.rows) + 1, len(table.columns) + 1)
    assert grid[-1][-1] == table.rows[-1].cells[-1].text


@pytest.mark.parametrize("size", ["wide", "long"])
def test_a_csv_file_holds_every_cell(size: str, request: pytest.FixtureRequest) -> None:
    table: PrintedTable = request.getfixturevalue(size)
    grid = readers.from_csv(file_of(table, "csv"), "th", [column.id for column in table.columns])

    assert (len(grid), len(grid[0])) == (len(table.rows), len(table.columns) + 1)
    assert grid[-1][-1] == table.rows[-1].cells[-1].text


def test_a_wide_table_becomes_several_tables_on_paper_each_with_the_row_names(wide: PrintedTable) -> None:
    file = docx.Document(io.BytesIO(file_of(wide, "docx")))
    tables, section = file.tables[1:], _section(file)

    assert len(tables) == -(-300 // limits.DOCX_COLUMNS_ACROSS)
    assert section.page_width > section.page_height
    assert all(table.cell(1, 0).text == "แถว 0" for table in tables[:3])
    assert max(len(table.columns) for table in tables) <= limits.DOCX_COLUMNS_ACROSS + 1


def _section(file: Document) -> Any:
    return file.sections[0]


def test_a_document_holds_two_thousand_rows_and_says_where_the_rest_is(long: PrintedTable) -> None:
    content = file_of(long, "docx")
    under = readers.under_docx(content)

    assert len(docx.Document(io.BytesIO(content)).tables[1]._tbl.tr_lst) == limits.DOCX_ROWS + 1 + len(under)
    assert any("2,000 จาก 5,000 แถว" in readers.docx_text(row) for row in under)


def test_a_narrow_table_stands_upright_on_a4() -> None:
    section = _section(docx.Document(io.BytesIO(file_of(made.printed(made.everyday()), "docx"))))

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize(("rows", "columns"), [(12, 600), (5000, 3)])
def test_slides_end_after_sixty_and_the_last_says_where_the_rest_is(rows: int, columns: int) -> None:
    table = made.printed(made.sized(rows, columns))
    slides = list(Presentation(io.BytesIO(file_of(table, "pptx"))).slides)
    last = " ".join(shape.text_frame.text for shape in slides[-1].shapes if shape.has_text_frame)

    assert len(slides) <= limits.PPTX_SLIDES + 2
    assert f"{len(table.rows):,} แถว" in last and f"{len(table.columns)} คอลัมน์" in last


def test_no_row_of_a_slide_reaches_below_the_table_s_room(long: PrintedTable) -> None:
    for table in (long, long_cell(), made.printed(made.nasty()), made.printed(made.everyday(), "en")):
        for slide in Presentation(io.BytesIO(file_of(table, "pptx"))).slides:
            for shape in slide.shapes:
                if shape.has_table:
                    height = sum(row.height for row in shape.table.rows)
                    assert (shape.top + height) / 12700 <= 500, table.id


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_cell_higher_than_a_slide_is_cut_with_a_word(language: Language) -> None:
    table = replace(long_cell(), language=language)
    texts = [
        cell.text_frame.text
        for slide in list(Presentation(io.BytesIO(file_of(table, "pptx"))).slides)[2:]
        for shape in slide.shapes
        if shape.has_table
        for cell in shape.table.iter_cells()
    ]
    cut = [text for text in texts if text.startswith("คนในชุมชน")]

    assert len(cut) == 1
    assert cut[0].endswith({"th": "(ข้อความยาว อ่านต่อที่ลิงก์)", "en": "(long text; read on at the link)"}[language])


@given(st.text("กขเ ่ \nab.(1", max_size=60) | st.text(max_size=40), st.integers(1, 12), st.integers(0, 20))
def test_the_beginning_of_a_text_is_its_first_lines_and_the_text_goes_on_from_there(
    text: str, width: int, number: int
) -> None:
    lines = lines_within(text, width, lambda piece: float(len(piece)))
    kept = beginning(text, lines[:number])

    assert kept + text[len(kept) :] == text
    assert "".join(kept.split()) == "".join("".join(lines[:number]).split())
    assert beginning(text, lines).rstrip() == text.rstrip()


@pytest.mark.parametrize("cell", ["แผน 1,250,000 บาท\nและ 3 ตำบล ", "the plan\nof the province and\n\nmore "])
def test_a_cell_cut_for_a_slide_keeps_its_blanks_and_line_ends(cell: str) -> None:
    whole = (cell * 200).strip()
    table = made.printed(made.sized(1, 2))
    row = table.rows[0]
    long = replace(row.cells[0], lines=tuple(whole.split("\n")))
    table = replace(table, rows=(replace(row, cells=(long, row.cells[1]), name=cell.split("\n")[0] * 200),))
    shown = slide_pages(table, TABLE_HEIGHT).pages[0].table.rows[0]
    *kept, ending = shown.cells[0].lines

    assert ending == "… (ข้อความยาว อ่านต่อที่ลิงก์)"
    assert whole.startswith("\n".join(kept)) and len(kept) > 3
    assert table.rows[0].name.startswith(shown.name.removesuffix("…"))


def test_a_row_name_beside_a_long_cell_stays_as_it_is() -> None:
    table = long_cell()
    name = "เครือข่ายองค์กรชุมชนจังหวัดจัดการตนเองและสภาองค์กรชุมชน"
    table = replace(table, rows=(replace(table.rows[0], name=name), *table.rows[1:]))

    assert slide_pages(table, TABLE_HEIGHT).pages[0].table.rows[0].name == name


def test_a_page_is_no_higher_than_a_chat_shows_and_the_last_says_what_is_left_out(
    wide: PrintedTable, long: PrintedTable
) -> None:
    for table in (wide, long, long_cell()):
        for page in pages(table):
            assert page.height <= PAGE_HEIGHT
    assert "จาก 300 คอลัมน์" in file_of(wide, "svg").decode("utf-8")
    assert "จาก 5,000 แถว" in file_of(long, "svg").decode("utf-8")


def test_a_text_longer_than_excel_takes_ends_with_a_word() -> None:
    table = made.printed(made.sized(1, 1))
    cell = replace(table.rows[0].cells[0], lines=("ก่อ👩" * 12_000,))
    table = replace(table, rows=(replace(table.rows[0], cells=(cell,)),))
    text = readers.from_xlsx(file_of(table, "xlsx"), "th")[1][1]

    assert len(text.encode("utf-16-le")) // 2 <= limits.XLSX_LETTERS
    assert text.endswith("(ข้อความยาว อ่านต่อที่ลิงก์)")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_title_and_answer_of_any_length_make_a_file(format_: str) -> None:
    long = replace(made.everyday(), title=made.both("ยาว " * 400), answer=made.both("คำตอบที่ยาวมาก " * 200))

    assert file_of(made.printed(long), format_)


def test_more_number_formats_than_excel_takes_become_text() -> None:
    one = made.sized(400, 1)
    rows = tuple(
        replace(row, cells=(made.number_cell("5", unit=made.both(f"หน่วย {number}")),))
        for number, row in enumerate(one.rows)
    )
    table = made.printed(replace(one, rows=rows))
    grid = readers.from_xlsx(file_of(table, "xlsx"), "th")

    assert [row[1] for row in grid[1:]] == [f"5 หน่วย {number}" for number in range(400)]


@pytest.mark.parametrize("columns", range(1, 40))
def test_column_parts_hold_every_column_once_and_are_about_alike(columns: int) -> None:
    table = made.printed(made.sized(1, columns))
    parts = limits.column_parts(table, 7)
    lengths = [part.stop - part.start for part in parts]

    assert [place for part in parts for place in range(columns)[part]] == list(range(columns))
    assert max(lengths) <= 7 and max(lengths) - min(lengths) <= 1


def test_the_rules_name_every_format() -> None:
    rules = limits.__doc__ or ""

    assert [format_ for format_ in FORMATS if format_ not in rules] == []
