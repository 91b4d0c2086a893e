"""Knowledge made by hand whose values are known, parts to make more of, and tables of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from botrian.findings import Place
from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import (
    Area,
    Case,
    CaseKind,
    Dimension,
    DimensionGroup,
    Event,
    Fact,
    Lesson,
    Profile,
    Province,
    Source,
    TableDefinition,
    Term,
    Theme,
)
from botrian.tables import Table, build_table

CITED = [{"source": "book", "lines": [1, 2]}]
PROVINCES = {
    "krabi": ("กระบี่", "south", "TH-81"),
    "chai-nat": ("ชัยนาท", "central", "TH-18"),
    "yala": ("ยะลา", "south", "TH-95"),
}
#: Themes of the first level with those below them.
THEMES = {"data": ("maps", "surveys"), "plans": ("budget",)}
KINDS = ("data-system", "council")


def two(text: str) -> dict[str, str]:
    return {"th": text, "en": text}


def fact(province: str, at: int, /, **values: object) -> PlacedFact:
    made = Fact.model_validate({"dimension": "councils", "citations": CITED, **values})
    return PlacedFact(province, at, made)


def lesson(id_: str, theme: str, *voices: tuple[str, str], type_: str = "practice") -> Lesson:
    return lesson_of(id_, type_, [theme], [{"province": place, "stance": stance} for place, stance in voices])


def lesson_of(id_: str, type_: str, themes: Sequence[str], entries: Sequence[Mapping[str, object]]) -> Lesson:
    evidence = [{"text": two("x"), "voice": "did", "citations": CITED, **entry} for entry in entries]
    text = {name: two(name) for name in ("title", "when", "do", "because")}
    return Lesson.model_validate({"id": id_, "type": type_, "themes": themes, "evidence": evidence, **text})


def case(id_: str, **values: object) -> Case:
    whole = {"title": two(id_), "province": "krabi", "kind": "data-system", "level": "province", "themes": ["data"]}
    return Case.model_validate({"id": id_, "summary": two("s"), "citations": CITED, **whole, **values})


def event(id_: str, date: str, **values: object) -> Event:
    whole = {"id": id_, "title": two(id_), "date": date, "province": "krabi", "citations": CITED}
    return Event.model_validate({**whole, **values})


def term(id_: str, kind: str) -> Term:
    return Term.model_validate({"id": id_, "name": two(id_), "kind": kind, "definition": two("d")})


def store(
    *,
    cases: Sequence[Case] = (),
    lessons: Sequence[Lesson] = (),
    facts: Sequence[PlacedFact] = (),
    events: Sequence[Event] = (),
    terms: Sequence[Term] = (),
) -> Knowledge:
    """These records among three provinces, one area, two themes with themes below them, and one source."""
    ids = {
        "case": [one.id for one in cases],
        "lesson": [one.id for one in lessons],
        "event": [one.id for one in events],
        "term": [one.id for one in terms],
        "fact": [one.id for one in facts],
        "province": list(PROVINCES),
        "profile": list(PROVINCES),
    }
    return Knowledge(
        provinces=_provinces(),
        areas={"abroad": Area.model_validate({"id": "abroad", "name": two("ต่างประเทศ"), "definition": two("d")})},
        profiles={id_: _profile(id_) for id_ in PROVINCES},
        themes=_themes(),
        case_kinds={
            id_: CaseKind.model_validate({"id": id_, "name": two(id_), "definition": two("d")}) for id_ in KINDS
        },
        dimension_groups={"g": DimensionGroup.model_validate({"id": "g", "name": two("g")})},
        dimensions={"councils": _dimension()},
        sources={"book": _source()},
        cases={one.id: one for one in cases},
        lessons={one.id: one for one in lessons},
        events={one.id: one for one in events},
        terms={one.id: one for one in terms},
        facts=tuple(facts),
        origins={
            ("table", "t"): Place("data/tables/t.yml"),
            **{(kind, id_): Place(f"data/{kind}.yml", 7) for kind, named in ids.items() for id_ in named},
        },
    )


def _provinces() -> dict[str, Province]:
    return {
        id_: Province.model_validate({"id": id_, "name": two(name), "region": region, "iso": iso})
        for id_, (name, region, iso) in PROVINCES.items()
    }


def _profile(id_: str) -> Profile:
    return Profile.model_validate({"id": id_, "title": two("x"), "summary": two("x"), "citations": CITED})


def _themes() -> dict[str, Theme]:
    above = {child: parent for parent, children in THEMES.items() for child in children}
    ids = [id_ for parent, children in THEMES.items() for id_ in (parent, *children)]
    return {
        id_: Theme.model_validate({"id": id_, "name": two(id_), "definition": two("d"), "parent": above.get(id_)})
        for id_ in ids
    }


def _dimension() -> Dimension:
    words = {"name": two("councils"), "definition": two("d"), "unit": two("councils")}
    return Dimension.model_validate({"id": "councils", "type": "number", "group": "g", **words})


def _source() -> Source:
    words = {name: two("b") for name in ("title", "short", "cite_as", "about")}
    return Source.model_validate({"id": "book", "kind": "book", "lines": 9, **words})


def knowledge() -> Knowledge:
    """Three provinces with councils: 61 and 15 in two years, none, and silence; two lessons; one case."""
    return store(
        cases=[case("sdck")],
        lessons=[
            lesson("one", "data", ("krabi", "supports"), ("yala", "contradicts"), ("krabi", "supports")),
            lesson("two", "plans", ("krabi", "qualifies")),
        ],
        facts=[
            fact("krabi", 1, number="61", year="2564 BE"),
            fact("krabi", 2, number="15", year="2551 BE", qualifier="about"),
            fact("chai-nat", 1, absent="none"),
        ],
    )


def table_of(knowledge: Knowledge, **definition: object) -> Table:
    whole = {"id": "t", "title": two("t"), "answer": two("a"), "themes": ["data"], **definition}
    return build_table(TableDefinition.model_validate(whole), knowledge)
