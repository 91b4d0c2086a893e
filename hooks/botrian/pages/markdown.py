"""Markdown that people wrote goes in; HTML for a page comes out, with our citations, links and tables set in.

The tree comes from ``markup`` clean; what is set into it here is all ours.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from botrian.markup import (
    ADMONITIONS,
    CITATION,
    FOOTNOTE,
    Element,
    admonition_of,
    citation_of,
    definition_of,
    footnote_text,
    footnotes_of,
    html_of,
    record_of,
    table_of,
    text_of,
)
from botrian.markup.allowed import HEADINGS, leads_away, scheme_of
from botrian.markup.article import article_of, heading_words, places_table
from botrian.pages.desk import Desk
from botrian.pages.staged import heading
from botrian.pages.table_view import table_block
from botrian.records import Citation

#: What in a text becomes an element of ours.
_MARKS = re.compile(f"{CITATION.pattern}|{FOOTNOTE.pattern}")
_SAFE_LINK = {"rel": "noopener noreferrer"}


def rendered(text: str, desk: Desk, path: str, top_level: int = 2) -> Markup:
    """The Markdown of one record or page as blocks of HTML between headings.

    ``path`` is the file below ``docs/``, against which relative links are read. Headings begin at ``top_level``.
    """
    article = article_of(text)
    tree = article.cleaned(partial(_way, desk=desk, path=path))
    headings = (one for one in tree.elements() if one.tag in HEADINGS)
    for one, anchor in zip(headings, article.anchors, strict=True):
        one.attributes["id"] = anchor
    return Markup("").join(_blocks(tree, desk, top_level))


def citations_in_text(text: str) -> tuple[Citation, ...]:
    """The citations that a Markdown text shows, in their order."""
    if "[@" not in text and "&" not in text:
        return ()
    runs = (run.text for run in article_of(text).words() if not run.in_link and not run.in_heading)
    return tuple(citation_of(match) for run in runs for match in CITATION.finditer(run))


def _blocks(tree: Element, desk: Desk, top_level: int) -> Iterator[Markup]:
    """Headings between the other blocks become headings of the page."""
    footnotes = footnotes_of(tree)
    set_in = _Ours(desk, top_level, footnotes)
    block: list[Element | str] = []
    for child in tree.children:
        if isinstance(child, Element) and child.tag in HEADINGS:
            yield _block(block)
            block = []
            yield heading(heading_words(child), child.attributes["id"], _level(child, top_level))
        elif not any(child is one for one in footnotes.values()):
            # A footnote that nothing leads to stays as it was typed.
            loose = isinstance(child, Element) and definition_of(child) is not None
            block.extend((set_in.alone if loose else set_in).node(child))
    yield _block(block)
    yield _block(list(set_in.footnote_list()))


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
    footnotes: Mapping[str, Element]
    #: The footnotes that were named, in their order, with their numbers on the page.
    named: dict[str, int] = field(default_factory=dict)

    @property
    def alone(self) -> _Ours:
        """The same where no sign of a footnote leads anywhere."""
        return _Ours(self.desk, self.top_level, {})

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

    def footnote_list(self) -> Iterator[Element]:
        """The footnotes that the text named, as Material shows them; nothing where there are none."""
        if not self.named:
            return
        items: list[Element | str] = []
        for label, number in self.named.items():
            words = [made for one in footnote_text(self.footnotes[label]) for made in self.alone.node(one)]
            back = {
                "class": "footnote-backref",
                "href": f"#fnref-{number}",
                "aria-label": self._footnote("back", number),
            }
            paragraph = Element("p", {}, [*words, " ", Element("a", back, ["↩"])])
            items.append(Element("li", {"id": f"fn-{number}", "tabindex": "-1"}, [paragraph]))
        start = {"start": str(min(self.named.values()))}
        about = {"class": "footnote", "role": "doc-endnotes", "aria-label": self.desk.say("footnote.list")}
        yield Element("div", about, [Element("hr"), Element("ol", start, items)])

    def _text(self, text: str) -> Iterator[Element | str]:
        end = 0
        for match in _MARKS.finditer(text):
            made = self._mark(match)
            if made is None:
                continue
            yield text[end : match.start()]
            yield made
            end = match.end()
        yield text[end:]

    def _mark(self, match: re.Match[str]) -> Element | str | None:
        """What stands in place of a citation or of a footnote's sign; None where it stays a text."""
        if match[0].startswith("[@"):
            return self.desk.cite([citation_of(match)])
        sign = FOOTNOTE.fullmatch(match[0])
        if sign is None or sign[1] not in self.footnotes:
            return None
        first = sign[1] not in self.named
        if first:
            self.desk.footnotes += 1
            self.named[sign[1]] = self.desk.footnotes
        number = self.named[sign[1]]
        name = self._footnote("one", number)
        link = Element("a", {"class": "footnote-ref", "href": f"#fn-{number}", "aria-label": name}, [str(number)])
        return Element("sup", {"id": f"fnref-{number}"} if first else {}, [link])

    def _footnote(self, word: str, number: int) -> str:
        return self.desk.say(f"footnote.{word}").format(self.desk.number(number))

    def _admonition(self, kind: str, children: list[Element | str]) -> Element:
        title = Element("p", {"class": "admonition-title"}, [self.desk.say(f"admonition.{kind}")])
        inside = [made for child in children for made in self.node(child)]
        return Element("div", {"class": f"admonition {ADMONITIONS[kind]}", "role": "note"}, [title, *inside])

    def _element(self, element: Element, in_link: bool) -> Element:
        if (admonition := admonition_of(element)) is not None:
            return self._admonition(*admonition)
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
