"""A province and the frame go in; what its page and its booklet both tell comes out: numbers, cases, lessons."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from botrian.knowledge import PlacedFact
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.index_pages import strongest_first
from botrian.pages.table_view import value_text
from botrian.records import Case, Lesson
from botrian.tables.values import fact_cell
from botrian.words import with_unit

#: How many values of one number stand side by side.
MOST_VALUES = 2


def numbers(frame: Frame, desk: Desk, facts: Iterable[PlacedFact]) -> list[tuple[str, str, str, Markup]]:
    """The numbers of a province at a glance: of each dimension the values that the sources give, where they are few.

    Each is the value, its name, what its notes say is counted, and the sources.
    """
    found = []
    facts = list(facts)
    for dimension in frame.knowledge.dimensions.values():
        cell = fact_cell([one for one in facts if one.fact.dimension == dimension.id], dimension)
        values = [one for one in cell.values if one.number is not None]
        if dimension.type in ("number", "money") and 0 < len(values) <= MOST_VALUES:
            shown = " / ".join(dict.fromkeys(value_text(one, desk=desk) for one in values))
            cited = desk.cite(citation for one in values for citation in one.citations)
            notes = " / ".join(dict.fromkeys(frame.t(one.note) for one in values if one.note))
            found.append((shown, with_unit(frame.t(dimension.name), frame.t(dimension.unit)), notes, cited))
    return found


def cases_by_kind(frame: Frame, province: str) -> list[tuple[str, list[Case]]]:
    """A province's cases by what they are, in the order of the kinds."""
    cases = frame.by_title(frame.knowledge.cases_by_province.get(province, ()))
    found = [(kind, [case for case in cases if case.kind == kind]) for kind in frame.knowledge.case_kinds]
    return [(kind, list_) for kind, list_ in found if list_]


def lessons_by_theme(frame: Frame, province: str) -> list[tuple[str, list[Lesson]]]:
    """A province's lessons under the first-level theme of their first theme: each lesson once."""
    groups: dict[str, list[Lesson]] = {}
    for lesson in frame.knowledge.lessons_by_province.get(province, ()):
        theme = frame.knowledge.themes[lesson.themes[0]]
        groups.setdefault(theme.parent or theme.id, []).append(lesson)
    return [(theme, strongest_first(frame, groups[theme])) for theme in frame.knowledge.themes if theme in groups]
