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
    r"(^)([Tt]o-?do\b|[Tt]bc\b|เดี๋ยว(?:มา|จะ)?(?:เติม|เขียน|ใส่)|ยังไม่ได้(?:เขียน|กรอก|เติม|ใส่)(?=$|[ :(]))",
    r"(^)((?:เติม|เขียน|กรอก|ใส่)(?:เพิ่ม)?(?:ภายหลัง|ทีหลัง|ตรงนี้|ที่นี่))",
    r"(^)((?:ใส่|กรอก|ระบุ|เติม)(?:ข้อความ|ชื่อ|ผล|รายละเอียด|เนื้อหา)(?:ที่เกิดขึ้น|บทเรียน|กรณี|ของท่าน)?(?=$|[ :(.…]))",
)
#: What is no answer where it is all that there is.
UNFILLED_ALONE: Final = (
    r"^()((?:[.…_?*-]|[Xx]{1,2}|\?|[Tt]ext|ข้อความ|ตัวอย่าง|ชื่อบทเรียน|ชื่อกรณี|[Nn]/?[Aa]|test|ทดสอบ|[. …]){1,8}"
    r"|(?:[Tt]est|[Tt]esting|ทดสอบ|ทดลอง)[ 0-9๐-๙]{0,20}|([ก-ฮ])\3{2,60}"
    r"|[<\[(]{1,2}(?:ข้อความ|ชื่อ|ว่าง|[Tt]ext)[>\])]{1,2}|(?:ตามไฟล์แนบ|ตามเอกสารแนบ|ดูไฟล์แนบ|เอกสารแนบ)"
    r"|(?:ดู|ตาม|เหมือน|เช่นเดียวกับ)(?:ด้าน|ข้าง|ข้อ)(?:บน|ล่าง)|(?:เหมือน|ดู)(?:เดิม|ข้างต้น)"
    r"|เพิ่มเติมภายหลัง|เมื่อไร ใครทำอะไร)$"
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
