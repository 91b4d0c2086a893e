"""The signs of voices: each has a shape of its own, so that nobody needs colours to tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from markupsafe import Markup

from botrian.pictures.picture import Sheet, joined, short, stroke

#: From the strongest voice for a lesson to that against it.
Mark = Literal["result", "did", "view", "qualifies", "contradicts"]
MARKS: tuple[Mark, ...] = get_args(Mark)


def mark(kind: Mark, x: float, y: float, r: float) -> str:
    """The path of a sign around a point, ``r`` from its middle to its edge."""
    a, b, c = short(r), short(2 * r), short(r * 0.8)
    ring = f"M{short(x - r)} {short(y)}a{a} {a} 0 1 0 {b} 0a{a} {a} 0 1 0-{b} 0z"
    if kind == "did":  # the left half is full
        return f"{ring}M{short(x)} {short(y - r)}v{b}a{a} {a} 0 0 1 0-{b}z"
    if kind == "qualifies":
        return f"M{short(x)} {short(y - r)}l{a} {a}-{a} {a}-{a}-{a}z"
    if kind == "contradicts":
        d = short(r * 1.6)
        return f"M{short(x - r * 0.8)} {short(y - r * 0.8)}l{d} {d}m0-{d}l-{d} {d}"
    if kind == "view":
        return f"M{short(x - r * 0.8)} {short(y)}a{c} {c} 0 1 0 {short(r * 1.6)} 0a{c} {c} 0 1 0-{short(r * 1.6)} 0z"
    return ring


def drawn(kind: Mark, places: Sequence[tuple[float, float]], r: float) -> Markup:
    """All signs of one kind as one path."""
    return stroke("".join(mark(kind, x, y, r) for x, y in places), f"mark kb-mark--{kind}") if places else Markup("")


def legend(sheet: Sheet, kinds: Sequence[Mark] = MARKS) -> tuple[tuple[Markup, str], ...]:
    """The signs with what they mean."""
    return tuple((sign(kind), sheet.say(f"picture.{kind}")) for kind in kinds)


def sign(kind: Mark) -> Markup:
    """One sign alone, as it stands in a line of words."""
    return in_words(drawn(kind, [(7, 7)], 5))


def in_words(drawing: Markup, width: float = 14, kind: str = "sign") -> Markup:
    """A drawing as high as a line of words, which say the same: it is hidden from those who do not see it."""
    return Markup(
        '<svg class="kb-{0}" viewBox="0 0 {1} 14" width="{1}" height="14" aria-hidden="true">{2}</svg>'
    ).format(kind, short(width), drawing)


def row(counts: Sequence[tuple[Mark, int]], y: float, r: float, step: float) -> tuple[Markup, float]:
    """Signs side by side, so many of each kind; the SVG and how wide it is."""
    x, parts = step / 2, []
    for kind, number in counts:
        parts.append(drawn(kind, [(x + step * place, y) for place in range(number)], r))
        x += step * number
    return joined(parts), x - step / 2
