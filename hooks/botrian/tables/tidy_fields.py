"""A text, a date or several ids go in; the fields of a tidy line come out, by their names."""

from __future__ import annotations

from collections.abc import Iterable

from botrian.citing import BETWEEN
from botrian.records import Text, When

#: A field of a line: what is missing is None.
Field = str | int | bool | None


def text_fields(name: str, text: Text | None) -> dict[str, Field]:
    """Both languages of a text; a column of English holds no Thai, where a text waits for translation."""
    return {f"{name}_th": text.th if text else None, f"{name}_en": text.en if text and text.en_lang == "en" else None}


def date_fields(name: str, date: When | None) -> dict[str, Field]:
    """A date as it is written, with its calendar, and in C.E. as ISO 8601 has it, no more exact than it is known."""
    return {name: str(date) if date else None, f"{name}_ce": date.iso() if date else None}


def several(values: Iterable[str]) -> str | None:
    """Several ids or texts as one field."""
    return BETWEEN.join(values) or None
