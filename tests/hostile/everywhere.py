"""A text goes in; a content tree comes out with that text in every text field of every kind of record.

The fields come from the models: a field that is added is filled by itself. Values that mean something to the checker
(ids, kinds, numbers, dates) stay; optional texts and lists of texts are added where they are not.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from botrian.check.fields import bare, hints, item_of, options_of, reference_of
from botrian.kinds import kinds
from botrian.read import Paths, kind_of, plain, read_yaml
from botrian.records import Citation, Fact, Inputs, KitSheet, PageHead, Record, Text
from botrian.records.table import ColumnDefinition, LiteralCell
from botrian.records.values import Line
from tests.kinds.whole_tree import whole_tree

#: Strings that mean something, though the model takes any.
MEANING = {("SortBy", "column"), ("ColumnDefinition", "field"), ("LiteralCell", "number")}
#: Records of which just one of several values may be given: only what explains the value is added.
ONE_OF = {Fact: {"unit", "note"}, LiteralCell: {"note"}, ColumnDefinition: {"name", "definition"}}
#: What is not made up where it is not there: it would say something else of the record.
LEFT_OUT = {"absent", "searched", "columns", "where"}
CITATION = {"source": "krabi-book", "lines": [10, 12]}
#: What the tree of every kind lacks.
MORE = {
    "data/dimensions.yml": """  - id: tools
    name: {th: x, en: x}
    definition: {th: x, en: x}
    type: list
    group: structure
""",
    "data/facts/krabi.yml": """  - dimension: tools
    list: [{th: x, en: x}, {th: x, en: x}]
    citations: [{source: krabi-book, lines: [10, 12]}]
""",
    "data/sources/krabi-book.yml": """repeats:
  - {lines: [10, 12], again: [20, 22], note: {th: x, en: x}}
""",
    "data/sources/krabi-talk.yml": """id: krabi-talk
title: {th: x, en: x}
short: {th: x, en: x}
kind: testimony
year: 2560 BE
cite_as: {th: x, en: x}
about: {th: x, en: x}
lines: 500
speaker:
  speaks_as: {th: x, en: x}
  body: {th: x, en: x}
  province: krabi
  place: {th: x, en: x}
  date: 2569-01-12 BE
  recorded_by: {th: x, en: x}
  consent: spoken
""",
    "data/changes/2026-01-31.yml": """changes:
  - {happened: added, kind: lesson, id: data-first, title: {th: x, en: x}, words: [{th: x, en: x}]}
""",
}


class Filler:
    """Puts one text into records; ``filled`` are the names of the fields that it stands in."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.filled: set[str] = set()

    def record(self, model: type[Record], data: dict[str, Any]) -> dict[str, Any]:
        """The data of a record with the text in each of its fields."""
        if issubclass(model, Text):
            data = {**data, "th": self._put(model, "th"), "en": self._put(model, "en")}
        made = dict(data)
        for name, hint in hints(model).items():
            if name in ("th", "en") and issubclass(model, Text):
                continue
            if name in data and data[name] not in (None, []):
                made[name] = self._value(model, name, hint, data[name])
            elif name not in LEFT_OUT and name in ONE_OF.get(model, {name}):
                new = self._new(model, name, hint)
                if new is not None:
                    made[name] = new
        return made

    def _value(self, model: type[Record], name: str, hint: object, value: Any) -> Any:
        inner = _model(hint)
        item = item_of(hint)
        self._note(model, name, hint)
        if inner is not None and isinstance(value, dict):
            return self.record(inner, value)
        if item is not object and isinstance(value, list):
            if (of := _model(item)) is not None:
                return [self.record(of, one) for one in value]
            return [self._put(model, name)] if _is_words(item) else value
        return self._put(model, name) if _is_words(hint) and (model.__name__, name) not in MEANING else value

    def _new(self, model: type[Record], name: str, hint: object) -> Any:
        item = item_of(hint)
        self._note(model, name, hint)
        if item is not object:
            of = _model(item)
            if of is not None:
                one = self._made(of)
                return [one, one] if one is not None and name == "sides" else None if one is None else [one]
            return [self._put(model, name)] if item == Line else None
        of = _model(hint)
        if of is not None:
            return self._made(of) if issubclass(of, (Text, Inputs, KitSheet)) else None
        return (
            self._put(model, name)
            if (name == "page" and _is_words(hint)) or (bare(options_of(hint)[0]) is str and hint == Line)
            else None
        )

    def _made(self, model: type[Record]) -> dict[str, Any] | None:
        """A record that holds texts, citations and lines alone; None where it needs more."""
        if model is Citation:
            return {**CITATION, "page": self._put(model, "page")} if "page" in model.model_fields else dict(CITATION)
        data: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            hint = hints(model)[name]
            if not field.is_required():
                continue
            if name == "lines":
                data[name] = [10, 12]
            elif name == "citations":
                data[name] = [dict(CITATION)]
            elif typing.get_origin(bare(hint)) is typing.Literal:
                data[name] = typing.get_args(bare(hint))[0]
            elif (new := self._new(model, name, hint)) is not None:
                data[name] = new
            elif hint == Line:
                data[name] = self._put(model, name)
            else:
                return None
        return self.record(model, data)

    def _note(self, model: type[Record], name: str, hint: object) -> None:
        if _holds_text(hint):
            self.filled.add(f"{model.__name__}.{name}")

    def _put(self, model: type[Record], name: str) -> str:
        self.filled.add(f"{model.__name__}.{name}")
        return self.words


