"""Problems go in; what ``kb.py check`` prints comes out: words for people, JSON for programs, lines for GitHub."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from itertools import groupby

from botrian.check.problems import Problem, readable_path

LINE_WIDTH = 76

#: Gives the text of one line of a file, or None where it cannot be shown.
LineOf = Callable[[str, int], str | None]


def as_json(problems: Sequence[Problem]) -> str:
    """The list of problems, in the form that ``design.md`` promises to programs."""
    items = [
        {
            **asdict(problem),
            "message": problem.message.model_dump(),
            "fix": problem.fix.model_dump(),
        }
        for problem in problems
    ]
    return json.dumps(items, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """One workflow command for each problem, so that GitHub shows it beside the line."""
    return "\n".join(_annotation(problem) for problem in problems)


def as_text(problems: Sequence[Problem], line_of: LineOf, files: int) -> str:
    """Words for people, by file, Thai first; each problem with the line it is about; the counts at the end."""
    parts: list[str] = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        parts.append(f"━━ {printable(file)}\n")
        parts.extend(_words(problem, line_of(file, problem.line)) for problem in group)
    parts.append(summary(problems, files))
    return "\n".join(parts)


def summary(problems: Iterable[Problem], files: int) -> str:
    """How many problems in how many files, in both languages."""
    problems = tuple(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return f"✓ ไม่พบปัญหา (ตรวจ {files:,} ไฟล์)\n✓ No problems ({_counted(files, 'file')} checked)"
    among = len({problem.file for problem in problems})
    thai = f"ต้องแก้ {errors:,} จุด ควรดู {warnings:,} จุด ใน {among:,} ไฟล์ (ตรวจ {files:,} ไฟล์)"
    found = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')} in {_counted(among, 'file')}"
    return f"{thai}\n{found} ({_counted(files, 'file')} checked)"


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" + ("" if number == 1 else "s")


def _words(problem: Problem, line: str | None) -> str:
    sign, thai, english = ("✗", "ต้องแก้", "error") if problem.severity == "error" else ("!", "ควรดู", "warning")
    where = f"{printable(problem.file)}:{problem.line}:{problem.column}"
    parts = [f"  {sign} {thai} / {english}  {where}  [{problem.code}]"]
    if problem.field:
        parts.append(f"    ช่อง / field: {readable_path(problem.field, 'th')}")
    if line is not None and line.strip():
        parts.extend(pointed(line, problem.line, problem.column))
    for text, fix_label, fix in (
        (problem.message.th, "วิธีแก้: ", problem.fix.th),
        (problem.message.en, "Fix: ", problem.fix.en),
    ):
        parts.append(_indented(text, "    "))
        parts.append(_indented(fix_label + fix, "    "))
    return "\n".join(parts) + "\n"


def pointed(line: str, number: int, column: int) -> list[str]:
    """The line with its number, and under it a mark at the column, both cut to what a terminal shows.

    The mark counts what is seen: a Thai vowel or tone above or below its consonant takes no room.
    """
    at = max(0, min(column - 1, len(line)))
    start, end = _window(line, at)
    before = ("…" if start else "") + printable(line[start:at])
    shown = before + printable(line[at:end]) + ("…" if end < len(line) else "")
    margin = f"    {number} │ "
    return [margin + shown, " " * (len(margin) - 2) + "│ " + " " * width(before) + "^"]


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_letter_width(letter) for letter in text)


def printable(text: str) -> str:
    """The text without anything that could steer a terminal; a tab is shown as an arrow."""
    return "".join(
        "→" if letter == "\t" else "\ufffd" if unicodedata.category(letter) in ("Cc", "Cs", "Co") else letter
        for letter in text
    )


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _window(line: str, at: int) -> tuple[int, int]:
    """The part of a long line around a place; it does not begin with a mark of the letter before."""
    if len(line) <= LINE_WIDTH:
        return 0, len(line)
    start = max(0, at - LINE_WIDTH // 2)
    while start and unicodedata.category(line[start]) == "Mn":
        start -= 1
    return start, min(len(line), start + LINE_WIDTH)


def _indented(text: str, indent: str) -> str:
    return "\n".join(indent + printable(line) for line in text.split("\n"))


def _annotation(problem: Problem) -> str:
    said = "\n".join((problem.message.th, problem.fix.th, problem.message.en, problem.fix.en))
    properties = ",".join(
        f"{name}={_escaped(str(value), property_value=True)}"
        for name, value in (
            ("file", problem.file),
            ("line", problem.line),
            ("col", problem.column),
            ("title", problem.code),
        )
    )
    return f"::{problem.severity} {properties}::{_escaped(said)}"


def _escaped(text: str, property_value: bool = False) -> str:
    """As GitHub reads workflow commands: a line end would end the command, a comma or colon a property."""
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(sign, code)
    if property_value:
        text = text.replace(":", "%3A").replace(",", "%2C")
    return text
