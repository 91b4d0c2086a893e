"""One Markdown text goes in; everything that checking and the pages ask of it comes out, from one reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from markdown_it.token import Token

from botrian.markup.allowed import HEADINGS
from botrian.markup.anchors import anchors
from botrian.markup.clean import Way, cleaned
from botrian.markup.grammar import table_of
from botrian.markup.limits import NESTING, Excess
from botrian.markup.notes import DEFINITION, FOOTNOTE, admonition_of, definition_of, footnotes_of
from botrian.markup.parser import html_of_tokens, tokens_of
from botrian.markup.raw import RawFault, RawTag, pieces, unbalanced
from botrian.markup.tree import Element, text_of
from botrian.thai import normal

#: Texts whose reading is kept while a site is made: all of a library such as ours, in both languages.
_READ: Final = 512


@dataclass(frozen=True)
class Link:
    """One link or picture: where it stands in the text, where it leads, the words of it, whether it is a picture."""

    offset: int
    target: str
    words: str
    picture: bool


class Words(NamedTuple):
    """A run of text on the page: what it says, and whether it lies in a link or in a heading between paragraphs."""

    text: str
    in_link: bool
    in_heading: bool
    begins_item: bool


class Article:
    """A Markdown text as it was read. Places are offsets in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self._asked: tuple[Token, list[tuple[int, int, int, int]]] | None = None

    def cleaned(self, way: Way | None = None) -> Element:
        """The tree that the page holds, made anew each time; links lead the ``way`` they have from the page."""
        return cleaned(html_of_tokens(self.tokens), way)

    @cached_property
    def tree(self) -> Element:
        """The tree, to be looked at only."""
        return self.cleaned()

    @cached_property
    def headings(self) -> tuple[Element, ...]:
        """All headings, those in quotes and lists too."""
        return tuple(one for one in self.tree.elements() if one.tag in HEADINGS)

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The ids of the tables that are placed in the text."""
        paragraphs = (text_of(one) for one in self.tree.elements() if places_table(one))
        return tuple(id_ for one in paragraphs if (id_ := table_of(one)) is not None)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of the headings, as the page has them."""
        return tuple(anchors(map(heading_words, self.headings), self.tables))

    def words(self) -> tuple[Words, ...]:
        """Every run of text outside of code, without the signs of admonitions and footnotes."""
        return _words_of(self)

    def _runs(self) -> Iterator[Words]:
        footnotes = footnotes_of(self.tree)
        for child in self.tree.children:
            in_heading = isinstance(child, Element) and child.tag in HEADINGS
            defines = isinstance(child, Element) and definition_of(child) is not None
            begins = any(child is one for one in footnotes.values())
            for run in _words(child, in_link=False, in_heading=in_heading, begins_item=False):
                if begins:
                    yield run._replace(text=DEFINITION.sub("", run.text, count=1))
                    begins = False
                elif footnotes and not (run.in_link or run.in_heading or defines):
                    yield run._replace(
                        text=FOOTNOTE.sub(lambda sign: "" if sign[1] in footnotes else sign[0], run.text)
                    )
                else:
                    yield run

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link and picture, written as Markdown or as HTML: all that could be one on the page, and no fewer."""
        return tuple(self._links())

    def _links(self) -> Iterator[Link]:
        for block in self.tokens:
            children = block.children or []
            for at, token in enumerate(children):
                if token.type == "link_open":
                    words = "".join(_shown(one) for one in _until_close(children[at + 1 :]))
                    yield Link(self._offset(block, token.meta["start"]), _target(token, "href"), words, False)
                elif token.type == "image":
                    yield Link(self._offset(block, token.meta["start"]), _target(token, "src"), _shown(token), True)
        for tag in self.raw_tags:
            given = dict(reversed(tag.attributes))
            if tag.name == "img" and not tag.closes:
                yield Link(tag.start, given.get("src", ""), given.get("alt", ""), True)
            elif tag.name == "a" and "href" in given:
                yield Link(tag.start, given["href"], "<a>", False)

    @cached_property
    def raw(self) -> tuple[RawTag | RawFault, ...]:
        """The tags and faults of the HTML in the text."""
        found = [piece for block in self.tokens for piece in self._raw_of(block)]
        tags = [piece for piece in found if isinstance(piece, RawTag)]
        return (*found, *unbalanced(tags))

    @property
    def raw_tags(self) -> Iterator[RawTag]:
        """The tags of the HTML in the text."""
        return (piece for piece in self.raw if isinstance(piece, RawTag))

    @cached_property
    def too_deep(self) -> Excess | None:
        """Where elements lie too deep in each other, or None."""
        depth = self.tree.depth()
        if depth <= NESTING:
            return None
        deep = (block for block in self.tokens if block.map and block.level >= NESTING)
        first = next(deep, None) or max(self.tokens, key=lambda block: len(block.children or ()))
        return Excess("nesting", self._starts[first.map[0]] if first.map else 0, depth, NESTING)

    @cached_property
    def bare(self) -> str:
        """The text with blanks in place of code and tags, letter for letter in place: to find where words stand."""
        out = list(self.text)
        for start, end in self._hidden():
            out[start:end] = re.sub(r"[^\n]", " ", self.text[start:end])
        return "".join(out)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text)), len(self.text) + 1]

    def line_of(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 0."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def offset_of(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 0."""
        return self._starts[line] + column

    def empty_headings(self) -> Iterator[int]:
        """Where headings without a word stand."""
        for token, inline in zip(self.tokens, self.tokens[1:], strict=False):
            if token.type == "heading_open" and token.map and not inline.content:
                yield self._starts[token.map[0]]

    def misplaced_lists(self) -> Iterator[int]:
        """Where a list of points begins that was meant to lie in the numbered one before it, by too few blanks."""
        for before, token in zip(self.tokens, self.tokens[1:], strict=False):
            if before.type == "ordered_list_close" and token.type == "bullet_list_open" and token.map:
                start = self._starts[token.map[0]]
                line = self.text[start : self._starts[token.map[0] + 1] - 1]
                if line.startswith(" "):
                    yield start + len(line) - len(line.lstrip())

    def _raw_of(self, block: Token) -> Iterator[RawTag | RawFault]:
        if block.type == "html_block":
            for piece in pieces(block.content, level=block.level):
                yield self._moved(piece, block, 0)
        for token in block.children or ():
            if token.type == "html_inline":
                for piece in pieces(token.content, level=block.level - 1):
                    yield self._moved(piece, block, token.meta["start"])

    def _moved(self, piece: RawTag | RawFault, block: Token, start: int) -> RawTag | RawFault:
        """A piece with its place in the whole text."""
        place = self._offset(block, start + piece.start)
        if isinstance(piece, RawFault):
            return RawFault(place, piece.kind, piece.got)
        return RawTag(place, place + piece.end - piece.start, piece.name, piece.closes, piece.attributes, piece.level)

    def _hidden(self) -> Iterator[tuple[int, int]]:
        """Where code and tags stand."""
        for block in self.tokens:
            if block.type in ("fence", "code_block") and block.map:
                yield self._starts[block.map[0]], self._starts[block.map[1]] - 1
            for token in block.children or ():
                if token.type == "code_inline":
                    yield self._offset(block, token.meta["start"]), self._offset(block, token.meta["end"])
        yield from ((tag.start, tag.end) for tag in self.raw_tags)

    def _offset(self, block: Token, at: int) -> int:
        """Where a letter of a block's content stands in the text."""
        if block.map is None:
            return 0
        lines = self._lines_in(block)
        number = bisect_right(lines, at, key=lambda line: line[0]) - 1
        begins, blanks, stands, found = lines[number]
        return stands + (max(at - begins - blanks, 0) + found if found >= 0 else 0)

    def _lines_in(self, block: Token) -> list[tuple[int, int, int, int]]:
        """For each line of a block: where it begins in its content, its blanks, its place in the text, how far.

        The lines of the last block that was asked for are kept: a line of thousands of links is looked at once.
        """
        if self._asked is not None and self._asked[0] is block:
            return self._asked[1]
        assert block.map is not None
        lines, begins = [], 0
        for number, content in enumerate(block.content.split("\n")):
            line = min(block.map[0] + number, len(self._starts) - 2)
            whole = self.text[self._starts[line] : self._starts[line + 1] - 1]
            # A block's content is its lines without what stands before them: blanks, signs of lists and quotes.
            blanks = len(content) - len(content.lstrip())
            lines.append((begins, blanks, self._starts[line], whole.find(content.strip())))
            begins += len(content) + 1
        self._asked = block, lines
        return lines


