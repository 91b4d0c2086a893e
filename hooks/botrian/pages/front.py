"""The knowledge and the frame go in; the front page comes out."""

from __future__ import annotations

from botrian.findings import Place
from botrian.pages.frame import Frame
from botrian.pages.markdown import rendered
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled


def front_page(frame: Frame) -> StagedPage:
    """What this is, the search box, the questions people bring, the provinces and the first tables."""
    knowledge = frame.knowledge
    written = next((page for page in knowledge.pages if page.path == "index.md"), None)
    desk = frame.desk("")
    body = rendered(written.body.in_(frame.language), desk, "index.md") if written else ""
    numbers = frame.say("page.numbers").format(
        len(knowledge.lessons), len(knowledge.cases), len(knowledge.profiles), len(frame.tables)
    )
    content = filled(
        "front",
        desk,
        body=body,
        numbers=numbers,
        paths=list(knowledge.paths.values()),
        provinces=[one for id_, one in knowledge.provinces.items() if id_ in knowledge.profiles],
        tables=[table for table in frame.tables.values() if table.first_workshop],
        themes=[theme for theme in knowledge.themes.values() if theme.parent is None],
    )
    title = frame.t(written.title) if written else frame.say("frame.site")
    description = frame.t(written.description) if written else ""
    return frame.page("", title, content, description=description, origin=Place("docs/index.md"), wide=True)
