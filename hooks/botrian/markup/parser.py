"""Markdown goes in; the tokens of CommonMark with tables, as GitHub reads it, come out, each with its place.

Beside everybody's Markdown: a table marker on a line of its own is a paragraph, so is a footnote, and a list may be
numbered in Thai digits. No link is refused here, so that whoever judges the links sees them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from markdown_it.token import Token

from botrian.markup.grammar import table_of
from botrian.markup.notes import DEFINITION

#: Blocks in blocks; beyond it the parser leaves out what follows. Far more than a text may have.
DEEPEST_BLOCKS = 100

_THAI_NUMBER = re.compile(r"([๐-๙]{1,9})[.)](?=[ \t]|$)")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_EVERYWHERE = ["paragraph", "reference", "blockquote", "list"]
InlineRule = Callable[[StateInline, bool], bool]


class _Parser(MarkdownIt):
    """markdown-it that takes every link as it is written."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is the library's
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": True, "maxNesting": DEEPEST_BLOCKS}).enable(["table", "strikethrough"])
    parser.block.ruler.before("list", "thai_list", _thai_list, {"alt": _EVERYWHERE})
    parser.block.ruler.before("reference", "table_marker", _table_marker, {"alt": _EVERYWHERE})
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": _EVERYWHERE})
    rules: dict[str, InlineRule] = {
        "autolink": autolink,
        "backticks": backtick,
        "html_inline": html_inline,
        "image": image,
        "link": link,
    }
    for name, rule in rules.items():
        parser.inline.ruler.at(name, _placed(rule))
    return parser


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text. Links, pictures, code and HTML have ``start`` and ``end`` in their ``meta``."""
    tokens = _parser().parse(text)
    for token in tokens:
        # A style is taken away by cleaning; which side a column is set to may stay.
        style = str(token.attrs.pop("style", ""))
        if style:
            token.attrs["align"] = style.removeprefix("text-align:")
    return tokens


def html_of_tokens(tokens: list[Token]) -> str:
    """The HTML of tokens, not cleaned."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {}))


def _placed(rule: InlineRule) -> InlineRule:
    """The rule, with the place in the text noted on the tokens that it makes."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        made = rule(state, silent)
        if made and not silent:
            for token in state.tokens[before:]:
                token.meta.setdefault("start", start)
                token.meta.setdefault("end", state.pos)
        return made

    return placed


def _table_marker(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A line with nothing but a table marker is a paragraph of its own, also right under a text."""
    if state.is_code_block(line):
        return False
    content = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    if not content.startswith("{{") or table_of(content) is None:
        return False
    if not silent:
        state.line = line + 1
        # Not a paragraph by name: in a list without blank lines those lose their tags.
        state.push("table_marker_open", "p", 1).map = [line, line + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = content, [line, line + 1], []
        state.push("table_marker_close", "p", -1)
    return True


def _footnote(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A footnote is a paragraph of its own, also right under a text, and no address of a link by its label."""
    start = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or DEFINITION.match(state.src, start, state.eMarks[line]) is None:
        return False
    return silent or paragraph(state, line, end, silent)


def _thai_list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Never matches: it turns a list's number in Thai digits into Arabic ones, for the rule of lists that follows."""
    start = state.bMarks[line] + state.tShift[line]
    match = _THAI_NUMBER.match(state.src, start, state.eMarks[line])
    if match is None or state.is_code_block(line):
        return False
    # Right under a line of text only a one begins a list; another number is a word of the text.
    in_paragraph = silent and state.parentType == "paragraph" and state.sCount[line] >= state.blkIndent
    in_paragraph = in_paragraph and not state.isEmpty(line - 1)
    number = match[1].translate(_ARABIC)
    if not in_paragraph or int(number) == 1:
        state.src = state.src[:start] + number + state.src[start + len(number) :]
    return False