@lru_cache(maxsize=1)  # those who check a text ask for its words one after the other, then nobody does
def _words_of(article: Article) -> tuple[Words, ...]:
    return tuple(article._runs())


@lru_cache(maxsize=_READ)
def article_of(text: str) -> Article:
    """The one reading of a text for all who look at it: checking, pages, search. Nothing of it may be changed."""
    return Article(text)


def heading_words(heading: Element) -> str:
    """The words of a heading on one line."""
    return " ".join(text_of(heading).split())


def places_table(element: Element) -> bool:
    """Whether an element is a paragraph that places a table."""
    one = element.children[0] if element.tag == "p" and len(element.children) == 1 else None
    return isinstance(one, str) and table_of(one) is not None


def _words(node: Element | str, *, in_link: bool, in_heading: bool, begins_item: bool) -> Iterator[Words]:
    if isinstance(node, str):
        yield Words(node, in_link, in_heading, begins_item)
    elif node.tag not in ("pre", "code"):
        admonition = admonition_of(node)
        for at, child in enumerate(admonition[1] if admonition else node.children):
            first = at == 0 and (node.tag == "li" or begins_item)
            yield from _words(child, in_link=in_link or node.tag == "a", in_heading=in_heading, begins_item=first)


def _target(token: Token, name: str) -> str:
    return normal(str(token.attrs.get(name, "")))


def _until_close(tokens: list[Token]) -> Iterator[Token]:
    """The tokens up to the end of the link they begin in."""
    for token in tokens:
        if token.type == "link_close":
            return
        yield token


def _shown(token: Token) -> str:
    """What a reader sees of a token: its text, or the words that stand for a picture."""
    if token.type == "image":
        return "".join(_shown(child) for child in token.children or ())
    return token.content if token.type in ("text", "code_inline") else ""
