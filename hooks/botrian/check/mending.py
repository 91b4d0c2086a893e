"""A problem and its line go in; the line as it should be comes out, where there is one right answer.

Only what is sure is mended: signs that look alike, the form of numbers and dates, a blank that is missing. What was
meant among several is for people to say. A fix, once followed, passes: tests follow every golden case of these rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from botrian.check.problems import Problem
from botrian.read import syntax
from botrian.thai import arabic_digits

#: A longer line is not mended: nobody could look it over.
LONGEST = 5_000


@dataclass(frozen=True)
class Edit:
    """Letters from ``start`` up to ``end`` of a line (from 0), and what takes their place."""

    start: int
    end: int
    text: str


def mended_line(problem: Problem, line: str) -> str | None:
    """The line with the problem mended; None where nothing is sure."""
    mend = FIXERS.get(problem.code)
    if mend is None or len(line) > LONGEST:
        return None
    at = problem.column - 1
    mended = mend(problem, line, at)
    return mended if mended is not None and mended != line and "\n" not in mended else None


def proposed_line(problem: Problem, line: str) -> str | None:
    """The line as it is likely meant: mended where that is sure, else with what the problem expects; None without one.

    For people who look at it before it is taken: a suggestion on a pull request.
    """
    sure = mended_line(problem, line)
    if sure is not None or problem.code not in PROPOSED or len(line) > LONGEST:
        return sure
    wrong, right = problem.got, problem.expected
    if problem.code == "number-form" and ": " in right:  # "number: 61": the key and its value
        wrong = f"{right.partition(': ')[0]}: {wrong}"
    if problem.code == "style-word" and _is_year_pair(wrong):
        return None
    mended = _put(line, problem.column - 1, wrong, right) if "\n" not in right else None
    return mended if mended != line else None


def edit_of(line: str, mended: str) -> Edit:
    """The smallest change that makes one line of the other."""
    start = 0
    while start < min(len(line), len(mended)) and line[start] == mended[start]:
        start += 1
    rest = 0
    while rest < min(len(line), len(mended)) - start and line[-1 - rest] == mended[-1 - rest]:
        rest += 1
    return Edit(start, len(line) - rest, mended[start : len(mended) - rest])


def _put(line: str, at: int, wrong: str, right: str) -> str | None:
    """The line with ``wrong`` replaced where it stands, or at its only place."""
    if not wrong or not right:
        return None
    if not line.startswith(wrong, at):
        places = [match.start() for match in re.finditer(re.escape(wrong), line)]
        if len(places) != 1:
            return None
        at = places[0]
    return line[:at] + right + line[at + len(wrong) :]


def _replaced(problem: Problem, line: str, at: int) -> str | None:
    return _put(line, at, problem.got, problem.expected)


def _loose(text: str) -> str:
    """A word without what people and programs add to it: quotes, capitals, Thai digits, blanks, underscores."""
    return re.sub(r"[\s“”\"'‘’`_-]", "", arabic_digits(text)).casefold()


def _same_word(problem: Problem, line: str, at: int) -> str | None:
    """The word that was found and the one expected are the same, typed otherwise."""
    if _loose(problem.got) != _loose(problem.expected) or not _loose(problem.got):
        return None
    return _replaced(problem, line, at)


def _same_or_named(problem: Problem, line: str, at: int) -> str | None:
    """As ``_same_word``; or the word found is the Thai name of the id expected, which no mistyped id could be near."""
    if re.search("[ก-๙]", problem.got) and problem.expected.isascii():
        return _replaced(problem, line, at)
    return _same_word(problem, line, at)


def _style(problem: Problem, line: str, at: int) -> str | None:
    return None if _is_year_pair(problem.got) else _replaced(problem, line, at)


def _is_year_pair(text: str) -> bool:
    """Which calendar of two comes first is for people to say."""
    return any(letter.isdigit() for letter in text)


def _number(problem: Problem, line: str, at: int) -> str | None:
    """Thai digits, commas at the thousands, a sign in front; a unit behind it would be lost."""
    plain = arabic_digits(problem.got).strip().strip("\"'").lstrip("+").removesuffix(".")
    if not re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?", plain):
        return None
    return _put(line, at, problem.got, plain.replace(",", ""))


def _lines(problem: Problem, line: str, at: int) -> str | None:
    """Two numbers, whatever stands around and between them."""
    wanted = re.fullmatch(r"lines: (\[\d+, \d+\])", problem.expected)
    if wanted is None or len(re.findall(r"\d+", arabic_digits(problem.got))) != 2:
        return None
    begin = line.find("lines:")
    rest = line[begin + len("lines:") :].lstrip()
    value = re.match(r"\[[^\[\]\n]*\]|[\d๐-๙]{1,9} {0,9}[-–,] {0,9}[\d๐-๙]{1,9}", rest)
    if begin < 0 or line.count("lines:") != 1 or value is None:
        return None
    return line[: begin + len("lines:")] + " " + wanted[1] + rest[value.end() :]


def _date(problem: Problem, line: str, at: int) -> str | None:
    one = re.fullmatch(r"\d{4}(?:-\d\d){0,2} (?:BE|CE)", problem.expected)
    return _replaced(problem, line, at) if one else None


def _dash(problem: Problem, line: str, at: int) -> str | None:
    """A dash right before a text becomes one with a blank behind it."""
    text = line.lstrip()
    dashed = text.startswith("-") and not text[1:2].isspace() and len(text) > 1
    return f"{line[: len(line) - len(text)]}- {text[1:]}" if dashed else None


def _colon(problem: Problem, line: str, at: int) -> str | None:
    """``key:value`` gets its blank."""
    found = re.compile(rf"(?<![\w“\"]){re.escape(problem.got)}:(?=\S)").search(line)
    return f"{line[: found.end()]} {line[found.end() :]}" if found else None


def _tab(problem: Problem, line: str, at: int) -> str | None:
    lead = re.match(r"[ \t]*", line)
    return lead[0].replace("\t", "  ") + line[lead.end() :] if lead else None


def _list_sign(problem: Problem, line: str, at: int) -> str | None:
    match = LIST_SIGN.match(line)
    return f"{match[1]}- {match[2]}" if match else None


def _wide(problem: Problem, line: str, at: int) -> str | None:
    """Full-width signs between keys and values; inside of quotes they are somebody's words."""
    out, quote = [], ""
    for letter in line:
        if quote:
            quote = "" if letter == quote else quote
            out.append(letter)
            continue
        quote = letter if letter in "\"'" else ""
        out.append(WIDE_SIGNS.get(letter, letter))
    return re.sub(r"(?<=[a-z_]):(?=[^\s/])", ": ", re.sub(r"(?<=[a-z_]) : ?", ": ", "".join(out)))


