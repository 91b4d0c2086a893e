"""A field of a record goes in; the cell that shows it comes out. ``FIELDS`` names all that a column may show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from botrian.knowledge import Knowledge
from botrian.records import (
    ANSWERS,
    Actor,
    Basis,
    Case,
    Citation,
    Event,
    Lesson,
    Part,
    Period,
    Profile,
    Province,
    Qualifier,
    Record,
    Stance,
    Statement,
    Term,
    Text,
)
from botrian.tables.status import text_of_status
from botrian.tables.times import text_of_date, text_of_period
from botrian.tables.typed import Cell, Ref, Value
from botrian.tables.values import NOT_LOOKED_UP, joined
from botrian.words import word

Reader = Callable[[Knowledge, Record], Cell]
#: What stands in a cell of a field: a text, several, a date, or one of fixed answers or records.
FieldType = Literal["text", "list", "date", "choice"]
NONE = Cell(absent="none")


@dataclass(frozen=True)
class Field:
    """A field that a column may show: how its cell is made, and what may stand in it.

    ``answers`` are the fixed ones, ``records`` the kinds of record whose names stand there.
    """

    read: Reader
    type: FieldType = "text"
    answers: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


def _text(text: Text | None, citations: tuple[Citation, ...] = (), *refs: Ref) -> Cell:
    return Cell(values=(Value("text", text, citations=citations, refs=refs),)) if text else NOT_LOOKED_UP


def _statements(statements: Iterable[Statement | Part | Actor]) -> Cell:
    return _list(Cell(values=tuple(_statement(one) for one in statements)))


def _statement(one: Statement | Part | Actor) -> Value:
    if isinstance(one, Statement):
        return Value("text", Text.made(one.in_, one), basis=one.basis, citations=one.citations)
    more = one.text if isinstance(one, Part) else one.role
    text = joined(": ", one.name, more) if more else one.name
    basis: Basis = one.basis if isinstance(one, Part) else "stated"
    return Value("text", text, basis=basis, citations=one.citations)


def _list(cell: Cell) -> Cell:
    return cell if cell.values else NOT_LOOKED_UP


def _named(cell: Cell) -> Cell:
    """What the library itself names (other records, words): where it names nothing, there is none."""
    return cell if cell.values else NONE


def _records(refs: Iterable[Ref], name: Callable[[str], Text]) -> Cell:
    return _named(Cell(values=tuple(Value("text", name(ref.id), refs=(ref,)) for ref in refs)))


def _words(words: Iterable[str]) -> Cell:
    return _named(Cell(values=tuple(Value("text", Text(th=one, en=one)) for one in words)))


def _label(name: str) -> Cell:
    return _text(word(name))


def _statement_field(name: str) -> Reader:
    def cell(knowledge: Knowledge, record: Record) -> Cell:
        statements = getattr(record, name)
        return _statements(statements) if statements else _silence(record, name)

    return cell


def _silence(record: Record, name: str) -> Cell:
    """An empty field of a case: its sources do not tell it where somebody looked; else nobody has looked yet."""
    if isinstance(record, Case) and name in record.not_told:
        return Cell(absent="unknown", citations=record.citations)
    return NOT_LOOKED_UP


def _text_field(name: str) -> Reader:
    return lambda knowledge, record: _text(getattr(record, name))


def _label_field(name: str, group: str) -> Reader:
    return lambda knowledge, record: _label(f"{group}.{getattr(record, name)}")


def _case_field(name: str) -> Reader:
    return lambda knowledge, record: _records(
        (Ref("case", id_) for id_ in getattr(record, name)), lambda id_: knowledge.cases[id_].title
    )


def _themes(knowledge: Knowledge, record: Record) -> Cell:
    ids = getattr(record, "themes", ())
    return _records((Ref("theme", id_) for id_ in ids), lambda id_: knowledge.themes[id_].name)


def _place(knowledge: Knowledge, record: Record) -> Cell:
    province = str(getattr(record, "province", ""))
    return _text(knowledge.place_name(province), (), Ref("province", province))


def _period(knowledge: Knowledge, record: Record) -> Cell:
    period = getattr(record, "period", None)
    if period and (period.start or period.end):
        return Cell(values=(_period_value(period),))
    return _silence(record, "period")


def _period_value(period: Period) -> Value:
    return Value("date", text_of_period(period), date=period.start or period.end, note=period.note)


def _date(knowledge: Knowledge, record: Record) -> Cell:
    assert isinstance(record, Event)
    text = text_of_period(Period(start=record.date, end=record.end)) if record.end else text_of_date(record.date)
    qualifier: Qualifier = "about" if record.about else "exact"
    value = Value("date", text, date=record.date, qualifier=qualifier, basis=record.basis, citations=record.citations)
    return Cell(values=(value,))


def _one_case(knowledge: Knowledge, record: Record) -> Cell:
    id_ = getattr(record, "case", None)
    return _text(knowledge.cases[id_].title, (), Ref("case", id_)) if id_ else NONE


def _speakers(stance: Stance) -> Reader:
    """Who speaks with this stance in a lesson's ledger: province or case, with what it rests on."""

    def cell(knowledge: Knowledge, record: Record) -> Cell:
        assert isinstance(record, Lesson)
        by_place: dict[str, list[Citation]] = {}
        for entry in record.evidence:
            if entry.stance == stance:
                by_place.setdefault(entry.province, []).extend(entry.citations)
        values = tuple(
            Value(
                "text",
                knowledge.place_name(place),
                citations=tuple(citations),
                refs=(Ref("province", place),),
            )
            for place, citations in by_place.items()
        )
        return Cell(values=values) if values else NONE

    return cell


