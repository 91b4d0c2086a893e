"""Two editions of the library go in; what changed between them comes out: in words, as pages, as a feed."""

from __future__ import annotations

from botrian.changes.compare import Changes, PartChange, RecordChange, compare
from botrian.changes.edition import Edition
from botrian.changes.feed import FEED, changes_feed
from botrian.changes.pages import change_pages
from botrian.changes.reading import NotAnApi, edition_of_files, edition_of_folder
from botrian.changes.release import release_file, release_of
from botrian.changes.state import STATE_FILE, edition_of_state, state_of
from botrian.changes.words import as_json, markdown

__all__ = [
    "FEED",
    "STATE_FILE",
    "Changes",
    "Edition",
    "NotAnApi",
    "PartChange",
    "RecordChange",
    "as_json",
    "change_pages",
    "changes_feed",
    "compare",
    "edition_of_files",
    "edition_of_folder",
    "edition_of_state",
    "markdown",
    "release_file",
    "release_of",
    "state_of",
]
