"""The knowledge and the frame go in; the index of each collection comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from botrian.addresses import address
from botrian.findings import Place
from botrian.kinds import Kind
from botrian.kinds.told import CASE, EVENT, LESSON, PROVINCE, THEME
from botrian.knowledge import citations_in
from botrian.knowledge.gaps import told_provinces
from botrian.pages.contribute import form_link
from botrian.pages.facets import ENOUGH, REGIONS, SCRIPT, attributes, facets
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.lengths import too_long
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import with_tools
from botrian.pages.templates import filled
from botrian.pictures import Picture, Sheet, known_map, theme_grid, timeline_chart
from botrian.records import LESSON_TYPES, Case, Event, Lesson, Province
from botrian.thai import collation_key, format_number

#: Where the years of cited works are listed.
PUBLICATIONS = "timeline/publications/"
Ways = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class Group(NamedTuple):
    """One part of an index: its anchor and title, the kind of its records, the records, and a word before them."""

    anchor: str
    title: str
    kind: str
    records: Sequence[object]
    lead: str = ""
    fold: bool = False


def _index(
    frame: Frame,
    kind: Kind,
    page: str,
    title: str,
    groups: Iterable[Group],
    *,
    ways: Ways = (),
    draw: Callable[[Sheet], Picture] | None = None,
) -> StagedPage:
    """A page of groups of records: the kind's index, or below it a list of some of them."""
    assert kind.index is not None
    desk = frame.desk(page)
    intro = frame.t(kind.index.intro)
    picture = draw(desk.sheet) if draw else None
    about = introduced(desk)
    groups = list(groups)
    records = [record for group in groups for record in group.records]
    choices = facets(frame, kind.id, records) if len(records) >= ENOUGH else None
    if too_long(sum(len(group.records) for group in groups if not group.fold)):
        groups = [group._replace(fold=bool(group.title)) for group in groups]

    def known(kind: str) -> Callable[[object], list[tuple[str, str]]] | None:
        return partial(attributes, frame, kind) if choices is not None else None

    content = filled(
        "index",
        desk,
        intro=intro,
        introduction=about,
        ways=ways,
        picture=picture,
        groups=groups,
        choices=choices,
        known=known,
    )
    crumbs = () if page == kind.index.address else ((kind.index.address, frame.t(kind.list_title)),)
    made = frame.page(page, title, content, crumbs=crumbs, description=intro, origin=Place(kind.home))
    return with_tools(made, (SCRIPT,), ()) if choices is not None else made


def plain_index(frame: Frame, kind: Kind) -> Iterator[StagedPage]:
    """A collection that is short enough to be one list."""
    assert kind.index is not None
    groups = [Group("all", "", kind.id, list(frame.knowledge.of(kind.id).values()))]
    yield _index(frame, kind, kind.index.address, frame.t(kind.list_title), groups)


def provinces_index(frame: Frame) -> Iterator[StagedPage]:
    """The provinces with a profile, then all 77 by region."""
    knowledge = frame.knowledge
    profiled = []
    in_order = sorted(knowledge.provinces, key=lambda one: collation_key(frame.t(knowledge.provinces[one].name)))
    for id_ in in_order:
        if profile := knowledge.profiles.get(id_):
            lessons = len(knowledge.lessons_by_province.get(id_, ()))
            cases = len(knowledge.cases_by_province.get(id_, ()))
            counts = f"{frame.say('collection.lessons')} {lessons} · {frame.say('collection.cases')} {cases}"
            profiled.append((knowledge.provinces[id_], profile, counts))
    regions = [
        (
            region,
            [_linked(frame, knowledge.provinces[one]) for one in in_order if knowledge.provinces[one].region == region],
        )
        for region in REGIONS
    ]
    intro = frame.say("intro.provinces")
    page = "provinces/"
    desk = frame.desk(page)
    content = filled(
        "provinces",
        desk,
        intro=intro,
        introduction=introduced(desk),
        map=known_map(desk.sheet, filtered=True),
        profiled=profiled,
        regions=regions,
        told=told_provinces(knowledge),
        ask=partial(form_link, desk),
        choices=facets(frame, PROVINCE.id, knowledge.provinces.values()),
        known=partial(attributes, frame, PROVINCE.id),
    )
    made = frame.page(page, frame.say("collection.provinces"), content, description=intro, origin=Place(PROVINCE.home))
    yield with_tools(made, (SCRIPT,), ())


