"""Texts go in; the parts of a picture come out: pieces that stand under each other, each with what is in it.

A picture is 1,000 units wide and is looked at on phones 360 pixels wide: nothing is under 39 units, 14 pixels there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from botrian.addresses.qr import qr_squares
from botrian.exports import colours
from botrian.exports.colours import css
from botrian.exports.drawing import LINE, RISE, WIDTH, Block, Drawing, Ground
from botrian.exports.glyphs import Weight, lines_in_ems
from botrian.exports.printed import PrintedTable
from botrian.words import say

SMALLEST = 39
EDGE, PADDING = 24, 12
ROOM = WIDTH - 2 * EDGE
#: The height of a card for a chat, in units: 1,080 by 1,350 pixels; and of a page, at most: 720 by 1,280, a phone.
HEIGHT, PAGE_HEIGHT = 1250, 1777
CODE = 128
INK, SOFT, PAPER = css(colours.INK), css(colours.SOFT_INK), css(colours.PLAIN_GROUND)
HEAD_GROUND, GROUP_GROUND, RULE = css(colours.HEAD_GROUND), css(colours.GROUP_GROUND), css(colours.RULE_INK)


@dataclass(frozen=True)
class Part:
    """A piece of a picture: its height, what is in it, from its top, and whether it stays with what follows."""

    height: float
    grounds: tuple[Ground, ...] = ()
    blocks: tuple[Block, ...] = ()
    with_next: bool = False


def lines_in(text: str, room: float, size: int, weight: Weight) -> tuple[str, ...]:
    """The lines that a text takes in a width."""
    return lines_in_ems(text, room / size, weight)


def text_part(
    text: str,
    size: int,
    weight: Weight = "Regular",
    colour: str = INK,
    *,
    above: float = 0,
    below: float = 8,
    room: float = ROOM,
    left: float = EDGE,
) -> Part:
    """Lines of one text."""
    lines = lines_in(text, room, size, weight)
    block = Block(left, above + size * RISE, lines, size, weight, colour, text)
    return Part(above + len(lines) * size * LINE + below, (), (block,))


def rule(height: float) -> Ground:
    """The thin line under a row."""
    return Ground(EDGE, height - 1.5, ROOM, 1.5, RULE)


def named_row(text: str, mark: str, row: str, ground: str) -> Part:
    """The name of a row or of a group over the whole width, on its ground; it stays with what follows."""
    shown = f"{text} {mark}".rstrip()
    lines = lines_in(shown, ROOM - 2 * PADDING, SMALLEST, "Bold")
    height = len(lines) * SMALLEST * LINE + PADDING
    place = PADDING / 2 + SMALLEST * RISE
    block = Block(EDGE + PADDING, place, lines, SMALLEST, "Bold", INK, text, row=row)
    return Part(height, (Ground(EDGE, 0, ROOM, height, ground),), (block,), with_next=True)


def foot_part(table: PrintedTable, words: Sequence[str]) -> Part:
    """Lines at the foot, beside the code that leads to the table's page."""
    room = ROOM - CODE - 20
    parts = [text_part(text, SMALLEST, "Regular", SOFT, below=2, room=room) for text in words if text]
    blocks, y = [], 14.0
    for part in parts:
        blocks += [moved(block, y) for block in part.blocks]
        y += part.height
    return Part(max(y, CODE + 16), _code(table.provenance.link), tuple(blocks))


@lru_cache(maxsize=8)
def _code(link: str) -> tuple[Ground, ...]:
    """The dark squares of the code, those side by side as one; kept, since it stands on each page of a table."""
    return tuple(_dark(link))


def _dark(link: str) -> Iterator[Ground]:
    squares = qr_squares(link)
    side, x, y = CODE / len(squares), WIDTH - EDGE - CODE, 14
    for line, row in enumerate(squares):
        start = None
        for place, dark in enumerate((*row, False)):
            if dark and start is None:
                start = place
            elif not dark and start is not None:
                yield Ground(x + start * side, y + line * side, (place - start) * side, side, INK)
                start = None


def origin_words(table: PrintedTable) -> tuple[str, str]:
    """The publisher with the licence, and the link as people type it."""
    licence = say("licence.name", table.language)
    return f"{table.provenance.publisher} · {licence}", table.provenance.short_link


def stacked(table: PrintedTable, parts: Iterable[Part], foot: Part | None = None, height: int = 0) -> Drawing:
    """A whole picture; with a ``height`` the foot stands at its end, whatever is above."""
    grounds: list[Ground] = []
    blocks: list[Block] = []
    y = float(EDGE)
    for part in (*parts, *filter(None, (foot,))):
        if part is foot and height:
            y = max(y, height - EDGE - part.height)
        grounds += [Ground(one.x, one.y + y, one.width, one.height, one.colour) for one in part.grounds]
        blocks += [moved(block, y) for block in part.blocks]
        y += part.height
    height = max(height, int(y + EDGE))
    paper = Ground(0, 0, WIDTH, height, PAPER)
    return Drawing(table.title, table.answer, table.provenance.link, height, (paper, *grounds), tuple(blocks))


def moved(block: Block, down: float) -> Block:
    """The block further down."""
    return replace(block, y=block.y + down)
