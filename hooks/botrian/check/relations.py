"""Typed records go in; circles of relations, themes too deep, what lessons and kits say against others, come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from botrian.check.known import Known
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.knowledge.strength import DONE
from botrian.records import Case, Kit, Lesson, Theme
from botrian.thai import arabic_digits

DIRECTED = ("part_of", "follows")
#: So many circles are told; whoever opens these sees the others.
MOST_CIRCLES = 20


def relation_findings(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """What records say of each other that cannot be."""
    found = tuple(found)
    cases = {one.record.id: one for one in found if isinstance(one.record, Case)}
    for name in DIRECTED:
        yield from islice(_cycles(cases, name), MOST_CIRCLES)
    yield from _themes(found, known)
    yield from _titles(found)
    yield from _kits(found, known)
    yield from _opposites(found)
    yield from _practices(found)
    yield from _results(found, known)


def _cycles(cases: Mapping[str, Found], name: str) -> Iterator[Finding]:
    """One finding for each circle, at the case of it that comes first by its id."""
    done: set[str] = set()
    for start in sorted(cases):
        trail: dict[str, None] = {}
        waiting: list[tuple[str, int]] = [(start, 0)]
        while waiting:
            id_, depth = waiting.pop()
            while len(trail) > depth:
                trail.popitem()
            if id_ in trail:
                ids = list(trail)
                circle = ids[ids.index(id_) :]
                if len(circle) > 1:
                    yield _circle(cases, circle, name)
                continue
            if id_ in done:
                continue
            done.add(id_)
            trail[id_] = None
            waiting.extend((one, len(trail)) for one in getattr(cases[id_].record, name) if one in cases)


def _circle(cases: Mapping[str, Found], circle: list[str], name: str) -> Finding:
    at = circle.index(min(circle))
    circle = circle[at:] + circle[:at]
    one, after = cases[circle[0]], circle[1]
    path = (name, getattr(one.record, name).index(after))
    return Finding(one.locate(path), "reference-cycle", one.field(path), " → ".join([*circle, circle[0]])[:200], after)


def _themes(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    for one in found:
        if isinstance(one.record, Theme) and one.record.parent:
            above = known.record("theme", one.record.parent)
            if isinstance(above, Theme) and above.parent and above.id != one.record.id:
                place = one.locate(("parent",))
                yield Finding(place, "theme-levels", one.field(("parent",)), one.record.id, above.id)


def _titles(found: Iterable[Found]) -> Iterator[Finding]:
    first: dict[str, Found] = {}
    for one in found:
        if isinstance(one.record, Lesson):
            for language in ("th", "en"):
                key = language + _folded(getattr(one.record.title, language))
                other = first.setdefault(key, one)
                if other is not one and other.record.id != one.record.id:  # type: ignore[attr-defined]
                    yield _same_title(one, other, language)
                    break


def _kits(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """A workshop needs something to talk about: a voice that contradicts, or sets a condition, in some lesson."""
    for one in found:
        if isinstance(one.record, Kit):
            lessons = [known.record("lesson", id_) for id_ in one.record.lessons]
            stances = {entry.stance for lesson in lessons if isinstance(lesson, Lesson) for entry in lesson.evidence}
            if all(isinstance(lesson, Lesson) for lesson in lessons) and stances == {"supports"}:
                yield Finding(one.locate(("lessons",)), "kit-one-sided", one.field(("lessons",)))


def _opposites(found: Iterable[Found]) -> Iterator[Finding]:
    """Lessons that point at one that sees it otherwise, where that one does not point back."""
    lessons = {one.record.id: one for one in found if isinstance(one.record, Lesson)}
    for id_, one in lessons.items():
        assert isinstance(one.record, Lesson)
        for number, other in enumerate(one.record.opposes):
            back = lessons.get(other)
            if back is not None and isinstance(back.record, Lesson) and id_ not in back.record.opposes:
                path = ("opposes", number)
                values = (("first", f"{back.place.file}:{back.place.line}"),)
                yield Finding(one.locate(path), "opposes-one-sided", one.field(path), other, id_, values)


def _practices(found: Iterable[Found]) -> Iterator[Finding]:
    """Lessons that call themselves a way of doing it, though no entry that confirms tells that somebody did."""
    for one in found:
        if isinstance(one.record, Lesson) and one.record.type == "practice":
            done = any(entry.stance == "supports" and entry.voice in DONE for entry in one.record.evidence)
            if not done:
                place = one.locate(("type",))
                yield Finding(place, "practice-not-done", "type", "practice", "recommendation")


def _results(found: Iterable[Found], known: Known) -> Iterator[Finding]:
    """Entries that count as done with a result, though their case says that the sources tell of none."""
    for one in found:
        if isinstance(one.record, Lesson):
            for number, entry in enumerate(one.record.evidence):
                case = known.record("case", entry.case) if entry.voice == "result" and entry.case else None
                if isinstance(case, Case) and "results" in case.not_told:
                    path = ("evidence", number, "voice")
                    yield Finding(one.locate(path), "result-not-told", one.field(path), case.id, "did")


def _folded(title: str) -> str:
    """A title without what people write now so, now otherwise: spaces, quotes, capitals, Thai digits."""
    return arabic_digits(re.sub(r"[\s“”\"'‘’.,()–-]", "", title)).casefold()


def _same_title(one: Found, other: Found, language: str) -> Finding:
    place = other.locate(("title",))
    path = ("title", language)
    values = (("first", f"{place.file}:{place.line}"),)
    title = str(getattr(getattr(one.record, "title"), language))  # noqa: B009 -- records differ in their fields
    return Finding(one.locate(path), "lesson-title-twice", one.field(path), title[:80], values=values)
