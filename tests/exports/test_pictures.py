"""Pictures for a chat: a card with the answer and the key rows, the whole table on pages, nothing too small to read."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from PIL import Image

from botrian.exports import ALBUM, THUMBNAIL, file_of
from botrian.exports.drawing import WIDTH, Block, Drawing
from botrian.exports.formats import THUMBNAIL_SIZE
from botrian.exports.glyphs import width
from botrian.exports.key_part import TELLING_BRIEFLY
from botrian.exports.picture import page_files
from botrian.exports.picture_card import card
from botrian.exports.picture_layout import cited_lines, drawing, pages
from botrian.exports.picture_parts import EDGE, HEIGHT, PAGE_HEIGHT
from botrian.exports.picture_rows import is_grid
from botrian.exports.printed import PrintedCell, PrintedTable
from tests.exports import made

LONG = "คนในชุมชนเก็บข้อมูลเอง แล้วใช้ข้อมูลนั้นคุยกับหน่วยงาน "
PHONE = 360


def wordy(rows: int, columns: int, times: int = 2) -> PrintedTable:
    table = made.printed(made.sized(rows, columns))
    cells = tuple(PrintedCell((LONG * times,)) for _ in range(columns))
    return replace(table, rows=tuple(replace(row, cells=cells) for row in table.rows))


def counts() -> PrintedTable:
    return made.printed(made.grouped())


TABLES = {
    "everyday": made.printed(made.everyday()),
    "counts": counts(),
    "compared": made.printed(made.compared()),
    "wordy": wordy(9, 5),
    "huge cells": wordy(2, 2, 30),
    "nasty": made.printed(made.nasty()),
    "long": made.printed(made.sized(120, 2)),
    "wide": made.printed(made.sized(3, 30)),
    "without columns": made.printed(made.sized(2, 0)),
}


def pictures(table: PrintedTable) -> list[Drawing]:
    return [drawing(table), card(table), *pages(table)]


def blocks(picture: Drawing) -> list[Block]:
    return [block for block in picture.blocks if any(block.lines)]


@pytest.mark.parametrize("name", TABLES)
def test_nothing_is_under_fourteen_pixels_on_a_phone(name: str) -> None:
    for picture in pictures(TABLES[name]):
        assert min(block.size for block in blocks(picture)) * PHONE / WIDTH >= 14


@pytest.mark.parametrize("name", [name for name in TABLES if name != "nasty"])
def test_no_line_leaves_the_picture_and_no_block_covers_another(name: str) -> None:
    for picture in pictures(TABLES[name]):
        for block in blocks(picture):
            assert block.y + (len(block.lines) - 1) * block.step <= picture.height
            for line in block.lines:
                left = block.x if block.right is None else block.right - width(line, block.weight) * block.size
                assert left >= EDGE - 1
                assert left + width(line, block.weight) * block.size <= WIDTH - EDGE + 2, line


@pytest.mark.parametrize("name", TABLES)
def test_pages_hold_every_row_and_column_and_are_no_higher_than_a_chat_shows(name: str) -> None:
    table = TABLES[name]
    drawn = pages(table)
    cells = {(block.row, block.column) for page in drawn for block in page.blocks if block.row}

    assert cells == {(row.id, column) for row in table.rows for column in ("", *(one.id for one in table.columns))}
    assert max(page.height for page in drawn) <= PAGE_HEIGHT


def test_a_row_that_goes_on_on_the_next_page_says_its_name_again() -> None:
    table = wordy(1, 12)
    second = pages(table)[1]

    assert f"{table.rows[0].name} (ต่อ)" in [block.text for block in second.blocks]


def test_the_card_has_the_size_of_a_chat_the_answer_the_rows_and_the_link() -> None:
    table = TABLES["everyday"]
    image = Image.open(io.BytesIO(file_of(table, "png")))
    texts = [block.text for block in card(table).blocks]

    assert image.size == (1080, 1350)
    assert table.title in texts and table.answer in texts and table.provenance.short_link in texts
    assert {"กระบี่", "ตราด", "ยะลา"} <= set(texts)


def test_a_card_shows_all_that_is_compared_and_what_its_definition_names_of_it() -> None:
    table = made.printed(made.compared(6))
    named = replace(table, key_rows=("tambon",))
    texts = [block.text for block in card(table).blocks]

    assert {column.heading for column in table.columns} <= set(texts)
    assert "จังหวัด: จังหวัด" in texts
    assert "จังหวัด: ตำบล" in [block.text for block in card(named).blocks]


def test_three_rows_of_long_columns_stand_on_a_card_with_their_values_in_one_paragraph() -> None:
    table = replace(wordy(9, 3), key_columns=("c0", "c1", "c2"), answer=(LONG * 3).strip())
    texts = [block.text for block in card(table).blocks]
    rows = [text for text in texts if text.count(" · ") == 2]

    assert " · ".join(column.heading for column in table.columns) == rows[0]
    assert [text for text in texts if text in {row.name for row in table.rows}] == [row.name for row in table.rows[:3]]
    assert len(rows) == 4 and all(len(value) > 15 for row in rows[1:] for value in row.split(" · "))


@pytest.mark.parametrize("times", [7, 8])
def test_three_rows_stand_on_a_card_in_fewer_letters_before_there_are_only_two(times: int) -> None:
    table = replace(wordy(9, 3), key_columns=("c0", "c1", "c2"), answer=(LONG * times).strip())
    short = (PrintedCell((f"มีน้ำมีป่า {LONG}",)),) * 3
    table = replace(table, rows=tuple(replace(row, cells=short) for row in table.rows))
    drawn = card(table)
    cells = [block.text for block in drawn.blocks if "…" in block.text and block.text != table.answer]

    assert {row.name for row in table.rows[:3]} <= {block.text for block in drawn.blocks}
    assert len(cells) == 9 and all(len(text.split("…")[0]) >= TELLING_BRIEFLY for text in cells)


def test_three_rows_stand_on_a_card_where_no_clause_ends_early_enough() -> None:
    """Their texts end at a word then, a list with how many more entries there are."""
    table = replace(wordy(9, 2), key_columns=("c0", "c1"), answer=(LONG * 6).strip())
    text, entry = LONG.replace(" ", "") * 4, LONG.replace(" ", "") * 3
    cells = (PrintedCell((text,)), PrintedCell((f"• {entry}", f"• {entry}")))
    drawn = [
        block.text for block in card(replace(table, rows=tuple(replace(r, cells=cells) for r in table.rows))).blocks
    ]

    assert {row.name for row in table.rows[:3]} <= set(drawn)
    told = [one for one in drawn if one.count("…") == 2]
    assert len(told) == 3 and all(cell.split("…")[0] in text for one in told for cell in one.split(" · "))
    assert all("อีก 1" in one for one in told)


@pytest.mark.parametrize("times", [7, 8])
def test_rows_go_before_texts_say_nothing_and_a_card_with_fewer_than_three_says_how_many_more_there_are(
    times: int,
) -> None:
    table = wordy(9, 3)
    # What differs stands at their ends: three rows in few letters would say the same.
    rows = (replace(row, cells=(PrintedCell((LONG * 2 + row.name,)),) * 3) for row in table.rows)
    table = replace(table, rows=tuple(rows), key_columns=("c0", "c1", "c2"), answer=(LONG * times).strip())
    texts = [block.text for block in card(table).blocks]
    values = [text for text in texts if text.count(" · ") == 2][1:]

    assert [text for text in texts if text in {row.name for row in table.rows}] == [row.name for row in table.rows[:2]]
    assert min(len(value) for row in values for value in row.split(" · ")) > 15
    assert "อีก 7 แถวอยู่ในภาพหน้าถัดไป" in texts


def test_a_card_that_shows_all_rows_says_nothing_of_more() -> None:
    assert not any("ภาพหน้าถัดไป" in block.text for block in card(TABLES["everyday"]).blocks)


@pytest.mark.parametrize("answer", [LONG * 2, LONG * 8, LONG * 30])
def test_a_card_stays_a_card_however_long_the_answer_is(answer: str) -> None:
    picture = card(replace(wordy(6, 3), answer=answer.strip()))

    assert picture.height == HEIGHT


def test_short_columns_stand_side_by_side_and_long_ones_under_their_heading() -> None:
    stacked = drawing(TABLES["wordy"])

    assert is_grid(TABLES["counts"]) and not is_grid(TABLES["wordy"])
    assert [block.text for block in stacked.blocks].count(TABLES["wordy"].columns[4].heading) == 9


def test_pictures_have_the_numbers_of_the_citations_and_a_list_of_them() -> None:
    table = TABLES["everyday"]
    texts = [block.text for block in drawing(table).blocks]
    lines = [line for block in drawing(table).blocks for line in block.lines]

    assert any("[1]" in line for line in lines) and any("[2]" in line for line in lines)
    assert "หนังสือ (2567): [1] บรรทัด 10–12 [2] น. 5" in texts
    assert list(cited_lines(table)) == ["หนังสือ (2567): [1] บรรทัด 10–12 [2] น. 5"]


def test_the_album_shows_every_page_in_its_size() -> None:
    files = dict(page_files(TABLES["wordy"]))
    album = files.pop(ALBUM).decode("utf-8")
    assert Image.open(io.BytesIO(files.pop(THUMBNAIL))).size == THUMBNAIL_SIZE
    shown = re.findall(r'<img src="wordy|<img src="([^"]+)" width="720" height="(\d+)"', album)
    sizes = {f"sized-9-5.{name}": Image.open(io.BytesIO(content)).size for name, content in files.items()}

    assert [(name, (720, int(height))) for name, height in shown] == list(sizes.items())
    assert len(sizes) > 2
