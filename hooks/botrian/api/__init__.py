"""The knowledge and its tables go in; JSON, feeds, sitemap and JSON-LD come out."""

from __future__ import annotations

from botrian.api.feed import lesson_feed
from botrian.api.linked import dataset_ld, lesson_ld
from botrian.api.records import api_files
from botrian.api.sitemap import sitemap

__all__ = ["api_files", "dataset_ld", "lesson_feed", "lesson_ld", "sitemap"]
