"""A YAML text that the parser refused goes in; a finding that names the likely mistake comes out.

The parser says where it stopped, which is often a line after the mistake. So the line it stopped in and the one
before are looked at for the mistakes that people make, the most certain first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from botrian.findings import Finding, Place

#: Deeper than any record, and far from where the C parser's stack ends.
MAX_NESTING = 200
WIDE_SIGNS = {"：": ": ", "，": ", ", "｛": "{", "｝": "}", "［": "[", "］": "]"}
SIGNS = "@`%!&*|>,"

_OPENING = re.compile(r"^[ \-?:]{500}", re.MULTILINE)
_TAB = re.compile(r"^ *(\t)")
_DASH = re.compile(r"^\s*-(?=[^\s\-\d])(.*)$")
_GLUED = re.compile(r"^\s*(?:- )?([A-Za-z_]+):(?!//)(?=[^\s:\"'])(.+)$")
_KEYED = re.compile(r"^(\s*+(?:- ++)*+)([^\s:#{\[][^:]*+): ++(.+)$")
_GLUED_INSIDE = re.compile(r"(?<![\w\"'])([a-z_]+):(?=[\[{\"'])([^,}]*+)")
#: Word's dashes and bullets, a star or a number in front of a point, where YAML wants ``- ``.
_LIST_SIGN = re.compile(r"^(\s*)([–—−•·‣◦▪●○*]|\d{1,2}[.)])\s*((?![*–—])\S.*)$")
#: Signs of the width of a Chinese letter, as some keyboards and programs make them, around keys and values.
_WIDE = re.compile(r"^\s*(?:- )?\w+\s*(：)|^[^\"']*?([｛｝［］])|[\]}\d]\s*(，)")
_QUOTED = re.compile(r"(?:^|[:\-,{\[] )\s*([\"'])")


@dataclass(frozen=True)
class Stop:
    """Where and why the parser stopped; lines and columns from 0, as the parser counts."""

    lines: tuple[str, ...]
    problem: str
    context: str
    at: tuple[int, int]
    began: tuple[int, int]

    def near(self) -> Iterator[tuple[int, str]]:
        """The line it stopped in, and the last line before it that is not empty."""
        last = min(self.at[0], len(self.lines) - 1)
        yield last, self.lines[last]
        before = next((n for n in range(last - 1, -1, -1) if self.lines[n].strip()), None)
        if before is not None:
            yield before, self.lines[before]


@dataclass(frozen=True)
class Mistake:
    """A rule's code, the place (from 0), what was found and what is expected."""

    code: str
    at: tuple[int, int]
    got: str = ""
    expected: str = ""


def may_be_deep(text: str) -> bool:
    """Whether so many brackets or dashes follow each other that lists may lie too deep for the parser's stack.

    They may also stand in a quoted text, where they are only letters.
    """
    depth = 0
    for sign in re.findall(r"[\[\]{}]", text):
        depth = depth + 1 if sign in "[{" else max(0, depth - 1)
        if depth > MAX_NESTING:
            return True
    return _OPENING.search(text) is not None


