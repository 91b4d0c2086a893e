"""A text goes in; what of a person stands in it that must not be published comes out, each with its kind and place.

The patterns are data (``private.yml``), so that the form in the browser finds the same: both are held by
``tests/vectors/private-data.json``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from botrian.own import own
from botrian.thai import arabic_digits

#: In the order of the rules; each has one, ``private-<kind>``.
KINDS = (
    "citizen-number",
    "bank-account",
    "phone",
    "line-id",
    "social-account",
    "mail",
    "house-number",
    "position",
    "health",
    "child-name",
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"'<>)\]]+")
#: Letters that people and programs type for each other, one for one: dashes, dots, blanks of any width and of none, the
#: wide signs of Chinese keyboards. The form in the browser is given the same (``messages/browser.py``).
SAME: Mapping[str, str] = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d",
    ".": "\u00b7\u2022\u2027\u30fb\uff0e",
    " ": "".join(map(chr, (0xA0, 0xAD, *range(0x2000, 0x200E), 0x202F, 0x2060, 0x3000, 0xFEFF))),
    ":": "\uff1a",
    "@": "\uff20",
    "(": "\uff08",
    ")": "\uff09",
    "/": "\uff0f",
    "+": "\uff0b",
    **{str(digit): chr(0xFF10 + digit) for digit in range(10)},
}
_SAME = str.maketrans({letter: plain for plain, letters in SAME.items() for letter in letters})
_YEAR = re.compile(r"(?:19|20|24|25)[0-9]{2}")


@dataclass(frozen=True, order=True)
class PrivateDetail:
    """Letters from ``start`` to ``end`` of a text that tell of a person, and what kind of detail they are."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class _Pattern:
    kind: str
    pattern: re.Pattern[str]
    test: str
    addresses: bool


def private_details(text: str) -> tuple[PrivateDetail, ...]:
    """What of persons stands in a text, in its order; where two overlap, the one that begins first.

    A detail stands on one line. Most lines have nothing of what every detail has some of, and are passed over.
    """
    found: list[PrivateDetail] = []
    text = _plainly(text)
    for start, end, hints in _lines(text):
        found.extend(
            PrivateDetail(start + one.start, start + one.end, one.kind) for one in _of_line(text[start:end], hints)
        )
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int, set[str]]]:
    """Where the lines with hints of a detail begin and end, and of which kinds the hints are."""
    start = end = -1
    hints: set[str] = set()
    for match in _HINTS.finditer(text):
        if match.start() >= end:
            if hints:
                yield start, end, hints
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.start())
            end, hints = end if end >= 0 else len(text), set()
        hints.add(str(match.lastgroup))
    if hints:
        yield start, end, hints


def _plainly(text: str) -> str:
    """The text letter for letter, with digits, dashes and blanks as the patterns know them."""
    return arabic_digits(text).translate(_SAME)


def _of_line(line: str, hints: set[str]) -> list[PrivateDetail]:
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), line)
    found: list[PrivateDetail] = []
    for one in _patterns():
        if ("words" if one.kind in _BY_WORDS else "numbers") in hints:
            for match in one.pattern.finditer(line if one.addresses else plain):
                if _TESTS[one.test](match[1]):
                    found.append(PrivateDetail(match.start(1), match.end(1), one.kind))
    kept: list[PrivateDetail] = []
    for detail in sorted(found, key=lambda one: (one.start, KINDS.index(one.kind), -one.end)):
        if not kept or detail.start >= kept[-1].end:
            kept.append(detail)
    return kept


def masked(text: str) -> str:
    """The detail as a message may show it: enough to find it again, too little to use it."""
    shown = " ".join(text.split())
    keep = 2 if len(shown) < 16 else 4
    return shown[: min(keep, len(shown) - 1)] + "…"


def same_detail(text: str) -> str:
    """A detail without the blanks, dashes and brackets that people type now so, now otherwise."""
    return re.sub(r"[\s().,/:_-]", "", _plainly(text)).casefold()


def is_citizen_number(text: str) -> bool:
    """Whether the 13 digits have the check digit of the Department of Provincial Administration.

    The sum of the first twelve, times 13 down to 2, and the last, make a number whose rest by 11 is 1 or 0:
    the last is (11 - sum mod 11) mod 10.
    """
    digits = [int(letter) for letter in text if letter.isdigit()]
    if len(digits) != 13:
        return False
    total = sum(digit * (13 - place) for place, digit in enumerate(digits[:12]))
    return (11 - total % 11) % 10 == digits[12]


def _citizen(text: str) -> bool:
    """Thirteen digits in one run, in the groups of a card, or each in its box; no row of years or sums."""
    groups = re.findall(r"[0-9]+", text)
    return is_citizen_number(text) and (len(groups) <= 5 or len(groups) == 13) and not _years(groups)


