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
from botrian.kits.cards import cards, lesson_cards, role_cards
from botrian.kits.facilitator import facilitator, steps_of
from botrian.kits.handout import handout
from botrian.kits.labels import label
from botrian.kits.presentation import presentation
from botrian.kits.sheets import sheets, sheets_of
from botrian.kits.timing import FORMS
from botrian.kits.version import kit_version
from botrian.kits.worksheet import our_column, our_row, worksheet
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Language
from botrian.tables import Table
from tests.exports.readers import unbound
from tests.kits.conftest import STAMP

#: The kit of the tests' library.
KIT = "first-data"
KITS = [KIT]
EACH = [(id_, language) for id_ in KITS for language in LANGUAGES]
FILE_NAMES = ("cards.docx", "facilitator.docx", "handout.docx", "sheets.docx", "slides.pptx", "worksheet.docx")
Printed = Mapping[tuple[str, Language], KitContents]


@cache
def _made(write: Any, contents: KitContents) -> bytes:
    made: bytes = write(contents)
    return made


def _word(write: Any, contents: KitContents) -> Document:
    return unbound(docx.Document(io.BytesIO(_made(write, contents))))  # type: ignore[no-any-return]


def _paragraphs(file: Document) -> str:
    return "\n".join(paragraph.text for paragraph in file.paragraphs)


