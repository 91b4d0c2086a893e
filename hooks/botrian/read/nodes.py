"""The tree that reading makes of a file: texts, lists and mappings, each with the place it stands at.

Nothing is guessed: ``050100``, ``no``, ``12:30`` and ``2567-02-29`` stay the texts that somebody typed.
Types come later, from the models.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from botrian.findings import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value. ``quoted`` tells whether quotes or a block kept it whole; ``empty`` that nothing was typed."""

    text: str
    place: Place
    quoted: bool = False
    end_line: int = 0


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value`` of a mapping."""

    key: str
    key_place: Place
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order they were written; keys that stand twice are kept and reported."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value of a key (the first, where it stands twice), or None."""
        return next((entry.value for entry in self.entries if entry.key == key), None)

    def plain(self) -> dict[str, Plain]:
        """Its values without places; of a key that stands twice the first."""
        return {entry.key: plain(entry.value) for entry in reversed(self.entries)}


Node = Scalar | Sequence | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]


def plain(node: Node | None) -> Plain:
    """The same values without places, for the models; an empty value is None."""
    if isinstance(node, Mapping):
        return node.plain()
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if node is None or (node.text == "" and not node.quoted):
        return None
    return node.text


def locate(node: Node, path: tuple[str | int, ...], *, key: bool = False) -> Place:
    """The place of the value at ``path``, or of its key; of the nearest value above where it is missing."""
    here = node.place
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Mapping):
            entry = next((e for e in node.entries if e.key == step), None)
            if entry is None:
                return here
            node, here = entry.value, entry.key_place if key and last else entry.value.place
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            here = node.place
        else:
            return here
    return here


def scalars(node: Node | None, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    """Every text value with its path."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from scalars(entry.value, (*path, entry.key))
