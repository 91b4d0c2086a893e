"""The knowledge and its tables go in; JSON, feeds and the sitemap come out."""

from __future__ import annotations

from botrian.api.feed import lesson_feed
from botrian.api.records import api_files
from botrian.api.sitemap import sitemap

__all__ = ["api_files", "lesson_feed", "sitemap"]
