"""Texts go in; lines of a slide come out as XML text: real bullets, Thai fonts; and XML text comes out as elements.

A long table has thousands of runs: written as text and read at once they take a fraction of what it takes to build them
element by element. Thai in PowerPoint is complex script: without ``a:cs`` the letters fall back to a font nobody chose.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from botrian.exports.colours import INK, SOFT_INK

FONT = "Sarabun"
BULLET = "• "
_INDENT = 0.75  # of a list's entries, in ems


def elements(xml: Iterable[str]) -> list[Any]:
    """The elements of some XML text, in order, in the namespaces of drawings."""
    return list(parse_xml(f"<a:p {_namespaces()}>{''.join(xml)}</a:p>"))


def line(
    text: str, size: int, *, mark: str = "", bold: bool = False, soft: bool = False, align: str = "", below: int = 0
) -> str:
    """A paragraph: with a hanging bullet where it is an entry of a list, and its mark raised behind it.

    ``below``: points under it.
    """
    listed = text.startswith(BULLET)
    words = text.removeprefix(BULLET)
    shown = run(words, size, bold=bold, soft=soft) if words else ""
    behind = run(mark, size, soft=True, raised=True) if mark else ""
    return f"<a:p>{_layout(listed, size, align, below)}{shown}{behind}</a:p>"


def run(text: str, size: int, *, bold: bool = False, soft: bool = False, raised: bool = False) -> str:
    """A run with its fonts."""
    return f"<a:r>{_look(size, bold, soft, raised)}<a:t>{escape(text)}</a:t></a:r>"


def coloured(colour: str) -> str:
    """What fills a shape, line or letter with one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


@cache
def _look(size: int, bold: bool, soft: bool, raised: bool) -> str:
    place = ' baseline="30000"' if raised else ""
    fonts = f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/>'
    ink = coloured(SOFT_INK if soft else INK)
    return f'<a:rPr sz="{size * 100}" b="{int(bold)}" dirty="0"{place}>{ink}{fonts}</a:rPr>'


@cache
def _layout(listed: bool, size: int, align: str, below: int) -> str:
    indent = int(Pt(size * _INDENT))
    side = f' algn="{align}"' if align else ""
    hanging = f' marL="{indent}" indent="{-indent}"' if listed else ""
    space = f'<a:spcAft><a:spcPts val="{below * 100}"/></a:spcAft>' if below else ""
    bullet = f'<a:buFont typeface="{FONT}"/><a:buChar char="{BULLET.strip()}"/>' if listed else ""
    return f"<a:pPr{side}{hanging}>{space}{bullet}</a:pPr>" if side or listed or space else ""


@cache
def _namespaces() -> str:
    return str(nsdecls("a", "p", "r"))
