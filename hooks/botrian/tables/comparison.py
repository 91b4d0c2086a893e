"""The knowledge goes in; what tables ask of it comes out: which records pass a filter, counts, grids, joined facts.

It stands on data frames. Every column has its type written out (texts are texts, nothing is guessed, what is missing
is missing and never a number), and only texts and whole numbers leave: a cell is made of the records themselves.

A filter has one meaning, here: a count is the number of rows that the same filter gives over the same owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import pandas as pd

from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import RowFilter
from botrian.tables.abilities import ROWS
from botrian.tables.keys import Standing, standings, yes_no

TEXT = pd.StringDtype("python")
#: What a filter that does not apply wants: a value that no record has.
_NOTHING: frozenset[str] = frozenset()
SortKey = tuple[Any, ...]
Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Grid:
    """Counts by row and column. ``rows``, ``columns`` and ``total`` count each record once, whatever cells it is in."""

    cells: Mapping[tuple[str, str], int]
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    total: int


class Comparison:
    """The records of one knowledge as frames, each made when a table first asks for it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._standings: dict[str, tuple[Standing, ...]] = {}
        self._keys: dict[str, pd.DataFrame] = {}
        self._facts: dict[str, Mapping[tuple[str, str], tuple[PlacedFact, ...]]] = {}

    def standings(self, rows: str) -> tuple[Standing, ...]:
        """All of one kind of rows."""
        if rows not in self._standings:
            self._standings[rows] = standings(rows, self.knowledge)
        return self._standings[rows]

    def matching(self, rows: str, where: RowFilter) -> tuple[Standing, ...]:
        """Those that pass the filter: in the order of its ``ids`` where given, else in their own."""
        found = self.standings(rows)
        return tuple(found[int(number)] for number in self._passing(rows, where)["record"])

    def counts(self, of: str, where: RowFilter, owner: str) -> Mapping[str, int]:
        """How many pass the filter, by the id that they have under the key ``owner``; ids with none are left out."""
        belonging = self._values(of, owner).rename(columns={"value": "owner"})
        kept = belonging.merge(self._passing(of, where), on="record", how="inner")
        return _numbers(kept.groupby("owner")["record"].nunique())

    def grid(self, of: str, where: RowFilter, rows: str, columns: str) -> Grid:
        """How many pass the filter by two keys; one with several values of a key is counted under each."""
        by_row = self._values(of, rows).rename(columns={"value": "row"})
        by_column = self._values(of, columns).rename(columns={"value": "column"})
        found = by_row.merge(by_column, on="record", how="inner")
        found = found.merge(self._passing(of, where), on="record", how="inner").drop_duplicates()
        sizes = found.groupby(["row", "column"])["record"].nunique().rename("number").reset_index()
        return Grid(
            {(str(one["row"]), str(one["column"])): int(one["number"]) for one in sizes.to_dict("records")},
            _numbers(found.groupby("row")["record"].nunique()),
            _numbers(found.groupby("column")["record"].nunique()),
            int(found["record"].nunique()),
        )

    def first(self, rows: str, key: str) -> Mapping[str, str]:
        """The first value of a key by the id of the record; those without one are left out."""
        found, firsts = self.standings(rows), self._values(rows, key).drop_duplicates("record")
        pairs = zip(firsts["record"], firsts["value"], strict=True)
        return {found[int(number)].id: str(value) for number, value in pairs}

    def facts(self, rows: str) -> Mapping[tuple[str, str], tuple[PlacedFact, ...]]:
        """The facts beside each row, by its id and the dimension: those about a case; a province's own, or, where it
        has none in a dimension, those of its cases."""
        if rows not in self._facts:
            placed = self._placed(rows)
            found: dict[tuple[str, str], list[PlacedFact]] = {}
            for number, owner, dimension in zip(placed["fact"], placed["owner"], placed["dimension"], strict=True):
                found.setdefault((str(owner), str(dimension)), []).append(self.knowledge.facts[int(number)])
            self._facts[rows] = {place: tuple(facts) for place, facts in found.items()}
        return self._facts[rows]

    @staticmethod
    def order(
        rows: int, sorts: Sequence[tuple[Sequence[SortKey | None], bool]], groups: Sequence[str] = ()
    ) -> tuple[int, ...]:
        """The numbers of so many rows in the order in which they are shown.

        ``sorts``: for each column sorted by, the rows' keys and whether it descends; rows without a key come last both
        ways, rows with equal keys stay as they were. ``groups``: the rows' groups, empty where rows are not grouped;
        rows of one group stand together, the groups in the order in which they first appear.
        """
        frame = pd.DataFrame({"row": pd.Series(range(rows), dtype="int64")})
        names = [f"by {number}" for number in range(len(sorts))]
        for name, (keys, _) in zip(names, sorts, strict=True):
            frame[name] = _ranks(keys)
        if names:
            up = [not descends for _, descends in sorts]
            frame = frame.sort_values(names, ascending=up, kind="stable", na_position="last")
        if groups:
            frame["group"] = pd.factorize(pd.Series(list(groups), dtype=TEXT).iloc[frame["row"]])[0]
            frame = frame.sort_values("group", kind="stable")
        return tuple(int(number) for number in frame["row"])

    def _placed(self, rows: str) -> pd.DataFrame:
        facts = self.knowledge.facts
        placed = pd.DataFrame(
            {
                "fact": pd.Series(range(len(facts)), dtype="int64"),
                "province": pd.Series([one.province for one in facts], dtype=TEXT),
                "case": pd.Series([one.fact.case for one in facts], dtype=TEXT),
                "dimension": pd.Series([one.fact.dimension for one in facts], dtype=TEXT),
            }
        )
        if rows == "cases":
            return placed.rename(columns={"case": "owner"}).dropna(subset=["owner"])
        placed = placed.rename(columns={"province": "owner"})
        placed["own"] = placed["case"].isna()
        has_own = placed.groupby(["owner", "dimension"])["own"].transform("any")
        return placed[placed["own"] | ~has_own]

    def _keys_of(self, rows: str) -> pd.DataFrame:
        """One line a value: the record's number, the key, the value."""
        if rows not in self._keys:
            lines = [
                (number, key, value)
                for number, one in enumerate(self.standings(rows))
                for key, values in one.keys.items()
                for value in values
            ]
            self._keys[rows] = pd.DataFrame(
                {
                    "record": pd.Series([line[0] for line in lines], dtype="int64"),
                    "key": pd.Series([line[1] for line in lines], dtype=TEXT),
                    "value": pd.Series([line[2] for line in lines], dtype=TEXT),
                }
            )
        return self._keys[rows]

    def _values(self, rows: str, key: str) -> pd.DataFrame:
        keys = self._keys_of(rows)
        return keys.loc[keys["key"] == key, ["record", "value"]]

    def _passing(self, rows: str, where: RowFilter) -> pd.DataFrame:
        """The numbers of the records that pass: fields are joined by 'and', the values in a field by 'or'."""
        kept = pd.DataFrame({"record": pd.Series(range(len(self.standings(rows))), dtype="int64")})
        for name, wanted in _wanted(where, self.knowledge).items():
            ability = ROWS[rows].filters.get(name)
            values = self._values(rows, ability.key if ability else name)
            having = values.loc[values["value"].isin(wanted if ability else _NOTHING), "record"]
            kept = kept[kept["record"].isin(having)]
        if not where.ids:
            return kept
        order = pd.DataFrame({"value": pd.Series(list(dict.fromkeys(where.ids)), dtype=TEXT)})
        named = order.merge(self._values(rows, "ids"), on="value", how="inner")
        return named.merge(kept, on="record", how="inner")[["record"]]


def _wanted(where: RowFilter, knowledge: Knowledge) -> Mapping[str, set[str]]:
    """The values that each filter lets through; a theme of the first level takes in those below it."""
    found = {name: set(values) for name in RowFilter.model_fields if isinstance(values := getattr(where, name), tuple)}
    below = {theme.id for theme in knowledge.themes.values() if theme.parent in found["theme"]}
    found["theme"] |= below
    if where.turning_point is not None:
        found["turning_point"] = {yes_no(where.turning_point)}
    return {name: values for name, values in found.items() if values}


def _numbers(counts: pd.Series[int]) -> Mapping[str, int]:
    return {str(value): int(number) for value, number in counts.to_dict().items()}


def _ranks(keys: Iterable[SortKey | None]) -> pd.Series[int]:
    """Keys as whole numbers in the same order: a frame need not know how numbers, dates and Thai words are ordered."""
    keys = list(keys)
    ranks = {key: rank for rank, key in enumerate(sorted({key for key in keys if key is not None}))}
    return pd.Series([None if key is None else ranks[key] for key in keys], dtype="Int64")
