"""Facts or counts go in; the cell that shows them comes out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from botrian.knowledge import PlacedFact
from botrian.records import Dimension, Text
from botrian.tables.times import text_of_date
from botrian.tables.typed import Cell, Ref, Value
from botrian.thai import format_number
from botrian.words import word

NOT_LOOKED_UP = Cell(absent="not-looked-up")


def joined(between: str, *texts: Text) -> Text:
    """The texts as one, in each language."""
    return Text.made(lambda language: between.join(text.in_(language) for text in texts), *texts)


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
        text = joined("; ", *one.list)
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
    return NOT_LOOKED_UP


def count_cell(number: int) -> Cell:
    """The cell of a count."""
    text = Text(th=format_number(number, "th"), en=format_number(number, "en"))
    return Cell(values=(Value("number", text, number=Decimal(number)),))
