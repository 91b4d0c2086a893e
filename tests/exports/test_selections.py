"""What somebody picked of a table is the same file, whether the build writes it or the browser, byte by byte.

The browser's writers run as pages get them, on what the build hands over of each table.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from botrian.addresses import Stamp
from botrian.exports.formats import file_of
from botrian.exports.printed import PrintedTable, printed_table
from botrian.exports.selection import Selection, selected
from botrian.exports.taken import taken
from botrian.knowledge import Knowledge
from botrian.pages.builder import facts_table
from botrian.records import Language
from botrian.site.scripts import ENTRIES, scripts_data
from botrian.tables import build_tables
from tests.exports import made
from tests.library import TODAY, library_knowledge
from tests.node import run_module

#: The script that writes a format, and the name under which it hands over its writer.
SCRIPTS = {"xlsx": "book", "pptx": "deck", "docx": "word", "svg": "picture", "csv": "values"}
MADE = (
    made.everyday(),
    made.nasty(),
    made.grouped(),
    made.compared(6),
    made.compared(2),
    made.sized(3, 30),
    made.sized(120, 2),
    made.sized(2, 0),
)
LANGUAGES: tuple[Language, ...] = ("th", "en")
LINK = "https://example.org/kb/tables/x/?rows=a,b&cols=c"
CODE = """
return given.map(({ table, selection }) =>
  taken[Object.keys(taken)[0]].parts(table, selection).map(({ name, content }) => {
    if (typeof content === "string") return [name, content];
    if (content.packed) return [name, content.size, content.crc];
    return [name, base64(content)];
  }));
"""


Cases = list[tuple[PrintedTable, Selection]]


def tables(knowledge: Knowledge, most: int = 1000) -> Iterator[PrintedTable]:
    """Tables of the knowledge, in both languages."""
    stamp = Stamp("https://example.org/kb/", TODAY)
    for language in LANGUAGES:
        for table in list(build_tables(knowledge).values())[:most]:
            yield printed_table(table, knowledge, language, stamp)


def selections(table: PrintedTable) -> list[Selection]:
    """The whole; every other row from the last, with the last columns; rows as columns; one cell."""
    rows, columns = [row.id for row in table.rows], [column.id for column in table.columns]
    return [
        Selection(rows, columns),
        Selection(rows[::-2], columns[len(columns) // 2 :], link=LINK),
        Selection(rows[:5], columns[:3], turned=True, link=LINK),
        Selection(rows[:1], columns[:1], link=LINK),
    ]


def built(knowledge: Knowledge) -> Cases:
    """Tables as people put them together in the builder: some places and cases, some of all questions."""
    found = []
    for language in LANGUAGES:
        table = printed_table(facts_table(knowledge), knowledge, language, Stamp("https://example.org/kb/", TODAY))
        rows, columns = [row.id for row in table.rows], [column.id for column in table.columns]
        own = {"title": "เทียบ ก · ข", "answer": "น้ำ · ป่า", "renumbered": True, "link": LINK}
        found.append((table, Selection(rows[::2], columns[::-2][:4], **own)))  # type: ignore[arg-type]
        found.append((table, Selection(rows[-3:], columns[:6], turned=True, **own)))  # type: ignore[arg-type]
    return found


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    """The tables of the tests' library and those made by hand with all that breaks files: whole, and a part of each."""
    knowledge = library_knowledge(tmp_path_factory.mktemp("library"))
    found = list(tables(knowledge))
    found += [printed_table(one, made.KNOWLEDGE, language, made.STAMP) for one in MADE for language in LANGUAGES]
    picked = [(table, selections(table)[kind]) for at, table in enumerate(found) for kind in (0, 1 + at % 3)]
    return [*picked, *built(knowledge)]


@pytest.fixture(scope="module")
def real_cases(real_knowledge: Knowledge) -> Cases:
    """A selection of each of forty real tables in both languages, of each kind in turn."""
    return [(table, selections(table)[at % 4]) for at, table in enumerate(tables(real_knowledge, 40))]


def browser_parts(folder: Path, format_: str, cases: Cases) -> Any:
    given = [
        {
            "table": taken(table),
            "selection": asdict(one),
        }
        for table, one in cases
    ]
    return run_module(folder, ENTRIES[f"assets/office/{SCRIPTS[format_]}.js"], scripts_data(), CODE, given)


def python_parts(format_: str, table: PrintedTable, selection: Selection) -> dict[str, bytes]:
    if format_ == "csv":
        return {"values.csv": file_of(selected(table, replace(selection, turned=False)), format_)}
    if format_ == "svg":
        return {"picture.svg": file_of(selected(table, selection), format_)}
    with zipfile.ZipFile(io.BytesIO(file_of(selected(table, selection), format_))) as file:
        return {name: file.read(name) for name in file.namelist()}


def without_letters(svg: str) -> list[str]:
    """What a picture says and where its blocks stand, without the shapes of letters."""
    return [line for line in re.sub(r"<use[^>]*>", "", svg).split("\n") if not line.startswith(("<path id", "<g id"))]


def hold_together(format_: str, cases: Cases, folder: Path) -> None:
    """Both write the same parts, in the same order."""
    for (table, selection), parts in zip(cases, browser_parts(folder, format_, cases), strict=True):
        where = f"{format_} {table.language} {table.id} {selection}"
        expected = python_parts(format_, table, selection)
        if (format_, table.id) == ("svg", "nasty"):
            # Marks that no Thai writes so, and other scripts: the browser sets their signs one after the other.
            assert without_letters(parts[0][1]) == without_letters(expected[parts[0][0]].decode("utf-8")), where
            continue
        assert [name for name, *_ in parts] == list(expected), where
        for name, *content in parts:
            if len(content) == 2:
                assert content == [len(expected[name]), zlib.crc32(expected[name])], f"{where} {name}"
            elif name.endswith(".png"):
                assert base64.b64decode(content[0]) == expected[name], f"{where} {name}"
            else:
                assert content[0] == expected[name].decode("utf-8"), f"{where} {name}"


@pytest.mark.parametrize("format_", sorted(SCRIPTS))
def test_both_write_the_same(format_: str, cases: Cases, tmp_path: Path) -> None:
    hold_together(format_, cases, tmp_path)


@pytest.mark.content
@pytest.mark.parametrize("format_", sorted(SCRIPTS))
def test_both_write_the_same_of_real_tables(format_: str, real_cases: Cases, tmp_path: Path) -> None:
    hold_together(format_, real_cases, tmp_path)


def test_a_selection_lists_the_places_that_are_in_it(cases: Cases) -> None:
    seen = 0
    for table, selection in cases:
        part = selected(table, selection)
        if selection.renumbered:
            assert [one.number for one in part.cited] == list(range(1, len(part.cited) + 1))
        marks = {number for row in part.rows for cell in row.cells for line in cell.marks for number in line}
        marks |= {number for row in part.rows for number in row.marks}
        if not selection.turned:
            assert {one.number for one in part.cited} == marks
            seen += len(part.cited) < len(table.cited)
        assert any(LINK in note for note in part.notes) == bool(selection.link)
    assert seen
