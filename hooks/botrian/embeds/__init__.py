"""Printed tables go in; pages for an iframe come out: live ones, and frozen ones whose bytes never change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from botrian.embeds.frozen import (
    MOST_BYTES,
    FrozenDamaged,
    FrozenName,
    freeze,
    freeze_all,
    frozen_copies,
    frozen_embeds,
    without_copies,
)
from botrian.embeds.live import embed_files
from botrian.embeds.oembed import oembed_address
from botrian.embeds.withdrawn import withdrawn_page
from botrian.exports import PrintedTable, kept_files
from botrian.records import Language

__all__ = [
    "MOST_BYTES",
    "FrozenDamaged",
    "FrozenName",
    "embed_files",
    "embeds",
    "freeze",
    "freeze_all",
    "frozen_copies",
    "frozen_embeds",
    "oembed_address",
    "withdrawn_page",
    "without_copies",
]


def embeds(
    tables: Iterable[PrintedTable], language: Language, *, cache: Path | None = None, frozen: Path | None = None
) -> Mapping[str, bytes]:
    """The page of every table and of every frozen one in one language, by its path below the language's root.

    ``cache`` as for exports. ``frozen``: the folder of frozen tables, such as ``data/frozen``. Raises FrozenDamaged
    where a frozen table is not what its name says.
    """
    files: dict[str, bytes] = {}
    for table in tables:
        files |= kept_files("embed", table, cache, embed_files)
    if frozen is not None:
        files |= frozen_embeds(frozen, language)
    return dict(sorted(files.items()))