def _linked(frame: Frame, province: Province) -> tuple[Province, str]:
    """A province with the page it leads to, where there is one."""
    page = address("province", province.id, frame.knowledge)
    return province, "" if "#" in page else page


def case_indexes(frame: Frame) -> Iterator[StagedPage]:
    """Cases by kind, and a list for each province or area."""
    knowledge = frame.knowledge
    places = frame.in_order(knowledge.cases_by_province)
    ways: Ways = [
        (
            frame.say("page.by_province"),
            [(frame.t(knowledge.place_name(one)), f"cases/{one}/") for one in places],
        )
    ]
    yield _index(
        frame,
        CASE,
        "cases/",
        frame.say("collection.cases"),
        _by_kind(frame, list(knowledge.cases.values())),
        ways=ways,
    )
    for place in places:
        name = frame.t(knowledge.place_name(place))
        groups = _by_kind(frame, knowledge.cases_by_province[place])
        yield _index(frame, CASE, f"cases/{place}/", f"{frame.say('collection.cases')}: {name}", groups)


def _by_kind(frame: Frame, cases: Sequence[Case]) -> Iterator[Group]:
    for kind in frame.knowledge.case_kinds.values():
        found = [case for case in cases if case.kind == kind.id]
        if found:
            ordered = sorted(found, key=lambda case: collation_key(frame.t(case.title)))
            yield Group(kind.id, frame.t(kind.name), "case", ordered, frame.t(kind.definition))


def lesson_indexes(frame: Frame) -> Iterator[StagedPage]:
    """Lessons by theme; and by type, province and source, each on a page of its own."""
    knowledge = frame.knowledge
    lessons = list(knowledge.lessons.values())
    by_source = dict(
        sorted(_by_source(frame).items(), key=lambda one: collation_key(frame.t(knowledge.sources[one[0]].short)))
    )
    present = [kind for kind in LESSON_TYPES if any(lesson.type == kind for lesson in lessons)]
    places = frame.in_order(knowledge.lessons_by_province)
    voices = ("by-stance/differ", frame.say("page.most_evidence"))
    ways: Ways = [
        (
            frame.say("page.by_type"),
            [(frame.say(f"type.{one}"), f"lessons/by-type/{one}/") for one in present],
        ),
        (
            frame.say("page.by_province"),
            [(frame.t(knowledge.place_name(one)), f"lessons/by-province/{one}/") for one in places],
        ),
        (
            frame.say("page.by_source"),
            [(frame.t(knowledge.sources[one].short), f"lessons/by-source/{one}/") for one in by_source],
        ),
        (frame.say("page.also"), [(voices[1], f"lessons/{voices[0]}/")]),
    ]
    groups = _by_theme(frame, lessons)
    yield _index(frame, LESSON, "lessons/", frame.say("collection.lessons"), groups, ways=ways, draw=theme_grid)
    lists: list[tuple[str, str, Sequence[Lesson]]] = [
        *((f"by-type/{one}", frame.say(f"type.{one}"), [x for x in lessons if x.type == one]) for one in present),
        *(
            (f"by-province/{one}", frame.t(knowledge.place_name(one)), knowledge.lessons_by_province[one])
            for one in places
        ),
        *((f"by-source/{one}", frame.t(knowledge.sources[one].short), by_source[one]) for one in by_source),
        (*voices, [x for x in lessons if any(entry.stance != "supports" for entry in x.evidence)]),
    ]
    for path, name, found in lists:
        title = f"{frame.say('collection.lessons')}: {name}"
        yield _index(frame, LESSON, f"lessons/{path}/", title, _by_theme(frame, found))


