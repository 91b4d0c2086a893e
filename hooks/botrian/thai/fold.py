"""Text enters; the key by which search compares it leaves, with the tables from which the browser makes
the same key.

Two keys. `plain` joins ways of writing the same thing (capitals, digits, separators, dots of
abbreviations): what matches plainly is the same word. `fold` also joins what misspellings change: what
matches only folded is a likely word.

Thought about, and left out of `fold`, since it would join words that people must be able to tell apart:

- รร → ร: กรรมการ (committee) would be กรมการ (department of …, as in กรมการพัฒนาชุมชน).
- ทร → ซ: right for ทราย, wrong for จันทร์, นิทรรศการ, อินทรี; the slip is rare in writing.
- The silenced letter dropped (ศูนย์ → สุน): a reader who has typed ศูนย so far would lose ศูนย์ until the
  last key. Only the silencer goes. สูน → สุน still lies inside ศูนย์ → สุนย.
- า → ะ, ำ → า, ต → ด, ร → ล: ทำ and ทา, ตี and ดี, รวม and ลวม: too many pairs of common words.
- ะ dropped (สะดวก, สดวก): เกาะ would be เก่า, และ would be แล้ว cut short.
"""

from __future__ import annotations

from typing import Final

from botrian.thai.letters import ENDING, FOLLOWING, SARA_I, THAI_TO_ARABIC
from botrian.thai.normal import NORMAL_STEPS, normal
from botrian.thai.rules import Step, as_data, rewrite

_WIDE: Final = tuple((chr(code), chr(code - 0xFEE0).lower()) for code in range(0xFF01, 0xFF5F))

_INNER_SIGNS: Final[tuple[Step, ...]] = (
    Step(
        "separators",
        "A comma before exactly three digits only helps the eye.",
        "sub",
        "([0-9]),(?=[0-9]{3}(?![0-9]))",
        "$1",
    ),
    Step(
        "abbreviation-dots",
        "Thai has no full stop: a dot after a Thai letter is an abbreviation's, often left out.",
        "sub",
        rf"([{ENDING}])\.(?![.\u0300-\u036f{FOLLOWING}])",
        "$1",
    ),
    Step(
        "abbreviation-dots",
        "Single Latin letters with dots between are an abbreviation.",
        "drop",
        r"\b[a-z](?:\.[a-z]\b)+\.?",
        ".",
    ),
)

PLAIN_STEPS: Final[tuple[Step, ...]] = (
    Step(
        "capitals",
        "Capital and small letters are the same word.",
        "lower",
        r"[A-Z\u00c0-\u0dff]|[^\u0000-\u0e7f]",
    ),
    Step(
        "look-alikes",
        "Letters, quotes and dashes of one meaning that keyboards and programs exchange.",
        "letters",
        table=(
            *(("ß", "ss"), ("ς", "σ"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")),
            *(("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"')),
            *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"),
            *_WIDE,
        ),
    ),
    Step("digits", "Thai and Arabic digits are the same number.", "letters", table=THAI_TO_ARABIC),
    *_INNER_SIGNS,
    Step("blanks", "Any run of blanks and line ends is one blank.", "sub", r"[ \t\n]+", " "),
    Step("blanks", "Blanks at the ends say nothing.", "sub", "^ | $", ""),
)

FOLD_STEPS: Final[tuple[Step, ...]] = (
    Step("accents", "Accents on Latin letters are often left out.", "form", replace="NFD"),
    Step("accents", "Accents on Latin letters are often left out.", "sub", r"[\u0300-\u036f]+", ""),
    Step("accents", "What remains is put together again.", "form", replace="NFC"),
    Step(
        "accents",
        "Latin letters that Unicode does not take apart.",
        "letters",
        table=(
            *(("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th")),
            *(("ı", "i"), ("ŋ", "ng")),
        ),
    ),
    Step(
        "tones-and-signs",
        "Tone marks, mai taikhu, silencer, nikhahit, phinthu and yamakkan are what slips most.",
        "sub",
        r"[\u0e3a\u0e47-\u0e4e]+",
        "",
    ),
    Step("signs", "And so on (ฯลฯ) says nothing to search.", "sub", rf" ?ฯลฯ(?![{FOLLOWING}])", ""),
    Step(
        "signs",
        "The signs of a cut name (กรุงเทพฯ) and of repeating (ๆ) are often left out.",
        "sub",
        rf" ?[ฯๆ]+(?![ฯๆ{FOLLOWING}])",
        "",
    ),
    *_INNER_SIGNS,  # again: a mark that kept a comma or dot from being one is gone
    Step(
        "look-of-letters",
        "ฎ and ฏ look alike and are taken for each other: in ปฏิ… (ปฎิบัติ) both sound as ต.",
        "sub",
        rf"[ฎฏ]{SARA_I}",
        "ต\u0e34",
    ),
    Step(
        "look-of-letters",
        "ฎ and ฏ look alike: everywhere else (กฎหมาย กฏหมาย, ปรากฏ, กรกฎาคม) both sound as ด.",
        "letters",
        table=(("ฎ", "ด"), ("ฏ", "ด")),
    ),
    Step(
        "vowel-length",
        "Long and short of one vowel are taken for each other; the length is one small stroke.",
        "letters",
        table=(("\u0e35", "\u0e34"), ("\u0e37", "\u0e36"), ("\u0e39", "\u0e38")),
    ),
    Step("vowel-length", "ฤๅ and ฦๅ are the long ones of ฤ and ฦ.", "sub", r"([ฤฦ])[\u0e32\u0e45]+", "$1"),
    Step(
        "one-sound",
        "Letters that stand for one sound as the first of a syllable; the commonest stands for all.",
        "letters",
        table=(
            *(("ศ", "ส"), ("ษ", "ส")),
            ("ณ", "น"),
            ("ฐ", "ถ"),
            *(("ฑ", "ท"), ("ฒ", "ท"), ("ธ", "ท")),
            ("ภ", "พ"),
            ("ญ", "ย"),
            ("ฬ", "ล"),
            *(("ฆ", "ค"), ("ฅ", "ค")),
            ("ฃ", "ข"),
            ("ฌ", "ช"),
            ("ใ", "ไ"),
        ),
    ),
    Step(
        "stretched",
        "A vowel held down on the keyboard is one vowel; consonants may double (วรรค).",
        "sub",
        r"([\u0e30-\u0e39เ-ไ])\1+",
        "$1",
    ),
    Step("blanks", "What was taken out leaves no blanks.", "sub", " {2,}", " "),
    Step("blanks", "What was taken out leaves no blanks at the ends.", "sub", "^ | $", ""),
)


def plain(text: str) -> str:
    """The key for exact comparison: stored form, small letters, Arabic digits, no separators, no
    abbreviation dots.
    """
    return rewrite(PLAIN_STEPS, normal(text))


def fold(text: str) -> str:
    """The key for forgiving comparison: `plain`, without tones and signs, one letter for each sound and
    vowel.
    """
    return rewrite(FOLD_STEPS, plain(text))


def fold_tables() -> dict[str, object]:
    """The steps of `normal`, `plain` and `fold` as JSON-able data, from which the browser's code works.

    `normal` is taken until nothing changes, then `plain` once, then `fold` once. What each operation does
    is written in `botrian.thai.rules`; all patterns are JavaScript regular expressions for the flags
    `gu`.
    """
    return {
        "normal": as_data(NORMAL_STEPS),
        "plain": as_data(PLAIN_STEPS),
        "fold": as_data(FOLD_STEPS),
    }
