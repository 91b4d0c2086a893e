"""Texts go in; runs and links of a Word document come out as XML text, and XML text as elements.

A long table has thousands of runs: written as text and read at once they take a fraction of what it takes to build them
element by element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from botrian.exports.colours import LINK_INK
from botrian.exports.word_font import FONT

_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_EMPTY = '<w:t xml:space="preserve"></w:t>'
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'


def elements(xml: Iterable[str]) -> list[Any]:
    """The elements of some XML text, in order, in the namespaces of Word and of relations."""
    text = "".join(xml)
    root = parse_xml(f"<w:p {_namespaces()}>{text}</w:p>")
    if _EMPTY in text:
        # An empty text is written as the browser writes it, which has no shorter form for it.
        for empty in root.iter(qn("w:t")):
            empty.text = empty.text or ""
    return list(root)


def words(text: str) -> str:
    """A text that keeps its blanks."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def plain(text: str, look: str = "") -> str:
    """A run in the look of its paragraph, as python-docx writes it: line ends and tabs stay."""
    pieces = (_MARKS.get(piece) or _kept(piece) for piece in re.split(r"(\n|\t)", text) if piece)
    return f"<w:r>{look}{''.join(pieces)}</w:r>"


def labelled(label: str) -> str:
    """A label in bold before what it names."""
    return plain(f"{label}: ", "<w:rPr><w:b/><w:bCs/></w:rPr>")


def _kept(text: str) -> str:
    return words(text) if text != text.strip() else f"<w:t>{escape(text)}</w:t>"


def run(text: str, points: int, *, bold: bool = False, colour: str = "", raised: bool = False) -> str:
    """A run with its look in itself."""
    return f"<w:r>{_look(points, bold, colour, raised)}{words(text)}</w:r>"


def link(text: str, relation: str, points: int = 0, bold: bool = False) -> str:
    """A link with its look in itself; without ``points`` in the size of its paragraph."""
    look = _look(points, bold, LINK_INK, False, '<w:u w:val="single"/>')
    return f"<w:hyperlink r:id={quoteattr(relation)}><w:r>{look}{words(text)}</w:r></w:hyperlink>"


@cache
def _look(points: int, bold: bool, colour: str, raised: bool, more: str = "") -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    size = f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>' if points else ""
    place = '<w:vertAlign w:val="superscript"/>' if raised else ""
    return f"<w:rPr>{_FONTS}{weight}{ink}{size}{place}{more}</w:rPr>"


@cache
def _namespaces() -> str:
    return str(nsdecls("w", "r"))
