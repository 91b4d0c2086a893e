"""The models of records go in; the kinds of record come out: what each is called, where it lies and where it stands.

To add a kind is to say it in ``told.py`` or ``kept.py`` and list it in ``registry.py``: reading, store, addresses,
links, API, changes, search and indexes read it there.
"""

from __future__ import annotations

from botrian.kinds.kind import Files, Index, Kind, Library, Search
from botrian.kinds.lookup import address, kind_named, kinds, linked_kinds, record_name

__all__ = [
    "Files",
    "Index",
    "Kind",
    "Library",
    "Search",
    "address",
    "kind_named",
    "kinds",
    "linked_kinds",
    "record_name",
]
