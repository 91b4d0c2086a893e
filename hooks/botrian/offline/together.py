"""Many small scripts go in; few come out: on a stick each file takes a whole block, and alike texts pack better.

On the web small files are what a slow line wants. ``browser/modules/search/load.js`` counts as this does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

#: Numbered files that are laid together.
AT_ONCE: Final = 64
#: The lists and texts of the search, the places that are set side by side, the records that kits are put together of.
_NUMBERED: Final = re.compile(r"(assets/search/[^/]+/[pt]/)([0-9]+)\.js")
_BY_NAME: Final = re.compile(r"(assets/(?:compare|kit)-(?:th|en)/)[^/]+\.js")


def together(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same files by path, with those that a script loads by name laid behind each other in their order."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for path in files:
        found[_place(path)].append((_number(path), path))
    return {place: b"\n".join(files[path] for _, path in sorted(paths)) for place, paths in found.items()}


def _place(path: str) -> str:
    if numbered := _NUMBERED.fullmatch(path):
        return f"{numbered[1]}all-{int(numbered[2]) // AT_ONCE}.js"
    if named := _BY_NAME.fullmatch(path):
        return f"{named[1]}all.js"
    return path


def _number(path: str) -> int:
    numbered = _NUMBERED.fullmatch(path)
    return int(numbered[2]) if numbered else 0
