"""Credits and the frame go in; the page of thanks, and on each page who took part in it and checked it, come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import get_args

from botrian.findings import Place
from botrian.kinds.kept import CREDIT
from botrian.pages.contribute import asks
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Credit, CreditRole

ROLES: tuple[CreditRole, ...] = get_args(CreditRole)
#: What the page of a kind of record is about, as credits name it. Other pages carry no credits.
ABOUT = {"lesson": "lesson", "case": "case", "profile": "province", "source": "source", "table": "table"}


def with_credits(frame: Frame, kind: str, id_: str, make: Callable[[], StagedPage]) -> StagedPage:
    """The page with a line on who took part and who checked it; where nobody did, with an invitation to check."""
    page = make()
    if kind not in ABOUT:
        return page
    about = (ABOUT[kind], id_)
    found = frame.knowledge.credits_of.get(about, ())
    desk = frame.desk(page.address)
    ways = asks(desk, about, page.title)
    line = filled("credits", desk, by_role=by_role(found), checked=last_checked(found), asks=ways)
    *before, last = page.parts
    return replace(page, parts=(*before, replace(last, html=f"{last.html}\n{line}".strip())))


def by_role(given: Iterable[Credit]) -> list[tuple[CreditRole, list[Credit]]]:
    """The credits by what people did, in the order of thanks."""
    every = list(given)
    found = ((role, [one for one in every if one.role == role]) for role in ROLES)
    return [(role, some) for role, some in found if some]


def last_checked(given: Iterable[Credit]) -> Credit | None:
    """The newest check, if anybody checked."""
    checks = [one for one in given if one.role == "checked"]
    return max(checks, key=lambda one: (one.date.latest(), one.id), default=None)


def thanks_page(frame: Frame) -> Iterable[StagedPage]:
    """Everybody who took part, by what they did; the newest first."""
    assert CREDIT.index is not None
    page, intro = CREDIT.index.address, frame.t(CREDIT.index.intro)
    desk = frame.desk(page)
    newest = sorted(frame.knowledge.credits.values(), key=lambda one: (one.date.earliest(), one.id), reverse=True)
    content = filled("thanks", desk, intro=intro, introduction=introduced(desk), by_role=by_role(newest))
    yield frame.page(page, frame.t(CREDIT.list_title), content, description=intro, origin=Place(CREDIT.home))
