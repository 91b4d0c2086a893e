"""A style sheet of Material's goes in; what of it can match on a page of ours comes out: two fifths of what travels.

Material styles much that no page here has: its own search, content tabs, code with copy buttons, blogs, versions,
lines from right to left, twenty colours. A rule stays where each class that its selector asks for is named in
``CLASSES``; then variables go that nobody reads. ``tests/theme`` asks a whole site for a class that is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tinycss2 import parse_blocks_contents, parse_rule_list, parse_stylesheet, serialize
from tinycss2.ast import (
    AtRule,
    Declaration,
    FunctionBlock,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    SquareBracketsBlock,
)

#: What the frame's templates write, Material's and ours.
_FRAME: Final = """
md-container md-content md-content__inner md-dialog md-dialog__inner md-ellipsis md-grid md-icon md-logo md-main
md-main__inner md-option md-overlay md-skip md-toggle md-top md-typeset no-js
md-footer md-footer-meta md-footer-meta__inner md-footer__button md-footer__direction md-footer__inner md-footer__link
md-footer__link--next md-footer__link--prev md-footer__title
md-header md-header__button md-header__ellipsis md-header__inner md-header__option md-header__title md-header__topic
md-nav md-nav--integrated md-nav--lifted md-nav--primary md-nav--secondary md-nav__button md-nav__container md-nav__icon
md-nav__item md-nav__item--active md-nav__item--nested md-nav__item--pruned md-nav__item--section md-nav__link
md-nav__link--active md-nav__list md-nav__source md-nav__title md-nav__toggle md-toggle--indeterminate
md-path md-path__item md-path__link md-path__list
md-sidebar md-sidebar--primary md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap
md-tabs md-tabs__item md-tabs__item--active md-tabs__link md-tabs__list
"""
#: What its script sets, in the frame and around tables of running text.
_SET: Final = """
focus-visible js md-dialog--active md-header--lifted md-header--shadow md-header__title--active md-nav__link--passed
md-typeset__scrollwrap md-typeset__table
"""
#: What running text may hold: admonitions and footnotes (markup/notes.py), links of headings.
_TEXT: Final = """
admonition admonition-title note tip info warning danger footnote footnote-backref footnote-ref headerlink
"""
#: The classes of Material's that pages of ours may have.
CLASSES: Final = frozenset(f"{_FRAME} {_SET} {_TEXT}".split())
#: Attributes of the page that it is never given: its own colours, which take the place of ``custom``, and Arabic.
_NEVER: Final = ("data-md-color-primary", "data-md-color-accent", "rtl")
_READ: Final = re.compile(r"var\(\s*(--[\w-]+)")
#: Conditions around rules.
_AROUND: Final = ("media", "supports", "layer", "container")


def used_of(style: str, others: Iterable[str] = ()) -> str:
    """The part of a style sheet of Material's that our pages use.

    ``others`` are the style sheets that are loaded beside it: a variable stays where one of them reads it.
    """
    return _used(style, frozenset(_READ.findall("".join(others))))


@lru_cache(maxsize=8)  # two of Material's, for each language, and for each build of a process that goes on
def _used(style: str, beside: frozenset[str]) -> str:
    left = _rules(parse_stylesheet(style, skip_comments=True, skip_whitespace=True), None)
    while True:
        read = beside.union(_READ.findall(left))
        less = _rules(parse_stylesheet(left), read)
        if less == left:
            return left
        left = less


def _rules(rules: Iterable[Node], read: frozenset[str] | None) -> str:
    """Rules as text, without those that match nothing, and without variables that are not read where that is known."""
    written = []
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = ",".join(serialize(one).strip() for one in _parted(rule.prelude) if _can_match(one))
            declarations = _declarations(rule.content, read) if selectors else ""
            written.append(f"{selectors}{{{declarations}}}" if declarations else "")
        elif isinstance(rule, AtRule) and rule.content is not None and rule.lower_at_keyword in _AROUND:
            inner = _rules(parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), read)
            written.append(f"@{rule.at_keyword}{serialize(rule.prelude)}{{{inner}}}" if inner else "")
        else:
            written.append(rule.serialize())
    return "".join(written)


def _declarations(content: list[Node], read: frozenset[str] | None) -> str:
    """What a rule sets, minified."""
    written = []
    for one in parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(one, Declaration):
            written.append(one.serialize())
        elif read is None or not one.name.startswith("--") or one.name in read:
            important = "!important" if one.important else ""
            written.append(f"{one.name}:{serialize(one.value).strip()}{important}")
    return ";".join(written)


def _parted(tokens: Iterable[Node]) -> list[list[Node]]:
    """The selectors of a list."""
    found: list[list[Node]] = [[]]
    for token in tokens:
        if isinstance(token, LiteralToken) and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _can_match(selector: list[Node]) -> bool:
    """Whether pages of ours may hold all that a selector asks for."""
    for before, token in zip([None, *selector], selector, strict=False):
        if isinstance(token, IdentToken) and isinstance(before, LiteralToken) and before.value == ".":
            possible = token.value in CLASSES
        elif isinstance(token, SquareBracketsBlock):
            possible = not any(name in serialize(token.content) for name in _NEVER)
        elif isinstance(token, FunctionBlock) and token.lower_name in ("is", "where"):
            possible = any(_can_match(one) for one in _parted(token.arguments))
        else:
            possible = True
        if not possible:
            return False
    return True
