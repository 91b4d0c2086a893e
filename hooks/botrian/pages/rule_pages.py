"""The catalogue of checking rules goes in; a guide page for each rule and their index come out."""

from __future__ import annotations

from collections.abc import Iterator

from botrian.addresses import fixed
from botrian.check.mending import FIXERS
from botrian.findings import Place
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.rules import Rule, catalogue

INDEX = fixed.RULES
#: Where the rules are written.
RULES = Place("hooks/botrian/rules")


def rule_pages(frame: Frame) -> Iterator[StagedPage]:
    """The index of the rules, and one page each."""
    rules = catalogue()
    guide = ("guide/", frame.say("collection.guide"))
    title = frame.say("page.rules")
    groups = [(severity, [rule for rule in rules if rule.severity == severity]) for severity in ("error", "warning")]
    content = filled("rules", frame.desk(INDEX), groups=groups)
    yield frame.page(INDEX, title, content, crumbs=(guide,), description=frame.say("intro.rules"), origin=RULES)
    for rule in rules:
        yield _page(frame, rule, (guide, (INDEX, title)))


def _page(frame: Frame, rule: Rule, crumbs: tuple[tuple[str, str], ...]) -> StagedPage:
    page = f"{INDEX}{rule.code}/"
    content = filled("rule", frame.desk(page), rule=rule, mended=rule.code in FIXERS)
    origin = Place(f"hooks/botrian/rules/{rule.code}.yml")
    title = frame.t(rule.title)
    return frame.page(page, title, content, crumbs=crumbs, description=frame.t(rule.why), origin=origin)
