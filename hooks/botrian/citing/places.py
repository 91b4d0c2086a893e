"""A citation and its source go in; the place comes out as people find it: section, printed pages, then lines.

Pages are derived, never typed twice: from the source's page starts (``pages``) where it has them, else from the
chapter that the lines stand in. A page is certain only where its own number is printed in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar
from weakref import ReferenceType, ref

from botrian.records import Citation, PageStart, Section, Source, Text

Made = TypeVar("Made")
Lines = tuple[int, int]
#: How a page was found: printed with the citation or certain in the text, counted between page starts, or only the
#: chapter's range is known.
Sure = Literal["certain", "about", "chapter"]


@dataclass(frozen=True)
class CitedPlace:
    """Where a citation stands: innermost section, printed pages (first, last) and how sure they are, lines.

    ``section`` is in both languages where it comes from the outline; ``named`` is what the citation itself names
    (an article of a law, an item of minutes). ``question`` is the number of
    one, ``time`` is of a recording. Any of them may be lacking.
    """

    section: Text | None = None
    chapter: Text | None = None
    named: str = ""
    question: int | None = None
    pages: tuple[int, int] | None = None
    sure: Sure = "certain"
    time: tuple[str, str] | None = None
    lines: Lines | None = None

    @property
    def part(self) -> Text | None:
        """What part of the source it is: as the citation names it, else its section, else its chapter."""
        return Text(th=self.named) if self.named else self.section or self.chapter


#: What was made of places in each source that is in use, by the source's number in memory.
HELD: Final[dict[int, tuple[ReferenceType[Source], dict[Any, Any]]]] = {}


def once_in(source: Source, key: object, make: Callable[[], Made]) -> Made:
    """What rests on a source and a key alone, made once for as long as the source is in use.

    Pages, files and tables ask for the same places again and again, some fifty times each in one build.
    """
    at = id(source)
    if at not in HELD:
        HELD[at] = ref(source, lambda _: HELD.pop(at)), {}
    known = HELD[at][1]
    if key not in known:
        known[key] = make()
    found: Made = known[key]
    return found


def cited_place(citation: Citation, source: Source) -> CitedPlace:
    """The place of a citation in its source."""
    return once_in(source, citation, lambda: _found_place(citation, source))


def section_of(citation: Citation, source: Source) -> Section | None:
    """The innermost section in which a citation begins."""
    lines = citation.lines
    return once_in(source, ("section", lines[0]), lambda: innermost(source.sections, lines[0])) if lines else None


def _found_place(citation: Citation, source: Source) -> CitedPlace:
    lines = citation.lines
    pages, sure = _pages(citation, source)
    return CitedPlace(
        section=_title(section_of(citation, source)),
        chapter=_title(innermost(source.chapters, lines[0])) if lines else None,
        named=citation.section or "",
        question=citation.question,
        pages=pages,
        sure=sure,
        time=citation.time,
        lines=lines,
    )


def innermost(sections: Iterable[Section], line: int) -> Section | None:
    """The narrowest section that holds a line; None outside all of them."""
    inside = [one for one in sections if one.lines[0] <= line <= one.lines[1]]
    return min(inside, key=lambda one: one.lines[1] - one.lines[0], default=None)


def _title(section: Section | None) -> Text | None:
    return section.title if section else None


def _pages(citation: Citation, source: Source) -> tuple[tuple[int, int] | None, Sure]:
    if citation.pages:
        return citation.pages, "certain"
    if citation.lines is None:
        return None, "certain"
    first, last = (_page(source.pages, line) for line in citation.lines)
    if first and last:
        return (first.page, last.page), "certain" if first.certain and last.certain else "about"
    chapter = innermost(source.chapters, citation.lines[0])
    if chapter and chapter.page and chapter.last_page:
        return (chapter.page, chapter.last_page), "chapter"
    return None, "certain"


def _page(starts: tuple[PageStart, ...], line: int) -> PageStart | None:
    """The page that a line stands on; None before the first page that is known."""
    at = bisect_right(starts, line, key=lambda start: start.line)
    return starts[at - 1] if at else None


def same_passage(one: Lines, other: Lines, source: Source) -> bool:
    """Whether two ranges of lines of one source are one voice: they overlap, or one repeats the other."""
    if _overlap(one, other):
        return True
    return any(
        repeat.source in (None, source.id)
        and (
            (_overlap(one, repeat.lines) and _overlap(other, repeat.again))
            or (_overlap(other, repeat.lines) and _overlap(one, repeat.again))
        )
        for repeat in source.repeats
    )


def _overlap(one: Lines, other: Lines) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def seconds(moment: str) -> int:
    """A moment in a recording (``1:02:30`` or ``2:30``) in seconds."""
    total = 0
    for part in moment.split(":"):
        total = total * 60 + int(part)
    return total
