"""Pages name the tables in which a record stands, and rest on no more of these than their names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.knowledge.watched import ALL, Asked
from botrian.pages.frame import Frame
from botrian.pages.holding import OF_THEME
from botrian.pages.makers import record_pages
from botrian.pages.stage import frame_of
from botrian.site.memory import _TABLES, _watching
from botrian.tables import build_tables
from tests.library import library_knowledge

KINDS = ("lesson", "case", "province", "theme")


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    folder: Path = tmp_path_factory.mktemp("library")
    knowledge = library_knowledge(folder)
    return frame_of(knowledge, build_tables(knowledge), "th", Stamp("https://example.org/"))


def test_each_record_and_theme_has_the_tables_in_which_it_stands(frame: Frame) -> None:
    found = {held: {one.id for one in names} for held, names in frame.holding.items()}
    tables = frame.tables.values()
    refs = {(row.ref.kind, row.ref.id) for one in tables for row in one.rows if row.ref}

    assert {held for held in found if held[0] != OF_THEME} == refs
    for held in refs:
        rows = {one.id: {(row.ref.kind, row.ref.id) for row in one.rows if row.ref} for one in tables}
        assert found[held] == {id_ for id_, own in rows.items() if held in own}
    assert {theme for kind, theme in found if kind == OF_THEME} == {theme for one in tables for theme in one.themes}


def test_the_page_of_a_record_asks_for_no_table_that_it_does_not_show(frame: Frame) -> None:
    """So that an edit of one cell does not make the pages of all records anew."""
    asked: set[Asked] = set()
    starts = tuple(f"{kind}s/" for kind in KINDS)
    for where, make in record_pages(frame):
        if where.startswith(starts):
            make(_watching(frame, asked))

    assert (_TABLES, ALL, None) not in asked


def test_a_page_names_the_tables_that_hold_its_record(frame: Frame) -> None:
    held = next(one for one in frame.holding if one[0] == "case")
    pages = dict(record_pages(frame))
    where = next(one for one in pages if one.endswith(f"/{held[1]}/"))

    assert f"tables/{frame.holding[held][0].id}/" in pages[where](frame).content
    assert 'id="tables"' not in pages[where](replace(frame, holding={}, desks={})).content
