"""An edition goes in; its state comes out, one line a record, small enough to keep in the repository; and back.

The build cannot know the past. So each release leaves the marks of all records behind, and the next one is compared
with them: what changed is known exactly, what it said before is in the history of the repository.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from botrian.changes.edition import Edition, Entry, Part
from botrian.changes.labels import field_name, text
from botrian.records import Text

#: Under ``data/``; hidden, for it is no content.
STATE_FILE = "changes/.state.json"


def state_of(edition: Edition) -> bytes:
    """The state's file: titles and marks, in a fixed order."""
    lines = [json.dumps(_line(entry), ensure_ascii=False, separators=(",", ":")) for entry in edition.entries.values()]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8")


def _line(entry: Entry) -> list[object]:
    parts: dict[str, str] = {}
    for part in entry.parts:
        kind, _, rest = part.key.partition(" ")
        if kind == "cell":
            row, column = rest.split(" ")
            parts[f"cells {row}"] = f"{parts.get(f'cells {row}', '')}{column} {part.mark} ".lstrip()
        elif kind == "value":
            parts[part.key] = ""
        else:
            parts[part.key] = " ".join(filter(None, (part.mark, part.stance)))
    return [entry.kind, entry.id, entry.title.th, entry.title.en, parts]


def edition_of_state(data: bytes) -> Edition:
    """The edition that left this state, without the words of its parts. Raises ValueError where it is damaged."""
    lines: list[tuple[str, str, str, str, dict[str, str]]] = json.loads(data)
    names = {id_: Text(th=thai, en=english) for kind, id_, thai, english, _ in lines if kind in ("province", "area")}
    entries = {}
    for kind, id_, thai, english, parts in lines:
        entries[(kind, id_)] = Entry(kind, id_, Text(th=thai, en=english), tuple(_parts(parts, names)))
    return Edition(entries, words=False)


def _parts(parts: Mapping[str, str], names: Mapping[str, Text]) -> Iterator[Part]:
    for key, value in parts.items():
        kind, *rest = key.split(" ")
        if kind == "cells":
            yield from _cells(rest[0], value, names)
        elif kind == "value":
            yield Part(key, _label(kind, rest, names), rest[0], loose=True)
        else:
            mark, _, stance = value.partition(" ")
            yield Part(key, _label(kind, rest, names), mark, None, stance)


def _cells(row: str, value: str, names: Mapping[str, Text]) -> Iterator[Part]:
    """The cells of one row, kept together as pairs of column and mark."""
    words = value.split()
    for column, mark in zip(words[::2], words[1::2], strict=True):
        within = (f"row {row}", f"column {column}")
        yield Part(f"cell {row} {column}", _label("cell", [row, column], names), mark, None, "", within)


def _label(kind: str, rest: list[str], names: Mapping[str, Text]) -> Text:
    """What a part that is gone is called; where its name is not kept, by its id."""
    ids = [names.get(one) or Text(th=one, en=one) for one in rest]
    if kind == "value":
        return text("value")
    if kind in ("evidence", "row", "column", "cell"):
        return text(kind, *ids)
    return field_name(kind)
