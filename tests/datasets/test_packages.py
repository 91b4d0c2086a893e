"""The data load: frictionless finds nothing wrong, pandas and DuckDB read what the frames hold, links lead to files."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pandas as pd
import pytest

from botrian.addresses import Stamp
from botrian.datasets import Collection, collection_files, collections, dataset_files
from botrian.exports import printed_tables
from botrian.exports.csv_file import csv_file
from botrian.exports.csvw import csvw_file
from botrian.knowledge import Knowledge
from botrian.knowledge.strength import VOICES
from botrian.records import LANGUAGES, Language
from botrian.tables import Table, build_tables
from botrian.tables.tidy import TidyColumn
from tests.library import library_knowledge

STAMP = Stamp("https://example.org/kb/")


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def tables(knowledge: Knowledge) -> Mapping[str, Table]:
    return build_tables(knowledge)


@pytest.fixture(scope="module")
def held(knowledge: Knowledge, tables: Mapping[str, Table]) -> dict[str, Collection]:
    return {one.name: one for one in collections(knowledge, tables)}


@pytest.fixture(scope="module")
def folders(
    knowledge: Knowledge, tables: Mapping[str, Table], tmp_path_factory: pytest.TempPathFactory
) -> dict[Language, Path]:
    """The data files of both languages, each as its site has them."""
    return {
        language: _written(knowledge, tables, language, tmp_path_factory.mktemp(language)) for language in LANGUAGES
    }


def _written(knowledge: Knowledge, tables: Mapping[str, Table], language: Language, folder: Path) -> Path:
    for name, content in made(knowledge, tables, language).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def made(knowledge: Knowledge, tables: Mapping[str, Table], language: Language) -> Mapping[str, bytes]:
    printed = printed_tables(tables.values(), knowledge, language, STAMP)
    files = {f"tables/{one.id}.csv": csv_file(one) for one in printed}
    files |= {f"tables/{one.id}.csv-metadata.json": csvw_file(one) for one in printed}
    data = dict(file for one in collections(knowledge, tables) for file in collection_files(one, language))
    return {**files, **dataset_files(knowledge, printed, files, data, language, STAMP)}


def faults(package: Path) -> list[Any]:
    report = frictionless.Package(str(package)).validate()
    found: list[Any] = report.flatten(["resource", "rowNumber", "fieldName", "type", "note"])
    return found


@pytest.mark.parametrize(
    ("language", "name"),
    [("th", "datapackage.json"), ("th", "tables/datapackage.json"), ("en", "tables/datapackage.json")],
)
def test_a_package_is_as_it_says(folders: dict[Language, Path], language: Language, name: str) -> None:
    assert faults(folders[language] / name) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_zip_is_a_whole_package(folders: dict[Language, Path], language: Language, tmp_path: Path) -> None:
    with zipfile.ZipFile(folders[language] / "data/all.zip") as whole:
        whole.extractall(tmp_path)
        assert {info.date_time for info in whole.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    told = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))

    assert faults(tmp_path / "datapackage.json") == []
    assert {one["path"] for one in told["resources"]} == {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.csv")
    }
    assert "CC BY 4.0" in (tmp_path / "README.txt").read_text(encoding="utf-8-sig")


def test_a_package_notices_a_file_that_was_changed(folders: dict[Language, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(folders["th"] / "data/all.zip") as whole:
        whole.extractall(tmp_path)
    lessons = tmp_path / "data/lessons.csv"
    lessons.write_bytes(lessons.read_bytes().replace(b"\r\n", b",one more\r\n", 2))

    assert {"byte-count", "hash-count"} & {fault[3] for fault in faults(tmp_path / "datapackage.json")}


def test_the_package_holds_the_keys_from_file_to_file(folders: dict[Language, Path]) -> None:
    told = json.loads((folders["th"] / "datapackage.json").read_text(encoding="utf-8"))
    keys = {one["name"]: one["schema"].get("foreignKeys", []) for one in told["resources"]}

    assert {key["reference"]["resource"] for key in keys["evidence"]} == {"lessons", "cases"}


def test_pandas_reads_every_collection_as_it_is_held(
    folders: dict[Language, Path], held: dict[str, Collection]
) -> None:
    for name, one in held.items():
        types = {column.name: column.dtype for column in one.columns}
        read = pd.read_csv(folders["th"] / f"data/{name}.csv", dtype=types, keep_default_na=False, na_values=[""])

        pd.testing.assert_frame_equal(read, one.frame)


def test_yes_and_no_are_written_as_what_tells_of_the_file_says(folders: dict[Language, Path]) -> None:
    found = set()
    for told in (folders["th"] / "data").glob("*.csv-metadata.json"):
        columns = json.loads(told.read_text(encoding="utf-8"))["tableSchema"]["columns"]
        names = [
            one["name"] for one in columns if isinstance(one["datatype"], dict) and one["datatype"]["base"] == "boolean"
        ]
        read = pd.read_csv(folders["th"] / "data" / told.name.replace("-metadata.json", ""), dtype="str")
        found |= {value for name in names for value in read[name].dropna()}

    assert found == {"true", "false"}


def test_parquet_holds_the_same_lines_with_types(folders: dict[Language, Path], held: dict[str, Collection]) -> None:
    types = {"integer": "BIGINT", "yes-no": "BOOLEAN", "number": "DOUBLE"}
    for name, one in held.items():
        told = duckdb.execute("describe select * from read_parquet(?)", [str(folders["th"] / f"data/{name}.parquet")])
        assert [row[:2] for row in told.fetchall()] == [
            (column.name, types.get(column.type, "VARCHAR")) for column in one.columns
        ]
        read = duckdb.execute("select * from read_parquet(?)", [str(folders["th"] / f"data/{name}.parquet")]).fetchall()
        assert read == [_typed(row, one.columns) for row in one.frame.itertuples(index=False)], name


def _typed(row: Any, columns: tuple[TidyColumn, ...]) -> tuple[Any, ...]:
    """A line of a frame as a reader of Parquet has it: numbers, which frames keep as digits, are floats."""
    return tuple(
        None if pd.isna(value) else float(value) if column.type == "number" else value
        for value, column in zip(row, columns, strict=True)
    )


def test_nothing_of_a_cell_is_lost_among_the_cells(held: dict[str, Collection], tables: Mapping[str, Table]) -> None:
    frame = held["cells"].frame
    values = [value for table in tables.values() for row in table.rows for cell in row.cells for value in cell.values]
    empty = [cell.absent for table in tables.values() for row in table.rows for cell in row.cells if not cell.values]

    assert list(frame.loc[frame["absent"].notna(), "absent"]) == [absent or "not-looked-up" for absent in empty]
    told = frame[frame["absent"].isna()]
    assert list(told["value_th"]) == [value.text.th for value in values]
    assert list(told["qualifier"]) == [value.qualifier for value in values]
    assert [None if pd.isna(year) else year for year in told["year"]] == [
        str(one.year) if one.year else None for one in values
    ]
    cases = [";".join(f"{ref.kind}:{ref.id}" for ref in one.refs) for one in values]
    assert list(told["records"].fillna("")) == cases


def _records(frame: pd.DataFrame) -> list[dict[str, str]]:
    """Its lines as texts; what is missing is empty."""
    return [
        {str(name): "" if pd.isna(one) else str(one) for name, one in line.items()} for line in frame.to_dict("records")
    ]


def test_every_cited_place_is_told_by_section_and_page(
    held: dict[str, Collection], folders: dict[Language, Path], knowledge: Knowledge
) -> None:
    places = {one["id"]: one for one in _records(held["citations"].frame)}
    named: set[str] = set()
    for path in [*(folders["th"] / "data").glob("*.csv"), *(folders["th"] / "tables").glob("*.csv")]:
        for line in _records(pd.read_csv(path, dtype="str")):
            for column, ids in line.items():
                if column == "citations" or column.endswith("_citations"):
                    named |= {id_ for id_ in ids.split(";") if id_}

    assert named and named <= set(places)
    for id_, place in places.items():
        assert place["words_th"].startswith(knowledge.sources[place["source"]].short.th), id_
        pages = [one for one in (place["first_page"], place["last_page"]) if one]
        assert all(page in place["words_th"] for page in pages), id_
        assert bool(pages) == bool(place["pages_are"]), id_


def test_a_lesson_carries_how_strong_it_is_and_which_places_say_so(
    held: dict[str, Collection], knowledge: Knowledge
) -> None:
    confirming: dict[str, set[str]] = {}
    for entry in _records(held["evidence"].frame):
        if entry["stance"] == "supports":
            confirming.setdefault(entry["lesson"], set()).add(entry["province"])
    lessons = _records(held["lessons"].frame)
    for one in lessons:
        voices = [[id_ for id_ in one[f"places_{name}"].split(";") if id_] for name in VOICES]
        places = [place for own in voices for place in own]

        assert set(places) == confirming.get(one["id"], set()) and len(places) == len(set(places)), one["id"]
        assert one["strength"] == knowledge.strengths[one["id"]].level
        assert (one["strength"] == "opinion") == (not one["places_result"] and not one["places_did"]), one["id"]
    assert len({one["strength"] for one in lessons}) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_leads_to_files_that_are_there(folders: dict[Language, Path], language: Language) -> None:
    told = json.loads((folders[language] / "catalog.jsonld").read_text(encoding="utf-8"))
    found = [one["dcat:downloadURL"]["@id"] for dataset in told["dcat:dataset"] for one in dataset["dcat:distribution"]]
    roots = {"https://example.org/kb/en/": folders["en"], "https://example.org/kb/": folders["th"]}
    missing = []
    for address in found:
        root = next(root for root in roots if address.startswith(root))
        path = roots[root] / address.removeprefix(root)
        # The other formats of a table are not made here.
        if not path.exists() and path.suffix not in (".json", ".xlsx"):
            missing.append(address)

    assert missing == [] and found
    assert {dataset["dct:license"]["@id"] for dataset in told["dcat:dataset"]} == {told["dct:license"]["@id"]}


def test_the_same_knowledge_gives_the_same_bytes(knowledge: Knowledge, tables: Mapping[str, Table]) -> None:
    first, second = (
        {name: hashlib.sha256(content).hexdigest() for name, content in made(knowledge, tables, "th").items()}
        for _ in range(2)
    )

    assert first == second


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_page_load_what_they_say(language: Language, library_site: Path, tmp_path: Path) -> None:
    """The Python example runs, with the files of the built site in place of the public address."""
    page = (library_site / ("en" if language == "en" else ".") / "data/index.html").read_text(encoding="utf-8")
    example = re.search(r'data-example="python">(.*?)</code>', page, re.S)
    assert example is not None
    code = example[1].replace("&quot;", '"').replace("&#34;", '"')
    address = re.search(r'read_csv\("(.*?)"', code)
    assert address is not None and address[1].endswith("/data/lessons.csv")
    code = code.replace(address[1], (library_site / "data/lessons.csv").as_posix())
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)

    assert "practice" in ran.stdout
    assert all(
        address[1] in page.split(f'data-example="{one}"')[1][:400] for one in ("excel", "sheets", "powerbi", "r")
    )
