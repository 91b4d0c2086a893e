"""How files look: Thai fonts, sizes, frozen headers, repeated headers, provenance in each of them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation

from botrian.exports import FORMATS, FontMissing, file_of, glyphs
from botrian.tables import Column, Row
from botrian.thai import parse_date
from tests.exports import made, readers

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.mark.parametrize("format_", [one for one in FORMATS if one not in ("csv", "png", "svg")])
def test_every_file_carries_answer_sources_version_citation_licence_and_link(format_: str) -> None:
    """A CSV file holds the table alone: what it would carry stands beside it (test_data_files.py)."""
    table = made.printed(made.everyday())
    text = readers.all_text(file_of(table, format_), format_)
    for words in (
        table.title,
        table.answer,
        table.notes[0],
        table.silence,
        table.columns[0].definition,
        "สำนักพิมพ์. (2567). หนังสือบทเรียน.",
        "น. 5",
        table.provenance.version,
        table.provenance.cite,
        "CC BY 4.0",
        "https://example.org/kb/tables/everyday/",
    ):
        assert words in text, words


def test_a_picture_shows_notes_sources_version_licence_and_link() -> None:
    drawn = file_of(made.printed(made.everyday()), "svg").decode("utf-8")
    for words in (
        "ปีตามแหล่งข้อมูล",
        "หนังสือ (2567): [1] บรรทัด 10–12 [2] น. 5",
        "CC BY 4.0",
        "example.org/kb/tables/everyday/",
    ):
        assert words in drawn, words


def test_a_png_says_where_it_comes_from_when_it_is_found_alone() -> None:
    image = Image.open(io.BytesIO(file_of(made.printed(made.everyday()), "png")))

    assert image.info["Source"] == "https://example.org/kb/tables/everyday/"


def test_every_run_of_a_word_table_has_a_complex_script_font_and_size() -> None:
    with zipfile.ZipFile(io.BytesIO(file_of(made.printed(made.everyday()), "docx"))) as parts:
        body: Any = etree.fromstring(parts.read("word/document.xml"))
        fonts = parts.read("word/fontTable.xml").decode("utf-8")
    rows = body.findall(f".//{WORD}tbl")[1].findall(f"{WORD}tr")
    # What stands under the table has its looks by the styles of its paragraphs.
    runs = [run for row in rows if row.find(f".//{WORD}tcBorders") is None for run in row.iter(f"{WORD}rPr")]
    assert runs
    for run in runs:
        assert run.find(f"{WORD}rFonts").get(f"{WORD}cs") == "Sarabun"
        assert int(run.find(f"{WORD}szCs").get(f"{WORD}val")) >= 20
    assert "TH Sarabun New" in fonts


def test_a_word_table_repeats_its_header_and_keeps_rows_whole() -> None:
    table = docx.Document(io.BytesIO(file_of(made.printed(made.everyday()), "docx"))).tables[1]
    rows = table._tbl.tr_lst

    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows)


def test_the_widths_of_a_word_table_fill_the_page_and_no_more() -> None:
    for one in (made.everyday(), made.sized(2, 7), made.nasty()):
        file = docx.Document(io.BytesIO(file_of(made.printed(one), "docx")))
        section: Any = file.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        assert abs(sum(column.width for column in file.tables[1].columns) - room) < 1000


def test_slides_are_wide_and_no_letter_is_under_eleven_points() -> None:
    for one in (made.everyday(), made.nasty(), made.grouped()):
        show = Presentation(io.BytesIO(file_of(made.printed(one), "pptx")))
        assert round(show.slide_width / show.slide_height, 2) == 1.78
        for slide in show.slides:
            for run in slide._element.iter(f"{DRAW}rPr"):
                assert int(run.get("sz")) >= 1100
                assert run.find(f"{DRAW}cs").get("typeface") == "Sarabun"


def test_every_slide_has_title_native_table_source_line_link_and_notes() -> None:
    table = made.printed(made.sized(60, 2))
    slides = list(Presentation(io.BytesIO(file_of(table, "pptx"))).slides)
    slides = slides[2:]
    assert len(slides) > 2
    for number, slide in enumerate(slides, start=1):
        assert slide.shapes.title.text == f"ทั้งตาราง: {table.title} ({number}/{len(slides)})"
        assert [shape.has_table for shape in slide.shapes].count(True) == 1
        words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert "example.org/kb/tables/sized-60-2/" in words
        assert table.provenance.cite in slide.notes_slide.notes_text_frame.text


def test_a_workbook_has_typed_cells_a_frozen_header_widths_and_a_second_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_of(made.printed(made.everyday()), "xlsx")))
    sheet, second = book.worksheets

    assert sheet.freeze_panes == "B2"
    assert [sheet.cell(2, column).data_type for column in (2, 3, 4, 5)] == ["n", "n", "d", "s"]
    assert (sheet["B2"].value, sheet["C2"].value) == (2543, 1234)
    assert all(9 <= sheet.column_dimensions[letter].width <= 62 for letter in "ABCDE")
    assert ("ตราด · สภาองค์กรชุมชน", "หนังสือ (2567), บรรทัด 10–12; หนังสือ (2567), น. 5, บรรทัด 30") in [
        (row[0].value, row[1].value) for row in second.iter_rows()
    ]


def test_dates_of_mixed_exactness_stay_words() -> None:
    rows = tuple(
        Row(f"r{n}", made.both(str(n)), (made.date_cell(one),)) for n, one in enumerate(("2551 BE", "2551-08-06 BE"))
    )
    table = made.printed(made.table("dates", (Column("when", made.both("เมื่อ", "When"), "date"),), rows))
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(table, "xlsx"))).worksheets[0]

    assert [sheet.cell(row, 2).value for row in (2, 3)] == ["พ.ศ. 2551", "6 สิงหาคม พ.ศ. 2551"]


def test_a_csv_begins_with_the_mark_that_excel_needs_for_thai() -> None:
    assert file_of(made.printed(made.everyday()), "csv").startswith(b"\xef\xbb\xbf")


def test_a_font_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(glyphs, "FOLDER", tmp_path)
    glyphs.font.cache_clear()
    glyphs.shape.cache_clear()
    glyphs.width.cache_clear()
    try:
        with pytest.raises(FontMissing, match="Sarabun"):
            file_of(made.printed(made.everyday()), "png")
    finally:
        glyphs.font.cache_clear()


def test_thai_marks_are_placed_by_the_font_and_not_beside_the_letter() -> None:
    tall = glyphs.shape("ปู่", "Regular").glyphs
    plain = glyphs.shape("ป", "Regular")

    assert glyphs.shape("ปู่", "Regular").width == plain.width
    assert len(tall) == 3
    assert glyphs.shape("น้ำ", "Regular").width == glyphs.shape("นา", "Regular").width


def test_the_docx_reader_of_these_tests_sees_every_part() -> None:
    table = made.printed(made.sized(2, 9))

    assert readers.from_docx(file_of(table, "docx"), "th")[1][9] == "0/8"


def test_a_number_with_a_note_is_words_and_one_with_about_and_year_is_a_number() -> None:
    cells = (
        made.number_cell("1200", note=made.both("นับเฉพาะตำบล", "tambons only")),
        made.number_cell("1200", qualifier="about", year=parse_date("2555 BE")),
    )
    rows = tuple(Row(f"r{place}", made.both(str(place)), (cell,)) for place, cell in enumerate(cells))
    table = made.printed(made.table("notes", (Column("n", made.both("จำนวน", "Number"), "number"),), rows))
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(table, "xlsx"))).worksheets[0]

    assert sheet["B2"].value == "1,200 (นับเฉพาะตำบล)"
    assert (sheet["B3"].value, sheet["B3"].number_format) == (1200, '"ประมาณ "#,##0" (พ.ศ. 2555)"')


@pytest.mark.parametrize(
    ("notes", "style", "whole"), [(10, "BodyText", True), (4300, "BodyText3", True), (9000, "BodyText", False)]
)
def test_what_stands_under_a_table_is_its_last_rows_and_stays_with_those_before_where_a_sheet_has_room(
    notes: int, style: str, whole: bool
) -> None:
    """In smaller type where that makes room; what is more than a sheet begins with the last row and ends together."""
    content = file_of(replace(made.printed(made.everyday()), notes=("ก" * notes,)), "docx")
    (*_, last) = docx.Document(io.BytesIO(content)).tables
    rows, under = last._tbl.tr_lst, readers.under_docx(content)
    kept = [row.find(f".//{WORD}keepNext") is not None for row in rows]
    before = len(rows) - len(under)

    assert list(map(readers.docx_text, rows[before:])) == list(map(readers.docx_text, under))
    assert kept[before - 1] and not kept[-1] and kept[-2]
    assert all(kept[before:-1]) == whole
    assert under[0].find(f".//{WORD}pStyle").get(f"{WORD}val") == style


def test_behind_the_last_table_stands_a_line_as_low_as_can_be() -> None:
    body = docx.Document(io.BytesIO(file_of(made.printed(made.everyday()), "docx"))).element.body
    behind = list(body.findall(f"{WORD}tbl")[-1].itersiblings(f"{WORD}p"))

    assert list(map(readers.docx_text, behind)) == [""]
    assert behind[0].find(f"{WORD}pPr/{WORD}spacing").get(f"{WORD}line") == "20"


def test_many_places_of_a_source_stand_in_several_paragraphs_so_that_their_end_stays_together() -> None:
    table = made.printed(made.everyday())
    places = [
        replace(table.cited[0], number=at, place=f"ตอนที่ {at // 5} เรื่องของเครือข่าย, น. {at}", short=f"น. {at}")
        for at in range(1, 301)
    ]
    rows = readers.under_docx(file_of(replace(table, cited=tuple(places)), "docx"))
    texts = list(map(readers.docx_text, rows))
    listed = [row for row, text in zip(rows, texts, strict=True) if "] น. " in text]
    starts = [text.split(":")[0] for text in texts if "] น. " in text]

    assert "".join(texts).count("] น. ") == 300
    assert starts[0] == table.cited[0].source and all(one.startswith("ตอนที่ ") for one in starts[1:])
    assert max(map(len, texts)) < 1500
    kept = [row.find(f".//{WORD}keepNext") is not None for row in listed]
    assert not kept[0] and kept[-1]


def test_a_long_list_among_short_ones_has_a_wider_column_in_a_document() -> None:
    columns = tuple(Column(name, made.both(name)) for name in ("same", "list"))
    words = ["คำหนึ่ง"] * 19

    def widths(longest: str) -> list[int]:
        texts = [*words, longest]
        rows = tuple(
            Row(f"r{at}", made.both(f"แถว {at}"), (made.text_cell(words[0]), made.text_cell(text)))
            for at, text in enumerate(texts)
        )
        table = docx.Document(io.BytesIO(file_of(made.printed(made.table("widths", columns, rows)), "docx"))).tables[-1]
        return [int(one.attrib[f"{WORD}w"]) for one in table._tbl.tblGrid.findall(f"{WORD}gridCol")]

    even, wider = widths(words[0]), widths("เรื่องยาว " * 60)

    assert abs(even[1] - even[2]) < 5
    assert wider[2] > 1.5 * wider[1]
