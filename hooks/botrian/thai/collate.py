"""Text enters; a key that sorts as the Royal Institute dictionary does, and the letter of an A–ฮ index,
leave.

Rules of พจนานุกรม ฉบับราชบัณฑิตยสถาน: by consonant first, a leading vowel counts after its consonant,
vowels in the order ะ ั า ำ ิ ี ึ ื ุ ู เ แ โ ใ ไ, ฤ after ร, ฦ after ล. Mai taikhu and tone marks decide
only between words that are otherwise the same, in the order none, ็ ่ ้ ๊ ๋. Our own additions for lists:
numbers by value before Thai, Latin letters after Thai, blanks and punctuation without weight.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from botrian.thai.fold import plain
from botrian.thai.letters import LEADING_VOWELS
from botrian.thai.normal import normal

CollationKey = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]

_NUMBER, _THAI, _LATIN, _OTHER = 1, 2, 3, 4
_SECONDARY: Final = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e3a"
_LEADING: Final = r"([เ-ไ])([ก-ฮ])"
_PARTS: Final = r"[0-9]+|[^0-9]"


@lru_cache(maxsize=8192)
def collation_key(text: str) -> CollationKey:
    """A key for `sorted`: letters and numbers first, then tone marks and accents, then the text itself.

    Two different texts (in stored form) never have the same key, so the order is total and the same on
    every machine. Kept: a title stands in many lists.
    """
    primary: list[tuple[int, int, str]] = []
    secondary: list[int] = []
    swapped = re.sub(_LEADING, r"\2\1", plain(text))
    for part in re.findall(_PARTS, unicodedata.normalize("NFD", swapped), re.DOTALL):
        weight = _primary(part)
        if weight is not None:
            primary.append(weight)
            secondary.append(0)
        elif secondary and (mark := _secondary(part)):
            secondary[-1] = secondary[-1] * 1000 + mark
    return tuple(primary), tuple(secondary), normal(text)


@lru_cache(maxsize=8192)
def initial(text: str) -> str:
    """The letter under which an index files the text: ก–ฮ (the consonant after a leading vowel), A–Z,
    else `#`.
    """
    for letter in unicodedata.normalize("NFD", plain(text)):
        if "ก" <= letter <= "ฮ":
            return letter
        if "a" <= letter <= "z":
            return letter.upper()
        if letter not in LEADING_VOWELS and letter.isalnum():
            return "#"
    return "#"


@lru_cache(maxsize=4096)
def _primary(part: str) -> tuple[int, int, str] | None:
    """Where a number, letter or vowel stands, or None for what has no weight of its own.

    Kept, so that all keys hold the same few dozen weights.
    """
    if part[0] in "0123456789":
        digits = part.lstrip("0")
        return _NUMBER, len(digits), digits  # by length, then by digits: by value, however long
    if part in _SECONDARY or part in "ฯๆ":
        return None
    if "ก" <= part <= "\u0e45":
        return None if part == "฿" else (_THAI, ord(part), "")
    if not part.isalpha():
        return None
    return (_LATIN if part.isascii() else _OTHER), ord(part), ""


def _secondary(part: str) -> int:
    if part in _SECONDARY:
        return 1 + _SECONDARY.index(part)
    return 100 + ord(part) % 800 if unicodedata.combining(part) else 0
