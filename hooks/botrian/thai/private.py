"""Text enters; where it holds something by which one person is reached or known leaves: kinds and spans.

Pure detectors, no rules: checking says what is wrong with it, the form asks the writer. The patterns mean the same to
Python's `re` (with `re.ASCII`) and to a JavaScript `RegExp` with the flags `gu`, so the form in the browser finds the
same; `tests/vectors/private.json` holds both. No look-behind: group 1 is what stands before, group 2 what was found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from botrian.thai.normal import normal
from botrian.thai.numerals import arabic_digits

PrivateKind = Literal["citizen-number", "phone", "bank-account", "line-id", "mail", "house-number"]

_GAP: Final = "[ .\u2010-\u2015-]?"
_PHONE_WORDS: Final = "โทรศัพท์|โทร\\.?|เบอร์(?:มือถือ|ติดต่อ)?|มือถือ|[Tt]el\\.?|[Pp]hone|[Mm]obile"
_ACCOUNT_WORDS: Final = "เลข(?:ที่)?บัญชี|บัญชี(?:ธนาคาร)?เลขที่|[Aa]ccount (?:[Nn]o\\.?|[Nn]umber)"


@dataclass(frozen=True)
class PrivatePattern:
    """One way in which private data are written. ``check``: whether the digits must have a citizen's check digit."""

    kind: PrivateKind
    pattern: str
    check: bool = False


#: The first pattern that finds a place keeps it: a citizen number is no phone.
PRIVATE_PATTERNS: Final[tuple[PrivatePattern, ...]] = (
    PrivatePattern(
        "citizen-number",
        rf"(^|[^0-9])([1-8]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{5}}{_GAP}[0-9]{{2}}{_GAP}[0-9])(?![0-9])",
        check=True,
    ),
    PrivatePattern("bank-account", r"(^|[^0-9-])([0-9]{3}[ -][0-9][ -][0-9]{5}[ -][0-9])(?![0-9-])"),
    PrivatePattern("bank-account", rf"((?:{_ACCOUNT_WORDS})[^0-9\n]{{0,40}})([0-9](?:[ -]?[0-9]){{9,14}})(?![0-9])"),
    # Mobile numbers have ten digits, from 06, 08 and 09; those of a place nine, from 02 to 07.
    PrivatePattern(
        "phone",
        rf"(^|[^0-9,.])(0[689](?:[0-9]{_GAP}[0-9]{{3}}|{_GAP}[0-9]{{4}}){_GAP}[0-9]{{4}})(?![0-9])",
    ),
    PrivatePattern(
        "phone",
        rf"(^|[^0-9,.])(0(?:2{_GAP}[0-9]{{3}}{_GAP}[0-9]|[3-7][0-9]{_GAP}[0-9]{{3}}{_GAP}|-[2-7][0-9]{{3}}-[0-9])[0-9]{{3}})"
        r"(?![0-9])",
    ),
    PrivatePattern("phone", rf"(^|[^0-9])(\+66{_GAP}[2-9][0-9]?{_GAP}[0-9]{{3,4}}{_GAP}[0-9]{{3,4}})(?![0-9])"),
    # A spreadsheet takes the zero away: only behind a word for telephones, for 812345678 may be an amount.
    PrivatePattern(
        "phone", rf"((?:{_PHONE_WORDS})[^0-9\n]{{0,12}})([689][0-9]{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}})(?![0-9])"
    ),
    PrivatePattern(
        "mail", r"(^|[^A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})"
    ),
    PrivatePattern(
        "line-id",
        r"((?:^|[^A-Za-z])(?:ไลน์|[Ll][Ii][Nn][Ee]) ?(?:(?:ไอดี|[Ii][Dd]) ?[:=]? ?|[:=] ?|(?=@)))"
        r"(@?[A-Za-z0-9][A-Za-z0-9._-]{2,29})",
    ),
    PrivatePattern("house-number", r"()(บ้านเลขที่ ?[0-9]{1,4}(?:/[0-9]{1,4})?)"),
    PrivatePattern("house-number", r"()(เลขที่ ?[0-9]{1,4}(?:/[0-9]{1,4})? ?(?:หมู่(?:ที่)?|ม\.) ?[0-9]{1,2})"),
)


@dataclass(frozen=True)
class Private:
    """One place in a text: what kind of private data, from which letter up to which, and the words themselves."""

    kind: PrivateKind
    start: int
    end: int
    found: str


def private_places(text: str) -> tuple[Private, ...]:
    """Every place of a text in stored form that tells how one person is reached or known, in order; none overlap.

    Thai digits count as digits. Letters are counted as Python does, by code point.
    """
    digits = arabic_digits(text)
    taken = bytearray(len(text))
    places: list[Private] = []
    for one in PRIVATE_PATTERNS:
        for match in _compiled(one.pattern).finditer(digits):
            start, end = match.span(2)
            if one.check and not has_check_digit(match[2]):
                continue
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                places.append(Private(one.kind, start, end, text[start:end]))
    return tuple(sorted(places, key=lambda place: place.start))


def private_kinds(text: str) -> tuple[PrivateKind, ...]:
    """The kinds that any text holds, each once, in the order of their places."""
    return tuple(dict.fromkeys(place.kind for place in private_places(normal(text))))


def has_check_digit(text: str) -> bool:
    """Whether the 13 digits of a text are a Thai citizen number: the last is the sum of the others by their weights.

    The weights are 13 down to 2; the last digit is (11 - sum mod 11) mod 10 (Department of Provincial Administration).
    """
    digits = [int(sign) for sign in text if sign.isascii() and sign.isdigit()]
    if len(digits) != 13:
        return False
    total = sum(digit * (13 - place) for place, digit in enumerate(digits[:12]))
    return (11 - total % 11) % 10 == digits[12]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)
