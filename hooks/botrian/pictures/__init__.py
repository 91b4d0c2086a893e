"""The knowledge and the way from a page to its links go in; pictures come out: SVG with a title, a description and
links, and beside each the same in words, for those who do not see it.
"""

from __future__ import annotations

from botrian.pictures.bars import Bar, bar_picture, budget_bars, table_bars
from botrian.pictures.evidence import lesson_grid, strip, theme_grid
from botrian.pictures.grid import table_grid
from botrian.pictures.heard import heard_picture, voices
from botrian.pictures.known import known_grid, known_map
from botrian.pictures.ladder import case_ladder, province_ladder
from botrian.pictures.marks import MARKS
from botrian.pictures.picture import Behind, Picture, Sheet
from botrian.pictures.progress import progress
from botrian.pictures.timeline import timeline_chart

__all__ = [
    "MARKS",
    "Bar",
    "Behind",
    "Picture",
    "Sheet",
    "bar_picture",
    "budget_bars",
    "case_ladder",
    "heard_picture",
    "known_grid",
    "known_map",
    "lesson_grid",
    "progress",
    "province_ladder",
    "strip",
    "table_bars",
    "table_grid",
    "theme_grid",
    "timeline_chart",
    "voices",
]