def diagnosis(text: str, error: yaml.YAMLError, file: str, first_line: int) -> Finding:
    """The finding of a text that does not parse. ``first_line`` is the line of the file it begins at."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Finding(Place(file, first_line), "yaml-syntax", got=str(error).split("\n")[0])
    stop = _stop(text, error)
    mistake = next(filter(None, (look(stop) for look in LOOKS)), None)
    if mistake is None:
        mistake = Mistake("yaml-syntax", stop.at, stop.problem)
    line, column = min(mistake.at[0], len(stop.lines) - 1), mistake.at[1]
    return Finding(Place(file, line + first_line, column + 1), mistake.code, "", mistake.got, mistake.expected)


def _stop(text: str, error: yaml.MarkedYAMLError) -> Stop:
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    return Stop(
        tuple(text.split("\n")),
        error.problem or "",
        error.context or "",
        (mark.line, mark.column) if mark else (0, 0),
        (began.line, began.column) if began else (0, 0),
    )


def _tab(stop: Stop) -> Mistake | None:
    for number, line in stop.near():
        if match := _TAB.match(line):
            return Mistake("yaml-tab", (number, match.start(1)))
    return None


def _list_sign(stop: Stop) -> Mistake | None:
    for number, line in stop.near():
        if match := _LIST_SIGN.match(line):
            return Mistake("yaml-list-sign", (number, match.start(2)), match[2], f"- {match[3]}"[:80])
    return None


def _wide(stop: Stop) -> Mistake | None:
    for number, line in stop.near():
        if match := _WIDE.search(line):
            sign = next(one for one in match.groups() if one)
            return Mistake("yaml-wide-sign", (number, line.index(sign)), sign, WIDE_SIGNS[sign].strip())
    return None


def _no_key(stop: Stop) -> Mistake | None:
    """A line without any colon where a key belongs: pasted from a table, or a sentence that lost its key."""
    if "simple key" not in stop.context:
        return None
    line = stop.lines[min(stop.began[0], len(stop.lines) - 1)]
    if ":" in line or not line.strip():
        return None
    return Mistake("yaml-no-key", (stop.began[0], len(line) - len(line.lstrip())), line.strip()[:60], "key: value")


def _quote(stop: Stop) -> Mistake | None:
    """A quote that is never closed, or one that closes before the text ends."""
    if "quoted scalar" in stop.context:
        return Mistake("yaml-quote", stop.began, _sign_at(stop.lines, stop.began))
    line, column = stop.lines[min(stop.at[0], len(stop.lines) - 1)], stop.at[1]
    opened = _QUOTED.search(line)
    if opened and opened.end() < column and line[:column].rstrip()[-1:] == opened[1]:
        return Mistake("yaml-quote", (stop.at[0], opened.start(1)), opened[1])
    closes_early = opened and "expected" in stop.problem and line[column - 1 : column] == opened[1]
    return Mistake("yaml-quote", (stop.at[0], opened.start(1)), opened[1]) if opened and closes_early else None


def _dash(stop: Stop) -> Mistake | None:
    for number, line in stop.near():
        match = _DASH.match(line)
        if match:
            return Mistake("yaml-dash-space", (number, line.index("-")), "-", f"- {match[1]}"[:80])
    return None


def _inside(stop: Stop) -> bool:
    return "flow" in stop.context or "unexpected ':'" in stop.problem


def _glued(stop: Stop) -> Mistake | None:
    for number, line in stop.near():
        if match := _GLUED.match(line) or (_GLUED_INSIDE.search(line) if _inside(stop) else None):
            return Mistake("yaml-colon-space", (number, match.start(1)), match[1], f"{match[1]}: {match[2]}"[:80])
    return None


def _colon(stop: Stop) -> Mistake | None:
    if "mapping values are not allowed" not in stop.problem:
        return None
    line = stop.lines[stop.at[0]]
    keyed = _KEYED.match(line)
    if keyed and keyed.start(3) <= stop.at[1]:
        return Mistake("yaml-colon-in-text", stop.at, ":", f'{keyed[2]}: "{_unquoted(keyed[3])}"'[:120])
    return Mistake("yaml-indent", (stop.at[0], len(line) - len(line.lstrip())))


def _bracket(stop: Stop) -> Mistake | None:
    """A bracket that is not closed; or, inside brackets, a text with a colon."""
    if "flow" not in stop.context:
        return None
    line, column = stop.lines[min(stop.at[0], len(stop.lines) - 1)], stop.at[1]
    inside = line[:column] if stop.at[0] == stop.began[0] else ""
    if line[column : column + 1] == ":" and (text := re.search(r"(?<!\w)(\w++): ([^,{}\[\]:\"']++)$", inside)):
        rest = re.match(r"[^,}\]]*", line[column:])
        whole = f'{text[1]}: "{text[2]}{rest[0].rstrip() if rest else ""}"'
        return Mistake("yaml-colon-in-text", stop.at, ":", whole[:120])
    return Mistake("yaml-bracket", stop.began, _sign_at(stop.lines, stop.began))


def _sign(stop: Stop) -> Mistake | None:
    if "undefined alias" in stop.problem:
        return Mistake("yaml-sign", stop.at, "*")
    if "cannot start any token" in stop.problem and _sign_at(stop.lines, stop.at) in SIGNS:
        return Mistake("yaml-sign", stop.at, _sign_at(stop.lines, stop.at))
    if re.search(r"scanning an? (alias|anchor|tag|directive)", stop.context):
        return Mistake("yaml-sign", stop.began, _sign_at(stop.lines, stop.began))
    return None


def _indent(stop: Stop) -> Mistake | None:
    if "simple key" in stop.context:
        return Mistake("yaml-indent", stop.began)
    if re.search(r"expected (key|'-' indicator|<block end>)|not allowed in this context", stop.problem):
        return Mistake("yaml-indent", stop.at)
    return None


def _second(stop: Stop) -> Mistake | None:
    """A second document behind a line of dashes."""
    return Mistake("two-records", stop.at, "---") if "expected a single document" in stop.context else None


LOOKS: tuple[Callable[[Stop], Mistake | None], ...] = (
    _second,
    _tab,
    _dash,
    _wide,
    _list_sign,
    _glued,
    _no_key,
    _quote,
    _colon,
    _bracket,
    _sign,
    _indent,
)


def _sign_at(lines: tuple[str, ...], at: tuple[int, int]) -> str:
    line = lines[at[0]] if at[0] < len(lines) else ""
    return line[at[1] : at[1] + 1] or "?"


def _unquoted(text: str) -> str:
    return text.strip().replace('"', "”")
