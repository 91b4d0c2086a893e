"""Records enter; a search index, the browser code that reads it, and the search pages leave."""

from __future__ import annotations

from botrian.search.build import ENTRY, SearchFiles, build_search, documents, in_order, search_files
from botrian.search.document import SearchDocument
from botrian.search.pages import INDEX_PAGE, SEARCH_PAGE, index_page, search_page, titles_parts

__all__ = [
    "ENTRY",
    "INDEX_PAGE",
    "SEARCH_PAGE",
    "SearchDocument",
    "SearchFiles",
    "build_search",
    "documents",
    "in_order",
    "index_page",
    "search_files",
    "search_page",
    "titles_parts",
]
