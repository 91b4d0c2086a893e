"""Each kind of content file becomes one JSON Schema with descriptions in Thai and English."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic.json_schema import models_json_schema

from botrian.read import DATA_FILES, RECORD_PAGES, FileKind
from botrian.records import PageHead, TableDefinition
from botrian.schemas.of_tables import with_abilities

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The kinds of file of one record that hold many things inside are named by what they hold.
NAMES = {"fact": "facts"}


def schema_name(kind: FileKind) -> str:
    """The name of a kind of file's schema: ``lesson.json``; of a list, the file's own name (``provinces.json``)."""
    if kind.lists:
        path = PurePosixPath(kind.example)
        return f"{path.parent.name if '<' in path.name else path.stem}.json"
    return f"{NAMES.get(kind.kind, kind.kind)}.json"


def schema_files() -> Mapping[str, str]:
    """The text of every schema by its file name, in the order of the names."""
    found = {schema_name(kind): _schema(kind) for kind in (*DATA_FILES, *RECORD_PAGES)}
    head = PageHead.model_json_schema()
    found["page.json"] = _finished(head, "page", "docs/**/*.md")
    return {name: _text(found[name]) for name in sorted(found)}


def editor_settings(found: Mapping[str, object]) -> dict[str, object]:
    """The settings of VS Code with our schemas for the data files; other settings in ``found`` are kept."""
    schemas = {f"./schemas/{schema_name(kind)}": _glob(kind) for kind in DATA_FILES}
    return {**found, "yaml.schemas": dict(sorted(schemas.items()))}


def _glob(kind: FileKind) -> str:
    return re.sub(r"<[a-z]+>", "*", kind.example)


def _schema(kind: FileKind) -> dict[str, Any]:
    if kind.model is TableDefinition:
        return with_abilities(_finished(kind.model.model_json_schema(), kind.kind, kind.example))
    if kind.model is not None:
        return _finished(kind.model.model_json_schema(), kind.kind, kind.example)
    models = list({model: None for _, _, model in kind.lists})
    references, shared = models_json_schema([(model, "validation") for model in models])
    lists = {key: {"type": "array", "items": references[(model, "validation")]} for key, _, model in kind.lists}
    schema = {
        "type": "object",
        "properties": lists,
        "required": list(lists),
        "additionalProperties": False,
        "$defs": _used(lists, shared["$defs"]),
    }
    return _finished(schema, kind.kind, kind.example)


def _used(schema: object, shared: Mapping[str, Any]) -> dict[str, Any]:
    """The shared parts that a schema refers to, those that they refer to among them."""
    found: dict[str, Any] = {}
    waiting = [json.dumps(schema)]
    while waiting:
        for name in re.findall(r'"#/\$defs/([^"]+)"', waiting.pop()):
            if name not in found:
                found[name] = shared[name]
                waiting.append(json.dumps(shared[name]))
    return {name: found[name] for name in sorted(found)}


def _finished(schema: dict[str, Any], kind: str, example: str) -> dict[str, Any]:
    """The schema as our reader reads: numbers may stand where texts are wanted, an empty value is none."""
    clean = _clean(schema)
    assert isinstance(clean, dict)
    clean.pop("title", None)
    return {"$schema": DIALECT, "title": f"{kind}: {example}", **clean}


def _clean(value: object, named: bool = False) -> Any:
    """Without pydantic's titles, and with plain text as our reader takes it. ``named``: the keys are names of ours."""
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _clean(item, named=key in ("properties", "$defs"))
        for key, item in value.items()
        if named or key != "title" or not isinstance(item, str)
    }
    if not named and kept.get("type") == "string" and not {"enum", "const", "pattern", "format"} & set(kept):
        kept["type"] = ["string", "number"]
    return kept


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
