"""How many entries a page may show at once: a page is held in the hand, and nobody scrolls through thirty screens.

The rule: no page is longer than 25 screens of a phone (360 × 740), a province no longer than 12. Lists of more entries
than this are folded by their parts; what is folded is searched and printed, and an address that leads into it opens it.
"""

from __future__ import annotations

#: An entry with its line of small print takes up to 120 pixels: a hundred of them are 16 screens.
MOST_ENTRIES = 100


def too_long(entries: int) -> bool:
    """Whether a list of so many entries is folded by its parts."""
    return entries > MOST_ENTRIES
