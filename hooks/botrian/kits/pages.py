"""The frame goes in; the index of the training kits, a page for each and the one that puts them together come out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from botrian.kits import builder
from botrian.kits.contents import KitContents
from botrian.kits.facilitator import span
from botrian.kits.files import FILES, file_name
from botrian.kits.labels import duration, label
from botrian.kits.printing import kit_contents
from botrian.kits.timing import whole_length
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Kit

INDEX = "kits/"


def own_kit_page(frame: Frame) -> StagedPage:
    """``/kits/build/``."""
    return builder.builder_page(frame)


def kit_index(frame: Frame) -> StagedPage:
    """``/kits/``."""
    kits = list(frame.knowledge.kits.values())
    title, intro = frame.say("collection.kits"), frame.say("intro.kits")
    sizes = {kit.id: kit_size(frame, kit) for kit in kits}
    desk = frame.desk(INDEX)
    content = filled(
        "kits", desk, kits=kits, intro=intro, introduction=introduced(desk), sizes=sizes, word=_word(frame)
    )
    return frame.page(INDEX, title, content, description=intro)


def kit_size(frame: Frame, kit: Kit) -> str:
    """How many lessons and tables, and how long it takes with its break."""
    minutes = whole_length([part.minutes for part in kit.parts], "half_day")
    words = label("size", frame.language)
    return words.format(len(kit.lessons), len(kit.tables), duration(minutes, frame.language))


def kit_page(id_: str, frame: Frame) -> StagedPage:
    """``/kits/<id>/``."""
    kit = frame.knowledge.kits[id_]
    contents: KitContents = kit_contents(kit, frame.knowledge, frame.tables, frame.language, frame.stamp)
    page = f"{INDEX}{kit.id}/"
    files = [(file.kind, file.ending.upper(), f"kits/{kit.id}/{file_name(kit.id, file)}") for file in FILES]
    content = filled(
        "kit",
        frame.desk(page),
        word=_word(frame),
        kit=kit,
        contents=contents,
        files=files,
        slots=[
            (span(contents, slot), slot, contents.parts[slot.part] if slot.part is not None else None)
            for slot in contents.agenda()
        ],
        size=kit_size(frame, kit),
        adapted=frame.desk(page).to(builder.PAGE) + f"#parts={','.join(builder.parts_of(kit))}",
        lessons=[frame.knowledge.lessons[id_] for id_ in kit.lessons],
        tables=[frame.tables[id_] for id_ in kit.tables],
    )
    return frame.page(
        page,
        frame.t(kit.title),
        content,
        crumbs=((INDEX, frame.say("collection.kits")),),
        description=frame.t(kit.purpose),
        origin=frame.knowledge.origin("kit", kit.id),
    )


def _word(frame: Frame) -> Callable[[str], str]:
    return partial(label, language=frame.language)
