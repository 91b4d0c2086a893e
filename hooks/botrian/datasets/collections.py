"""The knowledge and its tables go in; every collection as a tidy frame with its columns and files comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from botrian.addresses import fixed
from botrian.datasets.parquet import parquet_file
from botrian.exports.csv_file import csv_text
from botrian.exports.csvw import ENDING, as_json, dialect, schema
from botrian.exports.data_columns import DataColumn
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.tables import Table
from botrian.tables.tidy import TidyColumn, tidy_columns, tidy_frames
from botrian.words import say


@dataclass(frozen=True, eq=False)
class Collection:
    """One collection: its name, which its files have too, its columns, and a line for each record."""

    name: str
    columns: tuple[TidyColumn, ...]
    frame: pd.DataFrame

    def title(self, language: Language) -> str:
        """What it holds, in words."""
        return say(f"collections.{self.name}", language)

    def data_columns(self, language: Language) -> tuple[DataColumn, ...]:
        """Its columns as files tell of them."""
        return tuple(DataColumn(one.name, one.type, one.description.in_(language)) for one in self.columns)

    def files(self, language: Language) -> Mapping[str, bytes]:
        """The CSV file and what tells of it, by their paths. Only the words of the second differ by language."""
        path = f"{fixed.DATA}{self.name}"
        return {
            f"{path}.csv": self._csv,
            f"{path}.{ENDING}": as_json(self._told(language)),
        }

    @cached_property
    def _csv(self) -> bytes:
        """The same in both languages."""
        lines = self.frame.itertuples(index=False)
        rows = ([_written(*field) for field in zip(line, self.columns, strict=True)] for line in lines)
        return csv_text([one.name for one in self.columns], rows)

    def parquet(self) -> Mapping[str, bytes]:
        """The Parquet file by its path."""
        return {f"{fixed.DATA}{self.name}.parquet": parquet_file(self.frame, self.columns)}

    def _told(self, language: Language) -> Mapping[str, object]:
        return {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
            "url": f"{self.name}.csv",
            "dc:title": self.title(language),
            "dc:publisher": say("frame.site", language),
            "dc:license": {"@id": say("licence.address", language)},
            "dialect": dialect(),
            "tableSchema": schema(self.data_columns(language), "id"),
        }


def collections(knowledge: Knowledge, tables: Mapping[str, Table]) -> tuple[Collection, ...]:
    """Every collection, in the order in which its columns are written down."""
    frames = tidy_frames(knowledge, tables)
    return tuple(Collection(name, columns, frames[name]) for name, columns in tidy_columns().items())


def _written(value: object, column: TidyColumn) -> str:
    """A field as CSV has it: ``true`` and ``false`` as JSON, CSVW and Frictionless write them."""
    if pd.isna(value):  # type: ignore[call-overload]  # the stubs know no object
        return ""
    return str(value).lower() if column.type == "yes-no" else str(value)
