"""Every file says where it comes from: its own language's page, and what each row and cell rests on."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any, get_args

import openpyxl
import pytest
from pptx import Presentation

from botrian.exports import file_of
from botrian.records import Language
from botrian.tables import Cell, Row, Table
from tests.exports import made, readers

HOME = {"th": "https://example.org/kb/", "en": "https://example.org/kb/en/"}


def resting() -> Table:
    """A row that rests on lines as a whole, with an empty cell that rests on others."""
    none = Cell(absent="none", citations=(made.cited(3, 4),))
    unknown = Cell(absent="unknown")
    row = Row("yala", made.both("ยะลา", "Yala"), (none, unknown), citations=(made.cited(7, 9),))
    return replace(made.everyday(), columns=made.everyday().columns[:2], rows=(row,))


@pytest.mark.parametrize("language", get_args(Language))
def test_a_file_leads_to_the_pages_of_its_own_language(language: Language) -> None:
    table = json.loads(file_of(made.printed(made.everyday(), language), "json"))

    assert table["link"] == f"{HOME[language]}tables/everyday/"
    assert table["cite"].endswith(f"{HOME[language]}tables/everyday/")
    assert [row["url"] for row in table["rows"]] == [f"{HOME[language]}lessons/krabi-lesson/", None, None]


@pytest.mark.parametrize("language", get_args(Language))
def test_every_slide_has_a_link_that_can_be_followed(language: Language) -> None:
    slides: Any = Presentation(io.BytesIO(file_of(made.printed(made.sized(40, 2), language), "pptx"))).slides
    links = [
        [
            run.hyperlink.address
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if run.hyperlink.address
        ]
        for slide in slides
    ]

    assert len(links) > 1
    assert links == [[f"{HOME[language]}tables/sized-40-2/"]] * len(links)


def test_what_a_row_and_an_empty_cell_rest_on_stands_in_the_json() -> None:
    row = json.loads(file_of(made.printed(resting()), "json"))["rows"][0]

    assert row["citations"] == ["หนังสือ (2567), บรรทัด 7–9"]
    assert [cell["citations"] for cell in row["cells"]] == [["หนังสือ (2567), บรรทัด 3–4"], []]


def test_what_a_row_and_an_empty_cell_rest_on_stands_in_the_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(made.printed(resting()), "xlsx"))).worksheets[1]
    lines = [(row[0].value, row[1].value) for row in sheet.iter_rows()]

    assert ("ยะลา", "หนังสือ (2567), บรรทัด 7–9") in lines
    assert ("ยะลา · ปีที่เริ่ม", "หนังสือ (2567), บรรทัด 3–4") in lines


@pytest.mark.parametrize("format_", ["csv", "json", "md", "html", "xlsx", "docx", "pptx", "svg"])
def test_what_is_read_out_of_a_source_says_so_in_every_format(format_: str) -> None:
    text = readers.all_text(file_of(made.printed(made.everyday()), format_), format_)

    assert "ตีความจากแหล่งข้อมูล" in text.replace("\n", "")
