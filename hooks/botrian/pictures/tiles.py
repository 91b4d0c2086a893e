"""A province's ISO code goes in; its place on the map of tiles and its short letters come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from botrian.own import own
from botrian.records import Province, Text


@dataclass(frozen=True)
class Tile:
    """A place on the map, counted in tiles from its north-west corner, and the letters that stand in it."""

    column: int
    row: int
    letters: Text


@cache
def thailand() -> Mapping[str, Tile]:
    """The tile of each province of ``thailand.yml`` by its ISO code."""
    raw = own(__package__, "thailand.yml")
    places = {
        code: (column, row)
        for row, line in enumerate(raw["grid"].splitlines())
        for column, code in enumerate(line.split())
        if code != ".."
    }
    return {
        f"TH-{code}": Tile(*places[code], Text(th=thai, en=english)) for code, (thai, english) in raw["letters"].items()
    }


def tiles(provinces: Iterable[Province]) -> tuple[Mapping[str, Tile], int, int]:
    """The tile of each province by its id, and how many columns and rows the map has.

    A province that the map does not know stands in a row below it, with the first letters of its name.
    """
    known, unknown = thailand(), []
    found: dict[str, Tile] = {}
    for province in provinces:
        if province.iso in known:
            found[province.id] = known[province.iso]
        else:
            unknown.append(province)
    columns = 1 + max(tile.column for tile in known.values())
    rows = 1 + max(tile.row for tile in known.values())
    for number, province in enumerate(unknown):
        letters = Text(th=province.iso[-2:], en=province.iso[-2:])
        found[province.id] = Tile(number % columns, rows + number // columns, letters)
    return found, columns, rows + -(-len(unknown) // columns)
