"""A piece of raw HTML goes in; its tags come out, and what no reader of HTML would take as its writer meant it.

Only the strict form of a tag is taken for one (that of CommonMark, which browsers read alike). Everything else that a
browser might take for markup is a fault: so nothing that cleaning takes away goes unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from botrian.markup.allowed import TAGS, VOID
from botrian.thai import normal

_VALUE = r"\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++"
_ATTRIBUTE = rf"\s++([a-zA-Z_:][a-zA-Z0-9:._-]*+)(?:\s*+=\s*+({_VALUE}))?+"
_TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:{_ATTRIBUTE})*+)\s*+/?>")
_ONE_ATTRIBUTE = re.compile(rf"(?<!\s){_ATTRIBUTE}")
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_SHOWN = 40
#: Elements that HTML itself closes where they may end.
_CLOSE_THEMSELVES = frozenset(("p", "li", "dt", "dd", "thead", "tbody", "tr", "th", "td"))
_MUST_CLOSE = TAGS - VOID - _CLOSE_THEMSELVES

FaultKind = Literal["unfinished", "comment", "never-closed", "never-opened"]


@dataclass(frozen=True)
class RawTag:
    """A tag as somebody typed it: at ``start`` of its piece. Its attributes' values are those that a browser sees."""

    start: int
    end: int
    name: str
    closes: bool
    attributes: tuple[tuple[str, str], ...] = ()
    #: How deep in lists and quotes the text is in which it stands.
    level: int = 0


@dataclass(frozen=True)
class RawFault:
    """HTML that is not whole; ``got`` is how it begins."""

    start: int
    kind: FaultKind
    got: str


def pieces(html: str, offset: int = 0, level: int = 0) -> Iterator[RawTag | RawFault]:
    """The tags and faults of one piece of raw HTML; ``offset`` is added to their places. Comments are passed over."""
    at = 0
    while found := _MARKUP.search(html, at):
        start = found.start()
        if html.startswith("<!--", start):
            end = _end_of_comment(html, start)
            if end is None:
                yield RawFault(offset + start, "comment", "<!--")
                return
            at = end
        elif tag := _TAG.match(html, start):
            yield RawTag(offset + start, offset + tag.end(), tag[2].lower(), bool(tag[1]), _attributes(tag[3]), level)
            at = tag.end()
        else:
            yield RawFault(offset + start, "unfinished", html[start : start + _SHOWN].split("\n")[0])
            at = start + 1


def unbalanced(tags: list[RawTag]) -> Iterator[RawFault]:
    """The tags of a text that open and are never closed at their level, or close what was never opened."""
    opened: list[RawTag] = []
    for tag in tags:
        if tag.name not in _MUST_CLOSE:
            continue
        if not tag.closes:
            opened.append(tag)
        elif opened and (opened[-1].name, opened[-1].level) == (tag.name, tag.level):
            opened.pop()
        else:
            yield RawFault(tag.start, "never-opened", f"</{tag.name}>")
    for tag in opened:
        yield RawFault(tag.start, "never-closed", f"<{tag.name}>")


def _end_of_comment(html: str, start: int) -> int | None:
    """Where a browser lets a comment end; None where it never ends."""
    for short in ("<!-->", "<!--->"):
        if html.startswith(short, start):
            return start + len(short)
    ends = [at + len(end) for end in ("-->", "--!>") if (at := html.find(end, start + 4)) >= 0]
    return min(ends, default=None)


def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    found = []
    for match in _ONE_ATTRIBUTE.finditer(text):
        value = match[2] or ""
        value = value[1:-1] if value[:1] in ("'", '"') else value
        found.append((match[1].lower(), normal(unescape(value))))
    return tuple(found)
