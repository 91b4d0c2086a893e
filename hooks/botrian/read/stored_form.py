"""The text of a file goes in; the text as we store it, and a finding for each kind of change, come out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining

from botrian.findings import Finding, Place
from botrian.read import limits
from botrian.thai import Change, normalise
from botrian.thai.letters import MARKS

#: Text in which nothing of this is found is in its stored form already: one look instead of the fourteen steps.
#: A test holds it against ``normalise``.
_DOUBTFUL = re.compile(
    # letters, marks and signs that no step touches: ASCII, Thai without the long sign and nikhahit, a few signs
    "[^\n\t -~\u0e01-\u0e3a\u0e3f-\u0e44\u0e46-\u0e4c\u0e4e-\u0e5b“”‘’–—…•·×°é]"
    "|เเ"
    # a tone or sign behind a vowel that stands on the line
    "|[\u0e30\u0e32\u0e33][\u0e48-\u0e4c]"
    # a sara aa that may be a long sign
    "|[ฤฦ]\u0e32"
    # two marks in another order than vowel and tone, or three
    f"|(?![\u0e31\u0e34-\u0e39][\u0e48-\u0e4c])[{MARKS}][{MARKS}]|[{MARKS}]{{3}}"
)

#: Signs that are no letters, digits or blanks: among them every mark.
_HEAP = re.compile(rf"[^\w\s\x00-\x7f]{{{limits.MARKS + 1},}}")


def stored_form(name: str, text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text as we store it. Each kind of change is told once, at its first place, with how many there are."""
    if not _DOUBTFUL.search(text):
        return text, ()
    bounded, heaped = _without_heaps(name, text)
    cleaned = normalise(bounded)
    return cleaned.text, (*heaped, *_findings(name, bounded, cleaned.changes))


def _without_heaps(name: str, text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with no more marks on a letter than any script has, and where the first heap of them stood."""
    first = next((start for match in _HEAP.finditer(text) for start in _heaps(match)), None)
    if first is None:
        return text, ()
    line = text.count("\n", 0, first)
    place = Place(name, line + 1, first - (text.rfind("\n", 0, first) + 1) + 1)
    finding = Finding(place, "text-marks", "", str(limits.MARKS + 1), str(limits.MARKS))
    return _HEAP.sub(lambda match: "".join(_bounded(match[0])), text), (finding,)


def _heaps(match: re.Match[str]) -> Iterator[int]:
    """Where in the text a run of marks becomes too long."""
    run = 0
    for at, letter in enumerate(match[0]):
        run = run + 1 if combining(letter) else 0
        if run == limits.MARKS + 1:
            yield match.start() + at


def _bounded(letters: str) -> Iterator[str]:
    run = 0
    for letter in letters:
        run = run + 1 if combining(letter) else 0
        if run <= limits.MARKS:
            yield letter


def _findings(name: str, text: str, changes: tuple[Change, ...]) -> Iterator[Finding]:
    by_kind: dict[str, list[Change]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, []).append(change)
    for kind, alike in by_kind.items():
        first = alike[0]
        line = text.count("\n", 0, first.offset)
        column = first.offset - (text.rfind("\n", 0, first.offset) + 1)
        values = (("count", str(len(alike))), ("kind", kind))
        place = Place(name, line + 1, column + 1)
        code = "text-control" if kind == "control" else "text-normalised"
        yield Finding(place, code, "", _visible(first.found), _visible(first.became), values)


def _visible(text: str) -> str:
    """Characters by their numbers where they cannot be seen alone."""
    seen = text.strip() and all(letter.isprintable() and not combining(letter) for letter in text)
    return text if seen else " ".join(f"U+{ord(letter):04X}" for letter in text)
