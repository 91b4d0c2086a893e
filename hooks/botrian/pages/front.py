"""The knowledge and the frame go in; the front page comes out."""

from __future__ import annotations

from datetime import date

from botrian.findings import Place
from botrian.knowledge import Knowledge
from botrian.pages.frame import Frame
from botrian.pages.index_pages import strongest_first
from botrian.pages.markdown import rendered
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.pictures import known_map
from botrian.records import Lesson, ReadingPath

#: How many questions stand on the first screen, and how many records in each list below it.
FIRST, NEWEST, SHOWN = 5, 3, 4


def front_page(frame: Frame) -> StagedPage:
    """What this is and for whom, the search box, the first questions, the map; then what is new and what failed."""
    knowledge = frame.knowledge
    written = next((page for page in knowledge.pages if page.path == "index.md"), None)
    desk = frame.desk("")
    body = rendered(written.body.in_(frame.language), desk, "index.md") if written else ""
    numbers = frame.say("page.numbers").format(
        len(knowledge.lessons), len(knowledge.cases), len(knowledge.profiles), len(frame.tables)
    )
    paths = in_order(knowledge)
    pitfalls = [one for one in knowledge.lessons.values() if one.type == "pitfall"]
    content = filled(
        "front",
        desk,
        body=body,
        numbers=numbers,
        paths=paths[:FIRST],
        more=paths[FIRST:],
        map=known_map(desk.sheet),
        newest=_newest(frame),
        failed=[one for one in knowledge.cases.values() if one.status == "failed"][:SHOWN],
        pitfalls=len(pitfalls),
        tables=[table for table in frame.tables.values() if table.first_workshop],
        themes=[theme for theme in knowledge.themes.values() if theme.parent is None],
    )
    title = frame.t(written.title) if written else frame.say("frame.site")
    description = frame.t(written.description) if written else ""
    return frame.page("", title, content, description=description, origin=Place("docs/index.md"), wide=True)


def in_order(knowledge: Knowledge) -> list[ReadingPath]:
    """Reading paths in the order in which their questions arise; those without a place in it come last."""
    return sorted(knowledge.paths.values(), key=lambda one: (one.order is None, one.order or 0))


def _newest(frame: Frame) -> list[Lesson]:
    """The lessons whose files were changed last; of one day, the strongest."""
    knowledge = frame.knowledge
    days = {id_: frame.stamp.of(knowledge.origin("lesson", id_).file) or date.min for id_ in knowledge.lessons}
    return sorted(strongest_first(frame, knowledge.lessons.values()), key=lambda one: days[one.id], reverse=True)[
        :NEWEST
    ]
