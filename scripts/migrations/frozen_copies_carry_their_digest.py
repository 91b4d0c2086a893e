"""Frozen copies without their digest go in; the same with it, and the log of them, come out.

    PYTHONPATH=hooks python scripts/migrations/frozen_copies_carry_their_digest.py data/frozen

Names and pages stay as they are: the digest is of what the copy held before. A copy whose name is not the beginning
of its digest is left alone and told. Running it again changes nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from botrian.check.frozen import NAME_LENGTH, canonical, digest_of
from botrian.embeds.frozen import LOG, write_entry

VERSION = re.compile(r"^([0-9a-f]{10}) \((\d{4}-\d{2}-\d{2})\)$")


def migrate(folder: Path) -> Iterator[str]:
    """Give every copy below ``folder`` its digest and its entry; a sentence for each one that is left alone."""
    for path in sorted(folder.glob("*/*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        digest = digest_of(content)
        table = content.get("th") or content["en"]
        version = VERSION.match(table["version"])
        if path.stem != digest[:NAME_LENGTH] or version is None:
            yield f"ไม่ใช่สำเนาเดิม ข้ามไป / not the copy that was kept, left alone: {path}"
            continue
        path.write_text(canonical({**content, "sha256": digest}), encoding="utf-8", newline="\n")
        write_entry(folder / LOG, path.parent.name, date.fromisoformat(version[2]), version[1], digest)


def main(folders: list[str]) -> int:
    """Migrate each folder; 1 where a copy was left alone."""
    left = [words for folder in folders for words in migrate(Path(folder))]
    print("\n".join(left), end="\n" if left else "")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
