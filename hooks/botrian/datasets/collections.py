"""The knowledge and its tables go in; every collection with its columns, its tidy frame and its files comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from botrian.tables.tidy import TidyColumn, tidy_columns, tidy_frame, tidy_lines
from botrian.words import say


@dataclass(frozen=True, eq=False)
class Collection:
    """One collection: its name, which its files have too, and what it is made of."""

    name: str
    knowledge: Knowledge
    tables: Mapping[str, Table]

    @property
    def columns(self) -> tuple[TidyColumn, ...]:
        """Its columns, in their order."""
        return tidy_columns()[self.name]

    @cached_property
    def frame(self) -> pd.DataFrame:
        """A line for each record."""
        return tidy_frame(self.name, self.knowledge, self.tables)

    @property
    def lines(self) -> int:
        """How many records it holds."""
        return tidy_lines(self.name, self.knowledge, self.tables)

    def title(self, language: Language) -> str:
        """What it holds, in words."""
        return say(f"collections.{self.name}", language)

    def data_columns(self, language: Language) -> tuple[DataColumn, ...]:
        """Its columns as files tell of them."""
        return tuple(DataColumn(one.name, one.type, one.description.in_(language)) for one in self.columns)

    def csv(self) -> tuple[str, bytes]:
        """The CSV file and its path: the same in both languages."""
        lines = self.frame.itertuples(index=False)
        rows = ([_written(*field) for field in zip(line, self.columns, strict=True)] for line in lines)
        return csv_path(self.name), csv_text([one.name for one in self.columns], rows)

    def parquet(self) -> tuple[str, bytes]:
        """The Parquet file and its path."""
        return f"{fixed.DATA}{self.name}.parquet", parquet_file(self.frame, self.columns)

    def told(self, language: Language) -> tuple[str, bytes]:
        """What tells programs of the CSV file, and its path; its words differ by language."""
        return f"{fixed.DATA}{self.name}.{ENDING}", as_json(self._told(language))

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


def csv_path(name: str) -> str:
    """Where the CSV file of a collection stands, below the language's root."""
    return f"{fixed.DATA}{name}.csv"


def collections(knowledge: Knowledge, tables: Mapping[str, Table]) -> tuple[Collection, ...]:
    """Every collection, in the order in which its columns are written down."""
    return tuple(Collection(name, knowledge, tables) for name in tidy_columns())


def collection_files(one: Collection, language: Language) -> Iterator[tuple[str, bytes]]:
    """The files of a collection that hold its records, by their paths. They stand once, in the Thai site."""
    yield one.csv()
    if language == "th":
        yield one.parquet()


def _written(value: object, column: TidyColumn) -> str:
    """A field as CSV has it: ``true`` and ``false`` as JSON, CSVW and Frictionless write them."""
    if pd.isna(value):  # type: ignore[call-overload]  # the stubs know no object
        return ""
    return str(value).lower() if column.type == "yes-no" else str(value)
