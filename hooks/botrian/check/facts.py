"""Files of facts go in; facts that do not fit their dimension, or that are given twice, come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from botrian.check.fields import Path
from botrian.check.known import Known
from botrian.check.near import listed, nearest
from botrian.check.quantities import impossible
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Dimension, Fact, FactFile
from botrian.thai import fold

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


#: A value: the record that it stands in, and its path there.
_Where = tuple[Found, Path]


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


def disagreement_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """Facts of one question, place and year that one passage is said to tell, twice or in two ways.

    Two sources may well disagree, and both are kept; one passage cannot tell two numbers for the same.
    """
    told: dict[tuple[object, ...], list[tuple[str, Fact, _Where]]] = {}
    for one, path, fact in _facts(found):
        if fact.given[0] not in ("number", "date", "choice", "text"):
            continue
        name = fact.given[0]
        province = getattr(one.record, "province", one.document.name)
        key = (province, fact.dimension, fact.case, fact.unit and fact.unit.th, name)
        note = fact.note.th if fact.note else ""
        for other_value, other, there in told.get(key, ()):
            if fact == other or note != (other.note.th if other.note else "") or not _one_passage(fact, other):
                continue
            # The year may be left out of one of them; two years are two values.
            if fact.year != other.year and ((fact.year and other.year) or _value(fact) != other_value):
                continue
            value = _value(fact)
            if value == other_value:
                yield _told_of_both("fact-twice", (one, (*path, name)), value, there)
            elif name != "text":
                yield _told_of_both("fact-contradicts", (one, (*path, name)), value, there, other_value)
        told.setdefault(key, []).append((_value(fact), fact, (one, (*path, name))))


def _told_of_both(code: str, here: _Where, value: str, there: _Where, other: str = "") -> Finding:
    """The finding of two facts; their places are looked up now, and not of all others too."""
    (one, path), first = here, there[0].locate(there[1])
    values: tuple[tuple[str, str], ...] = (("first", f"{first.file}:{first.line}"),)
    if other:
        values += (("other", other[:80]),)
    return Finding(one.locate(path), code, one.field(path), value[:80], other[:80], values)


def _value(fact: Fact) -> str:
    """The value as one text, without what people write now so, now otherwise."""
    if fact.text is not None:
        return "".join(letter for letter in fact.text.th if letter.isalnum() or not letter.isascii()).replace(" ", "")
    return str(getattr(fact, fact.given[0]))


def _one_passage(one: Fact, other: Fact) -> bool:
    """Whether both rest on lines or pages of one source that overlap."""
    for mine in one.citations:
        for theirs in other.citations:
            for name in ("lines", "pages"):
                here, there = getattr(mine, name), getattr(theirs, name)
                if mine.source == theirs.source and here and there and here[0] <= there[1] and there[0] <= here[1]:
                    return True
    return False


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
    if has != wanted:
        values = (("dimension", dimension.id), ("sample", SAMPLES[wanted]))
        yield Finding(one.locate(path), "fact-type", one.field(path), has, wanted, values)
    elif has == "number":
        yield from _number(one, path, fact, dimension)
    elif has == "choice":
        choices = [choice.id for choice in dimension.choices]
        if fact.choice not in choices:
            finding = Finding(one.locate(path), "fact-choice", one.field(path), fact.choice or "")
            yield _not_offered(finding, dimension)


def offered(finding: Finding, known: Known) -> Finding:
    """A choice that is no id, told as one that its dimension does not offer; others as they are."""
    dimension = known.record("dimension", dict(finding.values).get("dimension", ""))
    if finding.code != "id-form" or not isinstance(dimension, Dimension) or not dimension.choices:
        return finding
    return _not_offered(replace(finding, code="fact-choice"), dimension)


def _not_offered(finding: Finding, dimension: Dimension) -> Finding:
    """The finding with the choices there are, and the one that is meant: by its name, or by an id that is near."""
    key = fold(finding.got)
    choices = dimension.choices
    meant = [one.id for one in choices if key in (fold(one.name.th), fold(one.name.en))]
    near = meant[0] if len(meant) == 1 else nearest(finding.got, [one.id for one in choices])
    values = (
        ("dimension", dimension.id),
        ("options", listed(one.id for one in choices)),
        ("options_th", ", ".join(f"{one.id} ({one.name.th})" for one in choices)),
    )
    return replace(finding, expected=near, values=values)


def _number(one: Found, path: Path, fact: Fact, dimension: Dimension) -> Iterator[Finding]:
    unit = fact.unit or dimension.unit
    if wrong := impossible(fact, dimension):
        named = (("unit_en", unit.en if unit else "baht"), ("unit_th", unit.th if unit else "บาท"))
        yield Finding(one.locate(path), wrong.code, one.field(path), str(fact.number)[:40], wrong.bound, named)
    if dimension.type == "number" and dimension.unit is None and fact.unit is None:
        values = (("dimension", dimension.id),)
        yield Finding(one.locate(path), "fact-unit", one.field(path), str(fact.number)[:40], values=values)
