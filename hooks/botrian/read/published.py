"""The state that the last publication left goes in; the titles of what was published come out, by kind and id."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

#: Below ``data/``: written by ``kb.py diff --release``, never by hand.
STATE = "changes/.state.json"
#: Titles in Thai and English by kind and id.
Published = Mapping[str, Mapping[str, tuple[str, str]]]


def published(data: Path) -> Published | None:
    """What was published, of each kind; nothing where there was no publication yet, None where it is damaged."""
    file = data / STATE
    if not file.is_file() or file.is_symlink():
        return {}
    found: dict[str, dict[str, tuple[str, str]]] = {}
    try:
        for kind, id_, thai, english, *_ in json.loads(file.read_bytes()):
            if not all(isinstance(one, str) for one in (kind, id_, thai, english)):
                raise ValueError(STATE)
            found.setdefault(kind, {})[id_] = (thai, english)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return found
