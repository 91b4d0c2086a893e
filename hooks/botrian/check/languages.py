"""Typed records go in; texts in the wrong language, and texts that wait for translation, come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from botrian.check.fields import Path
from botrian.check.schema import Found
from botrian.findings import Finding
from botrian.knowledge.found import with_paths
from botrian.knowledge.translations import Waiting
from botrian.records import Text

_THAI = re.compile("[\u0e01-\u0e2e]")
_QUOTED = re.compile('“[^“”]*+”|"[^"]*+"|‘[^‘’]*+’')
_LATIN = re.compile(r"[A-Za-z]")
#: Two running words in small letters: a sentence or a name in English, not an abbreviation.
_ENGLISH = re.compile(r"[a-z]{2}[^A-Za-z0-9]++[a-z]{2}")
_SMALL_WORD = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
#: An abbreviation is the same in both.
_ABBREVIATION = re.compile(r"[^\s.]{1,12}\.[^\s]{0,12}")
#: A proper name in English has fewer small words than these; a sentence has more.
_SENTENCE = 5


def language_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """Warnings for texts that are likely in the wrong language.

    A name or abbreviation that is the same in both languages is right, and so is a Thai text without letters (61%).
    """
    for one in found:
        for path, text in with_paths(one.record, Text):
            if text.th == text.en and text.en_lang == "en":
                yield from _copied(one, path, text)
                continue
            if not _THAI.search(text.th) and text.th != text.en and _ENGLISH.search(text.th):
                yield _finding(one, (*path, "th"), "language-thai", text.th)
            # A Thai name may stand in quotes in an English text.
            english = _QUOTED.sub("", text.en)
            if text.en_lang == "en" and len(_THAI.findall(english)) > len(_LATIN.findall(english)):
                yield _finding(one, (*path, "en"), "language-english", text.en)


def _copied(one: Found, path: Path, text: Text) -> Iterator[Finding]:
    """The same in both: a Thai text is no English, a sentence in English no Thai."""
    if _ABBREVIATION.fullmatch(text.th):
        return
    if _THAI.search(text.th):
        yield _finding(one, (*path, "en"), "language-copied", text.en)
    elif len(_SMALL_WORD.findall(text.th)) >= _SENTENCE:
        yield _finding(one, (*path, "th"), "language-thai", text.th)


def translation_findings(waiting: Iterable[Waiting]) -> Iterator[Finding]:
    """A task for each record that waits for English, and for each text whose Thai was changed since.

    Markdown without an English page is told on the list of what waits, and not as a warning: the page says it itself.
    """
    missing: dict[tuple[str, str], list[Waiting]] = {}
    for one in waiting:
        text = one.text
        if one.why == "behind":
            yield Finding(text.place, "translation-behind", text.field, _short(text.th), _short(text.en))
        elif text.field:
            missing.setdefault((text.place.file, text.record), []).append(one)
    for texts in missing.values():
        first = min((one.text for one in texts), key=lambda text: text.place)
        yield Finding(first.place, "translation-missing", first.field, str(len(texts)), _short(first.th))


def _finding(one: Found, path: Path, code: str, got: str) -> Finding:
    return Finding(one.locate(path), code, one.field(path), _short(got))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
