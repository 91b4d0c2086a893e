"""A record goes in; every reference inside it comes out, with its path and the kinds it may lead to."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType

from botrian.records import Record
from botrian.records.values import RefTo

Path = tuple[str | int, ...]


def references(record: Record, path: Path = ()) -> Iterator[tuple[Path, str, RefTo]]:
    """Every (path, id, marker) of a reference anywhere inside ``record``."""
    hints = _hints(type(record))
    for name in type(record).model_fields:
        yield from _inside(getattr(record, name), hints[name], (*path, name))


def _inside(value: object, hint: object, path: Path) -> Iterator[tuple[Path, str, RefTo]]:
    marker = _marker(hint)
    if marker and isinstance(value, str):
        yield path, value, marker
    elif isinstance(value, Record):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, _item(hint), (*path, index))


@cache
def _hints(model: type[Record]) -> dict[str, object]:
    return typing.get_type_hints(model, include_extras=True)


def _marker(hint: object) -> RefTo | None:
    """The marker of an annotated id, also through ``| None``."""
    for option in _options(hint):
        found = [extra for extra in getattr(option, "__metadata__", ()) if isinstance(extra, RefTo)]
        if found:
            return found[0]
    return None


def _options(hint: object) -> tuple[object, ...]:
    if typing.get_origin(hint) in (typing.Union, UnionType):
        return tuple(option for option in typing.get_args(hint) if option is not NoneType)
    return (hint,)


def _item(hint: object) -> object:
    """What the items of a tuple are, through ``Annotated`` and ``| None``."""
    for option in _options(hint):
        inner = typing.get_args(option)[0] if hasattr(option, "__metadata__") else option
        if typing.get_origin(inner) is tuple:
            return typing.get_args(inner)[0]
    return object
