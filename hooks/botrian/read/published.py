"""The state that the last publication left goes in; the ids that were published come out, by kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

#: Below ``data/``: written by ``kb.py diff --release``, never by hand.
STATE = "changes/.state.json"


def published(data: Path) -> Mapping[str, tuple[str, ...]] | None:
    """The published ids of each kind; nothing where there was no publication yet, None where it is damaged."""
    file = data / STATE
    if not file.is_file() or file.is_symlink():
        return {}
    found: dict[str, list[str]] = {}
    try:
        for kind, id_, *_ in json.loads(file.read_bytes()):
            if not isinstance(kind, str) or not isinstance(id_, str):
                raise ValueError(STATE)
            found.setdefault(kind, []).append(id_)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return {kind: tuple(ids) for kind, ids in found.items()}
