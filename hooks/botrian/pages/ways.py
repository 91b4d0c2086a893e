"""All pages of one language go in; they come out with the pages before and behind them, and their steps of paths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from botrian.addresses import address
from botrian.kinds import kinds
from botrian.markup import unbroken
from botrian.pages.frame import Frame
from botrian.pages.meta import PageMeta, Step, Way
from botrian.pages.staged import StagedPage
from botrian.records import ReadingPath
from botrian.thai import collation_key

#: Kinds whose records are read in an order of their own: the one in which they are written.
IN_THEIR_ORDER = frozenset({"path"})


def with_ways(frame: Frame, pages: Iterable[StagedPage]) -> tuple[StagedPage, ...]:
    """The pages, in their order. A page of a record leads to those beside it in its list, and in each path it is in."""
    made = tuple(pages)
    titles = {page.address: page.title for page in made}
    ways: dict[str, PageMeta] = defaultdict(PageMeta)
    for row in _rows(frame, titles):
        for one, other in pairwise(row):
            ways[one]["next"] = _way(other, titles)
            ways[other]["previous"] = _way(one, titles)
    for place, steps in _steps(frame, titles).items():
        ways[place]["steps"] = steps
    return tuple(replace(page, meta={**page.meta, **ways.get(page.address, PageMeta())}) for page in made)


def _rows(frame: Frame, titles: Mapping[str, str]) -> Iterator[list[str]]:
    """The addresses of the records of each list: one of a kind, of cases one of a province."""
    for kind in kinds():
        if not kind.page:
            continue
        lists: dict[str, list[str]] = defaultdict(list)
        for id_ in frame.knowledge.of(kind.id):
            place = kind.address_of(id_, frame.knowledge)
            if place in titles:
                lists[place.rstrip("/").rpartition("/")[0]].append(place)
        for row in lists.values():
            yield row if kind.id in IN_THEIR_ORDER else sorted(row, key=lambda place: collation_key(titles[place]))


def _steps(frame: Frame, titles: Mapping[str, str]) -> Mapping[str, list[Step]]:
    """By the address of a page: in which paths it is, at which step, and what stands before and behind it there."""
    found: dict[str, list[Step]] = defaultdict(list)
    for id_, path in frame.knowledge.paths.items():
        stops = [(number, place) for number, place in _stops(frame, path) if place in titles]
        way = _way(address("path", id_, frame.knowledge), titles)
        title = frame.say("page.in_path").format(way["title"])
        for at, (number, place) in enumerate(stops):
            step: Step = {
                "title": title,
                "url": way["url"],
                "where": frame.say("page.step_of").format(number, len(path.steps)),
            }
            if at:
                step["previous"] = _way(stops[at - 1][1], titles)
            if at + 1 < len(stops):
                step["next"] = _way(stops[at + 1][1], titles)
            found[place].append(step)
    return found


def _stops(frame: Frame, path: ReadingPath) -> Iterator[tuple[int, str]]:
    """What a path leads to, each once, in order: the number of its step, and its address."""
    seen = set()
    for number, step in enumerate(path.steps, 1):
        named = (("lesson", step.lessons), ("case", step.cases), ("table", step.tables), ("province", step.provinces))
        for kind, ids in named:
            for id_ in ids:
                place = address(kind, id_, frame.knowledge)
                if place not in seen:
                    seen.add(place)
                    yield number, place


def _way(place: str, titles: Mapping[str, str]) -> Way:
    return {"title": unbroken(titles[place]), "url": place}
