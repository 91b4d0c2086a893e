"""A label's name goes in; its words in Thai and English come out. They live in ``words.yml`` and with the kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from botrian.kinds import Kind, kinds
from botrian.own import own
from botrian.records import Language, Text


@cache
def words() -> Mapping[str, Text]:
    """Every label by its dotted name, such as ``stance.supports``.

    Of each kind of record: ``kind.<id>``, ``kinds.<id>`` for many, and of its index, by the index's address,
    ``collection.<address>`` and ``intro.<address>``.
    """
    raw = own(__package__, "words.yml")
    found: dict[str, Text] = {}
    for group, labels in raw.items():
        for name, (thai, english) in labels.items():
            found[f"{group}.{name}"] = Text(th=thai, en=english)
    for kind in kinds():
        found |= _of_kind(kind)
    return found


#: Fields whose values are worded under another name.
WORDED_AS = {"source_kind": "source-kind", "kind": "source-kind"}


def value_words(field: str, values: Iterable[str]) -> Mapping[str, Text]:
    """The words of those values of a field that have some: of ``level`` and ``tambon`` these are ตำบล and Tambon."""
    group = WORDED_AS.get(field, field)
    found = {value: words().get(f"{group}.{value}") for value in values}
    alone = {value: Text(th=_alone(text.th), en=_alone(text.en)) for value, text in found.items() if text}
    return {value: text for value, text in alone.items() if text.th and "{" not in text.th}


def _alone(words_of_value: str) -> str:
    """A value's words without the number that they stand around: ``ประมาณ {}`` is ประมาณ."""
    return words_of_value.removesuffix("{}").strip()


@cache
def room_words(room: str) -> Mapping[str, Text]:
    """The fixed words of one room, by name: ``labels.yml`` of a package such as ``botrian.kits``.

    Words that other rooms have too stand in ``words.yml``: the room names them.
    """
    raw = own(room, "labels.yml")
    return {
        str(name): words()[value] if isinstance(value, str) else Text(th=value[0], en=value[1])
        for name, value in raw.items()
    }


def _of_kind(kind: Kind) -> Mapping[str, Text]:
    found = {f"kind.{kind.id}": kind.one, f"kinds.{kind.id}": kind.many}
    if kind.index:
        name = kind.index.address.strip("/")
        found |= {f"collection.{name}": kind.list_title, f"intro.{name}": kind.index.intro}
    return found


def word(name: str) -> Text:
    """One label. Raises KeyError for a name that is not there: that is our mistake, never the content's."""
    return words()[name]


def say(name: str, language: Language) -> str:
    """One label in one language."""
    return words()[name].in_(language)


def with_unit(name: str, unit: str) -> str:
    """A heading: the name and its unit in brackets, which is left out where the name says it already.

    จำนวนเงิน (บาท), but จำนวนอำเภอ and อำเภอที่งานไปถึง; in English the unit is a word of the name: Districts.
    """
    if not unit:
        return name
    said = f"จำนวน{unit}" in name or name.startswith(unit) or unit.casefold() in name.casefold().split()
    return name if said else f"{name} ({unit})"
