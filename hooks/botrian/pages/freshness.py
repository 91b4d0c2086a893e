"""The knowledge and the frame go in; the page that says what may be out of date comes out.

Age is counted to the day of the edition, the last change of any content: a build of another day is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from botrian.addresses import fixed
from botrian.knowledge import Knowledge
from botrian.pages.contribute import form_link
from botrian.pages.credits import last_checked
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import FINAL, Case, Source
from botrian.tables.status import status_year, text_of_status
from botrian.thai import CalendarDate

ADDRESS = fixed.FRESHNESS
#: A status or a check of more years before the edition is old.
OLD_YEARS = 3
#: Kinds of record that somebody from the place may check.
CHECKED = ("lesson", "case", "province")


def freshness_page(frame: Frame) -> StagedPage:
    """Old statuses by province, sources that cannot be had, what was checked, what waits for translation."""
    knowledge = frame.knowledge
    desk = frame.desk(ADDRESS)
    day = edition_day(frame)
    waiting = [one.why for one in knowledge.untranslated]
    old = list(_old_cases(knowledge, day)) if day else []
    content = filled(
        "freshness",
        desk,
        day=CalendarDate(day.year, day.month, day.day, "CE").format(frame.language) if day else "",
        years=OLD_YEARS,
        old=old,
        old_count=sum(len(cases) for _, cases in old),
        dated=sum(_is_asked(one, knowledge) for one in knowledge.cases.values()),
        status=lambda case: frame.t(text_of_status(case, knowledge.sources)),
        gone=[one for one in knowledge.sources.values() if one.gone],
        nowhere=[one for one in knowledge.sources.values() if not one.gone and not _can_be_had(one)],
        checked=[(kind, *_checked(knowledge, kind, day)) for kind in CHECKED],
        behind=waiting.count("behind"),
        missing=waiting.count("missing"),
        ask=partial(form_link, desk),
    )
    return frame.page(ADDRESS, frame.say("freshness.title"), content, description=frame.say("freshness.intro"))


def edition_day(frame: Frame) -> date | None:
    """The day of the edition: the last change of any content file, else the day that stands in for it, if any."""
    return max(frame.stamp.changed.values(), default=frame.stamp.today)


def _is_asked(case: Case, knowledge: Knowledge) -> bool:
    """Whether a case has a status that has a year and may still change."""
    return case.status not in FINAL and status_year(case, knowledge.sources) is not None


def _old_cases(knowledge: Knowledge, day: date) -> Iterator[tuple[str, list[Case]]]:
    """Cases by place whose status is of a year that ended more than ``OLD_YEARS`` before the edition; oldest first.

    What has ended or come to nothing stays so: nobody is asked how it is now.
    """
    for place, cases in knowledge.cases_by_province.items():
        dated = [
            (year.latest(), one)
            for one in cases
            if one.status not in FINAL and (year := status_year(one, knowledge.sources))
        ]
        old = [(latest, one) for latest, one in dated if latest < _years_before(day)]
        if old:
            yield place, [one for _, one in sorted(old, key=lambda pair: (pair[0], pair[1].id))]


def _years_before(day: date) -> date:
    """The same day some years before; of a leap day, the first of March."""
    year = day.year - OLD_YEARS
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _can_be_had(source: Source) -> bool:
    """Whether a reader is told any way to the original. What people told is its own place."""
    told = (source.url, source.doi, source.isbn, source.access)
    return source.kind in ("testimony", "field-note") or any(told)


def _checked(knowledge: Knowledge, kind: str, day: date | None) -> tuple[int, int, int]:
    """How many pages of a kind there are, how many somebody checked, and how many of these checks are old."""
    pages = knowledge.profiles if kind == "province" else knowledge.of(kind)
    checks = [found for id_ in pages if (found := last_checked(knowledge.credits_of.get((kind, id_), ())))]
    old = sum(one.date.latest() < _years_before(day) for one in checks) if day else 0
    return len(pages), len(checks), old
