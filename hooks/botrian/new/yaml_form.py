"""A record's plain values go in; the one way to write them as YAML comes out: keys in the order of the model.

Texts are always quoted, ids, numbers and dates never; short lists and citations stand on one line, everything else one
value a line, so that a change of one sentence is a change of one line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from botrian.records import Citation

Plain = Mapping[str, Any]
#: What may stand without quotes: ids, numbers, dates with their calendar, yes and no.
_BARE = re.compile(r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*|-?\d+(?:\.\d+)?|\d{4}(?:-\d\d){0,2} (?:BE|CE)|true|false)$")
#: Bare words that YAML 1.1 readers take for something else.
_TAKEN = frozenset({"yes", "no", "on", "off", "y", "n", "null"})


def written(values: Plain, model: type[BaseModel]) -> str:
    """The values of a record as lines of YAML; empty values are left out."""
    return "".join(f"{line}\n" for line in _mapping(values, model))


def _mapping(values: Plain, model: type[BaseModel] | None) -> Iterator[str]:
    for key in _ordered(values, model):
        value = values[key]
        inner = _model_of(model, key)
        if value in ("", None, [], {}):
            continue
        if isinstance(value, Mapping):
            if inner is Citation or "source" in value:
                yield f"{key}: {_flow(value)}"
            else:
                yield f"{key}:"
                yield from (f"  {line}" for line in _mapping(value, inner))
        elif isinstance(value, list):
            yield from _listed(key, value, inner)
        else:
            yield f"{key}: {scalar(str(value))}"


def _listed(key: str, items: list[Any], inner: type[BaseModel] | None) -> Iterator[str]:
    if not any(isinstance(item, Mapping) for item in items):
        yield f"{key}: [{', '.join(scalar(str(item)) for item in items)}]"
        return
    yield f"{key}:"
    for item in items:
        if isinstance(item, Mapping) and "source" in item and "th" not in item and "id" not in item:
            yield f"  - {_flow(item)}"
        else:
            lines = list(_mapping(item, inner))
            yield f"  - {lines[0]}"
            yield from (f"    {line}" for line in lines[1:])


def _flow(values: Plain) -> str:
    parts = (f"{key}: {_flow_value(value)}" for key, value in values.items() if value not in ("", None, []))
    return "{" + ", ".join(parts) + "}"


def _flow_value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(scalar(str(item)) for item in value)}]"
    return _flow(value) if isinstance(value, Mapping) else scalar(str(value))


def scalar(text: str) -> str:
    """One value as it is written: ids, numbers and dates bare, all else in quotes, on one line."""
    bare = _BARE.match(text) and text not in _TAKEN
    return text if bare else json.dumps(" ".join(text.split()), ensure_ascii=False)


def _ordered(values: Plain, model: type[BaseModel] | None) -> list[str]:
    """The keys in the order of the model; keys that it does not know stay behind, in their own order."""
    known = list(model.model_fields) if model else []
    return [*(key for key in known if key in values), *(key for key in values if key not in known)]


def _model_of(model: type[BaseModel] | None, key: str) -> type[BaseModel] | None:
    """The model of a field's value, or of its items; None where it has none."""
    if model is None or key not in model.model_fields:
        return None
    return next(_models_in(model.model_fields[key].annotation), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)
