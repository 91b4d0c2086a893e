"""Text in any of the byte forms of Thai enters; the one form we store, and what was changed, leave.

Normalising never changes what is read: it joins spellings that look the same on paper. Digits, letters
and signs that a reader could tell apart stay. Where two readings are possible (two different tones on one
consonant) nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from botrian.thai.letters import (
    CONSONANTS,
    LAKKHANGYAO,
    MARK_RANKS,
    MARKS,
    NIKHAHIT,
    PRIVATE_USE,
    SARA_A,
    SARA_AA,
    SARA_AM,
    TONES,
)
from botrian.thai.rules import Change, Step, settle, trace_settled

_PICTURE: Final = r"\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff🀀-🫿"
_JOINING_SCRIPTS: Final = r"\u0600-\u0dff"  # Arabic (also Jawi) to Sinhala: joiners are spelling
_RIGHT_TO_LEFT: Final = r"\u0590-\u08ff"
# Written as letters: beyond U+FFFF the two languages of the table spell an escape differently.
_PRIVATE: Final = r"\ue000-\uf8ff" + f"{chr(0xF0000)}-{chr(0xFFFFD)}{chr(0x100000)}-{chr(0x10FFFD)}"
_TAGS_AND_SELECTORS: Final = f"{chr(0xE0000)}-{chr(0xE0FFF)}"
_OTHER_UNSEEN: Final = (
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2065\u3164\ufdd0-\ufdef\ufe00-\ufe0d\uffa0\ufff0-\ufffb"
    f"{chr(0x1BCA0)}-{chr(0x1BCA3)}{chr(0x1D173)}-{chr(0x1D17A)}"
)

# Each step below may meet what another one left behind, so the steps are taken until nothing changes.
NORMAL_STEPS: Final[tuple[Step, ...]] = (
    Step(
        "private-use",
        "Shaped marks of old Windows fonts (U+F700 to U+F71A) stand for the real marks.",
        "letters",
        table=PRIVATE_USE,
    ),
    Step(
        "no-letter",
        "Private-use characters have no meaning outside one program; tag letters and fillers are unseen.",
        "sub",
        rf"[{_PRIVATE}{_TAGS_AND_SELECTORS}{_OTHER_UNSEEN}]",
    ),
    Step(
        "line-break",
        "Word's soft break, page feeds and the line ends of other systems are line ends.",
        "sub",
        r"\r\n?|[\u000b\u000c\u0085\u2028\u2029]",
        "\n",
    ),
    Step(
        "control",
        "Control characters, direction overrides and halves of characters are not text and can hide text.",
        "sub",
        r"[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u206f\ufffe\uffff\ud800-\udfff]",
    ),
    Step(
        "zero-width",
        "Characters without width split words unseen; joiners stay in emoji and joining scripts.",
        "sub",
        rf"([{_JOINING_SCRIPTS}][\u200c\u200d]+|[{_PICTURE}]\ufe0f?\u200d(?=[{_PICTURE}]))"
        r"|[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]",
        "$1",
    ),
    Step(
        "zero-width",
        "A direction mark does nothing away from right-to-left letters.",
        "sub",
        rf"([{_RIGHT_TO_LEFT}][\u200e\u200f]|[\u200e\u200f](?=[{_RIGHT_TO_LEFT}]))|[\u200e\u200f]",
        "$1",
    ),
    Step(
        "space",
        "Non-breaking and typographic spaces are spaces.",
        "sub",
        r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]",
        " ",
    ),
    Step(
        "lakkhangyao",
        "The long sign belongs after ฤ and ฦ; elsewhere it is a sara aa, which looks the same.",
        "table",
        rf"[ฤฦ][{SARA_AA}{LAKKHANGYAO}]|{LAKKHANGYAO}",
        table=(("\u0e45", "\u0e32"), ("ฤ\u0e32", "ฤ\u0e45"), ("ฦ\u0e32", "ฦ\u0e45")),
    ),
    Step("double-sara-e", "Two sara e look like sara ae and are never anything else.", "sub", "เเ", "แ"),
    Step(
        "sara-am",
        "Nikhahit and sara aa, with a tone before or after the nikhahit, are sara am; tone first.",
        "sub",
        rf"([{TONES}]?){NIKHAHIT}([{TONES}]?){SARA_AA}",
        "$1$2\u0e33",
    ),
    Step(
        "doubled-mark",
        "A nikhahit under the ring of sara am cannot be seen. (A longer run of them shrinks to one by the last step.)",
        "sub",
        rf"{NIKHAHIT}{{1,8}}{SARA_AM}",
        "\u0e33",
    ),
    Step(
        "mark-order",
        "A tone stands on the consonant, before sara a, sara aa and sara am.",
        "sub",
        rf"([{CONSONANTS}])([{SARA_A}{SARA_AA}{SARA_AM}])([{TONES}]+)",
        "$1$3$2",
    ),
    Step(
        "mark-order",
        "Marks of one consonant come in one order: vowel, tone, other signs.",
        "order",
        rf"[{MARKS}]{{2,}}",
        table=tuple((mark, str(rank)) for mark, rank in MARK_RANKS),
    ),
    Step("unicode-form", "Letters with accents are one character (Unicode NFC).", "form", replace="NFC"),
    Step("doubled-mark", "The same mark twice looks like once.", "sub", rf"([{MARKS}])\1+", "$1"),
)


# Letters and signs that no step touches where they stand alone.
_COMMON: Final = "\n -~ก-\u0e39\u0e3f-\u0e44\u0e46-\u0e4c\u0e50-\u0e59“”‘’–—…·×"


def _unsure() -> Iterator[str]:
    """Patterns of what a step may touch; a text without any of them is in its stored form."""
    yield rf"[^{_COMMON}]"
    yield "เเ"
    yield rf"[ฤฦ]{SARA_AA}"
    yield rf"[{SARA_A}{SARA_AA}{SARA_AM}][{TONES}]"
    yield rf"([{MARKS}])\1"
    ranks = [("".join(mark for mark, rank in MARK_RANKS if rank == one), one) for one in dict(MARK_RANKS).values()]
    for marks, rank in dict.fromkeys(ranks):
        lower = "".join(mark for mark, one in MARK_RANKS if one < rank)
        if lower:
            yield f"[{marks}][{lower}]"


_UNSURE: Final = re.compile("|".join(_unsure()))


@dataclass(frozen=True)
class Normalised:
    """Text in the one stored form, and every change that led to it, in order of place."""

    text: str
    changes: tuple[Change, ...]


def normalise(text: str) -> Normalised:
    """The text in its stored form, with what was changed and where (offsets in characters of `text`).

    In: any text. Out: NFC, `\\n` line ends, Thai marks in one order. Idempotent. Thai digits stay Thai
    digits.
    """
    if normal(text) == text:
        return Normalised(text, ())
    traced = trace_settled(NORMAL_STEPS, text)
    return Normalised(traced.text, traced.changes)


def normal(text: str) -> str:
    """The text in its stored form; `normalise` without the account of changes."""
    return settle(NORMAL_STEPS, text) if _UNSURE.search(text) else text
