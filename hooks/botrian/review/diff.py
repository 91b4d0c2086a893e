"""A unified diff, as ``git diff`` writes it, goes in; the lines that it adds come out, by file."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")


def added_lines(diff: str) -> Mapping[str, frozenset[int]]:
    """The numbers of the lines that are new or changed, by file. Only on these GitHub takes a suggestion.

    Files whose names git writes in quotes, or that went, are left out.
    """
    found: dict[str, set[int]] = {}
    file, number, left = "", 0, 0
    for line in diff.split("\n"):
        if left <= 0 and line.startswith("+++ "):
            file = line[6:].rstrip("\t") if line.startswith("+++ b/") else ""
        elif left <= 0 and (hunk := _HUNK.match(line)):
            number, left = int(hunk[1]), int(hunk[2] or 1)
        elif left > 0 and line.startswith(("+", " ")):
            if file and line.startswith("+"):
                found.setdefault(file, set()).add(number)
            number, left = number + 1, left - 1
    return {name: frozenset(lines) for name, lines in found.items()}
