"""A document goes in; its Markdown as the pages read it, with the place of each letter in the file, comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from botrian.findings import Place
from botrian.markup.article import Article, article_of
from botrian.read import Document


@dataclass(frozen=True)
class Body:
    """The Markdown of one document, read when it is first asked for."""

    document: Document

    @cached_property
    def article(self) -> Article:
        """The text as the pages read it."""
        return article_of(self.document.body)

    def place(self, offset: int) -> Place:
        """The place of a letter of the body in the file."""
        line, column = self.article.line_of(offset)
        return Place(self.document.name, self.document.body_line + line, column + 1)

    def offset(self, place: Place) -> int:
        """The letter of the body at a place."""
        return self.article.offset_of(place.line - self.document.body_line, place.column - 1)

    def finder(self) -> Callable[[str], Place]:
        """Finds words of the page in the file. Asked again for the same words, it finds them at their next place.

        Words that are typed otherwise than they are shown (as entities) are looked for from their beginning on.
        """
        reached: dict[str, int] = {}

        def find(words: str) -> Place:
            text = self.article.bare
            wanted = words if words in text else words[:2]
            at = text.find(wanted, reached.get(wanted, 0))
            reached[wanted] = max(at, 0) + 1
            return self.place(max(at, 0))

        return find
