"""Lessons go in; maps of evidence and of gaps come out, as 3ie and the Campbell Collaboration draw them: what is known
by theme and place, how firmly, and where nobody has spoken yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from botrian.knowledge.strength import VOICES
from botrian.pictures.grid import Cell, Grid, Line
from botrian.pictures.heard import voices
from botrian.pictures.marks import MARKS, Mark, in_words, row
from botrian.pictures.picture import Picture, Sheet
from botrian.pictures.places import heads, invitation, lessons_address, places_of
from botrian.records import Lesson

AGAINST: tuple[Mark, ...] = ("qualifies", "contradicts")


def strip(sheet: Sheet, lesson: Lesson) -> Markup:
    """The voices of a lesson as a row of signs, one for each place and way of speaking; the words stand beside it."""
    strength = sheet.knowledge.strengths[lesson.id]
    by_voice = {voice: len(strength.places[voice]) for voice in VOICES}
    counts: list[tuple[Mark, int]] = [
        ("result", by_voice["result"]),
        ("did", by_voice["did"]),
        ("view", by_voice["plans"] + by_voice["says"]),
        ("qualifies", len(strength.qualified)),
        ("contradicts", len(strength.contradicted)),
    ]
    signs, width = row(counts, 7, 4.5, 12)
    return in_words(signs, width, "strip")


def theme_grid(sheet: Sheet, name: str = "evidence-map") -> Picture:
    """Themes of the first level by provinces: in each cell how many lessons are heard there, and whether all agree.

    A lesson stands once, under its first theme, as in the lists that the cells lead to.
    """
    knowledge = sheet.knowledge
    places = places_of(sheet, knowledge.lessons.values(), areas=False)
    themes = [one.id for one in knowledge.themes.values() if one.parent is None]
    lessons: Mapping[str, list[Lesson]] = {theme: [] for theme in themes}
    for lesson in knowledge.lessons.values():
        first = knowledge.themes[lesson.themes[0]]
        lessons[first.parent or first.id].append(lesson)
    rows = [Line(sheet.name("theme", one), href=sheet.url("theme", one), id=one) for one in themes]
    cells = [[_theme_cell(sheet, theme, place, lessons[theme]) for place in places] for theme in themes]
    columns, key = heads(sheet, places)
    grid = Grid(rows, columns, cells, AGAINST, key)
    gaps = sum(cell.invites for line in cells for cell in line)
    title, words = sheet.say("picture.themes"), sheet.say("picture.themes_words", len(themes), len(places), gaps)
    return grid.picture(sheet, name, title, words, sheet.say("kind.theme"))


def _theme_cell(sheet: Sheet, theme: str, place: str, lessons: Sequence[Lesson]) -> Cell:
    stances = [
        {entry.stance for entry in lesson.evidence if entry.province == place}
        for lesson in lessons
        if any(entry.province == place for entry in lesson.evidence)
    ]
    if not stances:
        return Cell(sheet.say("picture.gap"), invitation(sheet, "theme", theme, place), invites=True)
    marks = tuple(mark for mark in AGAINST if any(mark in own for own in stances))
    words = " · ".join([sheet.say("picture.lessons", len(stances)), *(sheet.say(f"picture.{mark}") for mark in marks)])
    return Cell(words, lessons_address(sheet, place, theme), len(stances), marks)


def lesson_grid(sheet: Sheet, lessons: Sequence[Lesson], name: str = "evidence-map") -> Picture:
    """Lessons by places, in the order given: in each cell the signs of the voices that are heard there."""
    places = places_of(sheet, lessons)
    rows = [Line(sheet.t(one.title), href=sheet.url("lesson", one.id), id=one.id) for one in lessons]
    cells = [[_lesson_cell(sheet, lesson, place) for place in places] for lesson in lessons]
    columns, key = heads(sheet, places)
    grid = Grid(rows, columns, cells, MARKS, key)
    gaps = sum(cell.invites for line in cells for cell in line)
    title, words = (
        sheet.say("picture.lesson_grid"),
        sheet.say("picture.lesson_grid_words", len(lessons), len(places), gaps),
    )
    return grid.picture(sheet, name, title, words, sheet.say("kind.lesson"))


def _lesson_cell(sheet: Sheet, lesson: Lesson, place: str) -> Cell:
    marks = voices(sheet.knowledge.strengths[lesson.id]).get(place, ())
    if not marks:
        return Cell(sheet.say("picture.gap"), invitation(sheet, "lesson", lesson.id, place), invites=True)
    words = " · ".join(sheet.say(f"picture.{mark}") for mark in marks)
    return Cell(words, sheet.url("lesson", lesson.id) + "#evidence", marks=marks)
