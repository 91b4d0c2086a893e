"""Printed tables go in; pages for an iframe come out: live ones, and frozen ones whose bytes never change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
from botrian.kept import NOTHING_KEPT, Store, code_key, folder_key, key_of
from botrian.records import Language
from botrian.spread import IN_TURN, Spread

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
    tables: Collection[PrintedTable],
    language: Language,
    *,
    store: Store = NOTHING_KEPT,
    frozen: Path | None = None,
    spread: Spread = IN_TURN,
) -> Mapping[str, bytes]:
    """The page of every table and of every frozen one in one language, by its path below the language's root.

    ``store`` and ``spread`` as for exports. ``frozen``: the folder of frozen tables, such as ``data/frozen``.
    Raises FrozenDamaged where a frozen table is not what its name says.
    """
    files: dict[str, bytes] = {}
    for of_table in kept_files("embed", tables, embed_files, store, spread):
        files |= of_table
    if frozen is not None:
        key = key_of("frozen", code_key(), language, folder_key(frozen))
        found = store.files(key)
        if found is None:
            found = frozen_embeds(frozen, language)
            store.put_files(key, found)
        files |= found
    return dict(sorted(files.items()))
