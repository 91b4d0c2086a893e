"""What the pages of several kinds of record share: the Markdown under a record, its tables, the way back."""

from __future__ import annotations

from markupsafe import Markup

from botrian.addresses import address
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.holding import Held, TableName
from botrian.pages.markdown import rendered
from botrian.records import Kit


def theme_crumb(frame: Frame, theme: str) -> tuple[str, str]:
    """A theme as a step of the way back: its address and name."""
    return address("theme", theme, frame.knowledge), frame.t(frame.knowledge.themes[theme].name)


def body_html(frame: Frame, desk: Desk, kind: str, id_: str, top_level: int = 2) -> Markup:
    """The record's Markdown in the page's language as HTML; nothing where it is not written."""
    text = frame.knowledge.body(kind, id_).in_(frame.language)
    path = frame.knowledge.origin(kind, id_).file.removeprefix("docs/")
    return rendered(text, desk, path, top_level) if text.strip() else Markup("")


def missing_words(frame: Frame, kind: str, id_: str) -> str:
    """A word on an English page whose long text is written in Thai only."""
    body = frame.knowledge.body(kind, id_)
    return frame.say("page.thai_only") if frame.language == "en" and body.th and not body.en else ""


def tables_with(frame: Frame, *held: Held) -> list[TableName]:
    """The tables in which a record has a row, or that are of one of these themes: ``("case", "sdck")``."""
    return frame.by_title({table.id: table for one in held for table in frame.holding.get(one, ())}.values())


def kits_with(frame: Frame, kind: str, id_: str) -> list[Kit]:
    """The training kits that use a lesson, case or table."""
    field = {"lesson": "lessons", "case": "cases", "table": "tables"}[kind]
    return [kit for kit in frame.knowledge.kits.values() if id_ in getattr(kit, field)]
