"""The name of a file goes in; whether a desktop, an editor or Office left it there comes out, as in ``.gitignore``."""

from __future__ import annotations

#: Nobody wrote these, git does not take them, and they are nobody's mistake.
PATTERNS = (
    *("Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "._*", ".Spotlight-V100"),
    *("*~", "*.swp", "*.swo", ".~lock.*#", "~$*", ".#*", "#*#", "*.tmp", "*.crdownload", ".directory", ".nfs*"),
    *("4913", "*___jb_*___"),
)
#: The same by what of them is written: quick for each of thousands of names, and for a name of any length.
_WHOLE = frozenset(one for one in PATTERNS if "*" not in one)
_BEGINNINGS = tuple(one[:-1] for one in PATTERNS if one.find("*") == len(one) - 1)
_ENDINGS = tuple(one[1:] for one in PATTERNS if one.rfind("*") == 0)
_OTHERS = tuple(one.split("*") for one in PATTERNS if 0 < one.rfind("*") < len(one) - 1)


def left_behind(name: str) -> bool:
    """Whether the name (of a file or folder, without what lies above it) is one of these."""
    return (
        name in _WHOLE
        or name.startswith(_BEGINNINGS)
        or name.endswith(_ENDINGS)
        or any(_written(parts, name) for parts in _OTHERS)
    )


def _written(parts: list[str], name: str) -> bool:
    """Whether a name has the first part at its beginning, the last at its end, the others between in their order."""
    first, *others, last = parts
    if not (name.startswith(first) and name.endswith(last) and len(name) >= len(first) + len(last)):
        return False
    at = len(first)
    for part in others:
        at = name.find(part, at, len(name) - len(last))
        if at < 0:
            return False
        at += len(part)
    return True
