"""The knowledge and its tables go in; staged pages come out: front matter, headings and clean HTML, one per URL."""

from __future__ import annotations

from botrian.pages.frame import Frame
from botrian.pages.stage import PageMaker, changed_pages, frame_of, in_order, page_jobs, stage_pages
from botrian.pages.staged import StagedPage

__all__ = ["Frame", "PageMaker", "StagedPage", "changed_pages", "frame_of", "in_order", "page_jobs", "stage_pages"]
