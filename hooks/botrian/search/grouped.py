"""Groups of spellings and the lines of all terms enter; a file of lists for each group leaves.

A reader who types a known name or word asks for one small file instead of those in which its terms happen to lie, and
gets with it what its other spellings need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from botrian.search.keys import BEGIN, terms_in_order

#: How many terms of a spelling its group's file holds, spread evenly over it; the browser counts by the same number.
GROUP_TERMS: Final = 9


def group_lists(groups: Iterable[Sequence[str]], lines: Mapping[str, str]) -> list[str]:
    """The files' texts, in the order of the groups. ``lines``: those of all terms, as ``postings.lines_of`` gives them.

    ``groups``: the keys of each that are written in the script of the language, for nearly all that is typed is.
    """
    return ["\n".join(lines.get(term) or f"{term}\t0\t\t" for term in sorted(_terms_of(keys))) for keys in groups]


def _terms_of(keys: Iterable[str]) -> set[str]:
    """The terms of a group's spellings, and each of them as a whole name and as how one begins."""
    wanted: set[str] = set()
    for one in keys:
        name = one.replace(" ", "")
        wanted.update(some_of(terms_in_order(one)), (f"~{name}", f"^{name[:BEGIN]}"))
    return wanted


def some_of(terms: Sequence[str]) -> list[str]:
    """The terms that are kept of a spelling; ``terms.js`` counts alike."""
    count = min(GROUP_TERMS, len(terms))
    return [terms[at * (len(terms) - 1) // max(1, count - 1)] for at in range(count)]
