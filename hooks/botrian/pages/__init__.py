"""The knowledge and its tables go in; staged pages come out: front matter, headings and clean HTML, one per URL."""

from __future__ import annotations

from botrian.pages.frame import Frame, Stamp
from botrian.pages.stage import changed_pages, frame_of, stage_pages
from botrian.pages.staged import StagedPage
from botrian.pages.urls import address

__all__ = ["Frame", "StagedPage", "Stamp", "address", "changed_pages", "frame_of", "stage_pages"]
