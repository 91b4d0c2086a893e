"""Clean HTML goes in; a tree of elements and texts comes out, and the other way round.

Made here because what nh3 writes is well-formed and read again exactly; lxml would set it anew by the rules of HTML 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markupsafe import Markup

from botrian.markup.allowed import VOID

#: Deeper elements are taken away and their content kept, so that every walk over a tree ends.
DEEPEST = 100


@dataclass
class Element:
    """An element. Its children are elements and texts; a ``Markup`` among them is HTML of ours, written as it is."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """All elements below this one, in their order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements()

    def depth(self) -> int:
        """How many elements lie in each other below this one."""
        return max((1 + child.depth() for child in self.children if isinstance(child, Element)), default=0)


def tree_of(html: str) -> Element:
    """The tree of a piece of well-formed HTML, under an element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def html_of(node: Element | str) -> str:
    """The HTML of a tree; every text and attribute is escaped."""
    return "".join(_written(node))


def text_of(node: Element | str) -> str:
    """All the text in a tree."""
    if isinstance(node, str):
        return node
    return "".join(text_of(child) for child in node.children)


def _written(node: Element | str) -> Iterator[str]:
    if isinstance(node, Markup):
        yield str(node)
    elif isinstance(node, str):
        yield node.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    else:
        if node.tag:
            yield f"<{node.tag}{''.join(map(_attribute, node.attributes.items()))}>"
        for child in node.children:
            yield from _written(child)
        if node.tag and node.tag not in VOID:
            yield f"</{node.tag}>"


def _attribute(item: tuple[str, str]) -> str:
    name, value = item
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return f' {name}="{escaped}"'


class _Reader(HTMLParser):
    """Builds the tree."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]
        self._too_deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        if len(self._open) > DEEPEST and tag not in VOID:
            self._too_deep += 1
            return
        self._open[-1].children.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif tag not in VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        last = self._open[-1].children
        if last and isinstance(last[-1], str):
            last[-1] += data
        else:
            last.append(data)
