"""A year as people write it in a form goes in; the year with its calendar, as records hold it, comes out."""

from __future__ import annotations

import re

from botrian.thai import CalendarDate, DateFault, arabic_digits, normal, parse_date
from botrian.thai.dates import BE_YEARS, CE_YEARS

#: How people write a calendar, before or behind the year.
ERAS = (("พ.ศ.", "BE"), ("พศ.", "BE"), ("พศ", "BE"), ("ค.ศ.", "CE"), ("คศ.", "CE"), ("คศ", "CE"))
_YEAR = re.compile(r"(?:ปี )?(?:(BE|CE) ?)?([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?: ?(BE|CE))?")


def year_said(text: str) -> CalendarDate:
    """``2563``, ``พ.ศ. ๒๕๖๓``, ``2020`` or ``2563-08 BE``: without a calendar the year itself tells it.

    Raises DateFault as ``parse_date`` does; ``form`` for anything that is no year.
    """
    line = " ".join(arabic_digits(normal(text)).split())
    for words, era in ERAS:
        line = line.replace(words, f" {era} ")
    match = _YEAR.fullmatch(" ".join(line.split()))
    if match is None or (match[1] and match[3] and match[1] != match[3]):
        raise DateFault("form", text, "2563, 2563 BE, 2020 CE")
    year = int(match[2][:4])
    era = match[1] or match[3] or ("BE" if year in BE_YEARS else "CE" if year in CE_YEARS else "")
    return parse_date(f"{match[2]} {era}".strip())