def _quoted_text(problem: Problem, line: str, at: int) -> str | None:
    """A text with a colon or a sharp in it, in quotes up to the end of its line or brackets."""
    key, colon, value = problem.expected.partition(": ")
    bare = value.strip().strip('"')
    if not colon or "…" in bare or len(value) >= 100:
        return None
    return _put(line, line.find(f"{key}: {bare}"), f"{key}: {bare}", f'{key}: "{bare}"')


#: What stands in front of a point where YAML wants ``- ``: Word's dashes and bullets, a star.
LIST_SIGN = re.compile(r"^(\s*)(?:[–—−•·‣◦▪●○*]|\d{1,2}[.)])\s*((?![*–—])\S.*)$")
WIDE_SIGNS: Mapping[str, str] = {**syntax.WIDE_SIGNS, "－": "-"}

#: Rules whose ``expected`` may take the place of ``got`` as it stands: likely meant, and for somebody to look at.
PROPOSED = frozenset(
    {
        "citation-reversed",
        "date-calendar-missing",
        "fact-choice",
        "link-absolute",
        "link-broken",
        "link-record",
        "number-form",
        "picture-missing",
        "reference-unknown",
        "style-word",
        "table-field",
        "table-sort",
        "text-normalised",
        "value-not-in-list",
    }
)

FIXERS: Mapping[str, Callable[[Problem, str, int], str | None]] = {
    "citation-reversed": _replaced,
    "date-calendar-missing": _date,
    "date-form": _date,
    "fact-choice": _same_or_named,
    "field-unknown": _same_or_named,
    "id-form": _same_word,
    "lines-form": _lines,
    "link-absolute": _replaced,
    "link-record": _same_word,
    "number-form": _number,
    "reference-moved": _replaced,
    "reference-unknown": _same_or_named,
    "style-word": _style,
    "table-field": _same_word,
    "value-not-in-list": _same_or_named,
    "yaml-colon-in-text": _quoted_text,
    "yaml-colon-space": _colon,
    "yaml-comment-cut": _quoted_text,
    "yaml-dash-space": _dash,
    "yaml-list-sign": _list_sign,
    "yaml-tab": _tab,
    "yaml-wide-sign": _wide,
}
