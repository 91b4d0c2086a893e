"""Problems and the lines they are about go in; for those with one plain mending, the line as it should be comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from botrian.check import Problem, mended_line
from botrian.review.model import Suggestion

#: Rules whose ``expected`` takes the place of ``got`` as it stands. Tests follow each of their golden cases.
REPLACED = frozenset(
    {
        "citation-reversed",
        "date-calendar-missing",
        "fact-choice",
        "link-absolute",
        "link-broken",
        "link-record",
        "picture-missing",
        "reference-unknown",
        "style-word",
        "table-field",
        "table-sort",
        "text-normalised",
        "value-not-in-list",
    }
)
#: Rules whose ``expected`` is a key with its value: ``number: 61``.
KEYED = frozenset({"number-form"})
RULES = REPLACED | KEYED
#: A line of more letters is not shown whole in a suggestion.
_LONGEST = 2_000

#: Gives one line of a file of the new tree, or None.
LineOf = Callable[[str, int], str | None]


def suggestions(
    problems: Iterable[Problem], line_of: LineOf, added: Mapping[str, frozenset[int]]
) -> Mapping[Problem, Suggestion]:
    """The suggestions for problems on added lines: on others GitHub takes none."""
    found: dict[Problem, Suggestion] = {}
    for one in problems:
        line = line_of(one.file, one.line) if one.line in added.get(one.file, frozenset()) else None
        mended = None
        if line is not None and len(line) <= _LONGEST:
            mended = mended_line(one, line) or _mended(one, line)
        if mended is not None and mended != line:
            found[one] = Suggestion(first=one.line, last=one.line, lines=(mended,))
    return found


def _mended(problem: Problem, line: str) -> str | None:
    """The line with the one thing mended; None where it is not plain which letters are meant."""
    wrong, right = problem.got, problem.expected
    if problem.code in KEYED and ": " in right:
        wrong = f"{right.partition(': ')[0]}: {wrong}"
    elif problem.code not in REPLACED:
        return None
    if not wrong or not right or "\n" in right:
        return None
    if problem.code == "style-word" and any(letter.isdigit() for letter in wrong):
        return None  # a pair of years: which calendar comes first is for people to say
    at = problem.column - 1
    if not line.startswith(wrong, at):
        places = [found.start() for found in re.finditer(re.escape(wrong), line)]
        if len(places) != 1:
            return None
        at = places[0]
    return line[:at] + right + line[at + len(wrong) :]
