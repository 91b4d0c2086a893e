"""The built tables go in; which have a row for a record, and which are of a theme, come out, once for all pages.

A page of a record names the tables that hold it. It rests on their titles, not on what is in them: so an edit that
changes a cell somewhere makes the pages of that table anew, and not those of all records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from botrian.records import Text
from botrian.tables import Table

#: A record: its kind and id. ``OF_THEME`` and an id: what is of this theme.
Held = tuple[str, str]
OF_THEME: Final = "of theme"


@dataclass(frozen=True)
class TableName:
    """A table as a list of links names it."""

    id: str
    title: Text


def holding(tables: Mapping[str, Table]) -> Mapping[Held, tuple[TableName, ...]]:
    """The tables of each record that has a row, and of each theme, in the order of the tables."""
    found: dict[Held, dict[str, TableName]] = {}
    for id_, table in tables.items():
        name = TableName(id_, table.title)
        rows = ((row.ref.kind, row.ref.id) for row in table.rows if row.ref)
        for held in (*rows, *((OF_THEME, theme) for theme in table.themes)):
            found.setdefault(held, {})[id_] = name
    return {held: tuple(names.values()) for held, names in found.items()}
