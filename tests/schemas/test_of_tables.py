"""An editor that knows the schema of a table refuses what the checker refuses, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from botrian.records import RowFilter
from botrian.records.table import CountOf, PivotKey
from botrian.schemas import schema_files
from botrian.tables import ROWS
from tests.check.trees import checked_with

Definition = dict[str, Any]
GROUPS = ("province", "kind", "theme", "type", "region", "decade")
FIELDS = sorted({name for rows in ROWS.values() for name in rows.fields})
VALUES = {
    "ids": ["data-first"],
    "province": ["krabi"],
    "kind": ["data-system"],
    "theme": ["data"],
    "turning_point": True,
}


def definitions() -> Iterator[Definition]:
    """Every name at every place where a name may stand, for every kind of rows."""
    for name, rows in ROWS.items():
        if not rows.fields:
            continue
        shown = {"field": next(iter(rows.fields))}
        yield from ({"rows": name, "columns": [{"field": field}]} for field in FIELDS)
        yield from ({"rows": name, "columns": [{"count": of}]} for of in get_args(CountOf))
        yield from ({"rows": name, "columns": [shown], "group_by": group} for group in GROUPS)
        yield from ({"rows": name, "columns": [shown], "where": where} for where in filters(name))
        for of in rows.counts:
            yield from ({"rows": name, "columns": [{"count": of, "where": where}]} for where in filters(of))
        yield {"rows": name, "columns": [{"dimension": "council-count"}]}
    for of in get_args(CountOf):
        if not ROWS[of].pivots:
            continue
        ok = next(iter(ROWS[of].pivots))
        yield from ({"pivot": {"of": of, "rows": key, "columns": ok}} for key in get_args(PivotKey))
        yield from ({"pivot": {"of": of, "rows": ok, "columns": ok, "where": where}} for where in filters(of))


def filters(rows: str) -> Iterator[Definition]:
    for name in RowFilter.model_fields:
        ability = ROWS[rows].filters.get(name)
        if name != "ids" or ability is None or ability.records == ("lesson",):
            yield {name: VALUES.get(name) or list(ability.answers if ability else ["practice"])}
        if ability and ability.answers:
            yield {name: ["nothing-like-it"]}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Whether the checker finds a problem in each definition; all of them checked at once."""
    files = {f"data/tables/t{number}.yml": written(number, one) for number, one in enumerate(definitions())}
    problems = checked_with(tmp_path_factory.mktemp("tables"), files).problems
    wrong = {problem.file for problem in problems if problem.severity == "error"}
    return {Path(file).stem: file in wrong for file in files}


def written(number: int, definition: Definition) -> str:
    whole = {"id": f"t{number}", "title": {"th": "ก", "en": "a"}, "answer": {"th": "ก", "en": "a"}, "themes": ["data"]}
    return yaml.safe_dump({**whole, **definition}, allow_unicode=True)


def test_the_editor_and_the_checker_refuse_the_same_definitions(refused: dict[str, bool]) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(schema_files()["table.json"]))
    differ = []
    for number, one in enumerate(definitions()):
        fine = schema.is_valid(yaml.safe_load(written(number, one)))
        if fine is refused[f"t{number}"]:
            differ.append((fine, one))

    assert differ == []
    assert len(set(refused.values())) == 2


def test_a_definition_may_leave_a_name_empty() -> None:
    schema = jsonschema.Draft202012Validator(json.loads(schema_files()["table.json"]))
    definition = {**yaml.safe_load(written(1, {"rows": "cases", "columns": [{"field": "summary"}]})), "group_by": None}

    assert schema.is_valid(definition)
