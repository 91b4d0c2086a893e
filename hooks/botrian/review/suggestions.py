"""Problems and the lines they are about go in; for those with one plain mending, the line as it should be comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from botrian.check import Problem, proposed_line
from botrian.review.model import Suggestion

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
        mended = proposed_line(one, line) if line is not None and len(line) <= _LONGEST else None
        if mended is not None:
            found[one] = Suggestion(first=one.line, last=one.line, lines=(mended,))
    return found
