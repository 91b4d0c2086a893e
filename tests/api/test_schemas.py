"""The API's schemas say what its models say, its changelog names each state of them, and every item is as they say."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from botrian.api import api_files
from botrian.api.schema_changes import REASON_TO_WRITE, digest, schema_changes, with_entry
from botrian.api.schemas import api_schemas
from botrian.commands import schema as command
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.records import Credit, Kit, Redirect, TableDefinition, Withdrawal
from botrian.tables import build_tables
from tests.pages.sample import sample_knowledge
from tests.tables import made

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "schemas" / "api"
SCHEMAS = api_schemas()
Schema = dict[str, Any]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_committed_schema_is_what_the_models_give(name: str) -> None:
    committed = (FOLDER / f"{name}.json").read_text(encoding="utf-8")

    assert committed == SCHEMAS[name], "run: python3 scripts/kb.py schema"


def test_no_schema_is_left_of_a_collection_that_is_gone() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(SCHEMAS)


def test_the_newest_entry_of_the_changelog_is_of_these_schemas_and_says_why_where_it_breaks_v1() -> None:
    changelog = (FOLDER / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = re.findall(r"^## ([0-9a-f]+) · \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)

    assert entries[:1] == [digest(SCHEMAS)], "run: python3 scripts/kb.py schema"
    assert f"why: {REASON_TO_WRITE}" not in changelog


@pytest.fixture(scope="module")
def published() -> Mapping[str, list[dict[str, Any]]]:
    """The items of every collection, of a small knowledge in which each kind of record stands."""
    knowledge = whole_knowledge()
    files = api_files(knowledge, build_tables(knowledge), "https://example.org/")
    return {name: json.loads(files[f"api/v1/{name}.json"])["items"] for name in SCHEMAS}


def test_a_lesson_carries_how_strong_it_is(published: Mapping[str, list[dict[str, Any]]]) -> None:
    strengths = whole_knowledge().strengths
    for item in published["lessons"]:
        told, strength = item["strength"], strengths[item["id"]]

        assert told["level"] == strength.level
        assert {voice: tuple(told[voice]) for voice in strength.places} == strength.places
        assert (told["documents"], told["contradicted"]) == (list(strength.documents), list(strength.contradicted))


def whole_knowledge() -> Knowledge:
    """The tests' base tree with what it lacks: a citation with its page, a kit, a table of every kind of value."""
    sample = sample_knowledge()
    lesson = next(iter(sample.lessons.values()))
    cited = [{"source": next(iter(sample.sources)), "lines": [1, 2], "pages": [12, 12]}]
    facts = (made.fact("krabi", 98, absent="none", citations=cited), made.fact("krabi", 99, number="1250.50"))
    councils = made.store().dimensions
    text = made.two("ก")
    kit = {"id": "kit", "title": text, "purpose": text, "lessons": [lesson.id]}
    part = {"name": text, "minutes": 5, "text": text}
    moved = {"old": "lesson:gone", "new": f"lesson:{lesson.id}", "since": "2026-11-29 CE"}
    told = {"id": "told-1", "role": "told", "name": text, "consent": "spoken", "date": "2026-11-29 CE"}
    table = {"id": "all", "title": text, "answer": text, "themes": list(lesson.themes), "rows": "provinces"}
    shown = [{"dimension": one} for one in (*sample.dimensions, *councils)]
    return replace(
        sample,
        sources={**sample.sources, **made.store().sources},
        redirects={"lesson-gone": Redirect.model_validate(moved)},
        withdrawals={"source-told": Withdrawal.model_validate({"old": "source:told", "since": "2026-11-29 CE"})},
        credits={"told-1": Credit.model_validate({**told, "lessons": [lesson.id]})},
        kits={"kit": Kit.model_validate({**kit, "parts": [part]})},
        tables={**sample.tables, "all": TableDefinition.model_validate({**table, "columns": shown})},
        dimensions={**sample.dimensions, **councils},
        facts=(*sample.facts, *facts),
        origins={
            **sample.origins,
            ("table", "all"): sample.origin("lesson", lesson.id),
            **{("fact", one.id): sample.origin("lesson", lesson.id) for one in facts},
        },
    )


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_published_item_has_the_fields_of_its_schema_and_no_others(
    name: str, published: Mapping[str, list[dict[str, Any]]]
) -> None:
    schema = strict(json.loads(SCHEMAS[name]))
    jsonschema.Draft202012Validator.check_schema(schema)

    assert published[name], f"the small knowledge has no {name}"
    jsonschema.validate({"items": published[name]}, schema, cls=jsonschema.Draft202012Validator)


