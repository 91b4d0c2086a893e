"""Checked, typed records go in; the frozen store that every later step reads comes out."""

from __future__ import annotations

from botrian.knowledge.found import Found
from botrian.knowledge.store import Body, Knowledge, Page, PlacedFact, citations_in

__all__ = ["Body", "Found", "Knowledge", "Page", "PlacedFact", "citations_in"]
