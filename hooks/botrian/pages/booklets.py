"""A province or a reading path goes in; its booklet comes out: one page that is made to be printed and handed round.

It tells in short what the site tells on many pages, with the cited places in one list at the end. On a screen the
long lists are folded; paper opens them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from markupsafe import Markup

from botrian.addresses import address, fixed
from botrian.knowledge import Knowledge
from botrian.markup import is_thai
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.meta import PageMeta
from botrian.pages.province_parts import cases_by_kind, lessons_by_theme, numbers
from botrian.pages.record_parts import body_html, missing_words
from botrian.pages.staged import StagedPage, parts_of
from botrian.pages.templates import filled
from botrian.pictures import province_ladder
from botrian.records import Evidence, Lesson, Profile, ReadingPath
from botrian.thai import CalendarDate

STYLE = "assets/booklet.css"
#: The headings that the list of contents names.
_CHAPTER = 2


def booklets(knowledge: Knowledge) -> Iterator[tuple[str, Callable[[Frame], StagedPage]]]:
    """The booklet of every province that has a profile, and of every reading path: its name, and how it is made."""
    for id_ in knowledge.profiles:
        yield f"profile {id_}", partial(_of_profile, id_)
    for id_ in knowledge.paths:
        yield f"path {id_}", partial(_of_path, id_)


def _of_profile(id_: str, frame: Frame) -> StagedPage:
    return province_booklet(frame, frame.knowledge.profiles[id_])


def _of_path(id_: str, frame: Frame) -> StagedPage:
    return path_booklet(frame, frame.knowledge.paths[id_])


def booklet_address(page: str) -> str:
    """Where the booklet of a record stands: below its page."""
    return page + fixed.BOOKLET


def province_booklet(frame: Frame, profile: Profile) -> StagedPage:
    """The story of a province, its structure, numbers, results and plans; its cases and lessons in short."""
    knowledge = frame.knowledge
    page = address("province", profile.id, knowledge)
    desk = frame.desk(booklet_address(page), listed=True)
    facts = [one for one in knowledge.facts_by_province.get(profile.id, ()) if one.fact.case is None]
    content = filled(
        "booklet-province",
        desk,
        profile=profile,
        ladder=province_ladder(desk.sheet, profile.id),
        numbers=numbers(frame, desk, facts),
        cases=cases_by_kind(frame, profile.id),
        lessons=lessons_by_theme(frame, profile.id),
        said=partial(_said_in, profile.id),
    )
    told = [("profile", profile.id)]
    told += [("case", one.id) for one in knowledge.cases_by_province.get(profile.id, ())]
    told += [("lesson", one.id) for one in knowledge.lessons_by_province.get(profile.id, ())]
    crumbs = (("provinces/", frame.say("collection.provinces")), (page, frame.t(profile.title)))
    return _bound(frame, desk, page, frame.t(profile.title), content, told, crumbs)


def path_booklet(frame: Frame, path: ReadingPath) -> StagedPage:
    """The answer of a reading path, what people wrote for it, and its steps with their lessons and cases in short."""
    knowledge = frame.knowledge
    page = address("path", path.id, knowledge)
    desk = frame.desk(booklet_address(page), listed=True)
    content = filled(
        "booklet-path",
        desk,
        path=path,
        body=partial(body_html, frame, desk, "path", path.id),
        missing=missing_words(frame, "path", path.id),
        knowledge=knowledge,
    )
    told = [("path", path.id)]
    told += [("lesson", id_) for step in path.steps for id_ in step.lessons]
    told += [("case", id_) for step in path.steps for id_ in step.cases]
    crumbs = (("paths/", frame.say("collection.paths")), (page, frame.t(path.question)))
    return _bound(frame, desk, page, frame.t(path.question), content, told, crumbs)


def _bound(
    frame: Frame,
    desk: Desk,
    page: str,
    title: str,
    content: Markup,
    told: Iterable[tuple[str, str]],
    crumbs: tuple[tuple[str, str], ...],
) -> StagedPage:
    """The content with its cover, which leads back to the living page, and the list of its chapters."""
    chapters = [part.heading for part in parts_of(content) if part.heading and part.heading.level == _CHAPTER]
    cover = filled(
        "booklet-cover",
        desk,
        title=title,
        title_lang="th" if frame.language == "en" and is_thai(title) else "",
        link=frame.url(page),
        way=desk.to(page),
        code=frame.code_of(page),
        edition=_day(frame, frame.stamp.newest(_files(frame.knowledge, told))),
        chapters=chapters,
    )
    name = frame.say("booklet.of").format(title)
    made = frame.page(desk.page, name, cover + content, crumbs=crumbs, description=frame.say("booklet.intro"))
    # The cover holds the code and the title; search engines name the living page.
    own: PageMeta = {
        "qr": "",
        "canonical": frame.url(page),
        "styles": [*made.meta.get("styles", ()), STYLE],
        "hide": ["navigation", "toc"],
    }
    return replace(made, meta={**made.meta, **own})


def _files(knowledge: Knowledge, told: Iterable[tuple[str, str]]) -> Iterator[str]:
    for kind, id_ in told:
        yield knowledge.origin(kind, id_).file


def _day(frame: Frame, day: date | None) -> str:
    return CalendarDate(day.year, day.month, day.day, "CE").format(frame.language) if day else ""


def _said_in(place: str, lesson: Lesson) -> list[Evidence]:
    """What one place says of a lesson."""
    return [entry for entry in lesson.evidence if entry.province == place]
