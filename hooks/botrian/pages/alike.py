"""The knowledge and the frame go in; the page on which people find provinces like theirs comes out, and its data.

What each province has is in the page, as a table that needs no script; the data say the same to the browser code, with
what each province would do again and what went wrong there, by trouble.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from markupsafe import Markup

from botrian.addresses import address, fixed
from botrian.browser import setting
from botrian.knowledge import Knowledge, PlacedFact
from botrian.likeness import again, conditions, like_cases, places, values, went_wrong
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.glossary import no_glossary
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import with_tools
from botrian.pages.table_view import cell_html
from botrian.pages.templates import filled
from botrian.records import Dimension, Language
from botrian.tables.values import fact_cell

PAGE = fixed.ALIKE
STYLE: Final = "assets/ways.css"
SCRIPT: Final = "assets/alike.js"
#: How many lessons and cases of a province are shown for one trouble.
SHOWN: Final = 2


def alike_page(frame: Frame) -> StagedPage:
    """The page at ``like-us/``."""
    desk = frame.desk(PAGE)
    knowledge = frame.knowledge
    wanted = conditions(knowledge)

    def cell(place: str, condition: Dimension) -> Markup:
        return cell_html(fact_cell(_facts(knowledge, place, condition.id), condition), desk)

    data = desk.to(data_file(frame.language))
    content = filled("alike", desk, conditions=wanted, places=places(knowledge), cell=cell, data=data)
    page = frame.page(PAGE, frame.say("alike.title"), content, description=frame.say("alike.intro"), wide=True)
    return with_tools(page, (SCRIPT,), (STYLE,))


def _facts(knowledge: Knowledge, place: str, dimension: str) -> tuple[PlacedFact, ...]:
    own = knowledge.facts_by_province.get(place, ())
    return tuple(one for one in own if one.fact.dimension == dimension and one.fact.case is None)


def data_file(language: Language) -> str:
    """Where the data stand below the language's root."""
    return f"assets/alike-{language}.js"


def alike_files(knowledge: Knowledge, language: Language) -> dict[str, bytes]:
    """The data of the page by their path below the language's root: a script that sets one value."""
    return {data_file(language): setting("botrianAlike", alike_data(knowledge, language))}


def alike_data(knowledge: Knowledge, language: Language) -> dict[str, Any]:
    """What ``alike/page.js`` reads: conditions, the places with what they have, and the lessons and cases by number."""
    desk = Desk(knowledge, {}, language, PAGE, no_glossary(language))
    write = _Writer(desk)
    wanted = conditions(knowledge)
    return {
        "conditions": [
            {
                "id": one.id,
                "name": desk.t(one.name),
                "choices": [[choice.id, desk.t(choice.name), bool(choice.themes)] for choice in one.choices],
            }
            for one in wanted
        ],
        "places": [write.place(place, wanted) for place in places(knowledge)],
        "records": list(write.records),
    }


class _Writer:
    """Writes places; lessons and cases repeat, so they stand in a list of their own: address and title."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.records: dict[tuple[str, str], int] = {}

    def place(self, place: str, wanted: Iterable[Dimension]) -> dict[str, Any]:
        """One province: its name and address, its values, what was tried there by trouble.

        Under "" stands what was tried whatever the trouble.
        """
        knowledge = self._desk.knowledge
        wanted = tuple(wanted)
        troubles: Mapping[str, tuple[str, ...]] = {
            f"{one.id}:{choice.id}": choice.themes for one in wanted for choice in one.choices if choice.themes
        }
        return {
            "id": place,
            "name": self._desk.name("province", place),
            "url": address("province", place, knowledge),
            "values": {
                one.id: [self._value(fact) for fact in known]
                for one in wanted
                if (known := values(knowledge, place, one.id))
            },
            "tried": {name: self._tried(place, themes) for name, themes in {"": (), **troubles}.items()},
        }

    def _value(self, fact: PlacedFact) -> list[str]:
        desk, one = self._desk, fact.fact
        citation = one.citations[0]
        implied = desk.say("basis.implied") if one.basis == "implied" else ""
        note = " · ".join(filter(None, (desk.t(one.note), implied)))
        return [one.choice or "", note, desk.source_url(citation).removeprefix(desk.home), desk.where(citation)]

    def _tried(self, place: str, themes: tuple[str, ...]) -> list[list[int]]:
        knowledge = self._desk.knowledge
        found = [
            [("lesson", one.id) for one in again(knowledge, place, themes)[:SHOWN]],
            [("lesson", one.id) for one in went_wrong(knowledge, place, themes)[:SHOWN]],
            [("case", one.id) for one in like_cases(knowledge, place, themes)[:SHOWN]],
        ]
        return [[self._number(*one) for one in some] for some in found]

    def _number(self, kind: str, id_: str) -> int:
        desk = self._desk
        record = (address(kind, id_, desk.knowledge), desk.name(kind, id_))
        return self.records.setdefault(record, len(self.records))