def strict(schema: Any) -> Any:
    """The schema so that a field it does not name is an error."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {}
    return {**{key: strict(value) for key, value in schema.items()}, **closed}


def test_the_published_schema_is_the_committed_one() -> None:
    files = api_files(made.store(), {}, "https://example.org/")

    for name, text in SCHEMAS.items():
        assert files[f"api/v1/schemas/{name}.json"] == text.encode("utf-8")
    index = json.loads(files["api/v1/index.json"])["items"]
    assert [one["schema"] for one in index] == [f"https://example.org/api/v1/schemas/{one['id']}.json" for one in index]


def test_a_field_has_its_type_whatever_the_day_s_data_hold() -> None:
    citation = json.loads(SCHEMAS["lessons"])["$defs"]["Citation"]
    evidence = json.loads(SCHEMAS["lessons"])["$defs"]["Evidence"]

    assert citation["properties"]["page"]["anyOf"] == [{"type": "string"}, {"type": "null"}]
    assert set(citation["required"]) == set(citation["properties"])
    assert evidence["properties"]["stance"]["enum"] == ["supports", "qualifies", "contradicts"]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_field_says_in_thai_and_english_what_it_is(name: str) -> None:
    schema = json.loads(SCHEMAS[name])
    models = {name: schema["properties"]["items"]["items"], **schema["$defs"]}

    assert [
        f"{model}.{key}"
        for model, one in models.items()
        for key, value in one["properties"].items()
        if " / " not in value.get("description", "")
    ] == []


def schemas(**fields: Schema) -> Mapping[str, str]:
    """One collection with these fields."""
    item = {"type": "object", "properties": fields}
    return {"lessons": json.dumps({"properties": {"items": {"items": item}}, "$defs": {}})}


TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
ANSWERS, MORE_ANSWERS = {"enum": ["a", "b"]}, {"enum": ["a", "c", "b"]}
MAYBE = {"anyOf": [TEXT, {"type": "null"}]}


@pytest.mark.parametrize(
    ("before", "after", "told", "breaks"),
    [
        ({}, {"x": TEXT}, "added `lessons.x` (string)", False),
        ({"x": TEXT}, {}, "removed `lessons.x` (string)", True),
        ({"x": TEXT}, {"x": NUMBER}, "changed `lessons.x` (string → integer)", True),
        ({"x": TEXT}, {"x": MAYBE}, "changed `lessons.x` (string → string | null)", True),
        ({"x": ANSWERS}, {"x": MORE_ANSWERS}, 'changed `lessons.x` ("a" | "b" → "a" | "c" | "b")', False),
        ({"x": MORE_ANSWERS}, {"x": ANSWERS}, 'changed `lessons.x` ("a" | "c" | "b" → "a" | "b")', True),
        ({"x": TEXT}, {"x": {**TEXT, "deprecated": True}}, "deprecated `lessons.x` (string, deprecated)", False),
        (
            {"x": {"type": "array", "items": TEXT}},
            {"x": {"type": "array", "items": {"$ref": "#/$defs/Citation"}}},
            "changed `lessons.x` (list of string → list of Citation)",
            True,
        ),
    ],
)
def test_a_change_is_told_and_what_breaks_v1_is_called_so(
    before: Schema, after: Schema, told: str, breaks: bool
) -> None:
    changes = schema_changes(schemas(**before), schemas(**after))

    assert [(told in change.line(), change.breaks) for change in changes] == [(True, breaks)]
    assert changes[0].line().startswith("- **breaks v1**: ") is breaks
    assert changes[0].line().endswith(REASON_TO_WRITE) is breaks


def test_other_words_in_a_schema_are_an_entry_without_changes() -> None:
    assert schema_changes(schemas(x=TEXT), schemas(x={**TEXT, "description": "คำ / words"})) == ()


def test_an_entry_stands_on_top_once_and_the_head_stays() -> None:
    first = with_entry("# Changes\n", schemas(), {}, date(2026, 1, 1))
    second = with_entry(first, schemas(x=TEXT), schemas(), date(2026, 2, 2))

    assert second == with_entry(second, schemas(x=TEXT), schemas(x=TEXT), date(2026, 3, 3))
    assert second.startswith("# Changes\n\n## ")
    assert second.index("2026-02-02") < second.index("added `lessons.x`") < second.index("2026-01-01")


def test_the_command_writes_the_schemas_and_tells_what_a_model_s_new_field_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths, options = Paths.of(tmp_path), argparse.Namespace()
    monkeypatch.setattr(command, "api_schemas", lambda: schemas())
    command.run(options, paths, date(2026, 1, 1))
    monkeypatch.setattr(command, "api_schemas", lambda: schemas(x=TEXT))
    code = command.run(options, paths, date(2026, 2, 2))
    changelog = (tmp_path / "schemas" / "api" / "CHANGELOG.md").read_text(encoding="utf-8")

    assert code == 0
    assert "- added `lessons.x` (string)" in changelog
    assert "read it over" in capsys.readouterr().out
