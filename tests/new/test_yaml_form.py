"""The one way to write a record: what is written is read again as it was."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from botrian.new.yaml_form import written
from botrian.records import Case
from botrian.thai import normal

TEXT = st.text(min_size=1).map(lambda text: " ".join(normal(text).split())).filter(bool)


def read(text: str) -> object:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - BaseLoader makes texts only


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_any_text_is_read_again_as_it_was(thai: str, english: str, aliases: list[str]) -> None:
    values = {"title": {"th": thai, "en": english}, "aliases": aliases, "steps": [{"th": thai, "en": english}]}
    kept = {name: value for name, value in values.items() if value}

    assert read(written(values, Case)) == kept


def test_keys_stand_in_the_order_of_the_model() -> None:
    text = written({"citations": [{"source": "b", "lines": ["1", "2"]}], "kind": "x", "id": "a"}, Case)

    assert text == "id: a\nkind: x\ncitations:\n  - {source: b, lines: [1, 2]}\n"


def test_words_that_yaml_takes_for_something_else_are_quoted() -> None:
    assert written({"aliases": ["no", "yes", "null", "1.0", "2558 BE"]}, Case) == (
        'aliases: ["no", "yes", "null", 1.0, 2558 BE]\n'
    )
