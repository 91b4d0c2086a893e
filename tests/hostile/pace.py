"""Nothing enters; how many times slower this machine is than the one that budgets in seconds are told for leaves.

A second of the processor is not the same work everywhere.
"""

from __future__ import annotations

import time
from functools import cache
from typing import Final

#: CPU seconds that the loop below takes where the budgets were set, with nothing else at work.
_SET_AT: Final = 0.075
#: Two processes that share one core of two threads take so many times longer; who comes while a test runs is not known.
_SHARED: Final = 2.0
_STEPS: Final = 1_000_000


@cache
def slowness() -> float:
    """At least 1: the quickest of a few looks, and twice that, for the core may be shared with another test."""
    return max(1.0, _SHARED * min(_seconds() for _ in range(5)) / _SET_AT)


def _seconds() -> float:
    start, total = time.process_time(), 0
    for number in range(_STEPS):
        total += number * number % 7
    return time.process_time() - start
