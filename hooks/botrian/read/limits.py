"""How much is read: limits that are looked at before any work, so that no file holds everybody up.

Each leaves room for five times the largest there was when it was set. A limit is no judgement on a text: what is told
is which file is too large, and how to divide it.
"""

from __future__ import annotations

import re
from typing import Final

#: A page, a lesson, a table, a source: one record. The largest has 40 KB.
RECORD_BYTES: Final = 200_000
#: A file that holds a list of records, or a publication. The largest has 510 KB.
LIST_BYTES: Final = 3_000_000
#: A paper under ``docs/``, or another file that is no text.
ASSET_BYTES: Final = 5_000_000
#: A picture for a phone on a slow line is far smaller. The largest has 95 KB.
PICTURE_BYTES: Final = 2_000_000
#: Points of a picture, and points along one side: what a phone shows has some 2 million.
PIXELS: Final = 16_000_000
SIDE: Final = 6_000
#: A frozen copy. The largest has 25 KB.
FROZEN_BYTES: Final = 500_000
#: Letters of one text. The longest has 360.
TEXT_LETTERS: Final = 5_000
#: Items of a list of records; the longest has 1,041.
RECORDS: Final = 10_000
#: Items of a list inside of a record; the longest has 54.
ITEMS: Final = 1_000
#: Keys of one mapping; the most are 20.
KEYS: Final = 200
#: Values of one file, lists and mappings among them. The most are 12,225.
NODES: Final = 100_000
#: Levels of lists and mappings in each other. The most are 7.
DEPTH: Final = 24
#: Files of a content tree.
FILES: Final = 60_000
#: Faults of one file that are told; whoever mends these sees the others.
FAULTS: Final = 200
#: Marks on one letter, as Unicode's own limit for text in streams has it (UAX 15). Ordering more takes hours.
MARKS: Final = 30

_MANY_RECORDS = re.compile(r"^data/(facts|events|changes|frozen)/|^data/[^/]+$")


def most_bytes(name: str) -> int:
    """How large a text file may be, by its path in the content tree."""
    return LIST_BYTES if _MANY_RECORDS.match(name) else RECORD_BYTES
