"""Thai characters by what they do, as pieces of a regular-expression class that Python and JavaScript
both read.

Marks are written as escapes: in a source file a lone mark hangs on the quotation sign before it and
cannot be read. Source of the classes: Thai Industrial Standard 620-2533 and WTT 2.0 (Thai input and
output methods).
"""

from __future__ import annotations

from typing import Final

CONSONANTS: Final = "ก-ฮ"
LEADING_VOWELS: Final = "เแโใไ"
TONES: Final = r"\u0e48-\u0e4b"  # mai ek, mai tho, mai tri, mai chattawa
NIKHAHIT: Final = r"\u0e4d"
SARA_A: Final = r"\u0e30"
SARA_AA: Final = r"\u0e32"
SARA_AM: Final = r"\u0e33"
SARA_I: Final = r"\u0e34"
LAKKHANGYAO: Final = r"\u0e45"
MARKS: Final = r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # everything that hangs above or below a consonant
FOLLOWING: Final = r"\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"  # everything that can never begin a syllable
ENDING: Final = r"ก-\u0e3a\u0e45\u0e47-\u0e4e"  # what can end a word: no leading vowels, digits or signs

# The order in which marks of one consonant are stored: below vowels, above vowels, tone, then the other
# signs.
# Phinthu and sara u / uu come first because Unicode's own canonical order (NFC) puts them there.
MARK_RANKS: Final[tuple[tuple[str, int], ...]] = (
    ("\u0e3a", 0),  # phinthu
    ("\u0e38", 1),  # sara u
    ("\u0e39", 1),  # sara uu
    ("\u0e31", 2),  # mai han-akat
    ("\u0e34", 2),  # sara i
    ("\u0e35", 2),  # sara ii
    ("\u0e36", 2),  # sara ue
    ("\u0e37", 2),  # sara uee
    ("\u0e47", 2),  # mai taikhu: shortens the vowel; some spellings put a tone after it
    ("\u0e48", 3),  # mai ek
    ("\u0e49", 3),  # mai tho
    ("\u0e4a", 3),  # mai tri
    ("\u0e4b", 3),  # mai chattawa
    ("\u0e4c", 4),  # thanthakhat
    ("\u0e4d", 4),  # nikhahit
    ("\u0e4e", 4),  # yamakkan
)

# Shaped marks that Windows fonts of the 1990s kept in the private-use area; PDF text still carries them.
# Source: Microsoft Thai OpenType fallback encoding, U+F700 to U+F71A.
PRIVATE_USE: Final[tuple[tuple[str, str], ...]] = tuple(
    zip(
        map(chr, range(0xF700, 0xF71B)),
        "\u0e10"  # tho than without its foot
        "\u0e34\u0e35\u0e36\u0e37"  # above vowels moved left
        "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"  # tones and thanthakhat, low and left
        "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"  # the same, low
        "\u0e0d"  # yo ying without its foot
        "\u0e31\u0e4d\u0e47"  # mai han-akat, nikhahit, mai taikhu, left
        "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"  # tones and thanthakhat, left
        "\u0e38\u0e39\u0e3a",  # below vowels and phinthu, low
        strict=True,
    )
)

THAI_TO_ARABIC: Final[tuple[tuple[str, str], ...]] = tuple(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True))
