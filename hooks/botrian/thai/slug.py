"""A heading enters; an anchor for it leaves: readable Thai, safe in an address, unique on its page.

Stock functions strip Thai vowels and tone marks, since they keep letters and digits only and Thai marks
are neither.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from typing import Final

from botrian.thai.normal import normal

_JOINTS: Final = "-_/–—·\u2010\u2011\u2212"
_NAMELESS: Final = "section"


def slug(text: str, taken: Container[str] = ()) -> str:
    """An anchor of letters (with their marks), digits and single hyphens; `-2`, `-3` … is added while it
    is taken.

    In: one heading, plain text. Out: never empty, in the stored form of text, lower case. A heading
    without a letter or digit becomes `section`. Existing anchors stay as they are when `taken` grows.
    """
    stem = _stem(text) or _NAMELESS
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _stem(text: str) -> str:
    kept: list[str] = []
    follows_letter = False
    for letter in normal(normal(text).lower()):
        follows_letter = _is_word_part(letter, follows_letter)
        if follows_letter:
            kept.append(letter)
        elif letter.isspace() or letter in _JOINTS:
            kept.append("-")
    return normal("-".join(part for part in "".join(kept).split("-") if part))


def _is_word_part(letter: str, follows_letter: bool) -> bool:
    """A mark counts only on a letter: alone (a variation selector after an emoji) it would be an unseen
    character.
    """
    match unicodedata.category(letter)[0]:
        case "L":
            return True
        case "N":
            return letter.isdecimal()
        case "M":
            return follows_letter
    return False
