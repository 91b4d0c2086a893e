"""Two states of the API's schemas go in; what changed for those who read the API comes out, as its changelog tells it.

Within v1 fields are only added. A field that goes, or whose type is another, breaks v1: the changelog says so, and
whoever writes the entry says why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

#: Stands in an entry until somebody has written the reason; a test refuses it.
REASON_TO_WRITE = "…"
_DIGEST_LENGTH = 12
_OR, _GOES = " | ", ", deprecated"


@dataclass(frozen=True)
class SchemaChange:
    """One field of a collection that came, went, or is of another type; or that is marked as going."""

    happened: Literal["added", "removed", "changed", "deprecated"]
    field: str
    before: str = ""
    after: str = ""

    @property
    def breaks(self) -> bool:
        """Whether a program written for the schemas before may fail on what is published now."""
        if self.happened != "changed":
            return self.happened == "removed"
        before, after = (set(types.removesuffix(_GOES).split(_OR)) for types in (self.before, self.after))
        return not (before <= after and all(answer.startswith('"') for answer in after - before))

    def line(self) -> str:
        """The line of the changelog."""
        types = f"{self.before} → {self.after}" if self.happened == "changed" else self.after or self.before
        told = f"{self.happened} `{self.field}` ({types})"
        return f"- **breaks v1**: {told}; why: {REASON_TO_WRITE}" if self.breaks else f"- {told}"


def digest(schemas: Mapping[str, str]) -> str:
    """A short name for one state of all schemas."""
    whole = "".join(f"{name}\n{schemas[name]}" for name in sorted(schemas))
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:_DIGEST_LENGTH]


def schema_changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[SchemaChange, ...]:
    """What changed, by the name of the field."""
    old, new = _fields(before), _fields(after)
    return tuple(change for field in sorted({*old, *new}) if (change := _change(field, old, new)))


def with_entry(changelog: str, after: Mapping[str, str], before: Mapping[str, str], today: date) -> str:
    """The changelog with an entry for this state of the schemas on top, where it has none yet."""
    name = digest(after)
    if f"## {name} " in changelog:
        return changelog
    lines = [change.line() for change in schema_changes(before, after)] or ["- words only"]
    head, mark, entries = changelog.partition("\n## ")
    return f"{head.rstrip()}\n\n## {name} · {today.isoformat()}\n\n" + "\n".join(lines) + "\n" + mark + entries


def _change(field: str, old: Mapping[str, str], new: Mapping[str, str]) -> SchemaChange | None:
    if field not in old:
        return SchemaChange("added", field, after=new[field])
    if field not in new:
        return SchemaChange("removed", field, before=old[field])
    if old[field] == new[field]:
        return None
    goes = new[field] == old[field] + _GOES
    return SchemaChange("deprecated" if goes else "changed", field, old[field], new[field])


def _fields(schemas: Mapping[str, str]) -> Mapping[str, str]:
    """The type of every field in words, by its collection or, where many hold it, its part: ``Evidence.stance``."""
    found: dict[str, str] = {}
    for name, text in schemas.items():
        schema = json.loads(text)
        parts = {name: schema["properties"]["items"]["items"], **schema.get("$defs", {})}
        for part, model in parts.items():
            found |= {f"{part}.{field}": _typed(inner) for field, inner in model.get("properties", {}).items()}
    return found


def _typed(schema: Mapping[str, Any]) -> str:
    return _type(schema) + (_GOES if schema.get("deprecated") else "")


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return _OR.join(map(_type, schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return _OR.join(json.dumps(answer) for answer in schema.get("enum", [schema.get("const")]))
    if "prefixItems" in schema:
        return f"[{', '.join(map(_type, schema['prefixItems']))}]"
    return f"list of {_type(schema['items'])}" if "items" in schema else str(schema.get("type", "any"))
