"""Problems go in; what ``kb.py check`` prints comes out: words for people, JSON for programs, lines for GitHub.

Content is quoted in all of it, and content is not trusted: nothing it says steers a terminal, and on GitHub no line of
it is taken for a command of the workflow (``::add-mask::``, ``##[error]``).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from botrian.addresses import fixed
from botrian.check.mending import edit_of, mended_line
from botrian.check.problems import Problem, readable_path
from botrian.records import Text

LINE_WIDTH = 76
#: Nobody reads more than these at once; the rest is counted.
MOST_TOLD = 300
#: What steers a terminal, cannot be seen, or turns the direction of what follows.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

#: What is said of files that could not be read to their end.
UNREAD = Text(
    th="ไฟล์ที่ผิดรูปแบบ YAML ยังอ่านไม่ถึงท้าย แก้จุดที่บอกแล้วตรวจอีกครั้ง อาจมีจุดอื่นอีก",
    en="A file with a mistake of YAML is not read to its end: mend that, then check again, there may be more.",
)

#: Gives the text of one line of a file, or None where it cannot be shown.
LineOf = Callable[[str, int], str | None]


def as_json(problems: Sequence[Problem], line_of: LineOf | None = None) -> str:
    """The list of problems, in the form that ``design.md`` promises to programs.

    With ``line_of`` each problem that has one right answer holds a ``suggestion``: the letters from ``start`` up to
    ``end``, lines and columns from 1, and the ``text`` that takes their place.
    """
    items = [
        {
            **asdict(problem),
            "message": _both(problem.message),
            "fix": _both(problem.fix),
            **(_suggestion(problem, line_of(problem.file, problem.line)) if line_of else {}),
        }
        for problem in problems
    ]
    return safe_json(json.dumps(items, ensure_ascii=False, indent=2))


def _suggestion(problem: Problem, line: str | None) -> dict[str, object]:
    mended = mended_line(problem, line) if line is not None else None
    if line is None or mended is None:
        return {}
    edit = edit_of(line, mended)
    start, end = ({"line": problem.line, "column": at + 1} for at in (edit.start, edit.end))
    return {"suggestion": {"start": start, "end": end, "text": edit.text}}


def _both(text: Text) -> dict[str, str]:
    """Our own words, which are always there in both languages."""
    return {"th": text.th, "en": text.en}


def safe_json(text: str) -> str:
    """The same JSON, with escapes for what could steer a terminal or a workflow."""
    # All of this stands inside of strings but the line ends that the writer itself puts between them.
    text = "\n".join(UNSEEN.sub(_as_escape, line) for line in text.split("\n"))
    return text.replace("##[", "##\\u005b")


def _as_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def as_github(problems: Sequence[Problem], site: str = "") -> str:
    """One workflow command for each problem, so that GitHub shows it beside the line; ``site`` as in ``as_text``."""
    told = [_annotation(problem, site) for problem in problems[:MOST_TOLD]]
    return "\n".join([*told, *_more(problems)])


def as_text(
    problems: Sequence[Problem], line_of: LineOf, files: int, site: str = "", torn: Collection[str] = ()
) -> str:
    """Words for people, by file, Thai first; each problem with the line it is about; the counts at the end.

    ``site`` is the public address of the site, on which each rule has a page; empty where there is none. ``torn`` are
    the files that were not read to their end, so that there may be more in them.
    """
    parts: list[str] = []
    for file, group in groupby(problems[:MOST_TOLD], key=lambda problem: problem.file):
        parts.append(f"━━ {printable(file)}\n")
        parts.extend(_words(problem, line_of(file, problem.line), site) for problem in group)
    parts.extend(f"{line}\n" for line in _more(problems))
    parts.append(summary(problems, files, torn))
    return "\n".join(parts)


def _more(problems: Sequence[Problem]) -> Iterator[str]:
    """How many problems are not told, where there are too many."""
    left = len(problems) - MOST_TOLD
    if left > 0:
        yield f"และอีก {left:,} จุด แก้ตามรายการข้างบนก่อนแล้วตรวจใหม่ / and {left:,} more: mend those above, then check again"


def summary(problems: Iterable[Problem], files: int, torn: Collection[str] = ()) -> str:
    """How many problems in how many files, in both languages; ``torn`` as in ``as_text``."""
    problems = tuple(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return f"✓ ไม่พบปัญหา (ตรวจ {files:,} ไฟล์)\n✓ No problems ({_counted(files, 'file')} checked)"
    among = len({problem.file for problem in problems})
    thai = f"ต้องแก้ {errors:,} จุด ควรดู {warnings:,} จุด ใน {among:,} ไฟล์ (ตรวจ {files:,} ไฟล์)"
    found = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')} in {_counted(among, 'file')}"
    more = f"\n{UNREAD.th}\n{UNREAD.en}" if any(problem.file in torn for problem in problems) else ""
    return f"{thai}\n{found} ({_counted(files, 'file')} checked){more}"


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" + ("" if number == 1 else "s")


def rule_page(code: str, site: str) -> str:
    """Where a rule is told with a wrong and a right example; empty without a site."""
    return f"{site}{fixed.RULES}{code}/" if site else ""


def _words(problem: Problem, line: str | None, site: str) -> str:
    sign, thai, english = ("✗", "ต้องแก้", "error") if problem.severity == "error" else ("!", "ควรดู", "warning")
    where = f"{printable(problem.file)}:{problem.line}:{problem.column}"
    parts = [f"  {sign} {thai} / {english}  {where}  [{problem.code}]"]
    if problem.field:
        parts.append(f"    ช่อง / field: {printable(readable_path(problem.field, 'th'))}")
    if line is not None and line.strip():
        parts.extend(pointed(line, problem.line, problem.column))
    for text, fix_label, fix in (
        (problem.message.th, "วิธีแก้: ", problem.fix.th),
        (problem.message.en, "Fix: ", problem.fix.en),
    ):
        parts.append(_indented(text, "    "))
        parts.append(_indented(fix_label + fix, "    "))
    if page := rule_page(problem.code, site):
        parts.append(f"    อ่านเรื่องนี้ / about this: {page}")
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
    """One line without anything that could steer a terminal or a workflow; a tab is shown as an arrow."""
    shown = UNSEEN.sub("\ufffd", text.replace("\t", "→")).replace("##[", "## [")
    return "".join("\ufffd" if unicodedata.category(letter) in ("Cs", "Co") else letter for letter in shown)


def safe_lines(text: str) -> str:
    """Lines of words with content in them, for a terminal or the log of a workflow."""
    return "\n".join(map(_quiet, text.split("\n")))


def _quiet(line: str) -> str:
    """One line that no workflow takes for a command; what begins one is set behind a bar."""
    shown = printable(line)
    return f"│ {shown}" if shown.lstrip().startswith("::") else shown


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
    return "\n".join(indent + _quiet(line) for line in text.split("\n"))


def _annotation(problem: Problem, site: str) -> str:
    texts = (problem.message.th, problem.fix.th, problem.message.en, problem.fix.en, rule_page(problem.code, site))
    said = "\n".join(printable(line) for text in texts if text for line in text.split("\n"))
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
        text = UNSEEN.sub("\ufffd", text.replace(":", "%3A").replace(",", "%2C"))
    return text
