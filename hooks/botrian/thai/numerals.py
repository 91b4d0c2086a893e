"""Numbers and digits enter; text with Thai or Arabic digits, and numbers as people read them, leave."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from botrian.thai.letters import THAI_TO_ARABIC

Language = Literal["th", "en"]


def arabic_digits(text: str) -> str:
    """The text with ๐–๙ written 0–9; nothing else changes."""
    return text.translate({ord(thai): arabic for thai, arabic in THAI_TO_ARABIC})


def format_number(value: Decimal | int, lang: Language) -> str:
    """The number with a comma at the thousands and exactly the decimals that it was given with.

    Both languages write numbers alike today (Arabic digits, comma, point); callers say which one they
    write all the same, so that a change of custom is made here. Raises ValueError for a value that is not
    a finite number, and for a language that we do not write.
    """
    if lang not in ("th", "en"):
        raise ValueError(f"no number format for language {lang!r}; expected 'th' or 'en'")
    if isinstance(value, bool):
        raise ValueError(f"{value!r} is not a number")
    if isinstance(value, int):
        return f"{value:,d}"
    if not value.is_finite():
        raise ValueError(f"{value} is not a finite number")
    return f"{value.copy_abs() if value.is_zero() else value:,f}"
