"""The file that remembers what English texts were made from goes in, and comes out again: a line a record.

A line is the kind and id of a record, then pairs of digests, English and Thai: ``lesson/data-first 1f2e3d4c:5b6a7988``.
Lines of two writers may both stay (``merge=union`` in ``.gitattributes``): a record's pairs are those of all its lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

#: Below ``data/``: written by ``kb.py translations --record`` and at each publication, never by hand.
TRANSLATIONS = "changes/.translations"

#: By record (``lesson/data-first``): digests of English texts, each with those of the Thai that it was made from.
Remembered = Mapping[str, Mapping[str, frozenset[str]]]


def remembered(data: Path) -> Remembered:
    """What is remembered; nothing where there is no such file. A line that is damaged remembers nothing."""
    file = data / TRANSLATIONS
    if not file.is_file() or file.is_symlink():
        return {}
    found: dict[str, dict[str, frozenset[str]]] = {}
    for line in file.read_bytes().decode("utf-8", "replace").splitlines():
        record, *pairs = line.split(" ")
        for pair in pairs:
            english, colon, thai = pair.partition(":")
            if colon:
                own = found.setdefault(record, {})
                own[english] = own.get(english, frozenset()) | {thai}
    return found


def written(memory: Remembered) -> bytes:
    """The file, in a fixed order."""
    lines = []
    for record, pairs in sorted(memory.items()):
        words = [f"{english}:{thai}" for english, many in sorted(pairs.items()) for thai in sorted(many)]
        lines.append(" ".join((record, *words)))
    return ("\n".join(lines) + "\n").encode("utf-8") if lines else b""
