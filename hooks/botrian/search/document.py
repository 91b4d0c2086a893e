"""What is found: one page, or one place on a page, with the texts by which it is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from botrian.kinds import kinds

#: Documents that are no records: pages written by hand, the rows of tables, the guide's pages of the checking rules.
GUIDE: Final = "guide"
ROW: Final = "row"
RULE: Final = "rule"


@cache
def kind_weights() -> Mapping[str, float]:
    """The kinds of document in the order in which the index keeps them, with what the browser weighs them by.

    Pages come first, then what stands on another page (facts, rows): it repeats what pages tell. Who reads looks for no
    rule of checking: these come last, and are found by who has their code or their words before them.
    """
    found = {kind.id: kind.search for kind in kinds() if kind.search}
    pages = {id_: search.weight for id_, search in found.items() if not search.part}
    parts = {id_: search.weight for id_, search in found.items() if search.part}
    return {**pages, GUIDE: 0.85, **parts, ROW: 0.75, RULE: 0.55}


@cache
def page_kinds() -> frozenset[str]:
    """The kinds whose documents readers look for by their names: pages, and entries of their own on one."""
    return frozenset(kind_weights()) - {ROW, RULE} - {kind.id for kind in kinds() if kind.search and kind.search.part}


@dataclass(frozen=True)
class SearchDocument:
    """One result. Texts are in the index's language, except ``other``; ``\\n`` parts statements.

    ``asked``: in which words people ask for it, one a line; they are searched, and shown nowhere.

    ``url`` is below the language's root. ``years`` are C.E. ``records`` are what it was made from; they never
    reach the index (a test asks them for their citations).
    """

    kind: str
    id: str
    url: str
    title: str
    context: str = ""
    aliases: str = ""
    summary: str = ""
    labels: str = ""
    body: str = ""
    other: str = ""
    asked: str = ""
    provinces: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    records: tuple[object, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The fields that are searched, in the order in which the browser weighs them."""
        return (self.title, self.aliases, self.summary, self.labels, self.body, self.other, self.asked)
