"""Words of a page go in; the same words come out with spaces and joints at which a line must not end.

Browsers end lines at spaces, and in runs of Thai where a list of words tells them to. A number parted from its unit, a
year from its era, ๆ from its word, or a name in its middle cannot be read at a glance.
"""

from __future__ import annotations

import re
from typing import Final

NO_BREAK: Final = "\u00a0"
JOINT: Final = "\u2060"
_MONTHS: Final = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
#: Words that a number belongs to when it stands behind them.
_BEFORE: Final = rf"พ\.ศ\.|ค\.ศ\.|ปี|มาตรา|หน้า|น\.|บรรทัด|ข้อ|วันที่|ครั้งที่|ขั้นที่|บทที่|เลขที่|{_MONTHS}"
#: Not inside a tag: there no "<" stands between here and the next ">", for texts have neither.
_IN_TEXT: Final = r"(?![^<>]*>)"
_SPACES: Final = re.compile(
    rf"(?:(?<=[0-9๐-๙]) (?=[ก-ฮเ-ไ])| (?=ๆ)|(?P<before>{_BEFORE}) (?=[0-9๐-๙])|(?P<month>{_MONTHS}) (?=พ\.ศ\.|ค\.ศ\.))"
    + _IN_TEXT
)
#: Where Chromium's list of words (ICU) ends a line inside a word, in 7,145 line ends of the real pages: the halves.
_HALVES: Final = (("บูรณ", "าการ"), ("มา", "ตรา"), ("ผู้", "ว่าฯ"), ("ผู้", "ว่าราชการ"))
_WHOLE: Final = {one + other: one + JOINT + other for one, other in _HALVES} | {
    "เหลืองประภัสร์": f"เห{JOINT}ลือง{JOINT}ประภัสร์"
}
_WORDS: Final = re.compile(f"(?:{'|'.join(sorted(_WHOLE, key=len, reverse=True))})" + _IN_TEXT)
_AS_WRITTEN: Final = re.compile(r"(<(?:pre|code|textarea)\b.*?</(?:pre|code|textarea)>)", re.DOTALL)


def unbroken(html: str) -> str:
    """HTML of ours with the same text: ends of lines are all that differs. What is to be copied stays as it is."""
    if "<pre" not in html and "<code" not in html and "<textarea" not in html:
        return _bound(html)
    pieces = _AS_WRITTEN.split(html)
    return "".join(piece if at % 2 else _bound(piece) for at, piece in enumerate(pieces))


def _bound(html: str) -> str:
    spaced = _SPACES.sub(lambda found: (found["before"] or found["month"] or "") + NO_BREAK, html)
    return _WORDS.sub(lambda found: _WHOLE[found[0]], spaced)
