"""The browser's own writer of Office files: slides and documents open in the libraries, whatever is in them."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from pptx import Presentation

from botrian.browser import Data
from botrian.site.scripts import scripts_data
from tests.node import run_module

ABOUT = {"title": "ชุดอบรม <&\"'>", "subject": "เรื่อง", "author": "คลัง", "language": "th", "changed": "2026-10-30"}
HARD = "ก<b>&amp;\"'\u200b\u0e33 =1+1 𝒳 " + "ยาว" * 90
SLIDES = [
    {"title": "เริ่มจากเรื่องใกล้ตัว", "lines": ["• น้ำ", "• ป่า"], "notes": ["พูดช้า ๆ", "• ถาม"]},
    {"title": HARD, "lines": [HARD] * 8, "notes": [HARD]},
    {"title": "ว่าง", "lines": []},
]
BLOCKS = [
    {"kind": "heading", "text": "คู่มือ", "level": 1},
    {"kind": "paragraph", "text": HARD + "\nบรรทัดใหม่"},
    {"kind": "list", "entries": ["หนึ่ง", HARD]},
    {"kind": "list", "entries": ["ก", "ข"], "numbered": True},
    {"kind": "table", "title": "เวลา", "head": ["เวลา", "ทำอะไร"], "rows": [["9.00", HARD], ["10.00", "พัก\nน้ำชา"]]},
    {"kind": "page"},
    {"kind": "heading", "text": "ใบงาน", "level": 2},
]
DATA: Data = scripts_data()


def made(folder: Path, entry: str, code: str, given: Any) -> bytes:
    """What the script that pages load hands over, asked for a file."""
    return base64.b64decode(run_module(folder, entry, DATA, f"return base64(await {code});", given))


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    given = {"about": ABOUT, "slides": SLIDES}
    code = "taken.deck.plain(given.about, given.slides)"
    return made(tmp_path_factory.mktemp("deck"), "office/deck-file.js", code, given)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    given = {
        "about": ABOUT,
        "blocks": BLOCKS,
        "foot": {"text": "example.org/kb", "link": "https://example.org/kb/?a=1&b=2"},
    }
    code = "taken.word.plain(given.about, given.blocks, given.foot, 'across')"
    return made(tmp_path_factory.mktemp("word"), "office/word-file.js", code, given)


@pytest.mark.parametrize("name", ["deck", "document"])
def test_the_file_is_a_sound_zip_without_clock_and_machine(name: str, request: pytest.FixtureRequest) -> None:
    with zipfile.ZipFile(io.BytesIO(request.getfixturevalue(name))) as file:
        assert file.testzip() is None
        assert len(set(file.namelist())) == len(file.namelist())
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        kinds = file.read("[Content_Types].xml").decode("utf-8")
        for part in file.namelist():
            assert f'PartName="/{part}"' in kinds or f'Extension="{part.rsplit(".", 1)[-1]}"' in kinds, part


def test_slides_hold_their_titles_lines_and_notes(deck: bytes) -> None:
    show = Presentation(io.BytesIO(deck))

    assert show.core_properties.title == ABOUT["title"]
    for number, (slide, wanted) in enumerate(zip(show.slides, SLIDES, strict=True), start=1):
        lines = [line.removeprefix("• ") for line in wanted["lines"]]
        texts = [shape.text_frame.text for shape in slide.shapes]
        assert texts == [wanted["title"], *(["\n".join(lines)] if lines else []), str(number)]
        notes = "\n".join(line.removeprefix("• ") for line in wanted.get("notes", []))
        assert slide.notes_slide.notes_text_frame.text == notes.replace(" ๆ", "\u00a0ๆ")
        for look in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"):
            assert look.get("lang") in ("th-TH", "en-GB")


def test_entries_of_a_list_have_bullets_and_long_texts_smaller_letters(deck: bytes) -> None:
    first, second = list(Presentation(io.BytesIO(deck)).slides)[:2]
    listed, long = (slide.shapes[1].text_frame.paragraphs for slide in (first, second))

    assert all(one._p.xpath("a:pPr/a:buChar") for one in listed)
    assert not any(one._p.xpath("a:pPr/a:buChar") for one in long)
    assert listed[0].runs[0].font.size > long[0].runs[0].font.size


def test_a_document_holds_its_blocks_in_order(document: bytes) -> None:
    file = docx.Document(io.BytesIO(document))
    texts = [(one.style.name, one.text) for one in file.paragraphs if one.style and one.text]

    assert texts == [
        ("Heading 1", "คู่มือ"),
        ("Normal", HARD + "\nบรรทัดใหม่"),
        ("List Bullet", "หนึ่ง"),
        ("List Bullet", HARD),
        ("List Number", "ก"),
        ("List Number", "ข"),
        ("Heading 2", "ใบงาน"),
    ]
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [
        ["เวลา", "ทำอะไร"],
        ["9.00", HARD],
        ["10.00", "พัก\nน้ำชา"],
    ]
    section = file.sections[0]
    assert section.page_width is not None and section.page_height is not None
    assert section.page_width > section.page_height
    foot = section.footer.paragraphs[0]
    assert foot.hyperlinks[0].text == "example.org/kb"
    assert foot.hyperlinks[0].address == "https://example.org/kb/?a=1&b=2"


def test_a_table_is_as_wide_as_the_page_allows(document: bytes) -> None:
    table = docx.Document(io.BytesIO(document)).tables[0]
    widths = [int(wide) for wide in table._tbl.tblGrid.xpath("w:gridCol/@w:w")]

    assert sum(widths) == 14570
    assert min(widths) > 1000
