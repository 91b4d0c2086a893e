"""Slides that teach: the answer and the key rows for the back of a room, then the whole table with its columns."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from botrian.exports import file_of
from botrian.exports.glyphs import lines_in_ems
from botrian.exports.key_cut import cut_cell, key_cell, shortened
from botrian.exports.key_part import key_part, spoken
from botrian.exports.measure import signs
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.exports.selection import Selection, selected
from botrian.exports.shades import largest, shade
from botrian.exports.slide_pages import slide_pages
from botrian.exports.slides import ROOM_LETTERS, TABLE_HEIGHT
from botrian.records import Language, Text
from botrian.tables import Column, Row
from tests.exports import made

DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "คนในชุมชนเก็บข้อมูลเอง แล้วใช้ข้อมูลนั้นคุยกับหน่วยงาน "


def slides_of(table: PrintedTable) -> list[Any]:
    return list(Presentation(io.BytesIO(file_of(table, "pptx"))).slides)


def runs(slide: Any) -> Iterable[Any]:
    return list(slide._element.iter(f"{DRAW}rPr"))


def words(slide: Any) -> str:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text_frame.text for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
    return "".join((*texts, *cells))


def wordy(rows: int = 9, columns: int = 3, times: int = 3) -> PrintedTable:
    table = made.printed(made.sized(rows, columns))
    cells = tuple(PrintedCell((LONG * times,)) for _ in range(columns))
    return replace(table, rows=tuple(replace(row, cells=cells) for row in table.rows))


@pytest.mark.parametrize("table", [made.printed(made.everyday()), made.printed(made.grouped()), wordy(), wordy(2, 9)])
def test_the_first_slides_can_be_read_from_the_back_of_the_room(table: PrintedTable) -> None:
    answer, key = slides_of(table)[:2]

    assert table.answer in words(answer)
    for slide in (answer, key):
        assert signs(words(slide)) <= ROOM_LETTERS
        assert [run.get("sz") for run in runs(slide) if int(run.get("sz")) < 2400] == []


def test_an_answer_too_long_for_one_slide_takes_two_and_loses_nothing() -> None:
    table = replace(made.printed(made.everyday()), answer="เครือข่ายเริ่มจากเรื่องใกล้ตัว น้ำและป่า " * 9)
    first, second = slides_of(table)[:2]
    parts = [next(s for s in slide.shapes if s.has_text_frame and s != slide.shapes.title) for slide in (first, second)]

    assert " ".join(part.text_frame.text for part in parts) == table.answer.strip()
    assert max(signs(words(slide)) for slide in (first, second)) <= ROOM_LETTERS


def in_loma(text: str, size: float, room: float, line: float = 1.589, wider: float = 1.077) -> float:
    """How high a text is in Loma, which Linux takes for Thai letters where Sarabun is missing, in points."""
    return len(lines_in_ems(text, room / (size * wider), "Regular")) * size * line


def bottom_in_loma(shape: Any) -> float:
    """Where a table or text ends on its slide, in points."""
    if shape.has_text_frame:
        size = int(next(shape._element.iter(f"{DRAW}rPr")).get("sz")) / 100
        return float(shape.top.pt + in_loma(shape.text_frame.text, size, shape.width.pt))
    heights = []
    for row in shape.table.rows:
        size = int(next(row._tr.iter(f"{DRAW}rPr")).get("sz")) / 100
        sides, above = row.cells[0].margin_left.pt * 2, row.cells[0].margin_top.pt * 2
        widths = [column.width.pt - sides for column in shape.table.columns]
        tallest = (in_loma(cell.text_frame.text, size, room) for cell, room in zip(row.cells, widths, strict=True))
        heights.append(max(tallest) + above)
    return float(shape.top.pt + sum(heights))


@pytest.mark.parametrize("rows", [3, 7, 12])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_nothing_runs_over_the_foot_where_sarabun_is_missing(rows: int, times: int) -> None:
    for slide in slides_of(replace(wordy(rows, 2, times), answer=LONG * times)):
        link = next(shape for shape in slide.shapes if shape.has_text_frame and shape.top.pt >= 490)
        above = [shape for shape in slide.shapes if shape.top < link.top and shape.shape_type != MSO_SHAPE_TYPE.PICTURE]

        assert len(above) == 2
        assert [round(bottom_in_loma(shape)) for shape in above if bottom_in_loma(shape) > link.top.pt + 4] == []


@pytest.mark.parametrize("columns", [2, 5, 8])
def test_what_is_compared_stays_side_by_side(columns: int) -> None:
    for page in slide_pages(wordy(20, columns, 1), TABLE_HEIGHT).pages:
        assert len(page.table.columns) == columns


@pytest.mark.parametrize("rows", range(2, 16))
@pytest.mark.parametrize("times", [1, 4, 6])
def test_no_slide_has_one_row_alone(rows: int, times: int) -> None:
    pages = slide_pages(wordy(rows, 3, times), TABLE_HEIGHT).pages

    assert sum(len(page.table.rows) for page in pages) == rows
    assert min(len(page.table.rows) for page in pages) > 1


def test_letters_are_as_large_as_the_text_allows() -> None:
    few = slide_pages(made.printed(made.everyday()), TABLE_HEIGHT).pages[0].shape.font
    many = slide_pages(wordy(20, 8), TABLE_HEIGHT).pages[0].shape.font

    assert (few, many) == (20, 11)


def test_a_slide_with_room_has_larger_letters_than_the_one_with_a_very_long_row() -> None:
    table = wordy(8, 3, 1)
    long = replace(table.rows[-1], cells=tuple(PrintedCell((LONG * 14,)) for _ in table.columns))
    pages = slide_pages(replace(table, rows=(*table.rows[:-1], long)), TABLE_HEIGHT).pages

    assert pages[0].shape.font > pages[-1].shape.font
    assert all(sum(page.widths) == page.shape.width for page in pages)


def test_what_waits_for_translation_is_read_in_thai() -> None:
    row = Row("nan", Text(th="น่าน"), (made.text_cell("ก", "a"),))
    table = made.table("one", (Column("name", made.both("ชื่อ", "Name"), "text"),), (row,))
    found = [run for slide in slides_of(made.printed(table, "en")) for run in runs(slide)]
    said = {run.getparent().findtext(f"{DRAW}t"): run.get("lang") for run in found}

    assert said["น่าน"] == "th-TH"
    assert "en-GB" in said.values()


@pytest.mark.parametrize(("language", "locale"), [("th", "th-TH"), ("en", "en-GB")])
def test_every_run_says_its_language(language: Language, locale: str) -> None:
    for slide in slides_of(made.printed(made.everyday(), language)):
        for sheet in (slide, slide.notes_slide):
            assert {run.get("lang") for run in runs(sheet)} == {locale}


def test_lists_have_real_bullets_and_marks_are_raised() -> None:
    slide = slides_of(made.printed(made.everyday()))[2]
    paragraphs = list(slide._element.iter(f"{DRAW}p"))
    bulleted = [
        "".join(t.text for t in p.iter(f"{DRAW}t")) for p in paragraphs if p.find(f"{DRAW}pPr/{DRAW}buChar") is not None
    ]
    raised = [run.getparent().find(f"{DRAW}t").text for run in runs(slide) if run.get("baseline")]

    assert bulleted == ["น้ำ", "ป่า", "76 (พ.ศ. 2553)[1]", "80 (พ.ศ. 2553)[2]"]
    assert raised == ["[1]", "[2]"]


def test_the_notes_of_a_slide_list_what_its_marks_stand_for() -> None:
    slide = slides_of(made.printed(made.everyday()))[2]

    assert "[2] หนังสือ (2567), น. 5" in slide.notes_slide.notes_text_frame.text


def test_slides_are_numbered_and_tables_and_codes_are_told_to_those_who_do_not_see() -> None:
    table = made.printed(made.everyday())
    for slide in slides_of(table):
        fields = [field.get("type") for field in slide._element.iter(f"{DRAW}fld")]
        told = [one.get("descr") for one in slide._element.iter() if one.tag.endswith("}cNvPr") and one.get("descr")]
        assert fields == ["slidenum"]
        assert all(table.title in text or table.provenance.short_link in text for text in told)
        assert len(told) == sum(shape.has_table or shape.shape_type == 13 for shape in slide.shapes)


def test_rows_of_which_nothing_is_said_are_named_and_take_no_room() -> None:
    table = made.printed(made.everyday())
    absent = tuple(PrintedCell(("แหล่งข้อมูลไม่ได้กล่าว",), absent="unknown") for _ in table.columns)
    table = replace(table, rows=(*table.rows, replace(table.rows[0], id="satun", name="สตูล", cells=absent)))
    last = slides_of(table)[-1]
    cells = [cell.text_frame.text for shape in last.shapes if shape.has_table for cell in shape.table.iter_cells()]

    assert "สตูล" not in cells
    assert "จึงไม่มีแถวที่นี่: สตูล" in words(last)
    assert spoken(table)[1] == ("สตูล",)


def test_a_table_that_says_nothing_keeps_its_rows() -> None:
    table = made.printed(made.sized(2, 1))
    absent = replace(table.rows[0].cells[0], absent="unknown")
    table = replace(table, rows=tuple(replace(row, cells=(absent,)) for row in table.rows))

    assert spoken(table) == (table, ())


def test_a_definition_names_the_key_rows_and_columns() -> None:
    table = replace(made.printed(made.everyday()), key_rows=("trat", "krabi"), key_columns=("issues",))
    key = key_part(table, 200)

    assert [row.id for row in key.rows] == ["krabi", "trat"]
    assert [column.id for column in key.columns] == ["issues"]


def test_without_names_the_first_filled_column_is_the_key_and_sentences_stand_alone() -> None:
    table = wordy(9, 3)
    sentences = replace(table, rows=tuple(replace(row, name=LONG.strip() + row.name) for row in table.rows))

    assert [column.id for column in key_part(table, 200).columns] == ["c0"]
    assert key_part(sentences, 200).columns == ()
    assert 3 <= len(key_part(sentences, 200).rows) <= 6


def key_tables(table: PrintedTable) -> list[list[list[str]]]:
    """The cells of each key slide."""
    of_keys = [slide for slide in slides_of(table) if slide.shapes.title.text_frame.text.startswith("ข้อสำคัญ")]
    natives = [next(shape for shape in slide.shapes if shape.has_table).table for slide in of_keys]
    return [[[cell.text_frame.text for cell in row.cells] for row in native.rows] for native in natives]


def test_short_key_columns_share_a_slide_and_long_ones_have_each_its_own_with_the_same_rows() -> None:
    short = replace(made.printed(made.sized(4, 3)), key_columns=("c0", "c1"))
    long = replace(wordy(5, 3), key_columns=("c0", "c2"))
    together, apart = key_tables(short), key_tables(long)

    assert [table[0][1:] for table in together] == [[column.heading for column in short.columns[:2]]]
    assert [table[0][1:] for table in apart] == [[long.columns[0].heading], [long.columns[2].heading]]
    assert [row[0] for row in apart[0][1:]] == [row[0] for row in apart[1][1:]] == [row.name for row in long.rows[:3]]
    assert min(signs(row[1]) for table in apart for row in table[1:]) >= 30


def test_four_and_more_key_columns_become_rows_in_halves_where_little_would_be_left_of_them() -> None:
    table = made.printed(made.compared(6))
    first, second = key_tables(replace(table, key_rows=("province",)))

    assert first[0][1] == second[0][1] == "จังหวัด: จังหวัด"
    assert [row[0] for row in (*first[1:], *second[1:])] == [column.heading for column in table.columns]
    assert min(signs(row[1]) for row in (*first[1:], *second[1:])) >= 25
    told_of_most = key_part(table, 400)
    assert [column.id for column in told_of_most.columns] == ["province"]
    assert [row.id for row in told_of_most.rows] == [column.id for column in table.columns]


def test_a_column_with_a_slide_of_its_own_shows_the_rows_that_it_says_something_of_and_no_silence() -> None:
    table = replace(wordy(8, 2), key_columns=("c0", "c1"))
    absent = PrintedCell(("แหล่งข้อมูลไม่ได้กล่าว", "(บอกเพียงว่ามี)"), absent="unknown")
    rows = [
        replace(row, cells=(row.cells[0], absent) if at < 4 else (absent, row.cells[1]))
        for at, row in enumerate(table.rows)
    ]
    first, second = key_tables(replace(table, rows=tuple(rows)))

    assert [row[0] for row in first[1:]] == [row.name for row in rows[:3]]
    assert [row[0] for row in second[1:]] == [row.name for row in rows[4:7]]


def test_of_long_texts_two_rows_stand_on_a_slide_that_tell_something() -> None:
    table = replace(wordy(8, 1), title="ชื่อของตาราง " * 5)
    named = replace(table, rows=tuple(replace(row, name="ชื่อของแถวที่อ่านรู้เรื่อง") for row in table.rows))
    tables = key_tables(named)

    assert [len(one) - 1 for one in tables] == [3]
    assert {row[1] for one in tables for row in one[1:]} == {"คนในชุมชนเก็บข้อมูลเอง… (มีต่อ)"}


def test_of_several_amounts_none_stands_for_the_others() -> None:
    table = replace(wordy(4, 2), key_columns=("c0", "c1"))
    money = replace(table.columns[0], type="money")
    several = PrintedCell(tuple(f"• {amount},000 บาท (กองทุนของตำบลที่ตั้งขึ้นก่อน)" for amount in range(1, 8)))
    rows = tuple(replace(row, cells=(several, row.cells[1])) for row in table.rows)
    shown = key_tables(replace(table, columns=(money, table.columns[1]), rows=rows))[0]

    assert {row[1] for row in shown[1:]} == {"7 จำนวน ดูทั้งตาราง"}


@pytest.mark.parametrize(
    ("lines", "limit", "language", "shown"),
    [
        (("• น้ำ", "• ป่า", "• ข้อมูลของชุมชน"), 60, "th", "น้ำ, ป่า, ข้อมูลของชุมชน"),
        (("• น้ำ", "• ป่า", "• ข้อมูลของชุมชน"), 20, "th", "น้ำ, ป่า และอีก 1 ข้อ"),
        (("• ข้อมูลของชุมชนที่เก็บเอง", "• ป่า"), 12, "th", "2 ข้อ ดูทั้งตาราง"),
        (("ตัดงบที่ไม่จำเป็น จัดสรรงบ ผันงบไปต่องานอื่น",), 34, "th", "ตัดงบที่ไม่จำเป็น จัดสรรงบ… (มีต่อ)"),
        (("มีสภา ครบ 144 ตำบล (พ.ศ. 2558 ถึงวันนี้)",), 26, "th", "มีสภา ครบ 144 ตำบล… (มีต่อ)"),
        (("ทำงานร่วมกันทั้งจังหวัดมาตลอดสิบปี",), 20, "th", "ยาว ดูทั้งตาราง"),
        (
            ("The group cuts needless budget and allots it, then looks for more givers",),
            40,
            "en",
            "The group cuts needless budget… (more)",
        ),
        (("The group looks over every project of the province",), 30, "en", "long; see the whole table"),
    ],
)
def test_a_cell_is_cut_between_entries_or_clauses_and_says_that_more_follows(
    lines: tuple[str, ...], limit: int, language: Language, shown: str
) -> None:
    table = made.printed(made.sized(1, 1), language)
    cell = key_cell(PrintedCell(lines), table.columns[0], table)

    assert cut_cell(cell, limit, language).text == shown


def test_a_row_stands_alone_on_a_slide_only_where_its_cell_says_more_there() -> None:
    table = replace(wordy(3, 1, 1), key_columns=("c0",))
    long = PrintedCell((LONG.replace(" ", "") * 2 + " " + LONG,))
    shown = key_tables(replace(table, rows=(*table.rows[:2], replace(table.rows[2], cells=(long,)))))

    assert [len(one) - 1 for one in shown] == [2, 1]
    assert shown[1][1][1].startswith(LONG.replace(" ", "") * 2)


def test_the_first_slide_of_a_selection_says_how_many_rows_it_has() -> None:
    table = made.printed(made.sized(10, 2))
    picked = Selection(["r1", "r3", "r5"], ["c0"])
    own = replace(picked, answer="คำตอบของเรา")

    assert "ที่นี่แสดง 3 จาก 10 แถว (จังหวัด)" in words(slides_of(selected(table, picked))[0])
    assert "ที่นี่แสดง" not in words(slides_of(table)[0])
    assert "ที่นี่แสดง" not in words(slides_of(selected(table, own))[0])


def test_why_a_cell_is_empty_is_never_cut() -> None:
    table = replace(wordy(3, 1), key_rows=("r0", "r1", "r2"))
    absent = PrintedCell(("ไม่เกี่ยวกับกรณีนี้ทั้งหมด", "(บอกเพียงว่ามี)"), absent="not-applicable")
    rows = (replace(table.rows[0], cells=(absent,)), *table.rows[1:])

    assert key_part(replace(table, rows=rows), 60).rows[0].cells[0].text == "ไม่เกี่ยวกับกรณีนี้ทั้งหมด"


def test_the_name_of_a_row_is_cut_last() -> None:
    table = replace(wordy(3, 2), key_columns=("c0", "c1"))
    named = replace(table, rows=tuple(replace(row, name="ชื่อของแถวที่อ่านรู้เรื่อง") for row in table.rows))

    assert [row.name for row in key_part(named, 190).rows] == ["ชื่อของแถวที่อ่านรู้เรื่อง"] * 3
    assert signs(key_part(named, 60).rows[0].name) < 28


@pytest.mark.parametrize("name", ["pptx", "docx"])
def test_office_ends_no_line_before_the_sign_that_repeats_a_word(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(file_of(made.printed(made.compared(2)), name))) as file:
        parts = [part for part in file.namelist() if part.startswith(("ppt/slides/slide", "word/document"))]
        text = "".join(file.read(part).decode("utf-8") for part in parts)

    assert "ต่าง\u00a0ๆ" in text and " ๆ" not in text


@pytest.mark.parametrize("language", get_args(Language))
def test_a_key_text_is_cut_where_a_phrase_ends(language: Language) -> None:
    assert shortened("แผนของจังหวัด มีสภา และกองทุน", 26) == "แผนของจังหวัด มีสภา…"
    assert shortened("สั้น", 26) == "สั้น"
    assert shortened("มี 144 ตำบล (ต้นฉบับว่า “สภาองค์กรชุมชนตำบล” จากทั้งหมด)", 28) == "มี 144 ตำบล…"
    assert shortened("“พัฒนาแบบมีส่วนร่วม”", 14).endswith("…”")
    assert shortened("มีสภาครบทุกตำบล (พ.ศ. 2558 ถึงวันนี้)", 22) == "มีสภาครบทุกตำบล…"


def test_counts_are_shaded_by_their_size_under_the_number() -> None:
    columns = (Column("n", made.both("จำนวน"), "number"),)
    rows = tuple(Row(f"r{n}", made.both(f"แถว {n}"), (made.number_cell(str(n)),)) for n in (0, 5, 10))
    table = made.printed(made.table("counts", columns, rows))
    shades = [shade(row.cells[0], largest(table)) for row in table.rows]
    native = next(s for s in slides_of(table)[2].shapes if s.has_table)

    assert shades[0] == "FFFFFF" and shades[2] == "96CDBD" and len(set(shades)) == 3
    assert [native.table.cell(row, 1)._tc.tcPr.find(f"{DRAW}solidFill")[0].get("val") for row in (1, 2, 3)] == shades


def test_key_rows_take_four_slides_at_most_unless_the_definition_names_them() -> None:
    """Of more slides each column keeps its first, with every column there."""
    table = replace(wordy(4, 2, 1), key_columns=("c0", "c1"))
    long = PrintedCell((LONG.replace(" ", "") * 2 + " " + LONG,))
    table = replace(table, rows=tuple(replace(row, cells=(long, long)) for row in table.rows))
    named = replace(table, key_rows=tuple(row.id for row in table.rows))
    shown, every = key_tables(table), key_tables(named)

    assert len(shown) == 4 < len(every)
    assert {one[0][1] for one in shown} == {column.heading for column in table.columns}
