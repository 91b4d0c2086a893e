"""Typed records and Markdown go in; words that are written otherwise here, with what is written instead, come out.

The words are data (``data/style.yml``); two shapes no list can hold are here: the blanks around ๆ, and years of the
Buddhist Era in English, written 2009 (B.E. 2552). What stands in quotation marks is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from botrian.check.body import Body
from botrian.check.schema import Found
from botrian.findings import Finding, Place
from botrian.kept import key_of
from botrian.knowledge.found import with_paths
from botrian.records import LANGUAGES, Language, Release, Source, StyleNote, Text

#: Records that hold the words of others, or of a day that is past.
NOT_OURS = (Source, Release, StyleNote)
#: The Buddhist Era begins so many years before the Common Era.
ERA = 543

_QUOTED = re.compile('“[^“”]*”|"[^"]*"|‘[^‘’]*’')
#: What Markdown holds beside words: where links lead, citations, tables, tags.
_NO_WORDS = re.compile(r"\]\([^\])\n]*\)|\[@[^\[\]\n]*\]|\{\{[^{}\n]*\}\}|<[^<>\n]*>|\{[#.][^{}\n]*\}")
_REPEATED = re.compile(r"(?P<before>\S?)(?P<blank>[^\S\n]?)ๆ(?=(?P<after>\S?))")
_THAI_YEAR = re.compile(
    r"(?P<law>(?:Act|Decree|Constitution|Regulation),? )?(?:\bB\.?E\.? ?)?(?<![\d,.-])\b(?P<first>25\d\d)\b(?![,.]\d)"
    r"(?: ?[-–] ?(?P<last>25\d\d|\d\d)\b)?(?: (?:B\.E\.|BE\b))?(?: \((?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\))?"
)
_SAID_BEFORE = re.compile(r"(?:19|20)\d\d(?:s|\))?(?: \(|, )B\.E\.[\d–, and]* $")
_YEARS_WITH_HYPHEN = re.compile(r"(?<![\d-])(?P<first>19\d\d|2[05]\d\d)-(?P<last>19\d\d|2[05]\d\d)(?![\d-])")
#: What is shown of the word before and behind a slip; a Thai one begins with no mark above or below.
_BEFORE = re.compile(r"(?:^|\s|(?<=[^A-Za-z]))([ก-ฮเ-ไA-Za-z][^\s“”]{0,7})$")
_BEHIND = re.compile(r"([A-Za-z-]*)")


@dataclass(frozen=True)
class Slip:
    """Letters from ``start`` to ``end`` of a text, and what is written there instead."""

    start: int
    end: int
    right: str
    why: Text


_WHY_REPEATED = Text(th="เว้นวรรคหน้าและหลัง ๆ", en="A blank stands before and after ๆ.")
_WHY_YEAR = Text(th="ปีในภาษาอังกฤษเขียนปี ค.ศ. ก่อน แล้ววงเล็บปี พ.ศ.", en="Years in English: ours first, then the Thai year.")


class Style:
    """The words of all notes; finds slips in a text."""

    def __init__(self, notes: Iterable[StyleNote]) -> None:
        notes = tuple(notes)
        #: Tells one set of notes from another.
        self.digest = key_of(repr(notes))
        self._words = tuple(
            (note.language, _pattern(word.wrong, note), word.right, note.why) for note in notes for word in note.words
        )

    def slips(self, text: str, language: Language) -> tuple[Slip, ...]:
        """What is written otherwise here, in its order; none stands over another."""
        ours = _QUOTED.sub(_blank, text)
        found = [slip for slip in self._all(ours, language) if text[slip.start : slip.end] != slip.right]
        kept: list[Slip] = []
        for slip in sorted(found, key=lambda one: (one.start, -one.end)):
            if not kept or slip.start >= kept[-1].end:
                kept.append(slip)
        return tuple(kept)

    def styled(self, text: str, language: Language) -> str:
        """The text as it is written here."""
        for slip in reversed(self.slips(text, language)):
            text = text[: slip.start] + slip.right + text[slip.end :]
        return text

    def _all(self, text: str, language: Language) -> Iterator[Slip]:
        for spoken, pattern, right, why in self._words:
            if spoken == language:
                for match in pattern.finditer(text):
                    yield Slip(match.start(), match.end(), _capital_as(match[0], right), why)
        yield from _thai_blanks(text) if language == "th" else _english_years(text)


def style_of(found: Iterable[Found]) -> Style:
    """The style that the records tell."""
    return Style(one.record for one in found if isinstance(one.record, StyleNote))


def style_findings(found: Iterable[Found], style: Style) -> Iterator[Finding]:
    """A warning for each word or shape in a text of a record that is written otherwise here."""
    for one in found:
        if one.kind != "part" and not isinstance(one.record, NOT_OURS):
            for path, text in with_paths(one.record, Text):
                for language in LANGUAGES if text.en_lang == "en" else ("th",):
                    for slip in style.slips(text.in_(language), language):
                        place = one.locate((*path, language))
                        yield _finding(place, one.field((*path, language)), text.in_(language), slip)


def body_style_findings(body: Body, style: Style) -> Iterator[Finding]:
    """The same for the words of a Markdown text."""
    words = markdown_words(body)
    for slip in style.slips(words, "en" if body.document.english_twin else "th"):
        yield _finding(body.place(slip.start), "", words, slip)


def markdown_words(body: Body) -> str:
    """The Markdown of a body, letter for letter in place, with blanks for all that is no word."""
    return _NO_WORDS.sub(_blank, body.article.bare)


def _blank(match: re.Match[str]) -> str:
    """Blanks in place of what was found; its lines stay lines."""
    return re.sub(r"[^\n]", " ", match[0])


def _finding(place: Place, field: str, text: str, slip: Slip) -> Finding:
    """The slip told with letters around it, so that people see what it is."""
    before, behind = _BEFORE.search(text[max(0, slip.start - 16) : slip.start]), _BEHIND.match(text, slip.end)
    around = (before[1] if before else "", behind[1] if behind else "")
    got, right = (around[0] + part + around[1] for part in (text[slip.start : slip.end], slip.right))
    return Finding(place, "style-word", field, got, right, (("what_th", slip.why.th), ("what_en", slip.why.en)))


def _pattern(wrong: str, note: StyleNote) -> re.Pattern[str]:
    edge = r"\b" if note.whole_word else ""
    return re.compile(f"{edge}{re.escape(wrong)}{edge}", re.IGNORECASE if note.language == "en" else 0)


def _capital_as(got: str, right: str) -> str:
    """``right`` with the first letter large where that of ``got`` is; a name keeps its own."""
    return right[0].upper() + right[1:] if got[0].isupper() else right


def _thai_blanks(text: str) -> Iterator[Slip]:
    """A letter right before ๆ, or behind it."""
    for match in _REPEATED.finditer(text):
        before = match["before"] and match["before"] not in "“‘(["
        behind = match["after"] and (match["after"].isalnum() or match["after"] in "“‘(")
        # Behind another ๆ the letter before is taken already: its blank stays.
        blank = " " if before else "" if match["before"] else match["blank"]
        right = match["before"] + blank + "ๆ" + (" " if behind else "")
        yield Slip(match.start(), match.end(), right, _WHY_REPEATED)


def _english_years(text: str) -> Iterator[Slip]:
    """Years of the Buddhist Era without those of the Common Era before them, and years joined by a hyphen."""
    for match in _THAI_YEAR.finditer(text):
        if not _SAID_BEFORE.search(text[: match.start("first")]):
            inside = text.rfind("(", 0, match.start()) > text.rfind(")", 0, match.start())
            yield Slip(match.start(), match.end(), _years(match, inside=inside), _WHY_YEAR)
    for match in _YEARS_WITH_HYPHEN.finditer(text):
        yield Slip(match.start(), match.end(), f"{match['first']}–{match['last']}", _WHY_YEAR)


def _years(match: re.Match[str], *, inside: bool) -> str:
    """The years as they are written here; ``inside`` brackets, where no further ones open."""
    thai = [match["first"]]
    if match["last"]:
        thai.append(match["first"][: 4 - len(match["last"])] + match["last"])
    ours = "–".join(str(int(year) - ERA) for year in thai)
    said = f"B.E. {'–'.join(thai)}"
    law = match["law"].replace(",", "") + "of " if match["law"] else ""
    return law + (f"{ours}, {said}" if inside else f"{ours} ({said})")
