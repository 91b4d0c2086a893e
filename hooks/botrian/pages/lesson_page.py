"""A lesson and the frame go in; its page comes out: advice, how strong it is, the ledger, how it was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from botrian.addresses import address
from botrian.citing import same_passage
from botrian.knowledge import Knowledge
from botrian.knowledge.strength import DONE, VOICES
from botrian.pages.frame import Frame
from botrian.pages.linked import lesson_ld
from botrian.pages.record_parts import body_html, kits_with, tables_with, theme_crumb
from botrian.pages.staged import StagedPage
from botrian.pages.strength_words import cautions
from botrian.pages.templates import filled
from botrian.pictures import heard_picture
from botrian.records import Actor, Case, Evidence, Inputs, Lesson, Source, Statement

#: From how many steps on a case shows others how to do it; or else from how many told parts (steps, who, money …).
ENOUGH_STEPS = 3
ENOUGH_PARTS = 3
#: Kinds of case whose steps are those of somebody who looked on, not of people who did the thing.
LOOKED_ON = frozenset({"research"})
#: The parts that are what a case uses.
INPUTS = ("people", "money", "time", "papers")
#: How many places a lesson shows step by step; more would be read by nobody on a phone.
MOST_SHOWN = 2


@dataclass(frozen=True)
class Part:
    """One part of how a case was done: its label, what the sources tell; if nothing, whether somebody looked."""

    label: str
    statements: tuple[Statement | Actor, ...]
    looked: bool


def lesson_page(frame: Frame, lesson: Lesson) -> StagedPage:
    """The page of one lesson."""
    knowledge = frame.knowledge
    page = address("lesson", lesson.id, knowledge)
    desk = frame.desk(page, listed=True)
    strength = knowledge.strengths[lesson.id]
    heard, voices = heard_picture(desk.sheet, lesson)
    content = filled(
        "lesson",
        desk,
        lesson=lesson,
        strength=strength,
        heard=heard,
        voices=voices,
        cautions=cautions(strength, frame.language),
        body=partial(body_html, frame, desk, "lesson", lesson.id),
        done=[(case, parts_of(case)) for case in best_cases(lesson, knowledge)],
        opposed=[knowledge.lessons[id_] for id_ in lesson.opposes],
        tables=tables_with(frame, ("lesson", lesson.id)),
        kits=kits_with(frame, "lesson", lesson.id),
        related=[knowledge.lessons[id_] for id_ in lesson.related if id_ not in lesson.opposes],
    )
    return frame.page(
        page,
        frame.t(lesson.title),
        content,
        crumbs=(("lessons/", frame.say("collection.lessons")), theme_crumb(frame, lesson.themes[0])),
        description=frame.t(lesson.do),
        origin=knowledge.origin("lesson", lesson.id),
        json_ld=lesson_ld(lesson, frame.language, frame.url(page), knowledge),
    )


def best_cases(lesson: Lesson, knowledge: Knowledge) -> list[Case]:
    """The cases that show best how it was done: of places that did it, with a result before without, more steps first.

    At most one case a place; studies of a place show nobody how, nor do cases with fewer than three steps of which
    fewer than three parts are told, nor cases that tell of other things than the lesson's entry (see ``_tells``).
    """
    ranked: dict[str, tuple[int, int, str, Case]] = {}
    for entry in lesson.evidence:
        if entry.case is None or entry.stance != "supports" or entry.voice not in DONE:
            continue
        case = knowledge.cases[entry.case]
        if case.kind in LOOKED_ON or not _enough(case) or not _tells(case, entry, knowledge.sources):
            continue
        rank = (VOICES.index(entry.voice), -len(case.steps), case.id, case)
        if entry.province not in ranked or rank[:3] < ranked[entry.province][:3]:
            ranked[entry.province] = rank
    cases = [case for *_, case in sorted(ranked.values(), key=lambda rank: rank[:3])]
    return list(dict.fromkeys(cases))[:MOST_SHOWN]


def _enough(case: Case) -> bool:
    parts = sum(bool(part.statements) for part in _parts(case))
    return len(case.steps) >= ENOUGH_STEPS or parts >= ENOUGH_PARTS


def _tells(case: Case, entry: Evidence, sources: Mapping[str, Source]) -> bool:
    """Whether anything shown of a case rests on a passage of the entry: a case may tell of much besides.

    Sources without stored lines have no passages to compare: there the same source is enough.
    """
    told = [citation for part in _parts(case) for statement in part.statements for citation in statement.citations]
    return any(
        one.source == other.source
        and (one.lines is None or other.lines is None or same_passage(one.lines, other.lines, sources[one.source]))
        for one in told
        for other in entry.citations
    )


def inputs_of(case: Case) -> list[Part]:
    """What a case uses, where its sources tell any of it or somebody looked; else nothing."""
    found = [part for part in _parts(case) if part.label in INPUTS]
    own = case.inputs or Inputs()
    shown = [replace(part, statements=own.people) if part.label == "people" else part for part in found]
    return shown if any(part.statements or part.looked for part in shown) else []


def parts_of(case: Case) -> list[Part]:
    """How a case was done: steps, who, money, time, papers, result, in the order in which people ask."""
    return list(_parts(case))


def _parts(case: Case) -> Iterator[Part]:
    inputs = case.inputs or Inputs()
    told: list[tuple[str, tuple[Statement | Actor, ...]]] = [
        ("steps", case.steps),
        ("people", (*case.actors, *inputs.people)),
        ("money", inputs.money),
        ("time", inputs.time),
        ("papers", inputs.papers),
        ("results", case.results),
    ]
    for name, statements in told:
        yield Part(name, statements, name in case.not_told)
