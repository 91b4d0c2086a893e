"""A date, a period or a decade goes in; its words in both languages come out: พ.ศ. in Thai, C.E. in English."""

from __future__ import annotations

from botrian.records import Period, Text, When
from botrian.words import word


def text_of_date(date: When) -> Text:
    """A date in words."""
    return Text(th=date.format("th"), en=date.format("en"))


def text_of_period(period: Period) -> Text:
    """A period in words; an open end says since when, one without any date its note."""
    start, end = period.start, period.end
    if start and end and start != end:
        return _filled("time.span", text_of_date(start), text_of_date(end))
    if start:
        return text_of_date(start) if end else _filled("time.since", text_of_date(start))
    if end:
        return _filled("time.until", text_of_date(end))
    return period.note or word("absent.unknown")


def decade_of(date: When) -> str:
    """The first year of a date's decade in the Buddhist era: ``2550`` for 2551 BE."""
    return str(date.be_year // 10 * 10)


def text_of_decade(decade: str) -> Text:
    """A decade of the Buddhist era in words."""
    first, form = int(decade), word("time.decade")
    return Text(th=form.th.format(first, first + 9), en=form.en.format(first - 543, first - 534))


def _filled(name: str, *dates: Text) -> Text:
    form = word(name)
    return Text(th=form.th.format(*(one.th for one in dates)), en=form.en.format(*(one.en for one in dates)))
