"""A record together with the place it was read at: what checking hands over, and what the store is gathered from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args

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


Wanted = TypeVar("Wanted")


def with_paths(value: object, wanted: type[Wanted], path: Path = ()) -> Iterator[tuple[Path, Wanted]]:
    """Everything of a type anywhere inside a record, in the order in which it stands, with its path."""
    if isinstance(value, wanted):
        yield path, value
    elif isinstance(value, Record):
        for name in may_hold(type(value), cast(type, wanted)):
            inner = getattr(value, name)
            if isinstance(inner, tuple | Record):
                yield from with_paths(inner, wanted, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from with_paths(item, wanted, (*path, index))


@cache
def may_hold(model: type[Record], wanted: type) -> tuple[str, ...]:
    """The fields of a model in which something of a type may stand, however deep. Most hold a word or a number."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _leads(field.annotation, wanted, frozenset()))


def _leads(hint: object, wanted: type, above: frozenset[type]) -> bool:
    """Whether a value of this type may be, or hold, something of the wanted one; ``above`` are the models around it."""
    if args := get_args(hint):
        return any(_leads(inner, wanted, above) for inner in args)
    if not isinstance(hint, type):
        return hint is Any
    if issubclass(hint, wanted) or issubclass(wanted, hint):
        return True
    if hint in above or not issubclass(hint, Record):
        return False
    return any(_leads(field.annotation, wanted, above | {hint}) for field in hint.model_fields.values())


def dotted(path: Path) -> str:
    """A path as one text: ``evidence.2.lines``."""
    return ".".join(str(step) for step in path)
