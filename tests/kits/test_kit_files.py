"""The files of the training kits, read back with the libraries that others read them with."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from botrian.kits import FILES, KitContents, kit_contents, kits
from botrian.kits.facilitator import facilitator
from botrian.kits.handout import handout
from botrian.kits.presentation import presentation
from botrian.kits.version import kit_version
from botrian.kits.worksheet import blank_table, worksheet
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Language
from botrian.tables import Table
from tests.kits.conftest import STAMP

#: The kit of the tests' library.
KIT = "first-data"
KITS = [KIT]
EACH = [(id_, language) for id_ in KITS for language in LANGUAGES]
Printed = Mapping[tuple[str, Language], KitContents]


@cache
def _made(write: Any, contents: KitContents) -> bytes:
    made: bytes = write(contents)
    return made


def _word(write: Any, contents: KitContents) -> Document:
    return docx.Document(io.BytesIO(_made(write, contents)))


def _paragraphs(file: Document) -> str:
    return "\n".join(paragraph.text for paragraph in file.paragraphs)


def _slides(contents: KitContents) -> Any:
    return pptx.Presentation(io.BytesIO(_made(presentation, contents)))


def _shown(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_kit_has_all_that_the_tests_below_ask_for(printed_kits: Printed) -> None:
    contents = printed_kits[KIT, "th"]

    assert 5 <= len(contents.lessons) <= 7
    assert 2 <= len(contents.tables) <= 3
    assert any(table.grouped for table in contents.tables)
    assert any(lesson.of("contradicts") for lesson in contents.lessons)
    assert any(lesson.of("qualifies") for lesson in contents.lessons)


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_handout_has_when_do_because_of_every_lesson(id_: str, language: Language, printed_kits: Printed) -> None:
    contents = printed_kits[id_, language]
    text = _paragraphs(_word(handout, contents))

    missing = [
        (lesson.id, name)
        for lesson in contents.lessons
        for name in ("title", "when", "do", "because")
        if getattr(lesson, name) not in text
    ]

    assert missing == []


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_handout_has_a_voice_for_and_one_against_where_there_is_one(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    text = _paragraphs(_word(handout, contents))

    for lesson in contents.lessons:
        for stance in ("supports", "qualifies", "contradicts"):
            for voice in lesson.of(stance)[:1]:
                assert voice.text in text


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_handouts_tables_have_the_cells_of_the_tables(id_: str, language: Language, printed_kits: Printed) -> None:
    contents = printed_kits[id_, language]
    native = _word(handout, contents).tables

    assert len(native) == len(contents.tables)
    for made, table in zip(native, contents.tables, strict=True):
        wanted = [[row.name, *(cell.text for cell in row.cells)] for row in table.rows]
        found = [[cell.text for cell in row.cells] for row in made.rows[1:]]
        assert [row for row in found if len(set(row)) > 1 or not table.grouped] == wanted


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_worksheet_gives_no_answer_away(id_: str, language: Language, printed_kits: Printed) -> None:
    contents = printed_kits[id_, language]
    file = _word(worksheet, contents)
    text = _paragraphs(file) + "\n".join(c.text for t in file.tables for row in t.rows for c in row.cells)

    for lesson in contents.lessons:
        assert lesson.when in text
        assert lesson.do not in text
        assert lesson.title not in text
    lessons = file.tables[0]
    assert [row.cells[2].text for row in lessons.rows[1:]] == [""] * len(contents.lessons)


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_worksheets_tables_are_empty_but_for_their_headings(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    native = _word(worksheet, contents).tables[1:]

    for made, table in zip(native, contents.tables, strict=True):
        names = [row.cells[0].text for row in made.rows[1:]]
        cells = [cell.text for row in made.rows[1:] for cell in row.cells[1:]]
        assert names == [row.name for row in blank_table(table).rows]
        assert set(cells) == {""}


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_each_lesson_has_one_slide_with_its_question_and_the_answer_only_in_the_notes(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    slides = list(_slides(contents).slides)

    for lesson, slide in zip(contents.lessons, slides[1:], strict=False):
        shown, notes = _shown(slide), slide.notes_slide.notes_text_frame.text
        assert lesson.when in shown
        assert all(question in shown for question in lesson.questions)
        assert lesson.do not in shown
        assert lesson.do in notes


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_tables_on_slides_are_native_and_hold_every_row(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    names = {
        row.cells[0].text
        for slide in _slides(contents).slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    }

    assert {row.name for table in contents.tables for row in table.rows} <= names


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_no_letter_on_a_slide_is_under_11_points(id_: str, language: Language, printed_kits: Printed) -> None:
    sizes = {
        int(size)
        for name, text in _parts(_made(presentation, printed_kits[id_, language])).items()
        if name.startswith("ppt/slides/slide")
        for size in re.findall(r'<a:rPr[^>]* sz="(\d+)"', text)
    }

    assert min(sizes) >= 1100


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_facilitator_finds_timing_questions_voices_and_sources(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    file = _word(facilitator, contents)
    text = _paragraphs(file)

    minutes = [int(row.cells[2].text) for row in file.tables[0].rows[1:]]
    assert minutes == [part.minutes for part in contents.parts]
    for lesson in contents.lessons:
        assert all(question in text for question in lesson.questions)
        assert all(voice.text in text and voice.where in text for voice in lesson.of("contradicts", "qualifies"))
    assert contents.sources
    assert all(source in text for source in contents.sources)


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_every_page_and_slide_carries_the_one_version(id_: str, language: Language, printed_kits: Printed) -> None:
    contents = printed_kits[id_, language]
    assert "(2026-11-01)" in contents.version

    for write in (handout, worksheet, facilitator):
        for section in _word(write, contents).sections:
            assert contents.version in section.footer.paragraphs[0].text
    for slide in _slides(contents).slides:
        assert contents.version in _shown(slide)


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_thai_in_every_word_file_has_its_complex_script_font(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    for write in (handout, worksheet, facilitator):
        styles = docx.Document(io.BytesIO(_made(write, contents))).styles
        for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Footer"):
            fonts = styles[name].element.rPr.find(qn("w:rFonts"))
            assert fonts.get(qn("w:cs")) == "Sarabun"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.kind)
def test_the_same_kit_gives_the_same_bytes(file: Any, printed_kits: Printed) -> None:
    contents = printed_kits[KIT, "th"]

    assert file.write(contents) == file.write(replace(contents))


def test_the_version_is_the_same_in_both_languages_and_another_when_a_lesson_changes(
    knowledge: Knowledge, tables: Mapping[str, Table], printed_kits: Printed
) -> None:
    kit = knowledge.kits[KIT]
    lesson = knowledge.lessons[kit.lessons[0]]
    other = lesson.model_copy(update={"do": lesson.because})
    changed = replace(knowledge, lessons={**knowledge.lessons, lesson.id: other})

    assert printed_kits[kit.id, "th"].version == printed_kits[kit.id, "en"].version
    assert kit_version(kit, knowledge, tables) != kit_version(kit, changed, tables)


def test_text_that_looks_like_markup_stays_text(knowledge: Knowledge, tables: Mapping[str, Table]) -> None:
    kit = knowledge.kits[KIT]
    evil = kit.purpose.model_copy(update={"th": "<b>&amp;\x07 \u202eกลับทิศ</b> =1+1"})
    contents = kit_contents(kit.model_copy(update={"purpose": evil}), knowledge, tables, "th", STAMP)

    assert "<b>&amp; กลับทิศ</b> =1+1" in _paragraphs(_word(handout, contents))


def test_the_build_gets_each_file_under_its_kit(
    knowledge: Knowledge, tables: Mapping[str, Table], printed_kits: Printed
) -> None:
    one = replace(knowledge, kits={KIT: knowledge.kits[KIT]})
    made = kits(one, tables, "th", STAMP)

    assert sorted(made) == [
        f"kits/{KIT}/{KIT}-{name}" for name in ("facilitator.docx", "handout.docx", "slides.pptx", "worksheet.docx")
    ]


def _parts(data: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {
            name: file.read(name).decode("utf-8", "replace") for name in file.namelist() if Path(name).suffix == ".xml"
        }
