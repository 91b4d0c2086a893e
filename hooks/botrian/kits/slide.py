"""Texts go in; a slide of a kit comes out that the back of the room can read: no letter of its text under 24 points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from botrian.exports.key_cut import shortened
from botrian.exports.slide_text import (
    EDGE,
    ROOM,
    lines_across,
    page_number,
    place_at,
    text_box,
    text_room,
    write_text,
)
from botrian.exports.slide_xml import BULLET
from botrian.kits.contents import KitContents

BIG, MIDDLE, SOFT = 32, 24, 18
#: From the largest to the smallest that the back of a room can read.
SIZES = (40, 36, BIG, 28, MIDDLE)
_FOOT_TOP, _FOOT_HEIGHT, _SMALLEST = 500, 26, 14
#: Under what a table's own slides have at their foot.
UNDER_LINK = (524, 11)
_GAP, _COLUMN_TOP, _COLUMN_BOTTOM = 40, 96, 480
#: Points below each entry of a list.
_BELOW = 8


def headed(show: Any, title: str, contents: KitContents, top: float = 22, size: int = 32) -> Any:
    """A slide with its title, cut to two lines, its number, and the kit's version at its foot."""
    slide = show.slides.add_slide(show.slide_layouts[5])
    place_at(slide.shapes.title, top, 64)
    fits = next((one for one in (size, 28, MIDDLE) if len(lines_across(title, one, weight="Bold")) == 1), MIDDLE)
    write_text(slide.shapes.title.text_frame, title, fits, bold=True, anchor=MSO_ANCHOR.MIDDLE)
    stamped(slide, contents, _FOOT_TOP, _SMALLEST)
    page_number(slide, _SMALLEST)
    return slide


def stamped(slide: Any, contents: KitContents, top: float, size: int) -> None:
    """The kit's version and address at the foot of a slide."""
    box = text_box(slide, contents.stamp_line, top, _FOOT_HEIGHT, size, soft=True, room=int(ROOM) - 100)
    box.text_frame.paragraphs[-1].runs[0].hyperlink.address = contents.link


def listed(
    slide: Any,
    texts: Sequence[str],
    top: float,
    height: float,
    sizes: Sequence[int],
    *,
    bullets: bool = True,
    soft: bool = False,
) -> None:
    """The texts in the largest of these sizes that fits; where none does, as many as have room in the smallest.

    The first is always there, cut where a phrase ends if it must be. All of them belong in the notes.
    """
    lead = BULLET if bullets and len(texts) > 1 else ""
    lines = [lead + text for text in texts]
    size = next((one for one in sizes if _height(lines, one) <= height), sizes[-1])
    while len(lines) > 1 and _height(lines, size) > height:
        lines.pop()
    lines = [_fitting(lines[0], size, height)] if len(lines) == 1 else lines
    box = text_box(slide, "\n".join(lines), top, height, size, soft=soft)
    for paragraph in box.text_frame.paragraphs[:-1]:
        paragraph.space_after = Pt(_BELOW)


def two_columns(slide: Any, heads: Sequence[str], texts: Sequence[str]) -> None:
    """Two texts side by side under their heads, in one size."""
    room = (ROOM - _GAP) / 2
    top, height = _COLUMN_TOP + 70, _COLUMN_BOTTOM - _COLUMN_TOP - 70
    size = next((one for one in (BIG, 28) if all(_height([text], one, room) <= height for text in texts)), MIDDLE)
    for number, (head, text) in enumerate(zip(heads, texts, strict=True)):
        left = EDGE + number * (room + _GAP)
        box = slide.shapes.add_textbox(0, 0, 0, 0)
        place_at(box, _COLUMN_TOP, 64, left, room)
        write_text(box.text_frame, head, MIDDLE, bold=True, anchor=MSO_ANCHOR.BOTTOM)
        body = slide.shapes.add_textbox(0, 0, 0, 0)
        place_at(body, top, height, left, room)
        write_text(body.text_frame, _fitting(text, size, height, room), size)


def _height(lines: Sequence[str], size: int, room: float = ROOM) -> float:
    rooms = (text_room(line, size, room - (size if line.startswith(BULLET) else 0)) for line in lines)
    return sum(rooms) + (len(lines) - 1) * _BELOW


def _fitting(text: str, size: int, height: float, room: float = ROOM) -> str:
    limit = len(text)
    found = text
    while _height([found], size, room) > height and limit > 20:
        limit -= 10
        found = shortened(text, limit)
    return found
