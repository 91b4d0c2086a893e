"""The cases of a network go in; its structure comes out: province, zone or district, tambon and village, one above the
other, with the cases of each rung and lines from each part to its whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from botrian.pictures.picture import WIDTH, Behind, Picture, Sheet, box, joined, linked, short, stroke, text
from botrian.records import Case
from botrian.records.case import Level
from botrian.thai import CollationKey, clip, collation_key

#: The rungs from the top. District and zone are one: a network has the one or the other between province and tambon.
RUNGS: tuple[tuple[Level, ...], ...] = (
    ("international",),
    ("national",),
    ("region",),
    ("province",),
    ("zone", "district"),
    ("tambon",),
    ("village",),
)
#: How many cases of a rung are named; the others are counted.
MOST_NAMED = 4
#: A picture of less is a list.
LEAST = 3
HEAD, LINE, GAP = 24, 21, 16
LETTERS = 38
GUTTER = 22


@dataclass(frozen=True)
class Rung:
    """One level: its name, all of its cases, and those that are named."""

    name: str
    cases: Sequence[Case]
    named: Sequence[Case]

    @property
    def height(self) -> float:
        """The head, a line for each named case, and one for those that are counted."""
        return HEAD + LINE * (len(self.named) + (len(self.cases) > len(self.named))) + 4


def province_ladder(sheet: Sheet, province: str) -> Picture | None:
    """The structure of a province's network; nothing where too little is known."""
    cases = sheet.knowledge.cases_by_province.get(province, ())
    more = sheet.to(f"cases/{province}/")
    return _ladder(sheet, cases, sheet.say("picture.ladder", sheet.name("province", province)), more)


def case_ladder(sheet: Sheet, case: Case) -> Picture | None:
    """A case with the wholes it belongs to and its parts; nothing for one with few of them."""
    knowledge = sheet.knowledge
    parts = knowledge.parts_of.get(case.id, ())
    below = [part for one in parts for part in knowledge.parts_of.get(one.id, ())]
    wholes = [knowledge.cases[one] for one in case.part_of]
    cases = list({one.id: one for one in (*wholes, case, *parts, *below)}.values())
    if len(parts) < LEAST:
        return None
    return _ladder(sheet, cases, sheet.say("picture.ladder", sheet.t(case.title)), "", first=case.id)


def _ladder(sheet: Sheet, cases: Iterable[Case], title: str, more: str, first: str = "") -> Picture | None:
    rungs = list(_rungs(sheet, list(cases), first))
    if sum(len(rung.cases) for rung in rungs) < LEAST:
        return None
    y, parts = 0.0, []
    places: dict[str, float] = {}
    for number, rung in enumerate(rungs):
        if number:
            parts.append(stroke(f"M{WIDTH / 2:g} {short(y - GAP + 2)}v{GAP - 4}m-4-4 4 4 4-4", "edge"))
        parts.append(_rung(sheet, rung, y, more, places))
        y += rung.height + GAP
    height = y - GAP
    edges = [
        _edge(places[whole], places[one.id])
        for rung in rungs
        for one in rung.named
        for whole in one.part_of
        if whole in places and whole != one.id
    ]
    counts = ", ".join(f"{rung.name} {len(rung.cases)}" for rung in rungs)
    behind = [((rung.name, ""), (f"{len(rung.cases)}", ""), *_names(sheet, rung)) for rung in rungs]
    head = (sheet.say("field.level"), sheet.say("collection.cases"), sheet.say("picture.named"))
    description = sheet.say("picture.ladder_words", counts)
    return Picture("ladder", title, description, WIDTH, height, joined(parts + edges), behind=Behind(head, behind))


def _names(sheet: Sheet, rung: Rung) -> list[tuple[str, str]]:
    return [("; ".join(sheet.t(one.title) for one in rung.named), "")]


def _rungs(sheet: Sheet, cases: Sequence[Case], first: str) -> Iterable[Rung]:
    order = _importance(sheet, first)
    for levels in RUNGS:
        own = sorted((one for one in cases if one.level in levels), key=order)
        if own:
            there = [level for level in levels if any(one.level == level for one in own)]
            name = " · ".join(sheet.say(f"level.{level}") for level in there)
            named = own if len(own) == MOST_NAMED + 1 else own[:MOST_NAMED]
            yield Rung(name, own, named)


def _importance(sheet: Sheet, first: str) -> Callable[[Case], tuple[bool, int, int, CollationKey]]:
    """Cases that others are a part of come first, then those of which most lessons speak."""
    parts: Mapping[str, Sequence[object]] = sheet.knowledge.parts_of
    lessons = sheet.knowledge.lessons_by_case

    def key(case: Case) -> tuple[bool, int, int, CollationKey]:
        own, told = len(parts.get(case.id, ())), len(lessons.get(case.id, ()))
        return (case.id != first, -own, -told, collation_key(sheet.t(case.title)))

    return key


def _rung(sheet: Sheet, rung: Rung, y: float, more: str, places: dict[str, float]) -> Markup:
    """One rung; the middle of each named case's line is kept in ``places``."""
    parts = [box(0.5, y + 0.5, WIDTH - 1, rung.height - 1, "rung", 6)]
    # Beside the gutter: the lines from wholes to parts run through it, past the heads of lower rungs.
    parts.append(text(GUTTER, y + 17, f"{rung.name} ({sheet.number(len(rung.cases))})", "rung-name"))
    for number, case in enumerate(rung.named):
        middle = y + HEAD + number * LINE + LINE / 2
        places[case.id] = middle
        title = sheet.t(case.title)
        parts.append(linked(sheet.url("case", case.id), title, text(GUTTER, middle + 4, clip(title, LETTERS), "line")))
    left = len(rung.cases) - len(rung.named)
    if left:
        words = sheet.say("picture.and_more", sheet.number(left))
        middle = y + HEAD + len(rung.named) * LINE + LINE / 2
        parts.append(linked(more, words, text(GUTTER, middle + 4, words, "line" if more else "caption")))
    return joined(parts)


def _edge(whole: float, part: float) -> Markup:
    """A line in the gutter from a whole to its part, with a dot at the part."""
    return stroke(f"M{GUTTER - 4} {short(whole)}H10V{short(part)}h{GUTTER - 14}", "edge") + stroke(
        f"M{GUTTER - 5} {short(part)}m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z", "dot"
    )
