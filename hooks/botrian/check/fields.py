"""A model and a path inside its records go in; the keys that may stand there come out."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType

from botrian.records import Record
from botrian.records.values import RefTo

Path = tuple[str | int, ...]


@cache
def hints(model: type[Record]) -> dict[str, object]:
    """The annotation of each field, with its markers."""
    return typing.get_type_hints(model, include_extras=True)


def keys_at(model: type[Record], path: Path) -> tuple[str, ...]:
    """The keys that a mapping at ``path`` inside a record of ``model`` may have; none where no mapping stands."""
    here = model_at(model, path)
    return tuple(here.model_fields) if here else ()


def model_at(model: type[Record], path: Path) -> type[Record] | None:
    """The model of the mapping at ``path``, or None where something else stands."""
    hint: object = model
    for step in path:
        hint = item_of(hint) if isinstance(step, int) else _field(hint, step)
    return next(_models(hint), None)


@cache
def item_of(hint: object) -> object:
    """What the items of a tuple are, through ``Annotated`` and ``| None``."""
    for option in options_of(hint):
        inner = bare(option)
        if typing.get_origin(inner) is tuple:
            return typing.get_args(inner)[0]
    return object


def options_of(hint: object) -> tuple[object, ...]:
    """The options of a union, without None."""
    if typing.get_origin(hint) in (typing.Union, UnionType):
        return tuple(option for option in typing.get_args(hint) if option is not NoneType)
    return (hint,)


def bare(hint: object) -> object:
    """The type inside ``Annotated``."""
    return typing.get_args(hint)[0] if hasattr(hint, "__metadata__") else hint


def model_of(hint: object) -> type[Record] | None:
    """The model that an annotation names, or None where it names none."""
    return next(_models(hint), None)


@cache
def reference_of(hint: object) -> RefTo | None:
    """The marker of an annotated id, also through ``| None``."""
    for option in options_of(hint):
        for extra in getattr(option, "__metadata__", ()):
            if isinstance(extra, RefTo):
                return extra
    return None


def _field(hint: object, name: str) -> object:
    for model in _models(hint):
        return hints(model).get(name, object)
    return object


def _models(hint: object) -> Iterator[type[Record]]:
    for option in options_of(hint):
        inner = bare(option)
        if isinstance(inner, type) and issubclass(inner, Record):
            yield inner
