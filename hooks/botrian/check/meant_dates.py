"""A date as people type it goes in; the date in our form comes out, where its words leave no doubt."""

from __future__ import annotations

import re

from botrian.thai import MONTHS_EN, MONTHS_TH, DateFault, arabic_digits, parse_date

_CALENDARS = (
    ("BE", re.compile(r"(?:พ\.? ?ศ\.?|(?<![A-Za-z])B\.?E\.?(?![A-Za-z]))", re.IGNORECASE)),
    ("CE", re.compile(r"(?:ค\.? ?ศ\.?|(?<![A-Za-z])(?:C\.?E\.?|A\.?D\.?)(?![A-Za-z]))", re.IGNORECASE)),
)
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(?:(\d{1,2})[-/ .])?(\d{1,2})[-/ .])?(\d{4})")
#: Years from here on are of the Buddhist Era: nothing told here lies so far ahead.
_BUDDHIST = 2300


def meant_date(written: str) -> str:
    """``2551-08-06 BE`` for ``6 สิงหาคม พ.ศ. 2551`` or ``2551/8/6 be``; nothing where it may be another day."""
    text = arabic_digits(written)
    calendars = [name for name, pattern in _CALENDARS if pattern.search(text)]
    for _, pattern in _CALENDARS:
        text = pattern.sub(" ", text)
    for number, names in enumerate(zip(MONTHS_TH, MONTHS_EN, strict=True), 1):
        for name in names:
            text = re.sub(rf"\s*{re.escape(name)}\s*", f"/{number}/" if name else "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+", " ", text.replace("วันที่", " ").replace("ปี", " ").replace("เดือน", " ")).strip(" /.")
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    else:
        return ""
    calendar = calendars[0] if calendars else "BE" if int(year) >= _BUDDHIST else "CE"
    if len(calendars) > 1 or (calendar == "BE") != (int(year) >= _BUDDHIST):
        return ""
    meant = "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)]) + f" {calendar}"
    try:
        parse_date(meant)
    except DateFault:
        return ""
    return meant
