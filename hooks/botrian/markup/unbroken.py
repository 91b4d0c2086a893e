"""Words of a page go in; the same words come out with marks where a line must not end, or may.

Browsers end lines at spaces, and in runs of Thai where a list of words tells them to. A number parted from its unit, a
year from its era, ๆ from its word, or a name in its middle cannot be read at a glance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

NO_BREAK: Final = "\u00a0"
JOINT: Final = "\u2060"
GAP: Final = "\u200b"
_MONTHS: Final = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
#: Words that a number belongs to when it stands behind them.
_BEFORE: Final = rf"พ\.ศ\.|ค\.ศ\.|ปี|มาตรา|หน้า|น\.|บรรทัด|ข้อ|วันที่|ครั้งที่|ขั้นที่|บทที่|เลขที่|{_MONTHS}"


def _behind(words: str) -> str:
    """A pattern of places behind one of these words and a space."""
    return "|".join(rf"(?<={word} )" for word in words.split("|"))


#: It begins with the space, so that nothing is looked at but spaces.
_SPACES: Final = re.compile(
    rf" (?:(?<=[0-9๐-๙] )(?=[ก-ฮเ-ไ])|(?=ๆ)|(?:{_behind(_BEFORE)})(?=[0-9๐-๙])|(?:{_behind(_MONTHS)})(?=พ\.ศ\.|ค\.ศ\.))"
)
#: From a number to a number: browsers end lines behind this dash.
_RANGE: Final = re.compile("(?<=[0-9๐-๙])–(?=[0-9๐-๙])")
#: Words that Chromium's list (ICU 78) does not know, so that it ends lines inside them: where it would.
#: Found by `scripts/thai_breaks.py` in the pages of a built site, as are the words below.
_PARTS: Final = """
บูรณ|า|การ มา|ตรา ผู้|ว่าฯ ผู้|ว่า|ราชการ นา|ยกฯ ธร|รมาภิ|บาล บรรษัท|ภิ|บาล โลกา|ภิ|วัต|น์ ศาสน|สถาน ฮา|ลาล เวิร์|กช็อป ลา|ติน รี|สอร์ต
ปูน|ซิ|เมน|ต์ อัล|กุ|รอาน ยู|เนส|โก โซ|เชีย|ล คอม|แพ|ล็กซ์ เห|ลือง|ประภัสร์ อา|จารย์ อ|เม|ริกา เห|มาะกับ โก|กรี|น
ไก|ร|สร โฆ|สิต บิ๊|ก แมป|ปิ้ง ท็อ|ป ดา|วน์ พา|ว|เวอร์ แท็|บ เซ็น|ทรัล
"""
#: Words made of two, at which it may end lines, but whose halves mean something else: the eye reads "belly", "place".
_COMPOUNDS: Final = "ท้อง|ถิ่น เจ้า|หน้าที่"
_WHOLE: Final = {one.replace("|", ""): one.replace("|", JOINT) for one in f"{_PARTS} {_COMPOUNDS}".split()}
_WORDS: Final = re.compile("|".join(sorted(_WHOLE, key=len, reverse=True)))
#: Words at whose meeting it loses its way (การก|ระ|จา|ยอำ|นา|จ): between them it is told where one ends.
#: Told at once by their first letters: most places are no meeting.
_MEETINGS: Final = re.compile(
    "(?=[กขคฅทนบพยสหอ])(?:(?:(?<=การ)|(?<=แผน)|(?<=แล้ว))(?=กระจาย)"
    "|(?<=เป็น)(?=ก(?:ลุ่ม|ลาง|ติกา|รอบ|ระบวน|องทุน))"
    "|(?:(?<=แล้ว)|(?<=ต่อมา)|(?<=ทำตาม))(?=ก(?:ลุ่ม|ลับ|องทุน|ติกา))"
    "|(?<=ตาม)(?=พระราช)|(?:(?<=จุดอ่อน)|(?<=ทำงาน))(?=ของ)|(?<=น้อย)(?=หนึ่ง|หรือ)|(?<=แผน)(?=กลางปี)"
    "|(?<=บริการ)(?=สมาชิก)|(?<=มา)(?=ทำงาน|บริการ|บริหาร|สรุป|ทบทวน|สร้าง|สนับสนุน|ยกระดับ|ยาวนาน|สอบทาน)"
    "|(?:(?<=มี)|(?<=ว่า)|(?<=แม้)|(?<=ทำตาม))(?=นโยบาย)|(?<=ต้อง)(?=ทำตาม)"
    "|(?<=สภา)(?=ครอบคลุม|พยายาม)|(?:(?<=ได้ผล)|(?<=เห็นผล)|(?<=ประเมินผล))(?=กว่า|อย่าง)|(?:(?<=เมื่อ)|(?<=ว่า))(?=ยอมรับ)"
    "|(?<=[ก-๎])(?=ฅน))|(?<=ฅน)(?=[ก-ฮเ-ไ])"
)
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
    parts = _TAG.split(html)
    parts[::2] = map(_bound_text, parts[::2])
    return "".join(parts)


@lru_cache(maxsize=4_000)  # what stands between tags is short, and recurs: labels, names, line ends
def _bound_text(text: str) -> str:
    if text.isascii():
        return text
    spaced = _SPACES.sub(NO_BREAK, text)
    ranged = _RANGE.sub(f"–{JOINT}", spaced)
    return _MEETINGS.sub(GAP, _WORDS.sub(lambda found: _WHOLE[found[0]], ranged))
