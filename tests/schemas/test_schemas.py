"""The committed JSON Schemas say what the models say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from botrian.schemas import editor_settings, schema_files

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = schema_files()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_committed_schema_is_what_the_models_give(name: str) -> None:
    committed = (ROOT / "schemas" / name).read_text(encoding="utf-8")

    assert committed == SCHEMAS[name], "run: python3 scripts/kb.py schema"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {file.name for file in (ROOT / "schemas").glob("*.json")} == set(SCHEMAS)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_says_in_thai_and_english_what_it_is_for(name: str) -> None:
    bare = [
        f"{where}.{key}"
        for where, model in _models(json.loads(SCHEMAS[name]))
        for key, value in model.items()
        if " / " not in value.get("description", "")
    ]

    assert bare == []


def test_vs_code_is_told_of_the_schemas() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))

    assert settings == editor_settings(settings)


def _models(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    found = [(name, model["properties"]) for name, model in schema.get("$defs", {}).items() if "properties" in model]
    if "additionalProperties" in schema and not all(_is_list(one) for one in schema["properties"].values()):
        found.append(("", schema["properties"]))
    return found


def _is_list(value: dict[str, Any]) -> bool:
    return value.get("type") == "array" and "description" not in value
