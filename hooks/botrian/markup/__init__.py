"""Markdown that people wrote goes in; a tree comes out that holds only what the allow-list names.

The one place of our Markdown's grammar: record links, citations, table markers, footnotes, admonitions, what HTML may
stand in a text, how large a text may be. Checking and the pages read the same tree, so that they cannot disagree.
"""

from __future__ import annotations

from botrian.markup.allowed import SCHEMES, permitted
from botrian.markup.article import Article, Link
from botrian.markup.clean import cleaned
from botrian.markup.grammar import CITATION, RECORD_KINDS, citation_of, record_of, table_of, typed
from botrian.markup.limits import Excess, excesses
from botrian.markup.notes import ADMONITIONS, FOOTNOTE, admonition_of, definition_of, footnote_text, footnotes_of
from botrian.markup.raw import RawFault, RawTag
from botrian.markup.thai_runs import is_thai, text_marked, thai_marked
from botrian.markup.tree import Element, html_of, text_of
from botrian.markup.unbroken import NO_BREAK, typed_parts, unbroken

__all__ = [
    "ADMONITIONS",
    "CITATION",
    "FOOTNOTE",
    "NO_BREAK",
    "RECORD_KINDS",
    "SCHEMES",
    "Article",
    "Element",
    "Excess",
    "Link",
    "RawFault",
    "RawTag",
    "admonition_of",
    "citation_of",
    "cleaned",
    "definition_of",
    "excesses",
    "footnote_text",
    "footnotes_of",
    "html_of",
    "is_thai",
    "permitted",
    "record_of",
    "table_of",
    "text_marked",
    "text_of",
    "thai_marked",
    "typed",
    "typed_parts",
    "unbroken",
]
