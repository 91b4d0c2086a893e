"""Text of a file goes in; what git or a hand joined wrongly comes out: both sides of a conflict, two records in one."""

from __future__ import annotations

import re

from botrian.findings import Finding, Place

_OURS = re.compile(r"<{7}(?: .*)?")
_BASE = re.compile(r"\|{7}(?: .*)?")
_MIDDLE = re.compile(r"={7}")
_THEIRS = re.compile(r">{7}(?: .*)?")
_KEY = re.compile(r"[a-z_]{1,30}:(?: .*)?")


def conflict_findings(name: str, text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with our side of each conflict alone, line for line, and a finding for each mark of git.

    A lone mark is told, too; its line is taken away.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, ()
    lines = text.split("\n")
    findings = []
    side = ""
    for number, line in enumerate(lines):
        mark = line.rstrip()
        if _OURS.fullmatch(mark) or _THEIRS.fullmatch(mark):
            findings.append(Finding(Place(name, number + 1), "conflict-marks", "", mark[:80]))
            side = "ours" if mark.startswith("<") else ""
            lines[number] = ""
        elif side and (_MIDDLE.fullmatch(mark) or _BASE.fullmatch(mark)):
            side = "theirs"
        if side == "theirs":
            lines[number] = ""
    return "\n".join(lines), tuple(findings)


def second_record(name: str, body: str, first_line: int) -> Finding | None:
    """Where a second record begins in the Markdown of a record: a line of dashes, keys, and dashes again."""
    lines = body.split("\n")
    for number, line in enumerate(lines[:-1]):
        if line.rstrip() == "---" and _KEY.fullmatch(lines[number + 1].rstrip()):
            rest = (at for at in range(number + 1, len(lines)) if lines[at].rstrip() == "---")
            if next(rest, None) is not None:
                return Finding(Place(name, first_line + number), "two-records", "", lines[number + 1][:80])
    return None
