"""Lines of glyphs go in; the same lines come out with what recurs in them as one: each run of glyphs is told once.

Neighbours that often stand so beside each other become one shape, round by round, as in byte pair encoding (Gage 1994):
letters become syllables, syllables words. Same lines, same runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from botrian.exports.glyphs import Weight

#: How often two shapes must stand beside each other for one name to be shorter than two.
_OFTEN = 4
#: After so many rounds hardly anything is found; it is also how deep runs lie in each other.
_ROUNDS = 6


class Letter(NamedTuple):
    """A glyph in a weight."""

    glyph: int
    weight: Weight


class Run(NamedTuple):
    """Two shapes beside each other: the second stands ``x`` and ``y`` steps of the grid from the first."""

    first: Shape
    second: Shape
    x: int
    y: int


Shape = Letter | Run


class Placed(NamedTuple):
    """A shape on a line; ``x`` and ``y`` in steps of the grid from the line's start."""

    shape: Shape
    x: int
    y: int


Line = Sequence[Placed]


def with_runs(lines: Iterable[Line]) -> list[Line]:
    """The lines, with runs in place of the glyphs that they hold."""
    found = list(lines)
    for _ in range(_ROUNDS):
        often = {run: times for run, times in Counter(_pairs(found)).items() if times >= _OFTEN}
        if not often:
            break
        found = [list(_joined(line, often)) for line in found]
    return _without_rare(found)


def parts(shape: Run) -> Line:
    """The two shapes of a run, with their places in it."""
    return (Placed(shape.first, 0, 0), Placed(shape.second, shape.x, shape.y))


def used(lines: Iterable[Line]) -> Counter[Shape]:
    """How often each shape is named: on the lines, and once in each run that holds it."""
    names = Counter(one.shape for line in lines for one in line)
    open_ = [shape for shape in names if isinstance(shape, Run)]
    told: set[Shape] = set()
    while open_:
        run = open_.pop()
        if run in told:
            continue
        told.add(run)
        for part in (run.first, run.second):
            names[part] += 1
            if isinstance(part, Run):
                open_.append(part)
    return names


def _pairs(lines: Iterable[Line]) -> Iterator[Run]:
    for line in lines:
        yield from map(_run, line, line[1:])


def _run(first: Placed, second: Placed) -> Run:
    return Run(first.shape, second.shape, second.x - first.x, second.y - first.y)


def _joined(line: Line, often: Mapping[Run, int]) -> Iterator[Placed]:
    """The line with those neighbours as one that stand so together most often, of all that overlap."""
    runs = [*map(_run, line, line[1:])]
    times = [*(often.get(run, 0) for run in runs), 0]
    at = 0
    while at < len(line):
        if times[at] and times[at] >= times[at + 1]:
            yield Placed(runs[at], line[at].x, line[at].y)
            at += 2
        else:
            yield line[at]
            at += 1


def _without_rare(lines: list[Line]) -> list[Line]:
    """The lines with those runs taken apart again that are named too rarely, since larger ones took their place."""
    while True:
        names = used(lines)
        rare: set[Shape] = {shape for shape, times in names.items() if isinstance(shape, Run) and times < _OFTEN}
        on_lines = {one.shape for line in lines for one in line}
        if not rare & on_lines:
            return lines
        lines = [list(_apart(line, rare)) for line in lines]


def _apart(line: Line, rare: set[Shape]) -> Iterator[Placed]:
    for one in line:
        if isinstance(one.shape, Run) and one.shape in rare:
            for part in parts(one.shape):
                yield Placed(part.shape, one.x + part.x, one.y + part.y)
        else:
            yield one
