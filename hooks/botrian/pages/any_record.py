"""A record of a kind without a template of its own goes in; a plain page of all that it says comes out."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from botrian.kinds import Kind
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.markdown import rendered
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Citation, Record, Statement, Text
from botrian.thai import CalendarDate
from botrian.words import words


def any_record_page(frame: Frame, kind: Kind, id_: str) -> StagedPage:
    """The fields of a record one below the other, its long text, and its sources."""
    record: Record = frame.knowledge.of(kind.id)[id_]
    page = kind.address_of(id_, frame.knowledge)
    desk = frame.desk(page)
    name = kind.name_of(id_, frame.knowledge)
    origin = frame.knowledge.origin(kind.id, id_)
    text = frame.knowledge.body(kind.id, id_).in_(frame.language)
    body = rendered(text, desk, origin.file.removeprefix("docs/")) if text else Markup("")
    content = filled("record", desk, fields=list(_fields(record, name, desk)), record=record, body=body)
    crumbs = ((kind.index.address, frame.t(kind.list_title)),) if kind.index else ()
    return frame.page(page, frame.t(name), content, crumbs=crumbs, origin=origin)


def _fields(record: Record, name: Text, desk: Desk) -> Iterator[tuple[str, list[Markup]]]:
    """Each filled field with its name and its values, in the order of the model."""
    for field in type(record).model_fields:
        value = getattr(record, field)
        shown = [] if field in ("id", "citations") or value == name else list(_shown(value, desk))
        if shown:
            word = words().get(f"field.{field}")
            yield (desk.t(word) if word else field), shown


def _shown(value: object, desk: Desk) -> Iterator[Markup]:
    if isinstance(value, Statement):
        yield desk.statement(value)
    elif isinstance(value, Text):
        yield desk.prose(value)
    elif isinstance(value, CalendarDate):
        yield escape(desk.date(value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _shown(item, desk)
    elif isinstance(value, Record) and not isinstance(value, Citation):
        inner = [one for field in type(value).model_fields for one in _shown(getattr(value, field), desk)]
        yield Markup(" · ").join(inner)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        yield escape(value)
