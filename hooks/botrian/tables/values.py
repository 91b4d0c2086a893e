"""A field of a record, or a fact, goes in; the cell that shows it comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import (
    Actor,
    Case,
    Citation,
    Dimension,
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
    When,
)
from botrian.tables.typed import Cell, Ref, Value
from botrian.thai import format_number
from botrian.words import word

UNKNOWN = Cell(absent="unknown")
NONE = Cell(absent="none")


def text_of_date(date: When) -> Text:
    """A date in words: พ.ศ. in Thai, C.E. in English."""
    return Text(th=date.format("th"), en=date.format("en"))


def text_of_period(period: Period) -> Text:
    """A period in words; an open end says since when."""
    start, end = period.start, period.end
    if start and end and start != end:
        return _joined(" – ", text_of_date(start), text_of_date(end))
    if start and end:
        return text_of_date(start)
    if start:
        begin = text_of_date(start)
        return Text(th=f"ตั้งแต่ {begin.th}", en=f"since {begin.en}")
    if end:
        until = text_of_date(end)
        return Text(th=f"ถึง {until.th}", en=f"until {until.en}")
    return period.note or word("absent.unknown")


def _joined(between: str, *texts: Text) -> Text:
    return Text(th=between.join(t.th for t in texts), en=between.join(t.en for t in texts))


def fact_value(fact: PlacedFact, dimension: Dimension) -> Value:
    """The value of a fact that is not absent, typed by its dimension."""
    one = fact.fact
    if one.number is not None:
        text = Text(th=format_number(one.number, "th"), en=format_number(one.number, "en"))
    elif one.date is not None:
        text = text_of_date(one.date)
    elif one.choice is not None:
        text = next(
            (choice.name for choice in dimension.choices if choice.id == one.choice),
            Text(th=one.choice, en=one.choice),
        )
    elif one.list:
        text = _joined("; ", *one.list)
    else:
        text = one.text or word("absent.unknown")
    return Value(
        type=dimension.type,
        text=text,
        number=one.number,
        date=one.date,
        items=one.list,
        qualifier=one.qualifier,
        unit=one.unit,
        year=one.year,
        note=one.note,
        basis=one.basis,
        citations=one.citations,
        refs=(Ref("case", one.case),) if one.case else (),
    )


def fact_cell(facts: Iterable[PlacedFact], dimension: Dimension) -> Cell:
    """The cell of one dimension: every value that the sources give, or the sign of why there is none."""
    facts = tuple(facts)
    given = [fact for fact in facts if fact.fact.absent is None]
    if given:
        return Cell(values=tuple(fact_value(fact, dimension) for fact in given))
    for fact in facts:
        return Cell(absent=fact.fact.absent, note=fact.fact.note, citations=fact.fact.citations)
    return UNKNOWN


def _text(text: Text | None, citations: tuple[Citation, ...] = (), *refs: Ref) -> Cell:
    return Cell(values=(Value("text", text, citations=citations, refs=refs),)) if text else UNKNOWN


def _statements(statements: Iterable[Statement | Part | Actor]) -> Cell:
    return _list(Cell(values=tuple(_statement(one) for one in statements)))


def _statement(one: Statement | Part | Actor) -> Value:
    if isinstance(one, Statement):
        return Value("text", Text(th=one.th, en=one.en), basis=one.basis, citations=one.citations)
    more = one.text if isinstance(one, Part) else one.role
    text = _joined(": ", one.name, more) if more else one.name
    return Value("text", text, citations=one.citations)


def _list(cell: Cell) -> Cell:
    return cell if cell.values else UNKNOWN


def _records(refs: Iterable[Ref], name: Callable[[str], Text]) -> Cell:
    return _list(Cell(values=tuple(Value("text", name(ref.id), refs=(ref,)) for ref in refs)))


def _words(words: Iterable[str]) -> Cell:
    return _list(Cell(values=tuple(Value("text", Text(th=one, en=one)) for one in words)))


def _label(name: str) -> Cell:
    return _text(word(name))


Field = Callable[[Knowledge, Record], Cell]


def _statement_field(name: str) -> Field:
    return lambda knowledge, record: _statements(getattr(record, name))


def _text_field(name: str) -> Field:
    return lambda knowledge, record: _text(getattr(record, name))


def _label_field(name: str, group: str) -> Field:
    return lambda knowledge, record: _label(f"{group}.{getattr(record, name)}")


def _case_field(name: str) -> Field:
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
    return Cell(values=(_period_value(period),)) if period and (period.start or period.end) else UNKNOWN


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
    return _text(knowledge.cases[id_].title, (), Ref("case", id_)) if id_ else UNKNOWN


def _speakers(stance: Stance) -> Field:
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


def _has_parts(knowledge: Knowledge, record: Record) -> Cell:
    assert isinstance(record, Case)
    refs = (Ref("case", case.id) for case in knowledge.parts_of.get(record.id, ()))
    return _records(refs, lambda id_: knowledge.cases[id_].title)


def _profile_field(name: str) -> Field:
    """A field of the profile of a province's row."""

    def cell(knowledge: Knowledge, record: Record) -> Cell:
        assert isinstance(record, Province)
        profile: Profile | None = knowledge.profiles.get(record.id)
        if profile is None:
            return UNKNOWN
        return _text(profile.summary) if name == "summary" else _statements(getattr(profile, name))

    return cell


def _questions(knowledge: Knowledge, record: Record) -> Cell:
    return _list(Cell(values=tuple(Value("text", text) for text in getattr(record, "questions", ()))))


def _definition(knowledge: Knowledge, record: Record) -> Cell:
    assert isinstance(record, Term)
    return _text(record.definition, record.citations)


def _words_field(name: str) -> Field:
    return lambda knowledge, record: _words(getattr(record, name))


_STATEMENTS = {
    name: _statement_field(name) for name in ("steps", "results", "helps", "hinders", "next", "parts", "actors")
}

#: What a column may show, by the kind of the rows. The checker holds definitions against these names.
FIELDS: Mapping[str, Mapping[str, Field]] = {
    "cases": {
        "summary": _text_field("summary"),
        "kind": _case_kind,
        "level": _label_field("level", "level"),
        "status": _label_field("status", "status"),
        "place": _text_field("place"),
        "period": _period,
        "province": _place,
        "themes": _themes,
        "part_of": _case_field("part_of"),
        "follows": _case_field("follows"),
        "has_parts": _has_parts,
        **_STATEMENTS,
    },
    "lessons": {
        "type": _label_field("type", "type"),
        "themes": _themes,
        "when": _text_field("when"),
        "do": _text_field("do"),
        "because": _text_field("because"),
        "provinces": _lesson_provinces,
        "supports": _speakers("supports"),
        "contradicts": _speakers("contradicts"),
        "qualifies": _speakers("qualifies"),
        "questions": _questions,
    },
    "events": {"date": _date, "province": _place, "case": _one_case, "text": _text_field("text")},
    "terms": {
        "definition": _definition,
        "abbreviations": _words_field("abbreviations"),
        "authors": _words_field("authors"),
        "synonyms": _words_field("synonyms"),
    },
    "provinces": {
        "region": _label_field("region", "region"),
        **{
            name: _profile_field(name)
            for name in ("summary", "network", "vision", "tools", "results", "helps", "hinders", "next")
        },
    },
}


def row_name(kind: str, record: Record) -> Text:
    """The heading of a record's row."""
    name: Text = record.name if isinstance(record, Province | Term) else record.title  # type: ignore[attr-defined]
    return name
