"""Staged pages and files go in; what is read without a line comes out: one archive a language, and the page of it."""

from __future__ import annotations

from botrian.offline.pack import Pack, packed
from botrian.offline.page import offline_files, offline_page
from botrian.offline.shelf import Shelf

__all__ = ["Pack", "Shelf", "offline_files", "offline_page", "packed"]
