"""Typed records go in; relations that run in a circle, themes too deep and lessons of one title come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from botrian.check.known import Known
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Case, Lesson, Theme
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


def _folded(title: str) -> str:
    """A title without what people write now so, now otherwise: spaces, quotes, capitals, Thai digits."""
    return arabic_digits(re.sub(r"[\s“”\"'‘’.,()–-]", "", title)).casefold()


def _same_title(one: Found, other: Found, language: str) -> Finding:
    place = other.locate(("title",))
    path = ("title", language)
    values = (("first", f"{place.file}:{place.line}"),)
    title = str(getattr(getattr(one.record, "title"), language))  # noqa: B009 -- records differ in their fields
    return Finding(one.locate(path), "lesson-title-twice", one.field(path), title[:80], values=values)
