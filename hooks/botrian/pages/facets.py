"""Records of one kind go in; by what a list of them is filtered comes out: choices, and the values of each record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from botrian.knowledge.strength import LEVELS
from botrian.pages.frame import Frame
from botrian.pictures import MARKS, voices
from botrian.records import LESSON_TYPES, Lesson
from botrian.thai import collation_key

#: Lists of fewer entries are seen at a glance.
ENOUGH: Final = 4
#: From north to south, as people list them.
REGIONS: Final = ("north", "northeast", "central", "east", "west", "south")
SCRIPT: Final = "assets/filter.js"
#: The values of a record by the name of the choice.
Values = Mapping[str, Sequence[str]]


class Facet(NamedTuple):
    """One choice: its name in addresses, its label, its values with their words, in an order that people know."""

    name: str
    label: str
    values: Sequence[tuple[str, str]]


def values_of(frame: Frame, kind: str, record: Any) -> Values:
    """What a list of this kind knows a record by; nothing where it is filtered by words alone."""
    known = _VALUES.get(kind)
    return known(frame, record) if known else {}


def facets(frame: Frame, kind: str, records: Iterable[Any]) -> list[Facet]:
    """The choices of a list: those in which its records differ."""
    found: dict[str, dict[str, None]] = {}
    for record in records:
        for name, some in values_of(frame, kind, record).items():
            found.setdefault(name, {}).update(dict.fromkeys(some))
    return [
        Facet(name, frame.say(f"filter.{name}"), _in_order(frame, name, some))
        for name, some in found.items()
        if len(some) > 1
    ]


def attributes(frame: Frame, kind: str, record: Any) -> list[tuple[str, str]]:
    """The attributes that the filter reads: name and values parted by blanks."""
    return [(f"data-{name}", " ".join(some)) for name, some in values_of(frame, kind, record).items() if some]


def _in_order(frame: Frame, name: str, values: Iterable[str]) -> list[tuple[str, str]]:
    """What has an order of its own in that, themes as in their file, years newest first, all others ก–ฮ."""
    knowledge = frame.knowledge
    words: Mapping[str, Callable[[str], str]] = {
        "type": lambda one: frame.say(f"type.{one}"),
        "strength": lambda one: frame.say(f"strength.{one}"),
        "status": lambda one: frame.say(f"status.{one}"),
        "theme": lambda one: frame.t(knowledge.themes[one].name),
        "kind": lambda one: frame.t(knowledge.case_kinds[one].name),
        "province": lambda one: frame.t(knowledge.place_name(one)),
        "term": lambda one: frame.say(f"term-kind.{one}"),
        "years": lambda one: _decade(frame, int(one)),
        "point": lambda one: frame.say(f"filter.{one}"),
        "voice": lambda one: frame.say(f"picture.{one}"),
        "region": lambda one: frame.say(f"region.{one}"),
    }
    fixed: Mapping[str, Sequence[str]] = {
        "type": LESSON_TYPES,
        "strength": LEVELS,
        "theme": list(knowledge.themes),
        "voice": MARKS,
        "region": REGIONS,
    }
    named = [(one, words[name](one)) for one in values]
    if name in fixed:
        return sorted(named, key=lambda one: fixed[name].index(one[0]))
    if name == "years":
        return sorted(named, key=lambda one: -int(one[0]))
    return sorted(named, key=lambda one: collation_key(one[1]))


def _decade(frame: Frame, first: int) -> str:
    """Ten years from this year of B.E., in the calendar of the page's language."""
    if frame.language == "th":
        return f"พ.ศ. {first}–{first + 9}"
    return f"{first - 543}–{first - 543 + 9}"


def _top(frame: Frame, themes: Iterable[str]) -> list[str]:
    known = frame.knowledge.themes
    return list(dict.fromkeys(known[one].parent or one for one in themes))


def _voices(frame: Frame, lessons: Iterable[Lesson]) -> list[str]:
    """In which ways places speak in these lessons, in the order of the signs of maps."""
    strengths = (frame.knowledge.strengths[lesson.id] for lesson in lessons)
    found = {mark for strength in strengths for marks in voices(strength).values() for mark in marks}
    return [mark for mark in MARKS if mark in found]


def _heard(frame: Frame, lessons: Sequence[Lesson]) -> Values:
    """What is known of a theme or province by its lessons: how firm they are, and who speaks how."""
    levels = {frame.knowledge.strengths[lesson.id].level for lesson in lessons}
    return {"strength": [one for one in LEVELS if one in levels], "voice": _voices(frame, lessons)}


def _theme(frame: Frame, theme: Any) -> Values:
    lessons = frame.knowledge.lessons_by_theme.get(theme.id, ())
    places = dict.fromkeys(entry.province for lesson in lessons for entry in lesson.evidence)
    return {"province": list(places), **_heard(frame, lessons)}


def _province(frame: Frame, province: Any) -> Values:
    lessons = frame.knowledge.lessons_by_province.get(province.id, ())
    themes = _top(frame, (theme for lesson in lessons for theme in lesson.themes))
    return {"region": [province.region], "theme": themes, **_heard(frame, lessons)}


def _lesson(frame: Frame, lesson: Any) -> Values:
    return {
        "type": [lesson.type],
        "province": list(dict.fromkeys(entry.province for entry in lesson.evidence)),
        "theme": _top(frame, lesson.themes),
        **_heard(frame, (lesson,)),
    }


def _case(frame: Frame, case: Any) -> Values:
    start = case.period.start if case.period else None
    return {
        "kind": [case.kind],
        "province": [case.province],
        "theme": _top(frame, case.themes),
        "status": [case.status],
        "years": [str(start.be_year // 10 * 10)] if start else [],
    }


def _event(frame: Frame, event: Any) -> Values:
    points = ["planned"] * event.planned + ["turning"] * event.turning_point
    return {
        "province": [event.province],
        "years": [str(event.date.be_year // 10 * 10)],
        "point": points,
    }


_VALUES: Final[Mapping[str, Callable[[Frame, Any], Values]]] = {
    "lesson": _lesson,
    "case": _case,
    "event": _event,
    "theme": _theme,
    "province": _province,
    "path": lambda frame, path: {"theme": _top(frame, path.themes)},
    "term": lambda frame, term: {"term": [term.kind]},
}
