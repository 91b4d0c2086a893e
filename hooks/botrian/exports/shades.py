"""A cell of a table of counts goes in; the ground that shows how large its number is comes out.

The number itself stands on it, so that nothing is said by colour alone; dark letters keep 7 to 1 on the darkest.
"""

from __future__ import annotations

from decimal import Decimal

from botrian.exports.printed import PrintedCell, PrintedTable

_LIGHTEST, _DARKEST = (255, 255, 255), (150, 205, 189)


def largest(table: PrintedTable) -> Decimal:
    """The largest number of a table of counts."""
    return max((abs(one.number.value) for row in table.rows for one in row.cells if one.number), default=Decimal(0))


def shade(cell: PrintedCell, most: Decimal) -> str:
    """A colour as RRGGBB: white for none and nothing, the darkest for the largest number."""
    share = float(abs(cell.number.value) / most) if cell.number and most else 0.0
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in zip(_LIGHTEST, _DARKEST, strict=True))
