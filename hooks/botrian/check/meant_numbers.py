"""What somebody wrote for a number goes in; the same number in plain digits comes out, or nothing where it is unsure.

A wrong hint is worse than none: whoever follows it publishes another number. So only what can be read in one way is
answered, and the answer is always a number that checking takes.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from botrian.thai import arabic_digits

PLAIN = re.compile(r"^-?\d{1,15}(\.\d{1,6})?$", re.ASCII)
#: A number with the words for thousands and millions, and units that everybody counts in.
_WRITTEN = re.compile(
    r"(?P<sign>[-−]?) ?(?P<digits>\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?|\d{1,3}(?: \d{3}){1,6}|\d{1,18}(?:\.\d{1,9})?)"
    r"(?P<half>[½¼¾]?) ?(?P<times>พันล้าน|ล้านล้าน|ล้าน|แสน|หมื่น|พัน|ร้อย|thousand|million|billion|)"
    r" ?(?:บาท|คน|แห่ง|สภา|ตำบล|อำเภอ|จังหวัด|หมู่บ้าน|ครัวเรือน|กลุ่ม|กองทุน|ไร่|โครงการ|เรื่อง|baht|people|councils|)",
    re.ASCII,
)
_TIMES = {
    "": 1,
    "ร้อย": 10**2,
    "พัน": 10**3,
    "หมื่น": 10**4,
    "แสน": 10**5,
    "ล้าน": 10**6,
    "พันล้าน": 10**9,
    "ล้านล้าน": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_OTHER_FORM = re.compile(r"-?\d{1,15}(?:_\d{1,15})+|-?\d{1,3}(?:\.\d{1,6})?[eE][+-]?\d{1,2}", re.ASCII)


def meant_number(text: str, *, whole: bool = False) -> str:
    """The number in plain digits, or nothing. ``whole``: where no part of a number can stand."""
    written = unicodedata.normalize("NFC", arabic_digits(" ".join(text[:60].split()))).lower()
    try:
        value = _value(written) if len(text) <= 60 else None
    except InvalidOperation:
        value = None
    if value is None:
        return ""
    plain = f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    fits = PLAIN.match(plain) is not None and Decimal(plain) == value
    return plain if fits and not (whole and "." in plain) else ""


def _value(written: str) -> Decimal | None:
    if _OTHER_FORM.fullmatch(written):
        return Decimal(written.replace("_", ""))
    if written in _PARTS:
        return _PARTS[written]
    found = _WRITTEN.fullmatch(written)
    if found is None or (found["half"] and "." in found["digits"]):
        return None
    value = Decimal(found["digits"].replace(",", "").replace(" ", "")) + _PARTS.get(found["half"], Decimal(0))
    return (-value if found["sign"] else value) * _TIMES[found["times"]]
