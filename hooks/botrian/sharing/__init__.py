"""Staged pages go in; what a link to them shows in a chat comes out: a picture for each, and the app's manifest."""

from __future__ import annotations

from botrian.sharing.cards import with_cards
from botrian.sharing.manifest import manifest

__all__ = ["manifest", "with_cards"]
