"""An edition: the whole library at one moment, as records made of parts that can be compared one by one.

A part has its words (in an edition read from the API) and a mark, a short fingerprint that differs where anything of it
differs. An edition read from a release's state has marks and no words: enough to tell what changed since then.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from botrian.records import Text

#: Hexadecimal digits of a mark: 32 bits, for parts that are only ever compared with the same part of before.
MARK_LENGTH = 8


@dataclass(frozen=True)
class Part:
    """One thing in a record that can change: a field, an entry of evidence, a row, a column, a cell, a value.

    ``key`` is unique in its record. ``within`` names parts that hold this one: where they come or go, it is not told.
    ``stance`` is that of an entry of evidence. ``loose`` parts have no name of their own: those that came and those
    that went are taken as pairs.
    """

    key: str
    label: Text
    mark: str
    text: Text | None = None
    stance: str = ""
    within: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True)
class Entry:
    """A record: its kind and id, its name, and its parts in their order."""

    kind: str
    id: str
    title: Text
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Edition:
    """All records by kind and id. ``words`` tells whether the parts have their texts.

    ``withdrawn`` are the kinds and ids of what was taken back: what changes say must not bring it up again.
    """

    entries: Mapping[tuple[str, str], Entry]
    words: bool = True
    withdrawn: frozenset[tuple[str, str]] = frozenset()


def mark(value: object) -> str:
    """A short fingerprint of a JSON value."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:MARK_LENGTH]
