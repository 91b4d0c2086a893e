"""One record and the frame go in; its page comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from botrian.addresses import address, fixed
from botrian.embeds import oembed_address
from botrian.kinds.told import LESSON
from botrian.knowledge import PlacedFact
from botrian.likeness import likest
from botrian.messages.labels import labels
from botrian.pages.contribute import form_link
from botrian.pages.desk import Desk
from botrian.pages.facets import ENOUGH, SCRIPT, attributes, facets
from botrian.pages.frame import Frame
from botrian.pages.gaps import province_gaps
from botrian.pages.holding import OF_THEME
from botrian.pages.index_pages import strongest_first
from botrian.pages.lesson_page import inputs_of
from botrian.pages.linked import dataset_ld
from botrian.pages.province_parts import cases_by_kind, lessons_by_theme, numbers
from botrian.pages.record_parts import body_html, kits_with, missing_words, tables_with, theme_crumb
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import album_address, downloads, picture_address, table_tools, with_tools
from botrian.pages.table_view import disagrees, table_html, value_text
from botrian.pages.templates import filled
from botrian.pictures import (
    budget_bars,
    case_ladder,
    lesson_grid,
    province_ladder,
    table_bars,
    table_grid,
    timeline_chart,
)
from botrian.records import Case, Profile, ReadingPath, Theme
from botrian.tables import Table, text_of_period
from botrian.tables.status import text_of_status
from botrian.tables.values import fact_cell

#: From how many events on a chart shows more than a list.
ENOUGH_EVENTS = 2
#: A theme of more lessons is seen by its themes of the second level: the grid of all would be longer than the list.
MOST_DRAWN = 24
#: How many lessons of a theme are seen at once, the strongest first; with more than these its cases are folded too.
MOST_SEEN = 40
#: How many provinces or cases like one are named on its page, and how many reasons of each.
MOST_LIKE, REASONS = 3, 4


def case_page(frame: Frame, case: Case) -> StagedPage:
    """A case with all that is connected with it."""
    knowledge = frame.knowledge
    page = address("case", case.id, knowledge)
    desk = frame.desk(page, listed=True)
    content = filled(
        "case",
        desk,
        case=case,
        meta=_case_meta(frame, desk, case),
        inputs=inputs_of(case),
        body=partial(body_html, frame, desk, "case", case.id),
        missing="",
        structure=_structure(frame, case),
        ladder=case_ladder(desk.sheet, case),
        lessons=strongest_first(frame, knowledge.lessons_by_case.get(case.id, ())),
        has_facts=case.id in knowledge.facts_by_case,
        facts=partial(facts_html, frame, desk, knowledge.facts_by_case.get(case.id, ()), frame.t(case.title)),
        events=knowledge.events_by_case.get(case.id, ()),
        tables=tables_with(frame, ("case", case.id)),
        kits=kits_with(frame, "case", case.id),
        like=_like_cases(frame, case),
    )
    return frame.page(
        page,
        frame.t(case.title),
        content,
        crumbs=(
            ("cases/", frame.say("collection.cases")),
            (f"cases/{case.province}/", frame.t(knowledge.place_name(case.province))),
        ),
        description=frame.t(case.summary),
        origin=knowledge.origin("case", case.id),
    )


def _like_cases(frame: Frame, case: Case) -> list[Case]:
    """Cases to set beside one: of its kind, in other places, with most of its themes; those with results first."""
    own = set(case.themes)
    found = [
        one
        for one in frame.knowledge.cases.values()
        if one.kind == case.kind and one.province != case.province and own & set(one.themes)
    ]
    return sorted(found, key=lambda one: (-len(own & set(one.themes)), not one.results, one.id))[:MOST_LIKE]


def _like_provinces(frame: Frame, province: str) -> list[tuple[str, list[str]]]:
    """The provinces nearest to one by the rule of ``likeness``, each with the names of what agrees."""
    dimensions = frame.knowledge.dimensions
    found = []
    for near in likest(frame.knowledge, province)[:MOST_LIKE]:
        shared = [
            frame.t(next(c.name for c in dimensions[one.wish.dimension].choices if c.id == one.wish.choice))
            for one in near.agreements
        ]
        found.append((near.place, shared[:REASONS]))
    return found


def _case_meta(frame: Frame, desk: Desk, case: Case) -> list[tuple[str, Markup | str]]:
    rows: list[tuple[str, Markup | str]] = [
        (desk.say("field.province"), desk.link("province", case.province)),
        (desk.say("field.kind"), desk.link("case-kind", case.kind)),
        (desk.say("field.level"), desk.say(f"level.{case.level}")),
        (desk.say("field.status"), desk.t(text_of_status(case, frame.knowledge.sources))),
    ]
    if case.place:
        rows.append((desk.say("field.place"), desk.t(case.place)))
    if case.period:
        words = frame.t(text_of_period(case.period))
        note = frame.t(case.period.note)
        rows.append((desk.say("field.period"), f"{words} ({note})" if note and note != words else words))
    if case.aliases:
        rows.append((desk.say("field.aliases"), ", ".join(case.aliases)))
    return rows


def _structure(frame: Frame, case: Case) -> list[tuple[str, list[str]]]:
    knowledge = frame.knowledge
    parts = [one.id for one in knowledge.parts_of.get(case.id, ())]
    followers = [one.id for one in knowledge.followers_of.get(case.id, ())]
    ways = [
        ("field.part_of", list(case.part_of)),
        ("field.has_parts", parts),
        ("field.follows", list(case.follows)),
        ("field.followed_by", followers),
        ("field.related", list(case.related)),
    ]
    return [(label, ids) for label, ids in ways if ids]


def facts_html(frame: Frame, desk: Desk, facts: Iterable[PlacedFact], caption: str) -> Markup:
    """The facts of a province or case by group of dimensions; nothing where there are none."""
    by_dimension: dict[str, list[PlacedFact]] = {}
    for placed in facts:
        by_dimension.setdefault(placed.fact.dimension, []).append(placed)
    if not by_dimension:
        return Markup("")
    words = {name: desk.say(f"table.{name}") for name in ("correct", "disagree")}
    groups = []
    for group in frame.knowledge.dimension_groups.values():
        rows = []
        for dimension in frame.knowledge.dimensions.values():
            if dimension.group == group.id and dimension.id in by_dimension:
                cell = fact_cell(by_dimension[dimension.id], dimension)
                value = partial(value_text, desk=desk)
                shown = filled("cell", desk, cell=cell, value=value, disagree=disagrees(cell), words=words)
                first = by_dimension[dimension.id][0]
                about = ".".join(filter(None, ("fact:" + first.province, dimension.id, first.fact.case)))
                rows.append((dimension, shown, form_link(desk, about=about)))
        if rows:
            groups.append((group, rows))
    caption = f"{desk.say('page.facts')}: {caption}"
    return filled("facts", desk, fix=desk.t(labels()["correct"]), groups=groups, caption=caption)


def province_page(frame: Frame, profile: Profile) -> StagedPage:
    """The profile of a province with its cases, lessons, facts, events and tables."""
    knowledge = frame.knowledge
    page = address("province", profile.id, knowledge)
    desk = frame.desk(page, listed=True)
    facts = [one for one in knowledge.facts_by_province.get(profile.id, ()) if one.fact.case is None]
    events = knowledge.events_by_province.get(profile.id, ())
    content = filled(
        "province",
        desk,
        profile=profile,
        province=knowledge.provinces[profile.id],
        body=partial(body_html, frame, desk, "profile", profile.id, top_level=3),
        missing=missing_words(frame, "profile", profile.id),
        gaps=province_gaps(profile.id),
        booklet=fixed.BOOKLET,
        ladder=province_ladder(desk.sheet, profile.id),
        numbers=numbers(frame, desk, facts),
        money=budget_bars(desk.sheet, profile.id),
        events=events,
        chart=timeline_chart(desk.sheet, events) if len(events) >= ENOUGH_EVENTS else None,
        has_facts=bool(facts),
        facts=partial(facts_html, frame, desk, facts, frame.t(knowledge.provinces[profile.id].name)),
        cases=cases_by_kind(frame, profile.id),
        case_count=len(knowledge.cases_by_province.get(profile.id, ())),
        lessons=lessons_by_theme(frame, profile.id),
        lesson_count=len(knowledge.lessons_by_province.get(profile.id, ())),
        tables=tables_with(frame, ("province", profile.id)),
        like=_like_provinces(frame, profile.id),
        others=frame.in_order(one for one in knowledge.profiles if one != profile.id),
    )
    return frame.page(
        page,
        frame.t(profile.title),
        content,
        crumbs=(("provinces/", frame.say("collection.provinces")),),
        description=frame.t(profile.summary),
        origin=knowledge.origin("profile", profile.id),
    )


def path_page(frame: Frame, path: ReadingPath) -> StagedPage:
    """A reading path."""
    page = address("path", path.id, frame.knowledge)
    desk = frame.desk(page, listed=True)
    body = partial(body_html, frame, desk, "path", path.id)
    missing = missing_words(frame, "path", path.id)
    content = filled("path", desk, path=path, booklet=fixed.BOOKLET, body=body, missing=missing)
    return frame.page(
        page,
        frame.t(path.question),
        content,
        crumbs=(("paths/", frame.say("collection.paths")),),
        description=frame.t(path.summary),
        origin=frame.knowledge.origin("path", path.id),
    )


def theme_page(frame: Frame, theme: Theme) -> StagedPage:
    """A theme with its lessons, cases, tables and paths."""
    knowledge = frame.knowledge
    page = address("theme", theme.id, knowledge)
    desk = frame.desk(page)
    own = {theme.id, *(one.id for one in knowledge.themes.values() if one.parent == theme.id)}
    lessons = strongest_first(frame, knowledge.lessons_by_theme.get(theme.id, ()))
    by_place: dict[str, list[Case]] = {}
    for case in knowledge.cases_by_theme.get(theme.id, ()):
        by_place.setdefault(case.province, []).append(case)
    content = filled(
        "theme",
        desk,
        theme=theme,
        children=[one.id for one in knowledge.themes.values() if one.parent == theme.id],
        lessons=lessons,
        most=MOST_SEEN,
        choices=facets(frame, LESSON.id, lessons),
        known=partial(attributes, frame, LESSON.id) if len(lessons) >= ENOUGH else None,
        evidence=lesson_grid(desk.sheet, lessons) if 0 < len(lessons) <= MOST_DRAWN else None,
        cases=[case for place in frame.in_order(by_place) for case in frame.by_title(by_place[place])],
        tables=tables_with(frame, *((OF_THEME, one) for one in sorted(own))),
        paths=[path for path in knowledge.paths.values() if own & set(path.themes)],
    )
    crumbs: tuple[tuple[str, str], ...] = (("themes/", frame.say("collection.themes")),)
    if theme.parent:
        crumbs = (*crumbs, theme_crumb(frame, theme.parent))
    made = frame.page(
        page,
        frame.t(theme.name),
        content,
        crumbs=crumbs,
        description=frame.t(theme.definition),
        origin=knowledge.origin("theme", theme.id),
    )
    return with_tools(made, (SCRIPT,), ()) if len(lessons) >= ENOUGH else made


def table_page(frame: Frame, table: Table) -> StagedPage:
    """The page of one table."""
    page = address("table", table.id, frame.knowledge)
    desk = frame.desk(page)
    desk.cited.update({citation: number for number, citation in enumerate(table.numbered, start=1)})
    definitions = [(frame.t(one.name), frame.t(one.definition)) for one in table.columns if one.definition]
    content = filled(
        "table-page",
        desk,
        table=table,
        html=table_html(table, desk),
        picture=table_grid(desk.sheet, table) or table_bars(desk.sheet, table),
        tools=table_tools(frame, desk, table.id, frozen=frame.frozen.get(table.id, ())),
        downloads=downloads(table),
        card=picture_address(table),
        album=album_address(table),
        definitions=definitions,
        kits=kits_with(frame, "table", table.id),
    )
    made = frame.page(
        page,
        frame.t(table.title),
        content,
        crumbs=(("tables/", frame.say("collection.tables")),),
        description=frame.t(table.answer),
        origin=frame.knowledge.origin("table", table.id),
        json_ld=dataset_ld(table, frame.language, frame.url(page), frame.knowledge, frame.stamp.newest(table.files)),
        wide=True,
    )
    # Programs that are given the page's link find there how the table is shown (the frame writes it into the head).
    found = replace(made, meta={**made.meta, "oembed": oembed_address(frame.url(page))})
    return with_tools(found)
