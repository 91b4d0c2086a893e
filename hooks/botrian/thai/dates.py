"""A date as a source gives it, with its calendar, enters; the same date in B.E., in C.E. and in words
leaves.

Caveat for old dates: until 2483 B.E. the Thai year began on 1 April (2483 ran from April to December
only, and 2484 B.E. was the first to begin on 1 January). We count B.E. = C.E. + 543 throughout, so a
January-to-March date before 1941 C.E. that a source gives in the B.E. of its time is one year later here.
Check such a date by hand and note it in the record.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final, Literal

from botrian.thai.normal import normal
from botrian.thai.numerals import Language, arabic_digits

Calendar = Literal["BE", "CE"]
Granularity = Literal["year", "month", "day"]
FaultKind = Literal["form", "calendar-missing", "calendar-mixed", "month", "day"]

BE_MINUS_CE: Final = 543
#: Thailand has one time, and no summer time.
_THAI_TIME: Final = timezone(timedelta(hours=7))
# The records speak mostly of modern Thailand, and of old Europe in C.E.: a year outside these ranges was
# written in the other calendar, or mistyped.
BE_YEARS: Final = range(2400, 2601)
CE_YEARS: Final = range(1000, 2061)

MONTHS_TH: Final = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
MONTHS_EN: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FORM: Final = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?: (BE|CE))?"
_GOOD_FORMS: Final = "2555 BE, 2551-08 BE, 2551-08-06 BE, 2012 CE"


class DateFault(ValueError):
    """A date that cannot be read: what kind of fault, what was found, what was expected (with good
    examples).
    """

    def __init__(self, kind: FaultKind, found: str, expected: str) -> None:
        super().__init__(f"{kind}: found {found!r}, expected {expected}")
        self.kind: FaultKind = kind
        self.found = found
        self.expected = expected


@dataclass(frozen=True)
class CalendarDate:
    """A year, a month of a year, or a day, in the calendar in which the source gives it. Raises
    DateFault.
    """

    year: int
    month: int | None
    day: int | None
    calendar: Calendar

    def __post_init__(self) -> None:
        _check_year(self)
        if self.month is None:
            if self.day is not None:
                raise DateFault("month", str(self), "a month before the day, such as 2551-08-06 BE")
        elif not 1 <= self.month <= 12:
            raise DateFault("month", str(self), "a month from 01 to 12, such as 2551-08 BE")
        elif self.day is not None and not 1 <= self.day <= self._days_in_month():
            last = f"{self.year:04d}-{self.month:02d}-{self._days_in_month():02d} {self.calendar}"
            raise DateFault("day", str(self), f"a day that the month has, up to {last}")

    def __str__(self) -> str:
        """The form in which dates are stored, such as `2551-08-06 BE`; `parse_date` reads it back."""
        return f"{_dashed(self.year, self.month, self.day)} {self.calendar}"

    @property
    def ce_year(self) -> int:
        """The year in the Common Era (ค.ศ.)."""
        return self.year if self.calendar == "CE" else self.year - BE_MINUS_CE

    @property
    def be_year(self) -> int:
        """The year in the Buddhist Era (พ.ศ.)."""
        return self.ce_year + BE_MINUS_CE

    @property
    def granularity(self) -> Granularity:
        """How exact the date is."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def earliest(self) -> date:
        """The first day that the date can mean."""
        return date(self.ce_year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day that the date can mean."""
        return date(self.ce_year, self.month or 12, self.day or self._days_in_month())

    def sort_key(self) -> tuple[int, int]:
        """A key for `sorted`: by first day; of dates with the same first day the less exact comes
        first.
        """
        return self.earliest().toordinal(), -self.latest().toordinal()

    def iso(self) -> str:
        """The date in C.E. as ISO 8601 writes it, no more exact than it is: `2008`, `2008-08` or
        `2008-08-06`.
        """
        return _dashed(self.ce_year, self.month, self.day)

    def format(self, lang: Language) -> str:
        """The date in words: Thai in B.E. (`6 สิงหาคม พ.ศ. 2551`), English in C.E. (`6 August 2008`)."""
        thai = lang == "th"
        parts = [f"พ.ศ. {self.be_year}" if thai else str(self.ce_year)]
        if self.month is not None:
            parts.insert(0, (MONTHS_TH if thai else MONTHS_EN)[self.month - 1])
        if self.day is not None:
            parts.insert(0, str(self.day))
        return " ".join(parts)

    def _days_in_month(self) -> int:
        return calendar.monthrange(self.ce_year, self.month or 12)[1]


def parse_date(text: str) -> CalendarDate:
    """Read `2555 BE`, `2551-08 BE`, `2551-08-06 BE` or `2012 CE`; Thai digits are read too.

    Raises DateFault: `form`, `calendar-missing`, `calendar-mixed` (a year that belongs to the other
    calendar), `month` or `day` (one that the calendar does not have). `2567-02-29 BE` is a real day: 2567
    B.E. is 2024 C.E.
    """
    match = re.fullmatch(_FORM, arabic_digits(normal(text)).strip())
    if match is None:
        raise DateFault("form", text, _GOOD_FORMS)
    year, month, day, era = match.groups()
    if era is None:
        raise DateFault("calendar-missing", text, _with_calendar(match[0], int(year)))
    return CalendarDate(int(year), _number(month), _number(day), "BE" if era == "BE" else "CE")


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _check_year(given: CalendarDate) -> None:
    if given.year in (BE_YEARS if given.calendar == "BE" else CE_YEARS):
        return
    rest = _dashed(given.year, given.month, given.day)[4:]
    if given.calendar == "BE" and given.year in CE_YEARS:
        expected = f"{given.year}{rest} CE or {given.year + BE_MINUS_CE}{rest} BE"
    elif given.calendar == "CE" and given.year in BE_YEARS:
        expected = f"{given.year}{rest} BE or {given.year - BE_MINUS_CE}{rest} CE"
    else:
        expected = "a year from 2400 to 2600 BE or from 1000 to 2060 CE, such as 2555 BE or 2012 CE"
    raise DateFault("calendar-mixed", str(given), expected)


def _with_calendar(dashed: str, year: int) -> str:
    if year in BE_YEARS:
        return f"{dashed} BE"
    return f"{dashed} CE" if year in CE_YEARS else _GOOD_FORMS


def _dashed(year: int, month: int | None, day: int | None) -> str:
    return "-".join([f"{year:04d}"] + [f"{part:02d}" for part in (month, day) if part is not None])


def thai_day(moment: datetime) -> date:
    """The day it is in Thailand at a moment, wherever the machine stands and whatever its zone is set to."""
    return moment.astimezone(_THAI_TIME).date()
