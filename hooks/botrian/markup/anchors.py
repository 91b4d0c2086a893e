"""Headings of a text go in; their anchors come out: unique on their page, and none that the page has already."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from botrian.thai import slug

#: Anchors of the headings that the templates set.
_HEADINGS = (
    *("network", "vision", "tools", "timeline", "results", "helps", "hinders", "next", "disagreements", "story"),
    *("facts", "cases", "lessons", "tables", "citations", "evidence", "questions", "related", "actors", "steps"),
    *("parts", "structure", "also", "content", "provinces", "themes", "paths"),
    *("numbers", "more", "events", "failed"),
)
#: Ids of the frame, the search and the table tools.
_FRAME = (
    *("menu", "toc", "front-search", "kb-search-input", "kb-search-page-input", "kb-definition"),
    *("table-view-tools", "embed-title", "embed-code", "embed-link"),
)
#: Rows of ours: citations, facts, letters of an index.
_NUMBERED = re.compile(r"(?:cite-[0-9]+|fact-[a-z0-9-]+|letter-.+|l[0-9]+(?:-[0-9]+)?)", re.DOTALL)


class _Taken(Container[str]):
    """The anchors that a heading may not have."""

    def __init__(self, more: Iterable[str]) -> None:
        self._given = set(more)

    def __contains__(self, anchor: object) -> bool:
        return (
            anchor in _HEADINGS
            or anchor in _FRAME
            or anchor in self._given
            or _NUMBERED.fullmatch(str(anchor)) is not None
        )

    def give(self, words: str) -> str:
        """The anchor of a heading with these words, taken from now on."""
        # A number behind an anchor of ours may be one of ours too.
        anchor = slug(words, self) if _NUMBERED.fullmatch(slug(words)) is None else slug(f"section-{words}", self)
        self._given.add(anchor)
        return anchor


def anchors(headings: Iterable[str], more: Iterable[str] = ()) -> list[str]:
    """The anchor of each heading, in their order. ``more`` are ids that stand on the same page."""
    taken = _Taken(more)
    return [taken.give(words) for words in headings]
