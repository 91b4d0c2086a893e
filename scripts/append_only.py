"""Hold the frozen copies of a proposal against those that are published: none may change, none may vanish.

    python3 scripts/append_only.py BEFORE AFTER

BEFORE and AFTER are two checkouts. Every file in ``data/frozen/`` of BEFORE must be the same in AFTER, byte for byte,
and every entry of ``data/frozen/log.yml`` must stand there in its order; new ones come after them. One thing else may
happen to a copy: it is withdrawn. Its entry then has a line ``withdrawn:`` more, and its file is gone (``kb.py
withdraw``).

Exit code 1 where something published was touched. AFTER is not trusted: it is compared, and nothing of it is printed.
The standard library is enough.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = "data/frozen"
LOG = f"{FOLDER}/log.yml"
#: Letters of a copy's digest that are the name of its file.
NAME_LENGTH = 12
_WITHDRAWN = re.compile(rb"  withdrawn: [0-9-]+ (?:BE|CE)\n")
_TABLE = re.compile(rb"- table: ([a-z0-9-]+)\n")
_DIGEST = re.compile(rb"  sha256: ([0-9a-f]{64})\n")


def faults(before: Path, after: Path) -> Iterator[tuple[str, str, str]]:
    """Each file of BEFORE that was touched, with what is wrong in Thai and English."""
    old, new = _entries(before / LOG), _entries(after / LOG)
    kept = [_WITHDRAWN.sub(b"", entry) for entry in new]
    if [_WITHDRAWN.sub(b"", entry) for entry in old] != kept[: len(old)]:
        yield LOG, "รายการเดิมถูกแก้ ลบ หรือสลับที่", "an entry that was there was changed, deleted or moved"
    elif any(_WITHDRAWN.search(entry) and entry != now for entry, now in zip(old, new, strict=False)):
        yield LOG, "การถอนที่จดไว้ถูกแก้", "a withdrawal that was noted was changed"
    withdrawn = {name for entry in new if _WITHDRAWN.search(entry) for name in _files(entry)}
    for file in sorted((before / FOLDER).glob("*/*.json")):
        name = file.relative_to(before).as_posix()
        now = _bytes(after / name)
        if now is None and name not in withdrawn:
            yield name, "สำเนาคงที่หายไป", "a frozen copy is gone"
        elif now is not None and now != file.read_bytes():
            yield name, "สำเนาคงที่ถูกแก้", "a frozen copy was changed"


def _entries(log: Path) -> list[bytes]:
    """The entries of a log, each with all of its lines; what stands above the first one is no entry."""
    text = _bytes(log) or b""
    return re.split(rb"(?m)^(?=- )", text.rstrip(b"\n") + b"\n")[1:]


def _files(entry: bytes) -> Iterator[str]:
    """The name of the file that an entry is of."""
    table, digest = _TABLE.match(entry), _DIGEST.search(entry)
    if table and digest:
        yield f"{FOLDER}/{table[1].decode()}/{digest[1].decode()[:NAME_LENGTH]}.json"


def _bytes(file: Path) -> bytes | None:
    """What is in a file; nothing for a link, which may lead anywhere, and for what is no file."""
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


def main(words: list[str]) -> int:
    """Print what was touched; 1 where anything was."""
    before, after = (Path(word) for word in words)
    found = list(faults(before, after))
    for name, thai, english in found:
        print(f"::error file={name}::{thai} / {english}")
    if found:
        print("สิ่งที่เผยแพร่แล้วแก้ไม่ได้ ถ้าเจ้าของขอถอน ใช้ kb.py withdraw")
        print("What is published stays as it is. Where somebody takes it back: kb.py withdraw")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