def strongest_first(frame: Frame, lessons: Iterable[Lesson]) -> list[Lesson]:
    """Lessons by the strength of their evidence, as the guide tells; those of one strength by their title."""
    strengths = frame.knowledge.strengths
    return sorted(lessons, key=lambda one: (strengths[one.id].order(), collation_key(frame.t(one.title))))


def _by_theme(frame: Frame, lessons: Sequence[Lesson]) -> Iterator[Group]:
    """Lessons under the first-level theme of their first theme, so that each stands once."""
    themes = frame.knowledge.themes
    groups: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        first = themes[lesson.themes[0]]
        groups.setdefault(first.parent or first.id, []).append(lesson)
    for id_, theme in themes.items():
        if id_ in groups:
            yield Group(
                id_, frame.t(theme.name), "lesson", strongest_first(frame, groups[id_]), frame.t(theme.definition)
            )


def _by_source(frame: Frame) -> dict[str, list[Lesson]]:
    found: dict[str, list[Lesson]] = {source: [] for source in frame.knowledge.sources}
    for lesson in frame.knowledge.lessons.values():
        for source in dict.fromkeys(citation.source for citation in citations_in(lesson)):
            found[source].append(lesson)
    return {source: lessons for source, lessons in found.items() if lessons}


def themes_index(frame: Frame) -> Iterator[StagedPage]:
    """All themes in two levels, with counts."""
    knowledge = frame.knowledge

    def counts(theme: str) -> tuple[int, int]:
        return len(knowledge.lessons_by_theme.get(theme, ())), len(knowledge.cases_by_theme.get(theme, ()))

    groups = [
        (
            theme,
            *counts(theme.id),
            [(one, *counts(one.id)) for one in knowledge.themes.values() if one.parent == theme.id],
        )
        for theme in knowledge.themes.values()
        if theme.parent is None
    ]
    intro = frame.say("intro.themes")
    desk = frame.desk("themes/")
    content = filled(
        "themes",
        desk,
        intro=intro,
        introduction=introduced(desk),
        map=theme_grid(desk.sheet),
        groups=groups,
        choices=facets(frame, THEME.id, knowledge.themes.values()),
        known=partial(attributes, frame, THEME.id),
    )
    page = frame.page("themes/", frame.say("collection.themes"), content, description=intro, origin=Place(THEME.home))
    yield with_tools(page, (SCRIPT,), ())


def timeline(frame: Frame) -> Iterator[StagedPage]:
    """Every event by year, oldest first: those of provinces, then those of the country and abroad.

    The years of works that sources cite are no events; they have a list of their own.
    """
    knowledge = frame.knowledge
    events = [one for one in knowledge.events_in_time if one.kind == "event"]
    ours = [one for one in events if one.province in knowledge.provinces]
    elsewhere = [one for one in events if one.province not in knowledge.provinces]
    works = [one for one in knowledge.events_in_time if one.kind == "publication"]
    groups = list(_by_year(frame, ours, "y"))
    if elsewhere:
        groups.append(Group("elsewhere", frame.say("page.elsewhere"), "event", elsewhere, fold=True))
    name = frame.say("page.publications")
    counted = f"{name} ({format_number(len(works), frame.language)})"
    ways: Ways = [(frame.say("page.also_there"), [(counted, PUBLICATIONS)])] if works else []
    draw = partial(timeline_chart, events=events) if events else None
    yield _index(frame, EVENT, "timeline/", frame.say("collection.timeline"), groups, ways=ways, draw=draw)
    if works:
        yield _index(frame, EVENT, PUBLICATIONS, name, _by_year(frame, works, "p"))


def _by_year(frame: Frame, events: Iterable[Event], mark: str) -> Iterator[Group]:
    for year, found in groupby(events, key=_year):
        date = f"พ.ศ. {year}" if frame.language == "th" else str(year - 543)
        yield Group(f"{mark}{year}", date, "event", list(found))


def _year(event: Event) -> int:
    return event.date.be_year
