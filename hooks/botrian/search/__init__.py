"""Records enter; a search index, the browser code that reads it, and the search pages leave."""

from __future__ import annotations

from botrian.search.build import SearchFiles, build_search, documents
from botrian.search.document import SearchDocument

__all__ = ["SearchDocument", "SearchFiles", "build_search", "documents"]
