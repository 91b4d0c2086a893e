"""A record together with the place it was read at: what checking hands over, and what the store is gathered from."""

from __future__ import annotations

from dataclasses import dataclass

from botrian.findings import Place
from botrian.read import Document, Node, locate
from botrian.records import Record

#: The way to a value inside a record: keys, and numbers in lists.
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Found:
    """A record with the document and the tree it was made from; of kind ``part``, a piece of a broken record."""

    kind: str
    record: Record
    document: Document
    node: Node
    path: Path = ()

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return self.node.place

    def locate(self, path: Path) -> Place:
        """The place of a value inside the record."""
        return locate(self.node, path)

    def field(self, path: Path) -> str:
        """The dotted path of a value, seen from the top of the file."""
        return dotted((*self.path, *path))


def dotted(path: Path) -> str:
    """A path as one text: ``evidence.2.lines``."""
    return ".".join(str(step) for step in path)
