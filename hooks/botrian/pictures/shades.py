"""A count and the greatest of its kind go in; one of four shades comes out. The number always stands beside it."""

from __future__ import annotations

SHADES = 4


def level_of(count: int, most: int) -> int:
    """0 for nothing, else 1 to 4: quarters of the greatest count, at least one for each thing that is there."""
    return -(-SHADES * count // most) if count > 0 and most > 0 else 0


def ranges(most: int) -> list[tuple[int, int, int]]:
    """Each shade with the first and last count that has it; shades that no whole number has are left out."""
    found = []
    for level in range(1, SHADES + 1):
        first, last = (level - 1) * most // SHADES + 1, level * most // SHADES
        if first <= last:
            found.append((level, first, last))
    return found
