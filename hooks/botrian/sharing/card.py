"""The words of a card go in; its picture comes out: 1,200 by 630 pixels, which chats show beside a link.

Thai is shaped as in the pictures of tables (``exports/glyphs.py``). Chats show the picture 300 pixels wide at least:
nothing on it is under 33 units, ten pixels there. They show it smaller than it is, so letters need no soft edges.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from botrian.exports.colours import BAR_GROUND, INK, PAGE_GROUND, PLAIN_GROUND, css
from botrian.exports.drawing import LINE, RISE, WIDTH, Block, Drawing, Ground
from botrian.exports.picture_parts import lines_in
from botrian.exports.picture_png import painted, png_of

#: In pixels, as Open Graph and Twitter ask for it.
CARD_WIDTH, CARD_HEIGHT = 1200, 630
SCALE = CARD_WIDTH / WIDTH
HEIGHT = round(CARD_HEIGHT / SCALE)
_EDGE, _BAR, _SMALL = 44, 64, 33
#: The width of lines; the sign that something was left out stands in the margin.
_ROOM = WIDTH - 2 * _EDGE
#: Letters of the title, from large to small, until it takes two lines.
_TITLES = (64, 58, 52, 46, 40)
#: Few colours, so that the file is small.
_PAPER, _GREEN, _INK, _WHITE = map(css, (PAGE_GROUND, BAR_GROUND, INK, PLAIN_GROUND))
#: Lines of what the page says: more is read by nobody in a chat, and each weighs two KB.
_SAID = 2
_CUT = "…"


@dataclass(frozen=True)
class CardWords:
    """What stands on a card: the name of the site, the kind of page, its title, what it says, and its address."""

    site: str
    kind: str
    title: str
    says: str
    link: str

    @property
    def alt(self) -> str:
        """The same for those who do not see it."""
        return " · ".join(filter(None, (self.kind, self.title, self.says)))


def card(words: CardWords) -> bytes:
    """The PNG file: same words, same bytes. Raises FontMissing."""
    blocks = tuple(_blocks(words))
    grounds = (Ground(0, 0, WIDTH, HEIGHT, _PAPER), Ground(0, 0, WIDTH, _BAR, _GREEN))
    drawing = Drawing(words.title, words.says, words.link, HEIGHT, grounds, blocks)
    return png_of(painted(drawing, SCALE, steps=2), drawing)


def _blocks(words: CardWords) -> Iterator[Block]:
    yield Block(_EDGE, 12 + _SMALL * RISE, (words.site,), _SMALL, "Bold", _WHITE, words.site)
    if words.kind:
        kind = (words.kind,)
        yield Block(_EDGE, 12 + _SMALL * RISE, kind, _SMALL, "Bold", _WHITE, words.kind, right=WIDTH - _EDGE)
    y = _BAR + 30.0
    size, lines = _title(words.title, HEIGHT - _EDGE - y)
    yield Block(_EDGE, y + size * RISE, lines, size, "Bold", _INK, words.title)
    y += len(lines) * size * LINE + 6
    room = int((HEIGHT - 20 - y) / (_SMALL * LINE))
    said = _within(lines_in(words.says, _ROOM, _SMALL, "Regular"), min(_SAID, room))
    if said:
        yield Block(_EDGE, y + _SMALL * RISE, said, _SMALL, "Regular", _INK, words.says)


def _title(title: str, free: float) -> tuple[int, tuple[str, ...]]:
    """The size of the title's letters and its lines."""
    for size in _TITLES:
        lines = lines_in(title, _ROOM, size, "Bold")
        if len(lines) <= 2:
            return size, lines
    return size, _within(lines, int(free / (size * LINE)))


def _within(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """At most so many lines; where some are left out, the last says so."""
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], lines[most - 1].rstrip() + _CUT) if most > 0 else ()
