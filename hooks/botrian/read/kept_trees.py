"""A text that was read before without a remark goes in; its document comes out, without its YAML being read again.

What is kept of a text, by its hash, is its tree down to its records with the places in them, and of what lies deeper
the values alone. Who asks for a place deeper down gets it from the text, which is then read again: that is asked of
what is wrong, and hardly ever of what was read without a remark.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from botrian.findings import Finding, Place
from botrian.kept import Ledger, key_of
from botrian.read.documents import Document, document_of, parse_document
from botrian.read.nodes import Entry, Mapping, Node, Plain, Scalar, Sequence, plain

_Path = tuple[str | int, ...]


class KeptParse:
    """``parse_document`` that takes from a ledger what was read before."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __call__(self, name: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
        """The document in one text, as ``parse_document`` gives it."""
        read: list[tuple[Document, tuple[Finding, ...]]] = []

        def tree() -> str:
            read.append(parse_document(name, text))
            return _kept(*read[0], text)

        found = self._ledger.get(key_of("read", name, text), tree)
        if read:
            return read[0]
        return (_document(name, text, json.loads(found)), ()) if found else parse_document(name, text)


def _kept(document: Document, findings: tuple[Finding, ...], text: str) -> str:
    """The tree of a document as JSON; nothing where something was remarked, or the text is not as it was."""
    if findings or document.source_text != text:
        return ""
    # A file is one record, or its records are the items of its lists; of a page by hand its title is asked for.
    levels = 1 if document.kind and document.kind.model else 2
    tree = None if document.root is None else _written(document.root, levels)
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _written(node: Node, levels: int) -> list[Any]:
    """A node of values that JSON can write; of so many levels of mappings the places are kept."""
    here = (node.place.line, node.place.column)
    if isinstance(node, Scalar):
        return ["scalar", *here, node.text, node.quoted, node.end_line]
    if isinstance(node, Sequence):
        return ["list", *here, [_written(item, levels) for item in node.items]]
    if not levels:
        return ["values", *here, plain(node)]
    entries = (
        [one.key, one.key_place.line, one.key_place.column, _written(one.value, levels - 1)] for one in node.entries
    )
    return ["mapping", *here, list(entries)]


def _document(name: str, text: str, written: list[Any] | None) -> Document:
    return document_of(name, text, _Tree(name, text).node(written, ()) if written else None)


class _Tree:
    """The tree of one text, of what was kept of it, and where need be of itself."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text

    @cached_property
    def read(self) -> Node | None:
        """The whole tree, read again."""
        return parse_document(self._name, self._text)[0].root

    def node(self, written: list[Any], path: _Path) -> Node:
        """A node of what was kept; ``path`` is the way to it from the root."""
        kind, line, column, held = written[:4]
        place = Place(self._name, line, column)
        if kind == "scalar":
            return Scalar(held, place, *written[4:])
        if kind == "list":
            return Sequence(tuple(self.node(item, (*path, number)) for number, item in enumerate(held)), place)
        if kind == "values":
            return KeptMapping(place, held, self, path)
        entries = (
            Entry(key, Place(self._name, line, column), self.node(value, (*path, key)))
            for key, line, column, value in held
        )
        return Mapping(tuple(entries), place)


class KeptMapping(Mapping):
    """A mapping of which the values are known, and the places in it only when somebody asks for them."""

    __slots__ = ("_path", "_tree", "_values")

    _values: dict[str, Plain]
    _tree: _Tree
    _path: _Path

    def __init__(self, place: Place, values: dict[str, Plain], tree: _Tree, path: _Path) -> None:
        for name, value in (("place", place), ("_values", values), ("_tree", tree), ("_path", path)):
            object.__setattr__(self, name, value)

    def plain(self) -> dict[str, Plain]:
        """Its values without places."""
        return self._values

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its keys and values with their places."""
        node = self._tree.read
        for step in self._path:
            if isinstance(step, str):
                assert isinstance(node, Mapping)
                node = node.get(step)
            else:
                assert isinstance(node, Sequence)
                node = node.items[step]
        assert isinstance(node, Mapping)
        return node.entries
