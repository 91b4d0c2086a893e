"""Lines of glyphs go in; the same lines come out with what recurs in them as one: each run of glyphs is told once.

Neighbours that often stand so beside each other become one shape, round by round, as in byte pair encoding (Gage 1994):
letters become syllables, syllables words. Same lines, same runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import itemgetter
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


@dataclass(frozen=True, eq=False, slots=True)
class Run:
    """Two shapes beside each other: the second stands ``x`` and ``y`` steps of the grid from the first.

    ``with_runs`` makes each of them once: so no two that are alike are compared, which would take them apart.
    """

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
#: While runs are sought, shapes are numbers, and a run is the numbers of both with the steps between them.
_Line = list[tuple[int, int, int]]
_Pair = tuple[int, int, int, int]
_SHAPE = itemgetter(0)


def with_runs(lines: Iterable[Line]) -> list[Line]:
    """The lines, with runs in place of the glyphs that they hold."""
    letters: dict[Letter, int] = {}
    found = [_numbered(line, letters) for line in lines]
    shapes: list[Shape] = list(letters)
    runs: dict[_Pair, int] = {}
    for _ in range(_ROUNDS):
        pairs = [_pairs(line) for line in found]
        often = {pair: times for pair, times in Counter(chain.from_iterable(pairs)).items() if times >= _OFTEN}
        if not often:
            break
        for pair in often:
            if pair not in runs:
                runs[pair] = len(shapes)
                shapes.append(Run(shapes[pair[0]], shapes[pair[1]], *pair[2:]))
        found = [_joined(line, beside, often, runs) for line, beside in zip(found, pairs, strict=True)]
    return _without_rare([[Placed(shapes[number], x, y) for number, x, y in line] for line in found])


def parts(shape: Run) -> Line:
    """The two shapes of a run, with their places in it."""
    return (Placed(shape.first, 0, 0), Placed(shape.second, shape.x, shape.y))


def used(lines: Iterable[Line]) -> Counter[Shape]:
    """How often each shape is named: on the lines, and once in each run that holds it."""
    names: Counter[Shape] = Counter(map(_SHAPE, chain.from_iterable(lines)))
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


def _numbered(line: Line, letters: dict[Letter, int]) -> _Line:
    """The glyphs of a line by the numbers that their letters have, or get."""
    return [(letters.setdefault(shape, len(letters)), x, y) for shape, x, y in line if isinstance(shape, Letter)]


def _pairs(line: _Line) -> list[_Pair]:
    return [(first, second, x - left, y - low) for (first, left, low), (second, x, y) in pairwise(line)]


def _joined(line: _Line, pairs: list[_Pair], often: Mapping[_Pair, int], runs: Mapping[_Pair, int]) -> _Line:
    """The line with those neighbours as one that stand so together most often, of all that overlap."""
    times = [often.get(pair, 0) for pair in pairs]
    times.append(0)
    joined: _Line = []
    at, end = 0, len(line)
    while at < end:
        if times[at] and times[at] >= times[at + 1]:
            joined.append((runs[pairs[at]], line[at][1], line[at][2]))
            at += 2
        else:
            joined.append(line[at])
            at += 1
    return joined


def _without_rare(lines: list[Line]) -> list[Line]:
    """The lines with those runs taken apart again that are named too rarely, since larger ones took their place."""
    while True:
        rare: set[Shape] = {shape for shape, times in used(lines).items() if times < _OFTEN and isinstance(shape, Run)}
        if rare.isdisjoint(map(_SHAPE, chain.from_iterable(lines))):
            return lines
        lines = [list(_apart(line, rare)) for line in lines]


def _apart(line: Line, rare: set[Shape]) -> Iterator[Placed]:
    for one in line:
        if isinstance(one.shape, Run) and one.shape in rare:
            for part in parts(one.shape):
                yield Placed(part.shape, one.x + part.x, one.y + part.y)
        else:
            yield one
