"""What is found: one page, or one place on a page, with the texts by which it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: The kinds of document, in the order in which the index keeps them. A row and a fact stand on another page.
KINDS: Final = (
    "province",
    "case",
    "lesson",
    "path",
    "theme",
    "term",
    "table",
    "event",
    "source",
    "guide",
    "fact",
    "row",
)


@dataclass(frozen=True)
class SearchDocument:
    """One result. Texts are in the index's language, except ``other``; ``\\n`` parts statements.

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
    provinces: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    records: tuple[object, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The fields that are searched, in the order in which the browser weighs them."""
        return (self.title, self.aliases, self.summary, self.labels, self.body, self.other)
