from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.thai import BE_MINUS_CE, CalendarDate, DateFault, parse_date


@pytest.mark.parametrize(
    ("text", "thai", "english", "iso"),
    [
        ("2551 BE", "พ.ศ. 2551", "2008", "2008"),
        ("2551-08 BE", "สิงหาคม พ.ศ. 2551", "August 2008", "2008-08"),
        ("2551-08-06 BE", "6 สิงหาคม พ.ศ. 2551", "6 August 2008", "2008-08-06"),
        ("2012 CE", "พ.ศ. 2555", "2012", "2012"),
        ("2567-02-29 BE", "29 กุมภาพันธ์ พ.ศ. 2567", "29 February 2024", "2024-02-29"),
    ],
)
def test_a_date_is_shown_in_the_calendar_of_the_language(text: str, thai: str, english: str, iso: str) -> None:
    found = parse_date(text)

    assert (found.format("th"), found.format("en"), found.iso(), str(found)) == (thai, english, iso, text)


@pytest.mark.parametrize(
    ("text", "kind", "example"),
    [
        ("พ.ศ. 2555", "form", "2555 BE"),
        ("6/8/2551", "form", "2551-08-06 BE"),
        ("2551-8 BE", "form", "2551-08 BE"),
        ("2555BE", "form", "2555 BE"),
        ("", "form", "2555 BE"),
        ("2555", "calendar-missing", "2555 BE"),
        ("2012-05", "calendar-missing", "2012-05 CE"),
        ("2012 BE", "calendar-mixed", "2012 CE or 2555 BE"),
        ("2555-01 CE", "calendar-mixed", "2555-01 BE or 2012-01 CE"),
        ("9999 BE", "calendar-mixed", "2400 to 2600 BE"),
        ("2551-13 BE", "month", "01 to 12"),
        ("2551-00 BE", "month", "01 to 12"),
        ("2551-04-31 BE", "day", "2551-04-30 BE"),
        ("2566-02-29 BE", "day", "2566-02-28 BE"),
        ("2551-04-00 BE", "day", "2551-04-30 BE"),
    ],
)
def test_a_faulty_date_says_what_was_expected(text: str, kind: str, example: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(text)

    assert caught.value.kind == kind
    assert caught.value.found == text
    assert example in caught.value.expected


def test_thai_digits_are_read() -> None:
    assert parse_date("๒๕๕๕ BE") == CalendarDate(2555, None, None, "BE")


def test_a_day_without_its_month_is_refused() -> None:
    with pytest.raises(DateFault, match="month"):
        CalendarDate(2551, None, 6, "BE")


def test_a_year_reaches_from_its_first_day_to_its_last() -> None:
    year, month = parse_date("2567 BE"), parse_date("2567-02 BE")

    assert (year.earliest(), year.latest()) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (month.earliest(), month.latest()) == (date(2024, 2, 1), date(2024, 2, 29))


def test_dates_sort_by_first_day_and_the_less_exact_first() -> None:
    in_order = ["2550 BE", "2008 CE", "2551-01 BE", "2551-01-01 BE", "2008-01-02 CE", "2552 BE"]

    assert [str(d) for d in sorted(map(parse_date, reversed(in_order)), key=CalendarDate.sort_key)] == in_order


days = st.dates(date(1857, 1, 1), date(2057, 12, 31))


@given(days, st.sampled_from(["year", "month", "day"]))
def test_a_date_read_back_is_the_same_and_both_calendars_agree(day: date, granularity: str) -> None:
    cut = {"year": 4, "month": 7, "day": 10}[granularity]
    western = parse_date(f"{day.isoformat()[:cut]} CE")
    buddhist = parse_date(f"{day.year + BE_MINUS_CE}{day.isoformat()[4:cut]} BE")

    assert parse_date(str(buddhist)) == buddhist
    assert buddhist.granularity == granularity
    assert western.iso() == buddhist.iso() == day.isoformat()[:cut]
    assert western.be_year == buddhist.year
    assert western.sort_key() == buddhist.sort_key()
    assert buddhist.earliest() <= day <= buddhist.latest()


@given(days, days)
def test_days_sort_as_the_calendar_does(one: date, other: date) -> None:
    first, second = (parse_date(f"{day.isoformat()} CE").sort_key() for day in (one, other))

    assert (first < second) == (one < other)