def _lesson_provinces(knowledge: Knowledge, record: Record) -> Cell:
    assert isinstance(record, Lesson)
    places = dict.fromkeys(entry.province for entry in record.evidence)
    return _records((Ref("province", place) for place in places), knowledge.place_name)


def _case_kind(knowledge: Knowledge, record: Record) -> Cell:
    assert isinstance(record, Case)
    return _text(knowledge.case_kinds[record.kind].name)


def _status(knowledge: Knowledge, record: Record) -> Cell:
    """A status says of which year it is."""
    assert isinstance(record, Case)
    return _text(text_of_status(record, knowledge.sources))


def _has_parts(knowledge: Knowledge, record: Record) -> Cell:
    assert isinstance(record, Case)
    refs = (Ref("case", case.id) for case in knowledge.parts_of.get(record.id, ()))
    return _records(refs, lambda id_: knowledge.cases[id_].title)


def _profile_field(name: str) -> Reader:
    """A field of the profile of a province's row."""

    def cell(knowledge: Knowledge, record: Record) -> Cell:
        assert isinstance(record, Province)
        profile: Profile | None = knowledge.profiles.get(record.id)
        if profile is None:
            return NOT_LOOKED_UP
        return _text(profile.summary) if name == "summary" else _statements(getattr(profile, name))

    return cell


def _questions(knowledge: Knowledge, record: Record) -> Cell:
    return _list(Cell(values=tuple(Value("text", text) for text in getattr(record, "questions", ()))))


def _definition(knowledge: Knowledge, record: Record) -> Cell:
    assert isinstance(record, Term)
    return _text(record.definition, record.citations)


def _words_field(name: str) -> Reader:
    return lambda knowledge, record: _words(getattr(record, name))


def _statements_fields(*names: str) -> dict[str, Field]:
    return {name: Field(_statement_field(name), "list") for name in names}


def _answer(name: str) -> Field:
    return Field(_label_field(name, name), "choice", answers=ANSWERS[name])


def _cases(name: str) -> Field:
    return Field(_case_field(name), "list", records=("case",))


_PLACES = ("province", "area")
_THEMES = Field(_themes, "list", records=("theme",))

#: What a column may show, by the kind of the rows.
FIELDS: Mapping[str, Mapping[str, Field]] = {
    "cases": {
        "summary": Field(_text_field("summary")),
        "kind": Field(_case_kind, "choice", records=("case-kind",)),
        "level": _answer("level"),
        "status": Field(_status, "choice", answers=ANSWERS["status"]),
        "place": Field(_text_field("place")),
        "period": Field(_period, "date"),
        "province": Field(_place, "choice", records=_PLACES),
        "themes": _THEMES,
        "part_of": _cases("part_of"),
        "follows": _cases("follows"),
        "has_parts": Field(_has_parts, "list", records=("case",)),
        **_statements_fields("steps", "features", "results", "helps", "hinders", "next", "parts", "actors"),
    },
    "lessons": {
        "type": _answer("type"),
        "themes": _THEMES,
        "when": Field(_text_field("when")),
        "do": Field(_text_field("do")),
        "because": Field(_text_field("because")),
        "provinces": Field(_lesson_provinces, "list", records=_PLACES),
        "supports": Field(_speakers("supports"), "list", records=_PLACES),
        "contradicts": Field(_speakers("contradicts"), "list", records=_PLACES),
        "qualifies": Field(_speakers("qualifies"), "list", records=_PLACES),
        "questions": Field(_questions, "list"),
    },
    "events": {
        "date": Field(_date, "date"),
        "province": Field(_place, "choice", records=_PLACES),
        "case": Field(_one_case, "choice", records=("case",)),
        "text": Field(_text_field("text")),
    },
    "terms": {
        "definition": Field(_definition),
        "abbreviations": Field(_words_field("abbreviations"), "list"),
        "authors": Field(_words_field("authors"), "list"),
        "synonyms": Field(_words_field("synonyms"), "list"),
    },
    "provinces": {
        "region": _answer("region"),
        "summary": Field(_profile_field("summary")),
        **{
            name: Field(_profile_field(name), "list")
            for name in ("network", "vision", "tools", "results", "helps", "hinders", "next")
        },
    },
}


def row_name(record: Record) -> Text:
    """The heading of a record's row."""
    name: Text = record.name if isinstance(record, Province | Term) else record.title  # type: ignore[attr-defined]
    return name
