"""What stands in a record is found however deep, though most fields are never looked into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from botrian.check import check
from botrian.knowledge.found import Path as Way
from botrian.knowledge.found import with_paths
from botrian.records import Citation, Record, Text
from tests.check.trees import TODAY
from tests.library import library_tree


def everything(value: object, path: Way = ()) -> Iterator[tuple[Way, object]]:
    """Every value inside of a record, each field looked into."""
    yield path, value
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from everything(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from everything(item, (*path, index))


@pytest.mark.parametrize("wanted", [Text, Citation])
def test_all_of_a_type_is_found_in_every_record(wanted: type[Record], tmp_path: Path) -> None:
    checked = check(library_tree(tmp_path), TODAY)
    count = 0

    for one in checked.found:
        found = list(with_paths(one.record, wanted))
        assert found == [(path, value) for path, value in everything(one.record) if isinstance(value, wanted)]
        count += len(found)
    assert count > 40


def test_what_a_model_holds_of_itself_is_found_too() -> None:
    class Knot(Record):
        name: Text | None = None
        inner: tuple[Knot, ...] = ()

    Knot.model_rebuild(_types_namespace={"Knot": Knot})
    text = Text(th="ก", en="a")
    knot = Knot(inner=(Knot(inner=(Knot(name=text),)),))

    assert list(with_paths(knot, Text)) == [(("inner", 0, "inner", 0, "name"), text)]
