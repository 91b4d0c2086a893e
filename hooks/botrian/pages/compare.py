"""The knowledge and the frame go in; the page that sets two provinces or cases side by side comes out, and its data.

Each place has a file of its own, so that a comparison loads two of them and the names of provinces, those of cases when
they are asked for; all are scripts, since a
page opened from a USB stick may load a script but not a JSON file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from botrian.addresses import address, fixed
from botrian.browser import handing
from botrian.knowledge import Knowledge
from botrian.pages.alike import STYLE
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.glossary import no_glossary
from botrian.pages.lesson_page import parts_of
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import with_tools
from botrian.pages.table_view import value_text
from botrian.pages.templates import filled
from botrian.records import Actor, Case, Citation, Language, Statement
from botrian.tables import facts_beside, text_of_period
from botrian.tables.status import text_of_status
from botrian.tables.values import fact_cell
from botrian.thai import collation_key
from botrian.words import with_unit

PAGE = fixed.COMPARE
SCRIPT: Final = "assets/compare.js"
#: The statements of a profile that stand before its facts.
_OF_PROFILE: Final = ("results", "hinders", "next")
_OF_CASE: Final = ("helps", "hinders", "next")
#: A row: its id, its heading, the values, the word where there are none.
Row = dict[str, Any]


def compare_page(frame: Frame) -> StagedPage:
    """The page at ``compare/``; which two is told by ``?a=…&b=…``."""
    desk = frame.desk(PAGE)
    knowledge = frame.knowledge
    tables = [one for one in frame.tables.values() if knowledge.tables[one.id].rows == "provinces"]
    content = filled("compare", desk, folder=desk.to(folder(frame.language)), tables=tables)
    title, intro = frame.say("compare.title"), frame.say("compare.intro")
    page = frame.page(PAGE, title, content, description=intro, wide=True)
    return with_tools(page, (SCRIPT,), (STYLE,))


def folder(language: Language) -> str:
    """Where the data stand below the language's root."""
    return f"assets/compare-{language}/"


def compare_files(knowledge: Knowledge, language: Language) -> dict[str, bytes]:
    """The data by their path below the language's root: a file for each place, two lists of names."""
    desk = Desk(knowledge, {}, language, PAGE, no_glossary(language))
    write = _Writer(desk)
    found: dict[str, object] = {f"case-{id_}": write.case(case) for id_, case in knowledge.cases.items()}
    found |= {place: write.province(place) for place in _provinces(knowledge)}
    found["provinces"] = [[one, desk.name("province", one)] for one in _provinces(knowledge)]
    found["cases"] = [
        [desk.t(knowledge.place_name(place)), [[f"case:{one.id}", desk.t(one.title)] for one in _in_order(cases)]]
        for place, cases in knowledge.cases_by_province.items()
    ]
    where = folder(language)
    return {f"{where}{name}.js": handing("botrianCompare", name, data) for name, data in found.items()}


def _provinces(knowledge: Knowledge) -> list[str]:
    return sorted(knowledge.profiles, key=lambda one: collation_key(knowledge.place_name(one).th))


def _in_order(cases: Iterable[Case]) -> list[Case]:
    return sorted(cases, key=lambda one: collation_key(one.title.th))


class _Writer:
    """Writes places as ``compare/page.js`` reads them: name, address, rows of values with their sources."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._beside = facts_beside("provinces", desk.knowledge)

    def province(self, id_: str) -> dict[str, Any]:
        """A province: what came of it, what hinders, then all dimensions of which anything is known anywhere."""
        desk = self._desk
        profile = desk.knowledge.profiles[id_]
        rows = [self._statements(name, f"field.{name}", getattr(profile, name)) for name in _OF_PROFILE]
        return self._place("province", id_, "", [*rows, *self._facts(id_)])

    def _facts(self, id_: str) -> Iterator[Row]:
        desk, knowledge = self._desk, self._desk.knowledge
        used = {dimension for _, dimension in self._beside}
        for group in knowledge.dimension_groups:
            for one in knowledge.dimensions.values():
                if one.group != group or one.id not in used:
                    continue
                cell = fact_cell(self._beside.get((id_, one.id), ()), one)
                values = [
                    self._value(
                        [desk.t(item) for item in value.items] or [value_text(value, desk)],
                        desk.t(value.note) if value.note else "",
                        value.basis,
                        value.citations,
                    )
                    for value in cell.values
                ]
                sign = cell.absent or "unknown"
                row = _row(
                    one.id, with_unit(desk.t(one.name), desk.t(one.unit)), values, desk.say(f"absent.{sign}"), sign
                )
                units = {desk.t(value.unit) for value in cell.values if value.unit}
                counted = {"unit": " · ".join(sorted(units))} if units else {}
                yield row | {"theme": desk.t(knowledge.dimension_groups[group].name)} | counted

    def case(self, case: Case) -> dict[str, Any]:
        """A case: where it stands, how it was done, what came of it."""
        desk = self._desk
        words = [
            ("province", "field.province", desk.name("province", case.province)),
            ("kind", "field.kind", desk.name("case-kind", case.kind)),
            ("level", "field.level", desk.say(f"level.{case.level}")),
            ("status", "field.status", desk.t(text_of_status(case, desk.knowledge.sources))),
            ("period", "field.period", desk.t(text_of_period(case.period)) if case.period else ""),
        ]
        sign = "not-looked-up"
        unknown = desk.say(f"absent.{sign}")
        rows = [
            _row(
                id_, desk.say(label), [self._value([text], "", "stated", ())] if text else [], unknown, "not-looked-up"
            )
            for id_, label, text in words
        ]
        summary = self._value([desk.t(case.summary)], "", "stated", case.citations)
        rows.append(_row("summary", desk.say("compare.summary"), [summary], unknown, sign))
        for part in parts_of(case):
            rows.append(self._statements(part.label, f"how.{part.label}", part.statements, looked=part.looked))
        rows += [
            self._statements(name, f"field.{name}", getattr(case, name), looked=name in case.not_told)
            for name in _OF_CASE
        ]
        return self._place("case", case.id, desk.t(desk.knowledge.place_name(case.province)), rows)

    def _place(self, kind: str, id_: str, where: str, rows: list[Row]) -> dict[str, Any]:
        desk = self._desk
        return {"name": desk.name(kind, id_), "where": where, "url": address(kind, id_, desk.knowledge), "rows": rows}

    def _statements(
        self, id_: str, label: str, statements: Iterable[Statement | Actor], *, looked: bool = False
    ) -> Row:
        desk = self._desk
        values = []
        for one in statements:
            if isinstance(one, Actor):
                texts, basis = [": ".join(filter(None, (desk.t(one.name), desk.t(one.role))))], "stated"
            else:
                texts, basis = [desk.t(one)], one.basis
            values.append(self._value(texts, "", basis, one.citations))
        absent = "unknown" if looked else "not-looked-up"
        return _row(id_, desk.say(label), values, desk.say(f"absent.{absent}"), absent)

    def _value(self, texts: list[str], note: str, basis: str, citations: Iterable[Citation]) -> list[Any]:
        desk = self._desk
        implied = desk.say("basis.implied") if basis == "implied" else ""
        cited = [[desk.source_url(one).removeprefix(desk.home), desk.where(one)] for one in citations]
        return [texts, " · ".join(filter(None, (note, implied))), cited]


def _row(id_: str, name: str, values: list[Any], absent: str, sign: str) -> Row:
    return {"id": id_, "name": name, "values": values} | ({} if values else {"absent": absent, "sign": sign})
