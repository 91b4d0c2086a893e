"""Typed records go in; texts whose Thai is not Thai, or whose English is Thai, come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from botrian.check.fields import Path
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.records import Record, Text

_THAI = re.compile("[\u0e01-\u0e2e]")
_QUOTED = re.compile('“[^“”]*+”|"[^"]*+"|‘[^‘’]*+’')
_LATIN = re.compile(r"[A-Za-z]")
#: Two running words in small letters: a sentence or a name in English, not an abbreviation.
_ENGLISH = re.compile(r"[a-z]{2}[^A-Za-z0-9]++[a-z]{2}")


def language_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """Warnings for texts that are likely in the wrong language.

    A name or abbreviation that is the same in both languages is right, and so is a Thai text without letters (61%).
    """
    for one in found:
        for path, text in texts(one.record):
            if not _THAI.search(text.th) and text.th != text.en and _ENGLISH.search(text.th):
                yield _finding(one, (*path, "th"), "language-thai", text.th)
            # A Thai name may stand in quotes in an English text.
            english = _QUOTED.sub("", text.en)
            if len(_THAI.findall(english)) > len(_LATIN.findall(english)) and text.th != text.en:
                yield _finding(one, (*path, "en"), "language-english", text.en)


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every two-language text anywhere inside a record, with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, tuple | Record):
                yield from texts(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def _finding(one: Found, path: Path, code: str, got: str) -> Finding:
    return Finding(one.locate(path), code, one.field(path), got if len(got) <= 60 else got[:59] + "…")
