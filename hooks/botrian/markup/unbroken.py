"""Words of a page go in; the same words come out with spaces and joints at which a line must not end.

Browsers end lines at spaces, and in runs of Thai where a list of words tells them to. A number parted from its unit, a
year from its era, ๆ from its word, or a name in its middle cannot be read at a glance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

NO_BREAK: Final = "\u00a0"
JOINT: Final = "\u2060"
_MONTHS: Final = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
#: Words that a number belongs to when it stands behind them.
_BEFORE: Final = rf"พ\.ศ\.|ค\.ศ\.|ปี|มาตรา|หน้า|น\.|บรรทัด|ข้อ|วันที่|ครั้งที่|ขั้นที่|บทที่|เลขที่|{_MONTHS}"
_SPACES: Final = re.compile(
    rf"(?<=[0-9๐-๙]) (?=[ก-ฮเ-ไ])| (?=ๆ)|(?P<before>{_BEFORE}) (?=[0-9๐-๙])|(?P<month>{_MONTHS}) (?=พ\.ศ\.|ค\.ศ\.)"
)
#: Where Chromium's list of words (ICU) ends a line inside a word, in 7,145 line ends of the real pages: the halves.
_HALVES: Final = (("บูรณ", "าการ"), ("มา", "ตรา"), ("ผู้", "ว่าฯ"), ("ผู้", "ว่าราชการ"))
_WHOLE: Final = {one + other: one + JOINT + other for one, other in _HALVES} | {
    "เหลืองประภัสร์": f"เห{JOINT}ลือง{JOINT}ประภัสร์"
}
_WORDS: Final = re.compile("|".join(sorted(_WHOLE, key=len, reverse=True)))
_TAG: Final = re.compile(r"(<[^<>]*>)")
_TO_COPY: Final = ("pre", "code", "textarea")


def unbroken(html: str) -> str:
    """HTML of ours with the same text: ends of lines are all that differs. What is to be copied stays as it is."""
    return "".join(part if typed else _bound(part) for part, typed in typed_parts(html, _TO_COPY))


def typed_parts(html: str, elements: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """HTML in pieces that make it up again, each with whether it is one of these elements, whole.

    One that is not closed goes to the end.
    """
    opening = re.compile(rf"<({'|'.join(elements)})\b")
    end = 0
    while found := opening.search(html, end):
        yield html[end : found.start()], False
        closing = f"</{found[1]}>"
        at = html.find(closing, found.end())
        end_of_it = len(html) if at < 0 else at + len(closing)
        yield html[found.start() : end_of_it], True
        end = end_of_it
    yield html[end:], False


def _bound(html: str) -> str:
    """What stands between tags, bound; texts of ours have neither "<" nor ">"."""
    return "".join(part if at % 2 else _bound_text(part) for at, part in enumerate(_TAG.split(html)))


def _bound_text(text: str) -> str:
    spaced = _SPACES.sub(lambda found: (found["before"] or found["month"] or "") + NO_BREAK, text)
    return _WORDS.sub(lambda found: _WHOLE[found[0]], spaced)
