"""The frame goes in; the gallery of all tables comes out: what each answers, what it looks like, when it changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from botrian.findings import Place
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.linked import catalogue_ld
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import STYLES, thumbnail, with_tools
from botrian.pages.templates import filled
from botrian.tables import Table
from botrian.thai import CalendarDate

PAGE = "tables/"


class Shown(NamedTuple):
    """One table with the words of its card: its size, the day it was last changed, the address of its picture."""

    table: Table
    size: str
    changed: str
    picture: str


class Shelf(NamedTuple):
    """Tables that stand together under a heading."""

    anchor: str
    title: str
    tables: Sequence[Shown]


def gallery_page(frame: Frame) -> Iterator[StagedPage]:
    """``/tables/``: tables for a first workshop, then all of them by theme; above them all of their questions."""
    shown = {id_: _shown(frame, table) for id_, table in frame.tables.items()}
    by_theme = list(_by_theme(frame, shown.values()))
    first = [one for one in shown.values() if one.table.first_workshop]
    shelves = [Shelf("first", frame.say("table.first"), first), *by_theme] if first else by_theme
    intro = frame.say("intro.tables")
    desk = frame.desk(PAGE)
    content = filled(
        "gallery",
        desk,
        intro=intro,
        introduction=introduced(desk),
        questions=by_theme,
        shelves=shelves,
        count=len(frame.tables),
    )
    page = frame.page(
        PAGE,
        frame.say("collection.tables"),
        content,
        description=intro,
        origin=Place("data/tables"),
        json_ld=catalogue_ld(
            frame.tables.values(), frame.language, frame.url(PAGE), lambda one: frame.url(f"{PAGE}{one.id}/")
        ),
        wide=True,
    )
    yield with_tools(page, scripts=(), styles=STYLES)


def _shown(frame: Frame, table: Table) -> Shown:
    day = frame.stamp.newest(table.files)
    changed = ""
    if day:
        words = CalendarDate(day.year, day.month, day.day, "CE").format(frame.language)
        changed = frame.say("page.changed").format(words)
    size = frame.say("table.size").format(len(table.rows), len(table.columns) + 1)
    return Shown(table, size, changed, thumbnail(table))


def _by_theme(frame: Frame, shown: Collection[Shown]) -> Iterator[Shelf]:
    """Tables under the first-level theme of their first theme, so that each stands once."""
    themes = frame.knowledge.themes
    for id_, theme in themes.items():
        found = [one for one in shown if (themes[one.table.themes[0]].parent or one.table.themes[0]) == id_]
        if found:
            yield Shelf(id_, frame.t(theme.name), found)