def _one_number(text: str) -> bool:
    """Digits that are one number in a few groups, or one by one with a dash between, and no row of years."""
    groups = re.findall(r"[0-9]+", text)
    singly = "-" in text and all(len(group) == 1 for group in groups)
    return (len(groups) <= 4 or singly) and not _years(groups)


def _years(groups: list[str]) -> bool:
    return len(groups) > 1 and sum(1 for group in groups if _YEAR.fullmatch(group)) > 1


_TESTS: Mapping[str, Callable[[str], bool]] = {
    "": lambda _: True,
    "citizen": _citizen,
    "one-number": _one_number,
}


#: What a line with a detail has in any case, found in one look at a whole text.
_HINTS = re.compile(
    r"(?P<numbers>[0-9](?:[ .()/_-]{0,3}[0-9]){6}|[0-9]\.[0-9]{4}|[0-9]°|ศูนย์ ?-?(?:ศูนย์|หก|แปด|เก้า|สอง|โท|สาม|สี่|ห้า|เจ็ด)"
    r"|[A-Z][0-9]{6}|@|[\[(](?:at|AT|แอ)| (?:at|AT|แอท|แอ็ท) [A-Za-z0-9-]{2,40} ?(?:\.|dot|DOT|ดอท|จุด)"
    r"|[Ll][Ii][Nn][Ee] ?[:=ไI@]|[Ll]ine ?[iI]|แอด|เพื่อน ?(?:[ทใLl])|[Aa]dd (?:me|on|[Ll])"
    r"|ไลน์|ไอดี|line\.me|lin\.ee|เฟ[ซส]|[Ff]acebook|FACEBOOK|(?:FB|Fb|fb|IG|ig)(?![A-Za-z])|[Ii]nstagram|อินสตาแกรม|ไอจี|[Tt]ik[Tt]ok|ติ๊ก"
    r"|fb\.com|m\.me/|fb\.me/|goo\.gl/"
    r"|[0-9],? ?(?:หมู่|ม\.|ซอย|ถนน|ตรอก|แขวง|คอนโด|อาคาร|แมนชั่น|[ซถต]\.|[Mm]oo|[Ss]oi|[Vv]ill)"
    r"|(?:ที่|ที่อยู่|คือ|ห้อง|o\.|o|umber)[ :.]{0,3}[0-9])"
    r"|(?P<words>ติดเชื้อ|เอชไอวี|HIV|เอดส์|AIDS|ป่วย|เป็น(?:มะเร็ง|เบาหวาน|วัณโรค|หัวใจ|ไต|ลมชัก|ซึมเศร้า|จิต|อัมพ|หลอด|ความดัน|สมอง|อัลไซ|ธาลัส|โรค)"
    r"|ซึมเศร้า|ติดยา|ติดโควิด|ผลเลือด|โรคประจำตัว|ท้องก่อน|ท้องในวัย|ติดเหล้า|ติดสุรา|ตั้งครรภ์|ท้องไม่พร้อม|ทำแท้ง|พิการ|คนไข้|ตาบอด|หูหนวก|ฟอกไต|ไตวาย|ฆ่าตัวตาย|ข่มขืน|ล่วงละเมิด"
    r"|(?:Mr|Mrs|Ms|Miss|Uncle|Aunt|Khun)\b|ด\.?[ชญ]\.|เด็กชาย|เด็กหญิง|ชื่อ"
    r"|[a-z] (?:has|had|is|was|suffers|lives) [a-zA-Z-]{0,12} ?[a-zA-Z-]{0,12} ?"
    r"(?:HIV|AIDS|cancer|diab|disab|preg|depr|schiz|epil|tuber|bedr|addic|blind|deaf|ment|living|with|from)"
    r"|[0-9] ?ขวบ|(?:อายุ|วัย) ?1?[0-9] ?ปี|[ปมอ]\. ?[1-6](?![0-9])|(?:ประถม|มัธยม|อนุบาล)[ก-๙]{0,10} ?[1-6]"
    r"|น้อง[ก-๙]{2,15} ?(?:วัย|อายุ|\(?[0-9]|(?:ชั้น|เรียน)? ?[ปมอ]\.)|named|called|,? aged? [0-9]|[0-9][ -]years?[ -]old)"
)
_BY_WORDS = ("health", "child-name")


def written_patterns() -> tuple[dict[str, Any], ...]:
    """The patterns as ``private.yml`` has them, each with ``kind``, ``pattern``, ``test`` and ``addresses``, and its
    ``<words>`` filled in: what the form in the browser gets."""
    raw = own(__package__, "private.yml")

    def filled(pattern: str) -> str:
        return re.sub(r"(?<!\?)<([a-z-]{3,})>", lambda word: str(raw["words"][word[1]]), pattern)

    return tuple({"test": "", "addresses": False} | one | {"pattern": filled(one["pattern"])} for one in raw["details"])


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(one["kind"], re.compile(one["pattern"]), one["test"], one["addresses"]) for one in written_patterns()
    )
