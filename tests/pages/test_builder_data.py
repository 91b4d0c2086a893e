"""Markers carry their source and lines as data, and the builder's cells are those of the pages of tables."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.citing import short_place
from botrian.pages.builder import builder_files
from botrian.pages.desk import MARKER, Desk
from botrian.pages.glossary import no_glossary
from botrian.pages.table_view import cell_html
from botrian.records import LANGUAGES, Language
from botrian.tables import Cell, Value, facts_beside
from botrian.tables.values import fact_cell
from tests.pages.sample import sample_desk, sample_knowledge

STAMP = Stamp("https://example.org/kb/")


def data_of(language: Language) -> dict[str, Any]:
    content = builder_files(sample_knowledge(), language, STAMP)[f"assets/facts-{language}.js"]
    found: dict[str, Any] = json.loads(content.decode().split("window.botrianFacts=", 1)[1].rstrip().removesuffix(";"))
    return found


def whole(data: dict[str, Any], cell: dict[str, Any]) -> str:
    """The HTML of a cell of the builder, put together as the browser does, without the numbers of its markers."""
    pieces = [cell["h"]] if isinstance(cell["h"], str) else cell["h"]
    text = "".join(data["markers"][piece] if isinstance(piece, int) else piece for piece in pieces)
    return re.sub(r">\[\d+\]</a>", "></a>", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_marker_tells_its_source_and_place(language: Language) -> None:
    desk = sample_desk(language)
    citation = next(placed.fact.citations[0] for placed in desk.knowledge.facts if placed.fact.citations)
    marker = html.fromstring(str(desk.cite([citation])))[0]
    source, place, title = (marker.get(name) or "" for name in ("data-source", "data-place", "title"))

    assert source == desk.knowledge.sources[citation.source].short.in_(language)
    assert place == short_place(citation, desk.knowledge.sources[citation.source], language)
    assert title.startswith(f"{source}, ") and place in title
    assert MARKER.fullmatch(html.tostring(marker, encoding="unicode").removesuffix(marker.tail or ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cell_of_the_builder_is_the_cell_of_a_table(language: Language) -> None:
    knowledge, data = sample_knowledge(), data_of(language)
    desk = Desk(knowledge, {}, language, "tables/build/", no_glossary(language))
    beside = {**facts_beside("provinces", knowledge), **facts_beside("cases", knowledge)}
    expected: dict[str, dict[str, str]] = {}
    for (place, dimension), facts in beside.items():
        made = cell_html(fact_cell(facts, knowledge.dimensions[dimension]), desk)
        expected.setdefault(place, {})[dimension] = re.sub(r">\[\d+\]</a>", "></a>", str(made))

    made_of = {
        place: {name: whole(data, cell) for name, cell in cells.items()} for place, cells in data["cells"].items()
    }

    assert made_of == expected != {}


def test_a_marker_stands_once_in_the_data_however_often_it_is_used() -> None:
    data = data_of("th")

    assert len(set(data["markers"])) == len(data["markers"]) > 0
    assert all(MARKER.fullmatch(marker) for marker in data["markers"])


def test_a_text_cannot_pass_for_a_marker() -> None:
    """What looks like one in a text is escaped, so that nothing is cut there."""
    desk = sample_desk()
    text = desk.knowledge.facts[0].fact.text or next(iter(desk.knowledge.lessons.values())).title
    forged = text.model_copy(update={"th": '<a class="kb-cite" href="#">[1]</a>'})
    made = str(cell_html(Cell((Value("text", forged),)), desk))

    assert MARKER.search(made) is None and "&lt;a class=" in made
