"""Events go in; a chart comes out: a lane for each place, a sign for each event, plans dashed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from botrian.pictures.marks import in_words, mark
from botrian.pictures.picture import WIDTH, Picture, Sheet, box, joined, linked, short, stroke, text
from botrian.records import Event
from botrian.thai import CalendarDate, clip

#: Heights of the years on top, of a lane's name and of one row of signs; room for half a year's words at either end.
HEAD, NAME, ROW = 20, 18, 14
EDGE = 16
#: How wide the part for what came before the first year is, and where its words stand; it has no scale.
BEFORE, BEFORE_WORDS = 66, 32
#: Signs nearer than this stand in two rows.
APART = 12
#: The years between two lines, the first that gives few enough of them.
STEPS = (1, 2, 5, 10, 20, 50, 100)
MOST_LINES = 8
#: How much of an event's title its sign is named by; the list has all of it.
LETTERS = 40


@dataclass(frozen=True)
class Scale:
    """Years of the Buddhist era and where they stand. ``before``: those before the first have a part beside."""

    first: float
    last: float
    before: tuple[float, ...] = ()

    def x(self, year: float) -> float:
        """The place of a year. What came before the first stands, in its order, left of the scale."""
        start = EDGE + (BEFORE if self.before else 0)
        if year < self.first:
            return EDGE + self.before.index(year) * (BEFORE - 2 * EDGE) / max(1, len(self.before) - 1)
        return start + min((year - self.first) / max(1.0, self.last - self.first), 1.0) * (WIDTH - EDGE - start)

    def lines(self) -> Iterator[int]:
        """The years that get a line."""
        most = MOST_LINES - 2 if self.before else MOST_LINES
        step = next((one for one in STEPS if (self.last - self.first) / one <= most), STEPS[-1])
        first = -(-int(self.first) // step) * step
        yield from range(first, int(self.last) + 1, step)


def timeline_chart(sheet: Sheet, events: Sequence[Event], name: str = "chart") -> Picture:
    """The events by place. Each sign leads to the event in the list below, which says the same in words.

    The chart begins where the provinces' events do: what came earlier elsewhere stands beside it, and words say so.
    """
    knowledge = sheet.knowledge
    places = [one for one in (*knowledge.provinces, *knowledge.areas) if any(event.province == one for event in events)]
    own = [event for event in events if event.province in knowledge.provinces] or list(events)
    first = min((event.date.be_year for event in own), default=0)
    last = max(((event.end or event.date).be_year for event in events), default=0) + 1
    scale = Scale(first, last, tuple(sorted({year for event in events for year in _years(event) if year < first})))
    y: float = HEAD
    parts: list[Markup] = []
    for place in places:
        lane = [event for event in events if event.province == place]
        if len(places) > 1:
            parts.append(text(0, y + 13, f"{sheet.name('province', place)} ({len(lane)})", "line"))
            y += NAME
        drawn, rows = _lane(sheet, lane, scale, y)
        parts.append(drawn)
        y += rows * ROW + 6
    lines = joined([_line(sheet, scale, year, y) for year in scale.lines()]) + _before(sheet, scale)
    planned = sum(event.planned for event in events)
    words = sheet.say("picture.timeline_words", len(events), len(places), planned)
    title = sheet.say("picture.timeline")
    return Picture(name, title, words, WIDTH, y, lines + joined(parts), legend=_legend(sheet, events))


def _line(sheet: Sheet, scale: Scale, year: int, bottom: float) -> Markup:
    x = scale.x(year)
    return stroke(f"M{short(x)} {HEAD - 4}V{short(bottom)}", "axis") + text(x, 11, _in_words(sheet, year), "year")


def _before(sheet: Sheet, scale: Scale) -> Markup:
    """What the part left of the scale is."""
    words = sheet.say("picture.before_year", _in_words(sheet, int(scale.first)))
    return text(BEFORE_WORDS, 11, words, "year") if scale.before else Markup("")


def _in_words(sheet: Sheet, year: int) -> str:
    return str(year if sheet.language == "th" else year - 543)


def _years(event: Event) -> Iterator[float]:
    """Where an event begins and ends, as far as it has an end."""
    yield _year(event)
    if event.end:
        yield _end(event.end)


def _end(date: CalendarDate) -> float:
    return date.be_year + 0.9


def _lane(sheet: Sheet, events: Sequence[Event], scale: Scale, top: float) -> tuple[Markup, int]:
    """The signs of one place, in as many rows as they need."""
    ends: list[float] = []
    parts = []
    for event in events:
        start = scale.x(_year(event))
        end = scale.x(_end(event.end)) if event.end else start
        row = next((at for at, taken in enumerate(ends) if start - taken >= APART), len(ends))
        ends[row : row + 1] = [end]
        y = top + row * ROW + ROW / 2
        when = f"{event.date.format(sheet.language)}{f' – {event.end.format(sheet.language)}' if event.end else ''}"
        parts.append(
            linked(f"#{event.id}", f"{when}: {clip(sheet.t(event.title), LETTERS)}", _sign(event, start, end, y))
        )
    return joined(parts), max(1, len(ends))


def _year(event: Event) -> float:
    """The year with the part of it that has passed, as far as the date says."""
    date = event.date.earliest()
    return event.date.be_year + ((date.month - 1) / 12 if event.date.month else 0.4)


def _sign(event: Event, start: float, end: float, y: float) -> Markup:
    kind = "planned" if event.planned else "turning" if event.turning_point else "happened"
    span = box(start, y - 2.5, end - start, 5, f"span kb-span--{kind}", 2) if end > start else Markup("")
    shape = mark("qualifies", start, y, 5.5) if event.turning_point else mark("result", start, y, 4)
    return span + stroke(shape, f"event kb-event--{kind}")


def _legend(sheet: Sheet, events: Sequence[Event]) -> tuple[tuple[Markup, str], ...]:
    found = []
    for kind, there in (
        ("happened", any(not one.planned and not one.turning_point for one in events)),
        ("turning", any(one.turning_point for one in events)),
        ("planned", any(one.planned for one in events)),
        ("span", any(one.end for one in events)),
    ):
        if there:
            shape = mark("qualifies" if kind == "turning" else "result", 7, 7, 5)
            piece = box(0, 4.5, 14, 5, "span", 2) if kind == "span" else stroke(shape, f"event kb-event--{kind}")
            found.append((in_words(piece), sheet.say(f"picture.{kind}")))
    return tuple(found)
