"""Thai (and other) text, dates and bytes enter as people write them; one stored form, search keys, sort
keys, anchors, safe cuts, ends of lines, numbers and dates in both calendars leave. Pure functions: no files, no clock.
"""

from __future__ import annotations

from botrian.thai.clusters import clip, clusters
from botrian.thai.collate import CollationKey, collation_key, initial
from botrian.thai.dates import (
    BE_MINUS_CE,
    MONTHS_EN,
    MONTHS_TH,
    Calendar,
    CalendarDate,
    DateFault,
    Granularity,
    parse_date,
    thai_day,
)
from botrian.thai.decode import Decoded, EncodingFault, decode
from botrian.thai.fold import fold, fold_tables, plain
from botrian.thai.letters import LEADING_VOWELS
from botrian.thai.normal import Normalised, normal, normalise
from botrian.thai.numerals import Language, arabic_digits, format_number
from botrian.thai.rules import Change, Traced
from botrian.thai.slug import slug
from botrian.thai.unfilled import UNFILLED_ALONE, UNFILLED_WITHIN, unfilled

__all__ = [
    "BE_MINUS_CE",
    "LEADING_VOWELS",
    "MONTHS_EN",
    "MONTHS_TH",
    "UNFILLED_ALONE",
    "UNFILLED_WITHIN",
    "Calendar",
    "CalendarDate",
    "Change",
    "CollationKey",
    "DateFault",
    "Decoded",
    "EncodingFault",
    "Granularity",
    "Language",
    "Normalised",
    "Traced",
    "arabic_digits",
    "clip",
    "clusters",
    "collation_key",
    "decode",
    "fold",
    "fold_tables",
    "format_number",
    "initial",
    "normal",
    "normalise",
    "parse_date",
    "plain",
    "slug",
    "thai_day",
    "unfilled",
]
