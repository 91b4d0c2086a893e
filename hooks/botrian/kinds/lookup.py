"""The name of a kind goes in; the kind, or the address or name of one of its records, comes out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from botrian.kinds import registry
from botrian.kinds.kind import Kind, Library
from botrian.records import Text


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which they are shown and found."""
    return registry.KINDS


def kind_named(id_: str) -> Kind:
    """The kind with this id. Raises KeyError: a kind is never made of what people typed."""
    return _by_id()[id_]


@cache
def _by_id() -> Mapping[str, Kind]:
    return {kind.id: kind for kind in registry.KINDS}


def linked_kinds() -> tuple[str, ...]:
    """The ids of the kinds that people link to by ``[…](kind:id)``."""
    return tuple(kind.id for kind in registry.KINDS if kind.linked)


def address(kind: str, id_: str, library: Library) -> str:
    """Where a record stands below the language's root, with an anchor where it shares a page with others."""
    return kind_named(kind).address_of(id_, library)


def record_name(kind: str, id_: str, library: Library) -> Text:
    """The name of any record, as links to it say."""
    return kind_named(kind).name_of(id_, library)
