"""Mark the events that are no events: years of works that a source cites become ``kind: publication``.

    python scripts/migrations/publication_events.py data/events

They are known by their explanation, which begins ``ปีของงานที่บทความอ้าง``. A file keeps every other letter.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

#: One event of a list: from its id to the next one's.
ITEM = re.compile(r"^  - id: .*?(?=^  - id: |\Z)", re.MULTILINE | re.DOTALL)
CITED_WORK = re.compile(r'^    text: \{th: "?ปีของงานที่บทความอ้าง', re.MULTILINE)
DATE = re.compile(r"^    date: .*\n", re.MULTILINE)


def marked(text: str) -> str:
    """The file with the kind of each such event behind its date."""
    return ITEM.sub(_marked_item, text)


def _marked_item(match: re.Match[str]) -> str:
    item = match[0]
    if not CITED_WORK.search(item) or "    kind: publication\n" in item:
        return item
    return DATE.sub(lambda date: f"{date[0]}    kind: publication\n", item, count=1)


if __name__ == "__main__":
    for file in sorted(Path(sys.argv[1]).glob("*.yml")):
        file.write_text(marked(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
