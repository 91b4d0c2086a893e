"""Text enters; the words in it that somebody meant to replace leave: TODO, xxx, …, a sample's own words.

The patterns mean the same to Python's `re` (with `re.ASCII`) and to a JavaScript `RegExp` with the flags `gu`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

#: Words that are unfinished wherever they stand; group 2 is what was found.
UNFILLED_WITHIN: Final[tuple[str, ...]] = (
    r"(^|[^A-Za-z])(TODO|FIXME|TBD|TBA)(?![A-Za-z])",
    r"(^|[^A-Za-z])([Ll]orem ipsum)",
    r"(^|[^A-Za-z0-9])([Xx]{3,})(?![A-Za-z0-9])",
    r"()([(\[](?:to be translated|รอแปล|ใส่ข้อความ|ใส่ชื่อ|กรอก)[^)\]\n]{0,40}[)\]])",
    r"()((?:[.…_]{4,}|…{2,})[.…_]{0,200})",
)
#: What is no answer where it is all that there is.
UNFILLED_ALONE: Final = (
    r"^()((?:[.…_?*-]|[Xx]{1,2}|\?|[Tt]ext|ข้อความ|ตัวอย่าง|ชื่อบทเรียน|ชื่อกรณี|[Nn]/?[Aa]|test|ทดสอบ|[. …]){1,8})$"
)


def unfilled(text: str) -> str:
    """The first words of a text in stored form that wait to be replaced; empty where there are none."""
    line = text.strip()
    for pattern in (UNFILLED_ALONE, *UNFILLED_WITHIN):
        if match := _compiled(pattern).search(line):
            return match[2]
    return ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)
