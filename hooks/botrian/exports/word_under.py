"""Paragraphs go in; they come out as the last rows of a Word table, each one wide cell without edges.

As rows of the table they keep with its last rows in every program: paragraphs behind a table that goes over several
sheets do so in Word alone, and elsewhere the last sheet is theirs alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from botrian.exports.measure import letters
from botrian.exports.printed import PrintedRow
from botrian.exports.word_font import SMALL, SMALLER, SMALLER_STYLE
from botrian.records import Language

#: What Word asks for behind a table that ends a document: a line as low as can be.
LAST_LINE = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
#: Of a letter and a line in small type, and in the table's cells, in twentieths of a point, where another font stands
#: in for Sarabun; between paragraphs; and of both sides of a cell.
_TYPE: Mapping[Language, tuple[int, int]] = {"th": (90, 300), "en": (92, 222)}
_CELL: Mapping[Language, tuple[int, int]] = {"th": (115, 370), "en": (120, 275)}
_GAP, _SIDES = 40, 170
#: How much of a sheet is counted on: the rest is for the table's head, and for what was reckoned too low.
_SURE = 0.9
#: How much of a sheet stands together at its end where all is more than a sheet.
_TAIL = 0.5


@dataclass(frozen=True)
class Under:
    """A paragraph: its runs as XML, how many letters they have, its style; ``head``: it names the next."""

    runs: str
    letters: int
    style: str = "BodyText"
    head: bool = False


@dataclass(frozen=True)
class Below:
    """What stands under a table, and how much room there is between head and foot of a sheet."""

    blocks: Sequence[Under]
    sheet: int
    language: Language

    def kept(self, rows: Sequence[PrintedRow], widths: Sequence[int]) -> int:
        """How many of the last rows stay with it: two, or one where two and it are higher than a sheet."""
        left = self.sheet * _SURE - sum(self._heights(widths, small=False))
        return 2 if sum(self._row_height(row, widths) for row in rows[-2:]) <= left else 1

    def rows(self, last: PrintedRow | None, widths: Sequence[int]) -> Iterator[str]:
        """Its rows: all stay together with the last row of the table, where need be in smaller type.

        Where even that is higher than a sheet, those that fill half of the last sheet stay together.
        """
        row = self._row_height(last, widths) if last else 0
        large, fine = (self._heights(widths, small=small) for small in (False, True))
        fits = sum(large) + row <= self.sheet * _SURE
        small = not fits and sum(fine) + row <= self.sheet * _SURE
        heights = fine if small else large
        together = sum(heights) if fits or small else self.sheet * _TAIL
        for number, one in enumerate(self.blocks):
            keep = number < len(heights) - 1 and (one.head or sum(heights[number:]) <= together)
            yield _row(one, widths, first=number == 0, keep=keep, small=small)

    def _heights(self, widths: Sequence[int], *, small: bool) -> list[float]:
        letter, line = _TYPE[self.language]
        scale = SMALLER / SMALL if small else 1
        return [_height(one.letters, sum(widths), letter * scale, line * scale) for one in self.blocks]

    def _row_height(self, row: PrintedRow, widths: Sequence[int]) -> float:
        cells = zip([(row.name,), *(cell.lines for cell in row.cells)], widths, strict=True)
        look = _CELL[self.language]
        return max(sum(_height(letters(line), width - _SIDES, *look) for line in lines) for lines, width in cells)


def _height(count: int, width: int, letter: float, line: float) -> float:
    return line * math.ceil(max(1, count) * letter / width) + _GAP


def _row(one: Under, widths: Sequence[int], *, first: bool, keep: bool, small: bool) -> str:
    edges = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right")[first:])
    span = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
    style = f'<w:pStyle w:val="{one.style}{SMALLER_STYLE if small else ""}"/>'
    text = f"<w:p><w:pPr>{style}{'<w:keepNext/>' if keep else ''}</w:pPr>{one.runs}</w:p>"
    cell = f"<w:tc><w:tcPr>{span}<w:tcBorders>{edges}</w:tcBorders></w:tcPr>{text}</w:tc>"
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
