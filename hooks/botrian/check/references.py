"""A record goes in; every reference inside it comes out, with its path and the kinds it may lead to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from botrian.check.fields import Path, bare, hints, item_of, options_of, reference_of
from botrian.records import Record
from botrian.records.values import RefTo


def references(record: Record, path: Path = ()) -> Iterator[tuple[Path, str, RefTo]]:
    """Every (path, id, marker) of a reference anywhere inside ``record``."""
    model = type(record)
    for name in _with_references(model):
        yield from _inside(getattr(record, name), hints(model)[name], (*path, name))


def _inside(value: object, hint: object, path: Path) -> Iterator[tuple[Path, str, RefTo]]:
    if isinstance(value, str):
        if marker := reference_of(hint):
            yield path, value, marker
    elif isinstance(value, Record):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, item_of(hint), (*path, index))


@cache
def _with_references(model: type[Record]) -> tuple[str, ...]:
    """The fields in which a reference may stand, however deep; so that plain texts are not walked through."""
    return tuple(name for name, hint in hints(model).items() if name in model.model_fields and _leads(hint))


def _leads(hint: object) -> bool:
    if reference_of(hint):
        return True
    inner = item_of(hint)
    if inner is not object:
        return _leads(inner)
    models = [bare(option) for option in options_of(hint)]
    return any(isinstance(one, type) and issubclass(one, Record) and bool(_with_references(one)) for one in models)
