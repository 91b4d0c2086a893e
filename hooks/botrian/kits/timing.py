"""The parts of a workshop go in; its agenda comes out with breaks, in 90 minutes, half a day or a whole day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from botrian.kits.labels import label
from botrian.records import Language

Form = Literal["short", "half_day", "one_day"]
FORMS: tuple[Form, ...] = ("short", "half_day", "one_day")
#: Nine in the morning, in minutes of the day: where no other start is chosen.
MORNING = 540
#: How long people work in a form; half a day works as long as the kit says.
_WORK: dict[Form, int | None] = {"short": 90, "half_day": None, "one_day": 330}
#: How long people work in half a day where no kit says it: with the break from nine to half past twelve.
HALF_DAY = 195
#: Where breaks stand, as shares of the work, what they are called in the labels, and their minutes.
_BREAKS: dict[Form, tuple[tuple[float, str, int], ...]] = {
    "short": (),
    "half_day": ((0.5, "break", 15),),
    "one_day": ((0.5, "lunch", 60), (0.25, "break", 15), (0.75, "break", 15)),
}
_STEP = 5


@dataclass(frozen=True)
class Slot:
    """A part of the agenda or a break: ``start`` counts in minutes from the beginning; a break has no ``part``."""

    start: int
    minutes: int
    part: int | None
    pause: str = ""


def agenda(minutes: Sequence[int], form: Form) -> tuple[Slot, ...]:
    """The parts of so many minutes each, in this form, with its breaks between them."""
    return placed(stretched(minutes, _WORK[form]), form)


def whole_length(minutes: Sequence[int], form: Form) -> int:
    """From the beginning to the end in this form, breaks included: how long a room is booked for."""
    slots = agenda(minutes, form)
    return slots[-1].start + slots[-1].minutes if slots else 0


def placed(work: Sequence[int], form: Form) -> tuple[Slot, ...]:
    """The parts of exactly so many minutes, with the breaks of the form between them."""
    pauses = _pauses(work, form)
    slots: list[Slot] = []
    start = 0
    for part, length in enumerate(work):
        slots.append(Slot(start, length, part))
        start += length
        if part in pauses:
            name, pause = pauses[part]
            slots.append(Slot(start, pause, None, name))
            start += pause
    return tuple(slots)


def stretched(minutes: Sequence[int], whole: int | None) -> tuple[int, ...]:
    """The lengths in proportion, in steps of five minutes, so that they are ``whole`` together; None leaves them.

    Where there are more parts than steps, each has five minutes and the whole is longer.
    """
    if whole is None:
        return tuple(minutes)
    steps = max(whole // _STEP, len(minutes))
    exact = [steps * one / sum(minutes) for one in minutes]
    found = [max(1, int(one)) for one in exact]
    while sum(found) < steps:
        short = max(range(len(found)), key=lambda place: exact[place] - found[place])
        found[short] += 1
    while sum(found) > steps:
        long = max(range(len(found)), key=lambda place: (found[place] > 1, found[place] - exact[place]))
        found[long] -= 1
    return tuple(one * _STEP for one in found)


def _pauses(work: Sequence[int], form: Form) -> dict[int, tuple[str, int]]:
    """After which part each break comes: the end of a part that is nearest to its share of the work."""
    ends = [sum(work[: place + 1]) for place in range(len(work) - 1)]
    found: dict[int, tuple[str, int]] = {}
    for share, name, minutes in _BREAKS[form]:
        free = [place for place in range(len(ends)) if place not in found]
        if free:
            nearest = min(free, key=lambda place: abs(ends[place] - share * sum(work)))
            found[nearest] = (name, minutes)
    return found


def clock(start: int, after: int, language: Language) -> str:
    """The time of day so many minutes after the start, as people write it: ``09.30 น.``, ``09:30``."""
    hours, minutes = divmod((start + after) % (24 * 60), 60)
    return label("clock", language).format(f"{hours:02}", f"{minutes:02}")


#: What the agenda of a kit that people put together in the browser is made by (``browser/modules/kits/agenda.js``).
RULES: Final = {
    "morning": MORNING,
    "step": _STEP,
    "work": {form: _WORK[form] or HALF_DAY for form in FORMS},
    "breaks": {form: [list(one) for one in _BREAKS[form]] for form in FORMS},
}
