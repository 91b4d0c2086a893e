"""Texts enter; the same leave, in fewer bytes: Thai letters take three each, where an ASCII sign takes one."""

from __future__ import annotations

from collections import Counter
from typing import Final

#: Thai letters, the commonest on pages first, and ASCII signs, the rarest first: each changes places with the other.
SWAPPED: Final = (
    "านรง่อกัม้เวบลยทีะสหคดแชติจปขุืำพไใูผภ็์ศถึณธโญฐษฒซฟฎฝฉฏฅฯๆฤฑ๊ฮ๋ฆฌฬ",
    "$^|~`+!&X#=@<>Z*_%?Q][{}JV/YqUHGxzWFE9NRjKLM78'BI3DOP4-6SACT();10k2",
)
_SWAPPING: Final = str.maketrans("".join(SWAPPED), "".join(reversed(SWAPPED)))


def swapped(text: str) -> str:
    """A text with Thai letters and ASCII signs in each other's place; swapped again, it is as it was.

    What is mostly Thai takes half the bytes so, and a sixth less when it is compressed too.
    """
    return text.translate(_SWAPPING)


def in_one_byte(text: str) -> tuple[str, str, str]:
    """A text with its commonest other letters written as ASCII signs that it lacks: Thai takes a third of the bytes.

    Out: the letters, the sign of each, the text. What finds no sign stays as it is.
    """
    free = [sign for sign in map(chr, range(33, 127)) if sign not in text and sign not in '"\\']
    common = [letter for letter, _ in Counter(letter for letter in text if ord(letter) > 127).most_common()]
    letters = "".join(common[: len(free)])
    signs = "".join(free[: len(letters)])
    return letters, signs, text.translate(str.maketrans(letters, signs))
