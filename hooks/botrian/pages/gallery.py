"""The frame goes in; the gallery of all tables comes out: what each answers, what is in it, its files, a filter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from botrian.findings import Place
from botrian.pages.facets import SCRIPT, Facet
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.linked import catalogue_ld
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import STYLES, with_tools
from botrian.pages.templates import filled
from botrian.tables import Table
from botrian.thai import CalendarDate

PAGE = "tables/"
#: The files that a card leads to: what trainers take, and data.
CARD_FORMATS = ("pptx", "docx", "xlsx", "png", "csv")
#: A table with at most so many rows and columns is small (it fits a slide), then middling; all others are large.
SMALL, MIDDLING = (6, 4), (15, 6)
EXTENTS = ("small", "middling", "large")
MOST_HEADS = 5
#: A card with its picture is half a screen of a phone: galleries of more are folded by theme.
MOST_CARDS = 30


class Shown(NamedTuple):
    """One table with what its card says: size, day of the last change, columns; and what the filter knows it by."""

    table: Table
    size: str
    changed: str
    columns: str
    themes: str
    kind: str
    extent: str


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
        choices=[
            Facet("theme", frame.say("gallery.theme"), [(shelf.anchor, shelf.title) for shelf in by_theme]),
            Facet("kind", frame.say("gallery.kind"), _choices(frame, "kind", (one.kind for one in shown.values()))),
            Facet("size", frame.say("gallery.size"), _choices(frame, "extent", (one.extent for one in shown.values()))),
        ],
        formats=[(ending, frame.say(f"gallery.{ending}")) for ending in CARD_FORMATS],
        fold=len(frame.tables) > MOST_CARDS,
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
    yield with_tools(page, scripts=(SCRIPT,), styles=STYLES)


def _shown(frame: Frame, table: Table) -> Shown:
    day = frame.stamp.newest(table.files)
    changed = ""
    if day:
        words = CalendarDate(day.year, day.month, day.day, "CE").format(frame.language)
        changed = frame.say("page.changed").format(words)
    size = frame.say("table.size").format(len(table.rows), len(table.columns) + 1)
    return Shown(
        table,
        size,
        changed,
        _heads(frame, table),
        " ".join(_top_themes(frame, table)),
        _kind(frame, table),
        _extent(table),
    )


def _heads(frame: Frame, table: Table) -> str:
    """What is in it, by the headings of its first columns."""
    heads = [frame.t(name) for name in (table.row_name, *(column.name for column in table.columns))]
    rest = len(heads) - MOST_HEADS
    return " · ".join(heads[:MOST_HEADS]) + (f" · +{rest}" if rest > 0 else "")


def _top_themes(frame: Frame, table: Table) -> Iterator[str]:
    """The themes of the first level that it belongs to, each once."""
    themes = frame.knowledge.themes
    yield from dict.fromkeys(themes[id_].parent or id_ for id_ in table.themes)


def _kind(frame: Frame, table: Table) -> str:
    """What its rows are, or that it counts, or that it is rebuilt from a source."""
    definition = frame.knowledge.tables[table.id]
    return "counts" if definition.pivot else "rebuilt" if definition.literal else definition.rows or "cases"


def _extent(table: Table) -> str:
    size = (len(table.rows), len(table.columns))
    for extent, most in zip(EXTENTS, (SMALL, MIDDLING), strict=False):
        if size[0] <= most[0] and size[1] <= most[1]:
            return extent
    return EXTENTS[-1]


def _choices(frame: Frame, name: str, values: Iterable[str]) -> list[tuple[str, str]]:
    """The values that some table has, with their words, in the order in which they first come."""
    return [(value, frame.say(f"gallery.{name}_{value}")) for value in dict.fromkeys(values)]


def _by_theme(frame: Frame, shown: Collection[Shown]) -> Iterator[Shelf]:
    """Tables under the first-level theme of their first theme, so that each stands once."""
    themes = frame.knowledge.themes
    for id_, theme in themes.items():
        found = [one for one in shown if (themes[one.table.themes[0]].parent or one.table.themes[0]) == id_]
        if found:
            yield Shelf(id_, frame.t(theme.name), found)
