"""The knowledge and the frame go in; the page on which people put a table together comes out, and its data.

The data are those of ``/api/v1/facts.json``, ``dimensions.json`` and ``provinces.json``. They come a second time as
a script, because a page opened from a USB stick may load a script but not a JSON file; the page loads it with the first
place that is ticked.
"""

from __future__ import annotations

from typing import Any

from botrian.addresses import Stamp, address, fixed, up
from botrian.browser import setting
from botrian.exports import printed_table, taken
from botrian.knowledge import Knowledge
from botrian.pages.desk import MARKER, Desk
from botrian.pages.frame import Frame
from botrian.pages.glossary import no_glossary
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import table_tools, with_tools
from botrian.pages.table_view import cell_html, sort_value
from botrian.pages.templates import filled
from botrian.records import Dimension, Language, Text
from botrian.tables import Cell, Column, Ref, Row, Table, facts_beside
from botrian.tables.values import fact_cell
from botrian.words import with_unit, word

BUILDER_PAGE = fixed.BUILDER
#: The name of the table of all facts, whose page is the builder's; ``tables/take.js`` has the same.
_ALL_FACTS = "build"
#: What the example shows: the first places, and the first of these dimensions that are there.
_EXAMPLE_PLACES = 2
_EXAMPLE_DIMENSIONS = ("founded", "main-mechanism", "vision")


def builder_page(frame: Frame) -> StagedPage:
    """The page at ``tables/build/``: places and dimensions to choose from; the browser code makes the table."""
    desk = frame.desk(BUILDER_PAGE)
    title, intro = frame.say("tools.build_title"), frame.say("tools.build_intro")
    content = filled(
        "builder",
        desk,
        intro=intro,
        places=[(id_, _place_name(frame.knowledge, id_, frame.language)) for id_ in _places(frame.knowledge)],
        cases=[(id_, _case_name(frame.knowledge, id_, frame.language)) for id_ in _cases(frame.knowledge)],
        groups=_groups(frame),
        tools=table_tools(frame, desk, title, builder=True),
        example=_example(frame.knowledge),
        data=desk.to(facts_file(frame.language)),
        api=up(BUILDER_PAGE) + ("../" if frame.language == "en" else "") + "api/v1/",
    )
    crumbs = (("tables/", frame.say("collection.tables")),)
    page = frame.page(BUILDER_PAGE, title, content, crumbs=crumbs, description=intro, wide=True)
    return with_tools(page, ("assets/tables-builder.js",))


def _places(knowledge: Knowledge) -> tuple[str, ...]:
    """Provinces, then areas, of which there is at least one fact."""
    return tuple(id_ for id_ in (*knowledge.provinces, *knowledge.areas) if id_ in knowledge.facts_by_province)


def _cases(knowledge: Knowledge) -> tuple[str, ...]:
    """Cases of which there is at least one fact, in the order of their provinces."""
    places = {id_: number for number, id_ in enumerate((*knowledge.provinces, *knowledge.areas))}
    return tuple(sorted(knowledge.facts_by_case, key=lambda id_: (places[knowledge.cases[id_].province], id_)))


def _place_name(knowledge: Knowledge, id_: str, language: Language) -> str:
    return knowledge.place_name(id_).in_(language)


def _case_name(knowledge: Knowledge, id_: str, language: Language) -> str:
    """The case's title, and where it is."""
    case = knowledge.cases[id_]
    return f"{case.title.in_(language)} ({knowledge.place_name(case.province).in_(language)})"


def _groups(frame: Frame) -> list[tuple[str, list[Dimension]]]:
    """The dimensions under their groups; those without a fact anywhere are left out."""
    used = {placed.fact.dimension for placed in frame.knowledge.facts}
    dimensions = [one for one in frame.knowledge.dimensions.values() if one.id in used]
    groups = [
        (frame.t(group.name), [one for one in dimensions if one.group == group.id])
        for group in frame.knowledge.dimension_groups.values()
    ]
    return [(name, list_) for name, list_ in groups if list_]


def _example(knowledge: Knowledge) -> str:
    rows = ",".join(_places(knowledge)[:_EXAMPLE_PLACES])
    columns = ",".join(id_ for id_ in _EXAMPLE_DIMENSIONS if id_ in knowledge.dimensions)
    return f"?rows={rows}&cols={columns}"


def facts_file(language: Language) -> str:
    """Where the data stand below the language's root."""
    return f"assets/facts-{language}.js"


