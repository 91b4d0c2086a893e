"""What a picture is made of: grounds and blocks of lines, in units of which the picture is 1,000 wide."""

from __future__ import annotations

from dataclasses import dataclass

from botrian.exports.glyphs import Weight

WIDTH = 1000


@dataclass(frozen=True)
class Ground:
    """A rectangle of one colour."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True)
class Block:
    """Lines of text, the first with its base line at ``y``. ``text`` is what the lines say, whole.

    ``right`` is the edge that lines end at, where they do; ``row`` and ``column`` name a cell of the table.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: int
    weight: Weight
    colour: str
    text: str
    right: float | None = None
    row: str = ""
    column: str = ""

    @property
    def step(self) -> float:
        """From one base line to the next: Thai stacks marks above and below."""
        return self.size * LINE


@dataclass(frozen=True)
class Drawing:
    """A whole picture: grounds first, blocks on top of them."""

    title: str
    description: str
    link: str
    height: int
    grounds: tuple[Ground, ...]
    blocks: tuple[Block, ...]


#: From base line to base line, and from the top of a line to its base, in ems of Sarabun.
LINE = 1.42
RISE = 1.06
