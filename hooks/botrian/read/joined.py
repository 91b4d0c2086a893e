"""Text of a file goes in; what git or a hand joined wrongly comes out: a conflict, two records, a pasted change."""

from __future__ import annotations

import re

from botrian.findings import Finding, Place

#: Marks stand at the beginning of a line; people indent and quote what they paste, and lose blanks.
_BEFORE = r"(?:[ \t]|> ){0,20}"
_OURS = re.compile(rf"{_BEFORE}<{{7,20}}(?!<)(?: .*|\S.*)?")
_BASE = re.compile(rf"{_BEFORE}\|{{7,20}}(?!\|)(?: .*)?")
_MIDDLE = re.compile(rf"{_BEFORE}={{7,20}}")
_THEIRS = re.compile(rf"{_BEFORE}>{{7,20}}(?!>)(?: .*|\S.*)?")
#: The head of a change as git shows it, pasted with its signs.
_HUNK = re.compile(r"@@ -\d{1,7}(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@.*|diff --git a/.{1,500} b/.*")
_MAYBE = re.compile(r"<{7}|>{7}|^={7}\r?$|^[ \t>]{0,20}\|{7}|^@@ -|^diff --git ", re.MULTILINE)
_KEY = re.compile(r"[a-z_]{1,30}:(?: .*)?")
_ID = re.compile(r"id: *[a-z0-9-]{1,80}")
_NAME = re.compile(r"(?:title|name|question|type|kind|province):(?: .*)?")


def conflict_findings(name: str, text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with our side of each conflict alone, line for line, and a finding for each mark of git.

    A lone mark is told, too; its line is taken away.
    """
    if not _MAYBE.search(text):
        return text, ()
    lines = text.split("\n")
    findings = []
    side = ""
    for number, line in enumerate(lines):
        mark = line.rstrip()
        if _OURS.fullmatch(mark) or _THEIRS.fullmatch(mark):
            findings.append(Finding(Place(name, number + 1), "conflict-marks", "", mark[:80]))
            side = "ours" if _OURS.fullmatch(mark) else ""
            lines[number] = ""
        elif side and (_MIDDLE.fullmatch(mark) or _BASE.fullmatch(mark)):
            side = "theirs"
        elif mark == "=======" or _BASE.fullmatch(mark) or _HUNK.fullmatch(mark):
            findings.append(Finding(Place(name, number + 1), "conflict-marks", "", mark))
            lines[number] = ""
        if side == "theirs":
            lines[number] = ""
    return "\n".join(lines), tuple(findings)


def second_record(name: str, body: str, first_line: int) -> Finding | None:
    """Where a second record begins in the Markdown of a record: dashes, keys, and dashes again; or id and title."""
    lines = body.split("\n")
    fenced = False
    for number, line in enumerate(lines[:-1]):
        fenced ^= line.startswith(("```", "~~~"))
        if not fenced and _ID.fullmatch(line.rstrip()) and any(map(_NAME.fullmatch, lines[number + 1 : number + 4])):
            return Finding(Place(name, first_line + number), "two-records", "", line[:80])
        if line.rstrip() == "---" and _KEY.fullmatch(lines[number + 1].rstrip()):
            rest = (at for at in range(number + 1, len(lines)) if lines[at].rstrip() == "---")
            if next(rest, None) is not None:
                return Finding(Place(name, first_line + number), "two-records", "", lines[number + 1][:80])
    return None
