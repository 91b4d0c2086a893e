"""The knowledge and the frame go in; the page on which people put a table together comes out, and its data.

The data are those of ``/api/v1/facts.json``, ``dimensions.json`` and ``provinces.json``. They come a second time as
a script, because a page opened from a USB stick may load a script but not a JSON file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from botrian.addresses import address, fixed, place_address, record_name, up
from botrian.citing import citation_words
from botrian.knowledge import Knowledge, PlacedFact
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import SCRIPTS, table_tools, with_tools
from botrian.pages.table_view import sort_value
from botrian.pages.templates import filled
from botrian.records import Citation, Dimension, Language, Text
from botrian.tables import Cell, Value
from botrian.tables.reading import disagrees, value_words
from botrian.tables.values import fact_cell

BUILDER_PAGE = fixed.BUILDER
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
        places=[(id_, desk.name("province", id_)) for id_ in _places(frame.knowledge)],
        cases=[(id_, _case_name(frame.knowledge, id_, frame.language)) for id_ in _cases(frame.knowledge)],
        groups=_groups(frame),
        tools=table_tools(frame, desk, title, builder=True),
        example=_example(frame.knowledge),
        api=up(BUILDER_PAGE) + ("../" if frame.language == "en" else "") + "api/v1/",
    )
    crumbs = (("tables/", frame.say("collection.tables")),)
    page = frame.page(BUILDER_PAGE, title, content, crumbs=crumbs, description=intro, wide=True)
    return with_tools(
        page, (facts_file(frame.language), *SCRIPTS, "assets/tables-cells.js", "assets/tables-builder.js")
    )


def _places(knowledge: Knowledge) -> tuple[str, ...]:
    """Provinces, then areas, of which there is at least one fact."""
    return tuple(id_ for id_ in (*knowledge.provinces, *knowledge.areas) if id_ in knowledge.facts_by_province)


def _cases(knowledge: Knowledge) -> tuple[str, ...]:
    """Cases of which there is at least one fact, in the order of their provinces."""
    places = {id_: number for number, id_ in enumerate((*knowledge.provinces, *knowledge.areas))}
    return tuple(sorted(knowledge.facts_by_case, key=lambda id_: (places[knowledge.cases[id_].province], id_)))


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


def builder_files(knowledge: Knowledge, language: Language) -> dict[str, bytes]:
    """The data of the builder by their path below the language's root: a script that sets one frozen value."""
    text = json.dumps(_data(knowledge, language), ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end a line in old readers of scripts.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return {facts_file(language): f'"use strict";\nwindow.botrianFacts={text};\n'.encode()}


def _data(knowledge: Knowledge, language: Language) -> dict[str, Any]:
    write = _Writer(knowledge, language)
    data = {
        "dimensions": [write.dimension(one) for one in knowledge.dimensions.values()],
        "places": [
            *(
                [id_, knowledge.place_name(id_).in_(language), address("province", id_, knowledge)]
                for id_ in _places(knowledge)
            ),
            *(
                [id_, _case_name(knowledge, id_, language), address("case", id_, knowledge)]
                for id_ in _cases(knowledge)
            ),
        ],
        "cells": {id_: dict(write.cells(id_)) for id_ in _places(knowledge)}
        | {id_: dict(write.cells_of_case(id_)) for id_ in _cases(knowledge)},
    }
    return {**data, "citations": write.cited()}


class _Writer:
    """Writes cells shortly: what is empty is left out. The keys are read by ``tables-cells.js``.

    A cell has v(alues), a(bsent), o (its note), c(itations), s(ort value), x (the sources disagree); a value has
    t(ext), i(tems), o (note), m (only implied), c(itations), r(ecords: name and address). A citation is
    its number in the list ``citations``.
    """

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        self._knowledge = knowledge
        self._language = language
        self.places: dict[Citation, int] = {}

    def dimension(self, one: Dimension) -> dict[str, Any]:
        """A dimension: id, name, type, group, definition, unit."""
        return _filled(
            id=one.id, name=self._t(one.name), type=one.type, definition=self._t(one.definition), unit=self._t(one.unit)
        )

    def cells(self, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The cells of one place that have a fact, by dimension."""
        for dimension, facts in self._by_dimension(self._knowledge.facts_by_province[place]):
            # As in every table: a place's own facts, or, where it has none, those of its cases.
            own = [one for one in facts if one.fact.case is None]
            yield dimension.id, self._cell(fact_cell(own or facts, dimension))

    def cells_of_case(self, case: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The cells of one case that have a fact, by dimension."""
        for dimension, facts in self._by_dimension(self._knowledge.facts_by_case[case]):
            yield dimension.id, self._cell(fact_cell(facts, dimension))

    def _by_dimension(self, facts: tuple[PlacedFact, ...]) -> Iterator[tuple[Dimension, list[PlacedFact]]]:
        found: dict[str, list[PlacedFact]] = {}
        for placed in facts:
            found.setdefault(placed.fact.dimension, []).append(placed)
        return ((one, found[id_]) for id_, one in self._knowledge.dimensions.items() if id_ in found)

    def _cell(self, cell: Cell) -> dict[str, Any]:
        return _filled(
            v=[self._value(one) for one in cell.values],
            a=cell.absent,
            o=self._t(cell.note),
            c=self._citations(cell.citations),
            s=sort_value(cell),
            x=int(disagrees(cell)),
        )

    def _value(self, value: Value) -> dict[str, Any]:
        return _filled(
            t="" if value.items else value_words(value, self._language),
            i=[self._t(item) for item in value.items],
            o=self._t(value.note),
            m=int(value.basis == "implied"),
            c=self._citations(value.citations),
            r=[self._record(ref.kind, ref.id) for ref in value.refs],
        )

    def _record(self, kind: str, id_: str) -> list[str]:
        name = record_name(kind, id_, self._knowledge)
        return [self._t(name), address(kind, id_, self._knowledge)]

    def _citations(self, citations: tuple[Citation, ...]) -> list[int]:
        """The numbers of these citations in ``places``, where each stands once."""
        return [self.places.setdefault(one, len(self.places)) for one in dict.fromkeys(citations)]

    def cited(self) -> list[list[str]]:
        """Each cited place once: its address below the language's root, and its words."""
        sources = self._knowledge.sources
        return [
            [place_address(one, sources[one.source]), citation_words(one, sources, self._language)]
            for one in self.places
        ]

    def _t(self, text: Text | None) -> str:
        return text.in_(self._language) if text else ""


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [], 0)}
