"""The frame goes in; the index of the training kits and a page for each come out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import jinja2
from markupsafe import Markup

from botrian.kits.contents import KitContents, kit_contents
from botrian.kits.files import FILES, file_name
from botrian.kits.labels import duration, label
from botrian.pages.desk import heading
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.records import Kit

INDEX = "kits/"


def kit_pages(frame: Frame) -> Iterator[StagedPage]:
    """``/kits/`` and ``/kits/<id>/``."""
    kits = list(frame.knowledge.kits.values())
    title, intro = label("kits", frame.language), label("intro", frame.language)
    sizes = {kit.id: kit_size(frame, kit) for kit in kits}
    content = _filled("kits", frame, INDEX, kits=kits, intro=intro, sizes=sizes)
    yield frame.page(INDEX, title, content, description=intro)
    for kit in kits:
        yield _page(frame, kit)


def kit_size(frame: Frame, kit: Kit) -> str:
    """How many lessons and tables, and how long."""
    minutes = sum(part.minutes for part in kit.parts)
    words = label("size", frame.language)
    return words.format(len(kit.lessons), len(kit.tables), duration(minutes, frame.language))


def _page(frame: Frame, kit: Kit) -> StagedPage:
    contents: KitContents = kit_contents(kit, frame.knowledge, frame.tables, frame.language, frame.stamp)
    page = f"{INDEX}{kit.id}/"
    files = [(file.kind, file.ending.upper(), f"kits/{kit.id}/{file_name(kit.id, file)}") for file in FILES]
    content = _filled(
        "kit",
        frame,
        page,
        kit=kit,
        contents=contents,
        files=files,
        size=kit_size(frame, kit),
        lessons=[frame.knowledge.lessons[id_] for id_ in kit.lessons],
        tables=[frame.tables[id_] for id_ in kit.tables],
    )
    return frame.page(
        page,
        frame.t(kit.title),
        content,
        crumbs=((INDEX, label("kits", frame.language)),),
        description=frame.t(kit.purpose),
        origin=frame.knowledge.origin("kit", kit.id),
    )


def _filled(template: str, frame: Frame, page: str, **values: object) -> Markup:
    def word(name: str) -> str:
        return label(name, frame.language)

    made = _environment().get_template(f"{template}.html")
    return Markup(made.render(desk=frame.desk(page), word=word, **values))  # noqa: S704 - our own template, escaping


@cache
def _environment() -> jinja2.Environment:
    """The pages' own templates are beside ours, for the pieces that pages share."""
    loader = jinja2.ChoiceLoader([jinja2.PackageLoader("botrian.kits"), jinja2.PackageLoader("botrian.pages")])
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.globals["heading"] = heading
    return environment