def builder_files(knowledge: Knowledge, language: Language, stamp: Stamp) -> dict[str, bytes]:
    """The data of the builder by their path below the language's root: a script that sets one value, and one that hands
    over the table of all facts to those who take a part along."""
    printed = printed_table(facts_table(knowledge), knowledge, language, stamp)
    return {
        facts_file(language): setting("botrianFacts", _data(knowledge, language)),
        f"assets/office/{_ALL_FACTS}.{taken.ENDING}": taken.taken_file(printed),
    }


def facts_table(knowledge: Knowledge) -> Table:
    """Every place and case with every dimension that has a fact: what people put their tables together from."""
    used = {placed.fact.dimension for placed in knowledge.facts}
    dimensions = [one for one in knowledge.dimensions.values() if one.id in used]
    rows = []
    for kind, ids in (("province", _places(knowledge)), ("case", _cases(knowledge))):
        beside = facts_beside(f"{kind}s", knowledge)
        for id_ in ids:
            cells = tuple(
                fact_cell(beside[id_, one.id], one) if (id_, one.id) in beside else Cell(absent="not-looked-up")
                for one in dimensions
            )
            rows.append(Row(id_, _name(kind, id_, knowledge), cells, Ref(kind, id_)))
    return Table(
        id=_ALL_FACTS,
        title=word("tools.build_title"),
        answer=word("tools.build_intro"),
        row_name=word("tools.built_rows"),
        columns=tuple(Column(one.id, one.name, one.type, one.unit, one.definition) for one in dimensions),
        rows=tuple(rows),
    )


def _name(kind: str, id_: str, knowledge: Knowledge) -> Text:
    name = _case_name if kind == "case" else _place_name
    return Text(th=name(knowledge, id_, "th"), en=name(knowledge, id_, "en"))


def _data(knowledge: Knowledge, language: Language) -> dict[str, Any]:
    # Terms are explained on the pages of tables; here each of them would travel once a cell.
    write = _Writer(Desk(knowledge, {}, language, BUILDER_PAGE, no_glossary(language)))
    return {
        "dimensions": [write.dimension(one) for one in knowledge.dimensions.values()],
        "places": [
            *(
                (id_, _place_name(knowledge, id_, language), address("province", id_, knowledge))
                for id_ in _places(knowledge)
            ),
            *(
                (id_, _case_name(knowledge, id_, language), address("case", id_, knowledge))
                for id_ in _cases(knowledge)
            ),
        ],
        "cells": write.cells("provinces", _places(knowledge)) | write.cells("cases", _cases(knowledge)),
        "silent": write.cell(Cell(absent="not-looked-up")),
        "markers": list(write.markers),
    }


class _Writer:
    """Writes cells as ``tables/builder.js`` reads them: h(tml), a(bsent), s(ort value); what is empty is left out.

    The HTML is that of the pages of tables. Markers repeat, so they stand in a list of their own: HTML with markers is
    a list of pieces and of the markers' numbers there.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.markers: dict[str, int] = {}

    def dimension(self, one: Dimension) -> dict[str, Any]:
        """A dimension: id, type, name, definition, and the heading of its column, with its unit."""
        name, definition, unit = (self._desk.t(text) for text in (one.name, one.definition, one.unit))
        heading = with_unit(name, unit)
        return _filled(id=one.id, type=one.type, name=name, definition=definition, heading=heading)

    def cells(self, rows: str, ids: tuple[str, ...]) -> dict[str, dict[str, Any]]:
        """The cells of these ``provinces`` or ``cases`` that have a fact, by dimension, as in every table."""
        beside = facts_beside(rows, self._desk.knowledge)
        dimensions = self._desk.knowledge.dimensions
        return {
            id_: {
                name: self.cell(fact_cell(beside[id_, name], dimension))
                for name, dimension in dimensions.items()
                if (id_, name) in beside
            }
            for id_ in ids
        }

    def cell(self, cell: Cell) -> dict[str, Any]:
        """One cell."""
        pieces = self._pieces(str(cell_html(cell, self._desk)))
        return _filled(h=pieces, a=cell.absent, s="" if cell.absent else sort_value(cell))

    def _pieces(self, html: str) -> str | list[str | int]:
        text, *rest = MARKER.split(html)
        if not rest:
            return text
        numbered = (
            self.markers.setdefault(one, len(self.markers)) if at % 2 == 0 else one for at, one in enumerate(rest)
        )
        return [text, *numbered]


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
