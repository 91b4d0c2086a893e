"""Text enters; the units that a reader sees as one sign leave, and text cut between them.

A unit is an extended grapheme cluster (Unicode Standard Annex 29) as far as Thai, Latin and emoji need
it: a consonant with its marks and its sara am; a leading vowel (เ แ โ ใ ไ) by itself. Korean letters
given one by one are not joined.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from botrian.thai.letters import LEADING_VOWELS

_SARA_AM: Final = "\u0e33"
_ZERO_WIDTH_JOINER: Final = "\u200d"


def clusters(text: str) -> list[str]:
    """The text as a list of units that must not be cut; joined again they are the text."""
    units: list[str] = []
    for letter in text:
        if units and _belongs(units[-1], letter):
            units[-1] += letter
        else:
            units.append(letter)
    return units


def clip(text: str, limit: int, ellipsis: str = "…") -> str:
    """The text in at most `limit` units, the ellipsis counted; never cut inside a unit or after a leading
    vowel.

    Text that fits comes back unchanged. Raises ValueError when `limit` leaves no room for one unit and
    the ellipsis.
    """
    room = limit - len(clusters(ellipsis))
    if room < 1:
        raise ValueError(f"limit {limit} leaves no room beside the ellipsis {ellipsis!r}")
    units = clusters(text)
    if len(units) <= limit:
        return text
    kept = units[:room]
    while kept and (kept[-1] in LEADING_VOWELS or kept[-1].isspace()):
        kept.pop()
    return "".join(kept) + ellipsis


def _belongs(unit: str, letter: str) -> bool:
    last = unit[-1]
    if last == "\r" and letter == "\n":
        return True
    if unicodedata.category(last) in ("Cc", "Zl", "Zp"):
        return False
    if _extends(letter):
        return True
    if _is_flag_half(letter):
        return _is_flag_half(last) and len(unit) == 1
    return last == _ZERO_WIDTH_JOINER and _is_picture(letter)


def _extends(letter: str) -> bool:
    return (
        letter in (_SARA_AM, _ZERO_WIDTH_JOINER, "\u200c")
        or unicodedata.category(letter) in ("Mn", "Mc", "Me")
        or "\U0001f3fb" <= letter <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= letter <= "\U000e007f"  # tags: flags of parts of a country
    )


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _is_picture(letter: str) -> bool:
    return unicodedata.category(letter) == "So"
