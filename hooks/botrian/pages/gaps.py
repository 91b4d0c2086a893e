"""The knowledge and the frame go in; the pages that say what is missing, and invite to tell it, come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from botrian.addresses import fixed
from botrian.knowledge.gaps import Gaps, gaps_of, told_provinces, waiting_lessons
from botrian.pages.contribute import form_link
from botrian.pages.facets import REGIONS
from botrian.pages.frame import Frame
from botrian.pages.index_pages import strongest_first
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Lesson, Province, Theme

ADDRESS = fixed.GAPS


def gaps_page(frame: Frame) -> StagedPage:
    """``/gaps/`` with the counts of each province of which something is told."""
    return _index(frame, [gaps_of(frame.knowledge, id_) for id_ in told_provinces(frame.knowledge)])


def gaps_page_of(province: str, frame: Frame) -> StagedPage:
    """What is missing of one province."""
    return _of_province(frame, gaps_of(frame.knowledge, province))


def province_gaps(province: str) -> str:
    """The address of what is missing of one province."""
    return f"{ADDRESS}{province}/"


def _index(frame: Frame, told: list[Gaps]) -> StagedPage:
    knowledge = frame.knowledge
    desk = frame.desk(ADDRESS)
    known = {one.province for one in told}
    silent = [one for id_, one in knowledge.provinces.items() if id_ not in known]
    waiting = [knowledge.lessons[id_] for id_ in waiting_lessons(knowledge)]
    content = filled(
        "gaps",
        desk,
        told=told,
        regions=[(region, found) for region in REGIONS if (found := _of_region(silent, region))],
        silent=len(silent),
        waiting=list(_by_theme(frame, waiting)),
        waiting_count=len(waiting),
        page_of=province_gaps,
        ask=partial(form_link, desk),
    )
    return frame.page(ADDRESS, frame.say("gaps.title"), content, description=frame.say("gaps.intro"))


def _of_region(provinces: Iterable[Province], region: str) -> list[Province]:
    return [one for one in provinces if one.region == region]


def _of_province(frame: Frame, gaps: Gaps) -> StagedPage:
    knowledge = frame.knowledge
    page = province_gaps(gaps.province)
    desk = frame.desk(page)
    groups = []
    for group in knowledge.dimension_groups.values():
        asked = [id_ for id_ in gaps.values if knowledge.dimensions[id_].group == group.id]
        if asked:
            groups.append((group, [knowledge.dimensions[id_] for id_ in asked]))
    content = filled(
        "gaps-province",
        desk,
        gaps=gaps,
        province=knowledge.provinces[gaps.province],
        groups=groups,
        themes=list(_by_theme(frame, [knowledge.lessons[id_] for id_ in gaps.lessons])),
        ask=partial(form_link, desk),
    )
    title = frame.say("gaps.of").format(frame.t(knowledge.provinces[gaps.province].name))
    crumbs = ((ADDRESS, frame.say("gaps.title")),)
    return frame.page(page, title, content, crumbs=crumbs, description=frame.say("gaps.intro"))


def _by_theme(frame: Frame, lessons: Iterable[Lesson]) -> Iterator[tuple[Theme, list[Lesson]]]:
    """Lessons under the first-level theme of their first theme, the best supported first."""
    themes = frame.knowledge.themes
    groups: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        theme = themes[lesson.themes[0]]
        groups.setdefault(theme.parent or theme.id, []).append(lesson)
    for id_, theme in themes.items():
        if id_ in groups:
            yield theme, strongest_first(frame, groups[id_])