def _model(hint: object) -> type[Record] | None:
    for option in options_of(hint):
        inner = bare(option)
        if isinstance(inner, type) and issubclass(inner, Record):
            return inner
    return None


def _is_words(hint: object) -> bool:
    """Whether a value is words of people: no id, no reference, no one of a few."""
    return hint == Line or (
        bare(options_of(hint)[0]) is str and reference_of(hint) is None and hint != Line and _free(hint)
    )


def _holds_text(hint: object) -> bool:
    """Whether a value is a text in two languages, or a list of them."""
    of = _model(hint) or _model(item_of(hint))
    return of is not None and issubclass(of, Text)


def _free(hint: object) -> bool:
    return not any(getattr(extra, "pattern", None) for extra in getattr(options_of(hint)[0], "__metadata__", ()))


def filled_tree(folder: Path, words: str, body: str) -> tuple[Paths, set[str]]:
    """The whole tree with ``words`` in every field and ``body`` under every page; and which fields those are."""
    paths = whole_tree(folder)
    for name, more in MORE.items():
        with (folder / name).open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(more)
    filler = Filler(words)
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.suffix == ".yml":
            _write(file, _in_file(name, _read(file.read_text(encoding="utf-8")), filler))
        elif file.suffix == ".md" and not name.endswith(".en.md"):
            _, head, _ = file.read_text(encoding="utf-8").split("---\n", 2)
            data = _in_file(name, _read(head), filler)
            file.write_text(f"---\n{_text(data)}---\n\n{body}\n", encoding="utf-8", newline="\n")
            file.with_name(f"{file.stem}.en.md").write_text(f"{body}\n", encoding="utf-8", newline="\n")
    return paths, filler.filled


def _in_file(name: str, data: dict[str, Any], filler: Filler) -> dict[str, Any]:
    found = kind_of(name)
    if found is None:
        return filler.record(PageHead, data)
    kind = found[0]
    if kind.model is not None:
        return filler.record(kind.model, data)
    return {key: [filler.record(model, one) for one in data.get(key, [])] for key, _, model in kind.lists}


def text_fields() -> Iterator[str]:
    """Every field of every kind's model that people write words in."""
    waiting = [kind.model for kind in kinds()] + [PageHead]
    seen: set[type[Record]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, hint in hints(model).items():
            item = item_of(hint)
            if name not in model.model_fields or (model.__name__, name) in MEANING:
                continue
            if hint == Line or item == Line or _holds_text(hint) or (name == "page" and _is_words(hint)):
                yield f"{model.__name__}.{name}"
            for of in (_model(hint), _model(item)):
                if of is not None:
                    waiting.append(of)


def _read(text: str) -> dict[str, Any]:
    """The data of a YAML text as our own reader takes them."""
    data = plain(read_yaml(text, "x.yml")[0])
    assert isinstance(data, dict)
    return data


def _write(file: Path, data: dict[str, Any]) -> None:
    file.write_text(_text(data), encoding="utf-8", newline="\n")


class _Plain(yaml.SafeDumper):
    """Writes what stands twice twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(data: dict[str, Any]) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=False, sort_keys=False, width=10**6)
