"""A staged page: what any site generator needs to make one page, and its text as a Markdown file.

A page is parts: a heading of ours with the HTML under it. A heading comes out of a template as an element with an
attribute that only ``heading`` writes: texts are escaped and people's HTML may not have it, so no content can make one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from markupsafe import Markup

from botrian.markup import text_marked, thai_marked
from botrian.pages.meta import PageMeta

_HEADING = re.compile(r'<h([2-6]) data-part id="([^"<>]*)">([^<>]*)</h\1>')
#: Blank lines between elements mean nothing; elsewhere they may stand in an example.
_BETWEEN_ELEMENTS = re.compile(r">[ \t]*+\n\s*+<")
_BLANK_LINE = re.compile(r"\n(?=[ \t]*+\n)")
#: All that a reader of Markdown might take for markup.
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_NOT_IN_ANCHOR = re.compile(r"[^\w\u0e00-\u0e7f.-]")


@dataclass(frozen=True)
class Heading:
    """A heading of a page: plain words, the anchor that leads to it, its level (2 to 6).

    ``mark_thai``: the page is in English, and Thai in the words is marked as Thai.
    """

    words: str
    anchor: str
    level: int
    mark_thai: bool = False

    def html(self) -> str:
        """The element. The link to itself, for the mouse, is set behind its words by ``browser/modules/frame``."""
        inner = text_marked(self.words) if self.mark_thai else self.words
        return Markup('<h{0} id="{1}">{2}</h{0}>').format(self.level, self.anchor, inner)

    def markdown(self) -> str:
        """The line of a Markdown file. Signs stand as numbers: so they are no markup to any reader of Markdown."""
        words = _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(self.words.split()))
        return f"{'#' * self.level} {words} {{#{_NOT_IN_ANCHOR.sub('', self.anchor)}}}"


@dataclass(frozen=True)
class Part:
    """A heading and the HTML under it; the first part of a page has no heading."""

    heading: Heading | None
    html: str


@dataclass(frozen=True)
class StagedPage:
    """One page of one language. ``address`` is its URL below the language's root; ``meta`` its front matter."""

    address: str
    path: str
    title: str
    parts: Sequence[Part]
    meta: PageMeta = field(default_factory=PageMeta)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings between the parts."""
        return tuple(part.heading for part in self.parts if part.heading is not None)

    @property
    def content(self) -> str:
        """All of its HTML."""
        pieces: list[str] = []
        for part in self.parts:
            if part.heading is not None:
                pieces.append(part.heading.html())
            if part.html:
                pieces.append(part.html)
        return "\n".join(pieces)

    def text(self) -> str:
        """The file: front matter in the JSON that is also YAML, then the content."""
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in self._front_matter()]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.markdown() + "\n"

    def markdown(self) -> str:
        """Headings in Markdown; all else in blocks of HTML without a blank line, where no Markdown is read."""
        return "\n\n".join(self._blocks())

    def _blocks(self) -> Iterator[str]:
        for part in self.parts:
            if part.heading is not None:
                yield part.heading.markdown()
            if part.html:
                yield _BLANK_LINE.sub("&#10;", _BETWEEN_ELEMENTS.sub(">\n<", part.html))

    def _front_matter(self) -> list[tuple[str, object]]:
        return [
            ("title", self.title),
            *((name, value) for name, value in sorted(self.meta.items()) if value),
        ]


def heading(text: str, anchor: str, level: int = 2) -> Markup:
    """A heading of ours, as it stands in the content of a page until ``parts_of`` finds it."""
    return Markup('\n<h{0} data-part id="{1}">{2}</h{0}>\n').format(level, anchor, " ".join(text.split()))


def folded(content: str) -> Markup:
    """Content that stands inside an element: its headings keep their anchors, but no part of the page begins there."""
    # A plain string: what is put into a Markup is escaped, by ``sub`` as well.
    return Markup(_HEADING.sub(r'<h\1 id="\2">\3</h\1>', str(content)))  # noqa: S704 - HTML of ours, as it came


def parts_of(content: str, mark_thai: bool = False) -> tuple[Part, ...]:
    """The parts of a page's content. ``mark_thai``: the page is in English, and its Thai is marked as Thai."""
    parts, end, last = [], 0, None
    shown: Callable[[str], str] = thai_marked if mark_thai else str
    for match in _HEADING.finditer(content):
        parts.append(Part(last, shown(content[end : match.start()].strip())))
        last, end = Heading(unescape(match[3]), unescape(match[2]), int(match[1]), mark_thai), match.end()
    parts.append(Part(last, shown(content[end:].strip())))
    return tuple(part for part in parts if part.heading or part.html)
