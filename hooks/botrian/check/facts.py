"""Files of facts go in; facts that do not fit their dimension, or that are given twice, come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.near import listed, nearest
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Dimension, Fact, FactFile

#: Which field of a fact holds a value of which type of dimension.
VALUE_OF = {
    "number": "number",
    "money": "number",
    "date": "date",
    "text": "text",
    "list": "list",
    "choice": "choice",
}
SAMPLES = {
    "number": "number: 61",
    "date": "date: 2555 BE",
    "text": "text: {th: ข้อความ, en: text}",
    "list": "list: [{th: ข้อหนึ่ง, en: one}]",
    "choice": "choice: …",
}


def fact_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """Facts against their dimensions, and against each other."""
    given: dict[tuple[str, Fact], str] = {}
    for one, path, fact in _facts(found):
        dimension = known.record("dimension", fact.dimension)
        if isinstance(dimension, Dimension) and fact.absent is None:
            yield from _fits(one, path, fact, dimension)
        key = (one.document.name, fact)
        place = one.locate(path)
        if key in given:
            where = (("first", given[key]),)
            yield Finding(place, "fact-duplicate", one.field(path), fact.dimension, values=where)
        given.setdefault(key, f"{place.file}:{place.line}")


def _facts(found: Iterable[Found]) -> Iterator[tuple[Found, Path, Fact]]:
    """Every fact with the record it stands in and its path there; of a broken file, each is a record of its own."""
    for one in found:
        if isinstance(one.record, Fact):
            yield one, (), one.record
        elif isinstance(one.record, FactFile):
            for number, fact in enumerate(one.record.facts):
                yield one, ("facts", number), fact


def _fits(one: Found, start: Path, fact: Fact, dimension: Dimension) -> Iterator[Finding]:
    has, wanted = fact.given[0], VALUE_OF[dimension.type]
    path = (*start, has)
    place, field = one.locate(path), one.field(path)
    named = (("dimension", dimension.id),)
    if has != wanted:
        yield Finding(place, "fact-type", field, has, wanted, (*named, ("sample", SAMPLES[wanted])))
    elif has == "number":
        yield from _number(one, path, fact, dimension)
    elif has == "choice":
        choices = [choice.id for choice in dimension.choices]
        if fact.choice not in choices:
            near = nearest(fact.choice or "", choices)
            values = (*named, ("options", listed(choices)))
            yield Finding(place, "fact-choice", field, fact.choice or "", near, values)


def _number(one: Found, path: Path, fact: Fact, dimension: Dimension) -> Iterator[Finding]:
    if dimension.type == "number" and dimension.unit is None and fact.unit is None:
        values = (("dimension", dimension.id),)
        yield Finding(one.locate(path), "fact-unit", one.field(path), str(fact.number)[:40], values=values)
