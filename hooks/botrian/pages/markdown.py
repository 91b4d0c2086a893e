"""Markdown that people wrote goes in; HTML for a page comes out, with our citations, links and tables set in.

The tree comes from ``markup`` clean; what is set into it here is all ours.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from botrian.markup import CITATION, Article, Element, cited_lines, html_of, record_of, table_of, text_of
from botrian.markup.allowed import HEADINGS, leads_away, scheme_of
from botrian.markup.article import heading_words, places_table
from botrian.pages.desk import Desk
from botrian.pages.staged import heading
from botrian.pages.table_view import table_block
from botrian.records import Citation

_SAFE_LINK = {"rel": "noopener noreferrer"}


def rendered(text: str, desk: Desk, path: str, top_level: int = 2) -> Markup:
    """The Markdown of one record or page as blocks of HTML between headings.

    ``path`` is the file below ``docs/``, against which relative links are read. Headings begin at ``top_level``.
    """
    article = Article(text)
    tree = article.cleaned(partial(_way, desk=desk, path=path))
    headings = (one for one in tree.elements() if one.tag in HEADINGS)
    for one, anchor in zip(headings, article.anchors, strict=True):
        one.attributes["id"] = anchor
    return Markup("").join(_blocks(tree, desk, top_level))


def citations_in_text(text: str) -> tuple[Citation, ...]:
    """The citations that a Markdown text shows, in their order."""
    if "[@" not in text and "&" not in text:
        return ()
    runs = (run.text for run in Article(text).words() if not run.in_link and not run.in_heading)
    return tuple(_cited(match) for run in runs for match in CITATION.finditer(run))


def _cited(match: re.Match[str]) -> Citation:
    return Citation(source=match[1], lines=cited_lines(match))


def _blocks(tree: Element, desk: Desk, top_level: int) -> Iterator[Markup]:
    """Headings between the other blocks become headings of the page."""
    set_in = _Ours(desk, top_level)
    block: list[Element | str] = []
    for child in tree.children:
        if isinstance(child, Element) and child.tag in HEADINGS:
            yield _block(block)
            block = []
            yield heading(heading_words(child), child.attributes["id"], _level(child, top_level))
        else:
            block.extend(set_in.node(child))
    yield _block(block)


def _block(nodes: list[Element | str]) -> Markup:
    html = html_of(Element("", {}, nodes)).strip()
    return Markup(f'\n\n<div class="kb-body md-typeset">\n{html}\n</div>\n\n') if html else Markup("")  # noqa: S704 - clean tree


def _level(element: Element, top_level: int) -> int:
    """Headings that people write begin below the page's title."""
    return min(max(int(element.tag[1]) - 1, 1) + top_level - 1, 6)


@dataclass(frozen=True)
class _Ours:
    """Sets our elements into a clean tree, in the order of the text: citations are numbered as they come."""

    desk: Desk
    top_level: int

    def node(self, node: Element | str, in_link: bool = False) -> Iterator[Element | str]:
        """What stands on the page in place of a node."""
        if isinstance(node, str):
            yield from (node,) if in_link else self._text(node)
        elif places_table(node):
            yield table_block(self.desk.tables[table_of(text_of(node)) or ""], self.desk)
        elif node.tag in ("pre", "code"):
            yield node
        else:
            yield self._element(node, in_link)

    def _text(self, text: str) -> Iterator[str]:
        end = 0
        for match in CITATION.finditer(text):
            yield text[end : match.start()]
            yield self.desk.cite([_cited(match)])
            end = match.end()
        yield text[end:]

    def _element(self, element: Element, in_link: bool) -> Element:
        inside = in_link or element.tag == "a"
        children = [made for child in element.children for made in self.node(child, inside)]
        attributes = element.attributes
        if element.tag == "a":
            return self._link(attributes, children)
        if element.tag == "img":
            # A picture waits until it is scrolled to: a slow line pays only for what is looked at.
            return Element("img", {"loading": "lazy", **attributes})
        if element.tag == "table":
            table = Element("table", {"class": "kb-table", **attributes}, children)
            return Element("div", {"class": "kb-table-wrap", "tabindex": "0"}, [table])
        if element.tag in HEADINGS:
            return Element(f"h{_level(element, self.top_level)}", attributes, children)
        return Element(element.tag, attributes, children)

    def _link(self, attributes: dict[str, str], children: list[Element | str]) -> Element:
        record = record_of(attributes["href"])
        if record is None:
            return Element("a", {**attributes, **_SAFE_LINK}, children)
        return Element("a", {"href": self.desk.url(*record)}, children or [self.desk.name(*record)])


def _way(link: str, desk: Desk, path: str) -> str:
    """A link as the page needs it: files of ``docs/`` become addresses, read relative to the file it stands in."""
    if scheme_of(link) is not None or leads_away(link) or link.startswith("#"):
        return link
    target, mark, anchor = link.partition("#")
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    if inside.startswith(".."):
        return ""
    if inside.endswith(".md"):
        stem = re.sub(r"(\.en)?\.md$", "", inside)
        inside = re.sub(r"(^|/)index$", r"\1", stem)
        inside = inside if inside.endswith("/") or not inside else inside + "/"
    elif target.endswith("/") and not inside.endswith("/"):
        inside += "/"
    return desk.to(inside + mark + anchor)
