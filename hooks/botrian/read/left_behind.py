"""The name of a file goes in; whether a desktop, an editor or Office left it there comes out, as in ``.gitignore``."""

from __future__ import annotations

import re
from fnmatch import translate

#: Nobody wrote these, git does not take them, and they are nobody's mistake.
PATTERNS = (
    *("Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "._*", ".Spotlight-V100"),
    *("*~", "*.swp", "*.swo", ".~lock.*#", "~$*", ".#*", "#*#", "*.tmp", "*.crdownload", ".directory", ".nfs*"),
    *("4913", "*___jb_*___"),
)
_ANY = re.compile("|".join(map(translate, PATTERNS)))


def left_behind(name: str) -> bool:
    """Whether the name (of a file or folder, without what lies above it) is one of these."""
    return _ANY.match(name) is not None
