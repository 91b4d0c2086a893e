"""What our Markdown has beside everybody's: ``[words](kind:id)``, ``[@source place]``, ``{{ table id }}``."""

from __future__ import annotations

import re

from botrian.kinds import linked_kinds
from botrian.records import Citation

#: Kinds of record that a link can lead to.
RECORD_KINDS = linked_kinds()

_RECORD = re.compile(rf"({'|'.join(RECORD_KINDS)}):([a-z0-9-]{{1,100}})")
#: A place in a source, as people type it: lines ``L10-12``, printed pages ``น. 12-13`` or ``p. 12``, a question
#: ``ข้อ 3`` or ``q 3``, a time ``0:12:30-0:13:05``, a section in quotes ``"มาตรา 21"``. Nothing stands for the whole.
#: Numbers have few digits; more of them are a mistake, and Python reads no number of thousands of digits.
_NUMBER = "[0-9๐-๙]{1,6}"
_TIME = "(?:[0-9]{1,3}:)?[0-5]?[0-9]:[0-5][0-9]"
_PLACES = (
    rf"L(?P<line>{_NUMBER})(?:[-–](?P<last_line>{_NUMBER}))?",
    rf"(?:น\.|หน้า|pp?\.?) ?(?P<page>{_NUMBER})(?:[-–](?P<last_page>{_NUMBER}))?",
    r"(?:ข้อ|q\.?) ?(?P<question>[1-9๑-๙][0-9๐-๙]{0,2})",
    rf"(?P<time>{_TIME})(?:[-–](?P<until>{_TIME}))?",
    r"[\"“](?P<section>[^\"“”\[\]\n]{1,100})[\"”]",
)
CITATION = re.compile(rf"\[@(?P<source>[a-z0-9-]{{1,100}})(?: (?:{'|'.join(_PLACES)}))?\]")
_TABLE = re.compile(r"[ \t]{0,9}\{\{[ \t]{0,9}table[ :]{1,9}([a-z0-9-]{1,100})[ \t]{0,9}\}\}\s{0,99}")


def record_of(target: str) -> tuple[str, str] | None:
    """The kind and id that a link's target names, or None."""
    match = _RECORD.fullmatch(target)
    return (match[1], match[2]) if match else None


def citation_of(match: re.Match[str]) -> Citation:
    """What a found citation names: a source and at most one place in it."""
    found = match.groupdict()
    question = int(found["question"]) if found["question"] else None
    return Citation(
        source=found["source"],
        lines=_range(found["line"], found["last_line"]),
        pages=_range(found["page"], found["last_page"]),
        section=(found["section"] or "").strip() or None,
        question=question or None,
        time=(found["time"], found["until"] or found["time"]) if found["time"] else None,
    )


def _range(first: str | None, last: str | None) -> tuple[int, int] | None:
    return (int(first), int(last or first)) if first else None


def typed(citation: Citation) -> str:
    """A citation as it is typed in a text, with the first place that it names."""
    place = ""
    if citation.lines:
        place = f" L{_hyphened(citation.lines)}"
    elif citation.pages:
        place = f" น. {_hyphened(citation.pages)}"
    elif citation.question:
        place = f" ข้อ {citation.question}"
    elif citation.time:
        place = f" {_hyphened(citation.time)}"
    elif citation.section:
        place = f' "{citation.section}"'
    return f"[@{citation.source}{place}]"


def _hyphened(pair: tuple[object, object]) -> str:
    return f"{pair[0]}" if pair[0] == pair[1] else f"{pair[0]}-{pair[1]}"


def table_of(paragraph: str) -> str | None:
    """The id of the table that a paragraph places, or None where it is text."""
    match = _TABLE.fullmatch(paragraph)
    return match[1] if match else None
