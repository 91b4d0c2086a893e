"""What our Markdown has beside everybody's: ``[words](kind:id)``, ``[@source L1-2]``, ``{{ table id }}``."""

from __future__ import annotations

import re

from botrian.kinds import linked_kinds

#: Kinds of record that a link can lead to.
RECORD_KINDS = linked_kinds()

_RECORD = re.compile(rf"({'|'.join(RECORD_KINDS)}):([a-z0-9-]{{1,100}})")
#: Numbers of lines have few digits; more of them are a mistake, and Python reads no number of thousands of digits.
CITATION = re.compile(r"\[@([a-z0-9-]{1,100}) L([0-9๐-๙]{1,6})(?:[-–]([0-9๐-๙]{1,6}))?\]")
_TABLE = re.compile(r"[ \t]{0,9}\{\{[ \t]{0,9}table[ :]{1,9}([a-z0-9-]{1,100})[ \t]{0,9}\}\}\s{0,99}")


def record_of(target: str) -> tuple[str, str] | None:
    """The kind and id that a link's target names, or None."""
    match = _RECORD.fullmatch(target)
    return (match[1], match[2]) if match else None


def cited_lines(match: re.Match[str]) -> tuple[int, int]:
    """The first and last line of a found citation."""
    first = int(match[2])
    return first, int(match[3] or first)


def table_of(paragraph: str) -> str | None:
    """The id of the table that a paragraph places, or None where it is text."""
    match = _TABLE.fullmatch(paragraph)
    return match[1] if match else None
