"""Printed tables go in; pages for an iframe come out: live ones, and frozen ones whose bytes never change."""

from __future__ import annotations

from botrian.embeds.frozen import FrozenDamaged, freeze, frozen_embeds, frozen_hashes
from botrian.embeds.live import embed_files

__all__ = ["FrozenDamaged", "embed_files", "freeze", "frozen_embeds", "frozen_hashes"]
