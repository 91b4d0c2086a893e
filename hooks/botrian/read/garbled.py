"""Text of a file goes in; letters that a wrong encoding made of it, or lost, come out, with what was probably meant.

Each way of garbling leaves pairs of letters that no language writes: UTF-8 read as Western, Thai, Macintosh, DOS,
Russian (Windows and KOI8) or Chinese letters, TIS-620 read as Western ones, and what an encoding without Thai puts in
their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from botrian.findings import Finding, Place

#: More lines of a file than these are told as one.
SINGLE_LINES = 3
_GARBLED = re.compile(
    # UTF-8 read as Windows-1252 or Latin-1, once or twice; then the Western signs alone
    r"(?:à[¸¹][^\n]{0,2}){1,}|(?:Ã[\u00a0 ]?Â[¸¹]?|Â[¸¹]){1,}[^\n]{0,20}|â€"
    r"|Ã[\u0080-\u00bf](?=\w|\s|$)"
    r"|Â(?=[ \u00a0])"
    # UTF-8 read as Windows-874 or TIS-620
    r"|(?!(?:เธอ){3})(?:เ[ธน][^\n]?){3,}"
    # UTF-8 read as Macintosh, DOS, Russian, Chinese or Japanese letters
    r"|(?:‡[∏π][^\n]?){1,}|(?:α[╕╣][^\n]?){1,}|(?:Ó[©╣][^\n]?){2,}|(?:а[ё№][^\n]?){2,}"
    r"|(?:Ю[╦╧][^\n]?){1,}"
    r"|[喔喙][^\n]?[喔喙][^\n]{0,20}|[\uff61-\uff9f]{2,}"
    # TIS-620 read as Western letters: no language has five of them in a row
    r"|(?=(?:([\u00a1-\u00fb])(?!\1)){3})[\u00a1-\u00fb]{5,}"
    # Letters that an encoding does not have
    r"|\ufffd+|[□▯]{2,}|\?{4,}|\?{2,}(?: [^\s?]{1,6})? \?{2,}"
    # Letters by their numbers
    r"|(?:\\\\?u0[eE][0-7][0-9a-fA-F]){2,}|(?:=E0=B[89]=[0-9A-F]{2}){2,}"
    r"|(?:<U\+0[eE][0-7][0-9a-fA-F]>){2,}|(?:&#x?(?:0?[eE][0-7][0-9a-fA-F]|3[56]\d\d);){2,}|\+D[gk][A-Za-z0-9+/]{6,}-"
)
#: Web addresses hold letters by their numbers by right; Markdown knows them, too.
_BY_PERCENT = re.compile(r"(?<![\w/=?&:#.%+-])(?:%E0%B[89]%[0-9A-Fa-f]{2}){2,}")
#: One look at a text: without any of these nothing is garbled.
_MAYBE = re.compile(
    r"[àÃÂâ‡αÓа喔喙\uff61-\uff9f\ufffd]|เ[ธน][^\n]?เ[ธน]|\?\?|[\u00a1-\u00fb]{5}|\\u0[eE]|=E0=B|%E0%B|Ю|[□▯]|U\+0[eE]|&#x?[0eE3]|\+D[gk]"
)


def garbled_findings(name: str, text: str) -> tuple[Finding, ...]:
    """A finding for each line with garbled letters; one for all of them where there are many."""
    if not _MAYBE.search(text):
        return ()
    found = tuple(_findings(name, text))
    if len(found) <= SINGLE_LINES:
        return found
    first = found[0]
    return (Finding(first.place, first.code, "", first.got, first.expected, (("count", f"{len(found):,}"),)),)


def _findings(name: str, text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.split("\n"), 1):
        match = _MAYBE.search(line) and (_GARBLED.search(line) or _BY_PERCENT.search(line))
        if match:
            got = match[0].strip()[:40]
            yield Finding(Place(name, number, match.start() + 1), "text-garbled", "", _seen(got), meant(line)[:60])


def meant(line: str) -> str:
    """The words of a garbled line as they were, where its letters still tell; else nothing."""
    for codec, other in (("cp1252", "utf-8"), ("cp874", "utf-8"), ("mac-roman", "utf-8"), ("cp1252", "cp874")):
        for run in re.findall(r"[^\x00-\x7f](?:[^\x00-\x7f]| (?=[^\x00-\x7f]))*", line):
            data = b"".join(_byte(letter, codec) for letter in run)
            try:
                read = data.decode(other)
            except UnicodeDecodeError:
                continue
            if (
                not _MAYBE.search(read)
                and len(re.findall("[ก-๎]", read)) > 2
                and not _GARBLED.search(read)
                and read != run
            ):
                return read.strip()
    return ""


def _byte(letter: str, codec: str) -> bytes:
    try:
        return letter.encode(codec)
    except UnicodeEncodeError:
        return bytes([ord(letter)]) if ord(letter) < 0x100 else b""


def _seen(text: str) -> str:
    return "".join(letter if letter.isprintable() else "·" for letter in text)
