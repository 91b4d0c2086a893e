"""The guide names everything that a table's file may say, in both languages, from the tables' own list."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.pages.stage import frame_of
from botrian.pages.table_options import PARTS, table_options_page
from botrian.records import Language
from botrian.tables import ROWS, build_tables
from tests.pages.sample import sample_knowledge


@pytest.mark.parametrize("language", get_args(Language))
def test_every_name_stands_on_the_page_with_its_words_and_answers(language: Language) -> None:
    knowledge = sample_knowledge()
    frame = frame_of(knowledge, build_tables(knowledge), language, Stamp("https://example.org/", date(2026, 1, 1)))
    page = html.fromstring(f"<div>{table_options_page(frame).markdown()}</div>")
    rows = [
        ["".join(map(str, cell.itertext())) for cell in row] for row in page.iter("tr") if row.find("td") is not None
    ]
    wanted = [one for can in ROWS.values() for part in PARTS.values() for one in getattr(can, part).values()]

    assert [row[:2] for row in rows] == [[one.id, one.name.in_(language)] for one in wanted]
    assert all(answer in row[2] for row, one in zip(rows, wanted, strict=True) for answer in one.answers)
