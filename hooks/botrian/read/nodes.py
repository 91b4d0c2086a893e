"""A YAML text goes in; a tree of plain texts comes out, each value with the place it stands at.

Nothing is guessed: ``050100``, ``no``, ``12:30`` and ``2567-02-29`` stay the texts that somebody typed.
Types come later, from the models.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from botrian.findings import Finding, Place
from botrian.thai import normalise

MAX_DEPTH = 24
MAX_NODES = 200_000


@dataclass(frozen=True)
class Scalar:
    """A text value. ``quoted`` tells whether quotes or a block kept it whole; ``empty`` that nothing was typed."""

    text: str
    place: Place
    quoted: bool = False
    end_line: int = 0


@dataclass(frozen=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True)
class Entry:
    """One ``key: value`` of a mapping."""

    key: str
    key_place: Place
    value: Node


@dataclass(frozen=True)
class Mapping:
    """Keys with values, in the order they were written; keys that stand twice are kept and reported."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value of a key (the first, where it stands twice), or None."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


Node = Scalar | Sequence | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]


class _Tree:
    """Turns PyYAML's nodes into ours, once; remembers what was wrong on the way."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.findings: list[Finding] = []
        self._seen: set[int] = set()
        self._count = 0

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.file, mark.line + self.first_line, mark.column + 1)

    def build(self, node: yaml.Node, depth: int = 0) -> Node:
        here = self.place(node.start_mark)
        self._count += 1
        if id(node) in self._seen:
            self.findings.append(Finding(here, "yaml-alias", got="*"))
            return Scalar("", here)
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            self.findings.append(Finding(here, "yaml-too-deep", got=str(depth), expected=str(MAX_DEPTH)))
            return Scalar("", here)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, here)
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.build(item, depth + 1) for item in node.value), here)
        return self._mapping(node, here, depth)

    def _scalar(self, node: yaml.ScalarNode, here: Place) -> Scalar:
        cleaned = normalise(node.value)
        for change in cleaned.changes:
            self.findings.append(
                Finding(
                    here,
                    "text-normalised",
                    got=change.found,
                    expected=change.became,
                    values=(("kind", change.kind),),
                )
            )
        return Scalar(
            cleaned.text, here, node.style in ("'", '"', "|", ">"), node.end_mark.line + self.first_line
        )

    def _mapping(self, node: yaml.Node, here: Place, depth: int) -> Mapping:
        entries: list[Entry] = []
        keys: dict[str, Place] = {}
        for key, value in node.value:
            name, key_place = str(key.value), self.place(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                self.findings.append(Finding(key_place, "yaml-key", got="[ ]"))
                continue
            if name in keys:
                first = ("first", str(keys[name].line))
                self.findings.append(
                    Finding(key_place, "yaml-duplicate-key", field=name, got=name, values=(first,))
                )
            keys.setdefault(name, key_place)
            entries.append(Entry(name, key_place, self.build(value, depth + 1)))
        return Mapping(tuple(entries), here)


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of one YAML text, and what is wrong with it.

    ``first_line`` is the line of the file at which the text begins (front matter begins at 2).
    A text that does not parse gives no tree and one finding, ``yaml-syntax``, at the place PyYAML stopped.
    """
    tree = _Tree(file, first_line)
    try:
        root = yaml.compose(
            text, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = tree.place(mark) if mark else Place(file, first_line)
        return None, (Finding(where, "yaml-syntax", got=error.problem or "", values=_line_of(text, mark)),)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, (Finding(Place(file, first_line), "yaml-syntax", got=str(error).splitlines()[0]),)
    if root is None:
        return None, ()
    return tree.build(root), tuple(tree.findings)


def _line_of(text: str, mark: yaml.Mark | None) -> tuple[tuple[str, str], ...]:
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return ()
    return (("line", lines[mark.line]),)


def plain(node: Node | None) -> Plain:
    """The same values without places, for the models; an empty value is None."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in reversed(node.entries)}
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


def scalars(
    node: Node | None, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    """Every text value with its path."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from scalars(entry.value, (*path, entry.key))
