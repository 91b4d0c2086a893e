"""The knowledge and its tables go in; staged pages come out: front matter, headings and clean HTML, one per URL."""

from __future__ import annotations

from botrian.pages.stage import Stamp, changed_pages, stage_pages
from botrian.pages.staged import StagedPage
from botrian.pages.urls import address

__all__ = ["StagedPage", "Stamp", "address", "changed_pages", "stage_pages"]