def _slides(contents: KitContents) -> Any:
    return unbound(pptx.Presentation(io.BytesIO(_made(presentation, contents))))


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
        wanted = [[row.name, *(cell.text.replace("• ", "") for cell in row.cells)] for row in table.rows]
        found = [[cell.text for cell in row.cells] for row in made.rows[1:]]
        assert [row for row in found if len(set(row)) > 1 or not table.grouped] == wanted


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_no_line_of_a_handouts_table_stands_below_it_alone_on_a_sheet(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    body = list(_word(handout, contents).element.body)
    tables = [at for at, one in enumerate(body) if one.tag == qn("w:tbl")]

    for at, table in zip(tables, contents.tables, strict=True):
        above = "".join("".join(one.itertext()) for one in body[:at])
        assert table.provenance.link in above and table.silence in above
        after = [one for one in body[at + 1 :] if "".join(one.itertext())]
        assert after[0].find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")) == "Heading2"


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
def test_the_worksheet_asks_of_each_table_only_for_our_own_area(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    file = _word(worksheet, contents)

    assert len(file.tables) > 1
    for made in file.tables[1:]:
        grid = [[cell.text for cell in row.cells] for row in made.rows]
        ours = label("our_area", language)
        empty = grid[-1][1:] if grid[-1][0] == ours else [row[-1] for row in grid[1:]]
        assert ours in (grid[-1][0], grid[0][-1])
        assert set(empty) == {""}
        assert sum(not cell for row in grid for cell in row) == len(empty)


def test_beside_our_own_row_stand_the_two_that_say_most(printed_kits: Printed) -> None:
    table = printed_kits[KIT, "th"].tables[0]
    silent = replace(table.rows[0].cells[0], lines=("?",), absent="unknown")
    rows = [replace(row, cells=(silent,) * len(row.cells)) for row in table.rows[:-2]]
    mixed = replace(table, rows=(*rows, *table.rows[-2:]))

    assert [row.id for row in our_row(mixed).rows] == [*(row.id for row in table.rows[-2:]), "our-area"]
    assert [column.id for column in our_column(mixed).columns][1:] == ["our-area"]


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_slides_follow_the_agenda_with_a_task_for_each_part(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    titles = [slide.shapes.title.text_frame.text for slide in _slides(contents).slides]
    names = [
        label(slot.pause, language) if slot.part is None else contents.parts[slot.part].name
        for slot in contents.agenda()
    ]
    places = [next(n for n, title in enumerate(titles) if title.startswith(f"{name} · ")) for name in names]

    assert titles[:2] == [contents.title, label("agenda", language)]
    assert places == sorted(places)
    first = label("lesson", language).format(1)
    assert places[1] < titles.index(first) < places[2]
    assert contents.parts[2].sheet is not None
    assert titles.index(contents.parts[2].sheet.title) == places[3] + 1


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_each_lesson_is_asked_first_and_answered_on_the_slide_after(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    slides = list(_slides(contents).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]

    for lesson in contents.lessons:
        place = titles.index(label("lesson", language).format(lesson.number))
        asked, answered = _shown(slides[place]), _shown(slides[place + 1])
        assert lesson.when in asked
        assert lesson.do not in asked
        assert lesson.do in answered
        notes = slides[place].notes_slide.notes_text_frame.text
        assert all(question in notes for question in lesson.questions)


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

    for form, table in zip(FORMS, file.tables, strict=False):
        minutes = [int(row.cells[2].text) for row in table.rows[1:]]
        assert minutes == [slot.minutes for slot in contents.agenda(form)]
    for part in contents.parts:
        assert [step for step, lines in steps_of(contents, part) if not lines] == []
        assert all(line in text for _, lines in steps_of(contents, part) for line in lines)
    assert "{" not in text
    for lesson in contents.lessons:
        assert all(question in text for question in lesson.questions)
        assert all(voice.text in text and voice.where in text for voice in lesson.of("contradicts", "qualifies"))
    assert contents.sources
    assert all(source in text for source in contents.sources)


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_every_sheet_that_a_part_uses_is_there_with_room_to_write(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    file = _word(sheets, contents)
    text = _paragraphs(file)
    made = list(sheets_of(contents))

    assert [sheet.title for sheet in made[:-2]] == [part.sheet.title for part in contents.parts if part.sheet]
    assert all(line in text for sheet in made for line in (sheet.title, sheet.text, *sheet.prompts))
    grids = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    for sheet, grid in zip([one for one in made if one.headings], grids, strict=True):
        assert grid[0] == list(sheet.headings)
        assert [row[0] for row in grid[1:]] == list(sheet.rows)
        assert {cell for row in grid[1:] for cell in row[1:]} == {""}


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_cards_hold_each_lesson_without_its_answer_and_voices_in_pairs(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    found = [cell.text for table in _word(cards, contents).tables for row in table.rows for cell in row.cells]
    text = "\n".join(found)
    roles = list(role_cards(contents))

    assert len([one for one in found if one]) == len(list(lesson_cards(contents))) + len(roles)
    for lesson in contents.lessons:
        assert lesson.when in text
        assert lesson.do not in text
        differ = lesson.of("contradicts") or lesson.of("qualifies")
        if lesson.of("supports") and differ:
            assert lesson.of("supports")[0].text in text
            assert differ[0].text in text
            assert differ[0].where in text
    assert roles
    assert len(roles) % 2 == 0


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_every_page_and_slide_carries_the_one_version(id_: str, language: Language, printed_kits: Printed) -> None:
    contents = printed_kits[id_, language]
    assert "(2026-11-01)" in contents.version

    for write in (handout, worksheet, facilitator, sheets, cards):
        for section in _word(write, contents).sections:
            assert contents.version in section.footer.paragraphs[0].text
    for slide in _slides(contents).slides:
        assert contents.version in _shown(slide)


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_the_version_stands_below_what_a_slide_shows_and_its_letters_are_as_large_as_have_room(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    sizes = []
    for slide in _slides(contents).slides:
        boxes = [
            one for one in slide.shapes if one.has_text_frame and one.text_frame.text and one.left < pptx.util.Pt(60)
        ]
        stamp = next(one for one in boxes if contents.version in one.text_frame.text)
        above = [one for one in boxes if one is not stamp and one.top < stamp.top]
        assert max(one.top + one.height for one in above) <= stamp.top
        sizes += [run.font.size.pt for one in above for para in one.text_frame.paragraphs[:1] for run in para.runs[:1]]

    assert max(sizes) == 40


@pytest.mark.parametrize(("id_", "language"), EACH)
def test_thai_in_every_word_file_has_its_complex_script_font(
    id_: str, language: Language, printed_kits: Printed
) -> None:
    contents = printed_kits[id_, language]
    for write in (handout, worksheet, facilitator, sheets, cards):
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

    assert sorted(made) == [f"kits/{KIT}/{KIT}-{name}" for name in FILE_NAMES]


def _parts(data: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {
            name: file.read(name).decode("utf-8", "replace") for name in file.namelist() if Path(name).suffix == ".xml"
        }
