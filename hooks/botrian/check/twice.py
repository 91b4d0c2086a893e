"""Typed records go in; what stands twice where it can stand only once comes out: an entry, a code, a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from botrian.check.fields import Path
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.kept import Ledger, key_of
from botrian.knowledge.found import with_paths
from botrian.records import (
    CaseKind,
    Citation,
    Dimension,
    Evidence,
    Lesson,
    Province,
    ReadingPath,
    Record,
    TableDefinition,
    Term,
    Text,
    Theme,
)
from botrian.thai import fold


def twice_findings(found: Iterable[Found], ledger: Ledger) -> Iterator[Finding]:
    """ISO codes and names that two of all records have. ``ledger``: names that were folded before."""
    found = tuple(found)
    codes: dict[str, Found] = {}
    yield from _names(found, ledger)
    for one in found:
        if isinstance(one.record, Province) and one.record.iso is not None:
            first = codes.setdefault(one.record.iso, one)
            if first is not one:
                values = (("first", f"{first.place.file}:{first.place.line}"),)
                path = ("iso",)
                yield Finding(one.locate(path), "iso-twice", one.field(path), one.record.iso, values=values)


def repeated_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """What stands twice in one record: a citation in a list, an entry of a ledger that says the same of a place."""
    for one in found:
        yield from _citations(one)
        if isinstance(one.record, Lesson):
            yield from _entries(one, one.record)


#: Kinds of which each record is chosen, linked and searched by its name. Lessons of one title have a rule of their own;
#: cases and events of two places may well have one name.
_CALLED = (CaseKind, Dimension, ReadingPath, TableDefinition, Term, Theme)


def _names(found: Iterable[Found], ledger: Ledger) -> Iterator[Finding]:
    """Names of a record that are the name of another of its kind, or that it gives as a word for itself."""

    def folded(name: str) -> str:
        return ledger.get(key_of("folded", name), partial(fold, name))

    of_kind: dict[tuple[str, str], Found] = {}
    called = [one for one in found if isinstance(one.record, _CALLED) and one.kind != "part"]
    for one in called:
        for path, name in _own_names(one.record):
            other = of_kind.setdefault((one.kind, folded(name)), one)
            if other is not one and _id(other) != _id(one):
                yield _name_twice(one, path, name, other)
                break
    for one in called:
        for word in ("abbreviations", "synonyms", "misspellings"):
            for number, name in enumerate(getattr(one.record, word, ())):
                other = of_kind.get((one.kind, folded(name)), one)
                if _id(other) != _id(one):
                    yield _name_twice(one, (word, number), name, other)


def _own_names(record: Record) -> Iterator[tuple[Path, str]]:
    for field in ("name", "title", "question"):
        text = getattr(record, field, None)
        if isinstance(text, Text):
            yield (field, "th"), text.th
            if text.en_lang == "en":
                yield (field, "en"), text.en


def _name_twice(one: Found, path: Path, name: str, other: Found) -> Finding:
    values = (("first", f"{other.place.file}:{other.place.line}"),)
    return Finding(one.locate(path), "name-twice", one.field(path), name[:80], _id(other), values)


def _id(one: Found) -> str:
    return str(getattr(one.record, "id", ""))


def _citations(one: Found) -> Iterator[Finding]:
    """The same place of a source twice in one list of citations."""
    listed: dict[tuple[Path, Citation], None] = {}
    for path, citation in with_paths(one.record, Citation):
        key = (path[:-1], citation)
        if path and isinstance(path[-1], int) and key in listed:
            yield Finding(one.locate(path), "reference-twice", one.field(path), citation.source)
        listed[key] = None


def _entries(one: Found, lesson: Lesson) -> Iterator[Finding]:
    first: dict[object, int] = {}
    for number, entry in enumerate(lesson.evidence):
        before = first.setdefault(_said(entry), number)
        if before != number:
            path = ("evidence", number)
            values = (("first", str(before + 1)), ("number", str(number + 1)))
            yield Finding(one.locate(path), "evidence-twice", one.field(path), entry.text.th[:80], values=values)


def _said(entry: Evidence) -> object:
    """What makes two entries one: the place, the same sentence however it is spaced, and the same sources."""
    return entry.province, entry.case, fold(entry.text.th).replace(" ", ""), entry.citations
