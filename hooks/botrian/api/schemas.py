"""The models of the API's items go in; the JSON Schema of each collection comes out, as it is published and committed.

What people may write has limits (how long, how many); what is published promises types, answers and fields alone.
Within v1 fields are added, so a schema allows more than it names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from botrian.api.citations import PublishedCitation
from botrian.api.items import item_models
from botrian.records import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: Limits of what people write, and what pydantic adds for its own use: no part of the promise.
_LEFT_OUT = frozenset(
    {
        *("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum"),
        *("default", "title", "additionalProperties"),
    }
)


def api_schemas() -> Mapping[str, str]:
    """The text of every collection's schema, by the collection's name."""
    return {name: _text(_schema(name, model)) for name, model in item_models().items()}


def _schema(name: str, item: type[Record]) -> dict[str, Any]:
    made = _promised(item.model_json_schema(mode="serialization"))
    shared = made.pop("$defs", {})
    if "Citation" in shared:
        cited = _promised(PublishedCitation.model_json_schema(mode="serialization"))
        shared |= {**cited.pop("$defs", {}), "Citation": cited}
    return {
        "$schema": DIALECT,
        "title": name,
        "type": "object",
        "required": ["items"],
        "properties": {"items": {"type": "array", "items": made}},
        "$defs": shared,
    }


def _promised(value: Any, named: bool = False) -> Any:
    """The schema without limits. ``named``: the keys are names of fields or models, and none of them is left out."""
    if isinstance(value, list):
        return [_promised(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = frozenset({"minItems", "maxItems"} if "prefixItems" in value else ())
    return {
        key: _promised(item, named=key in ("properties", "$defs"))
        for key, item in value.items()
        if named or key not in _LEFT_OUT - kept
    }


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
