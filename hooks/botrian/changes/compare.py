"""Two editions go in; what is different between them comes out. Pure: nothing is read, nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from botrian.changes.edition import Edition, Entry, Part
from botrian.kinds import kind_named
from botrian.records import Text

Happened = Literal["added", "removed", "changed"]
PartHappened = Literal["added", "removed", "changed", "stance"]


@dataclass(frozen=True)
class PartChange:
    """One part that came, went or changed. The texts are None where an edition has no words.

    ``before`` and ``after`` are equal where only sources or details changed. For a stance both hold the stance's name
    (``supports``) and ``text`` the sentence of the evidence.
    """

    happened: PartHappened
    key: str
    label: Text
    before: Text | None = None
    after: Text | None = None
    text: Text | None = None

    @property
    def kind(self) -> str:
        """What kind of part: a field's name, or ``evidence``, ``row``, ``column``, ``cell``, ``value``."""
        return self.key.split(" ", 1)[0]


@dataclass(frozen=True)
class RecordChange:
    """One record that came, went or changed, with its changed parts where it is in both editions."""

    happened: Happened
    kind: str
    id: str
    title: Text
    parts: tuple[PartChange, ...] = ()


@dataclass(frozen=True)
class Changes:
    """All records that differ: by kind in the order of the API's collections, then added, changed, removed, by id."""

    records: tuple[RecordChange, ...] = ()

    def of(self, kind: str) -> tuple[RecordChange, ...]:
        """The changes of one kind of record."""
        return tuple(one for one in self.records if one.kind == kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that have changes, in their order."""
        return tuple(dict.fromkeys(one.kind for one in self.records))


def compare(old: Edition, new: Edition) -> Changes:
    """What is different in ``new``. An edition compared with itself has no changes.

    What was withdrawn is named by its kind alone, and where something was withdrawn since ``old``, nothing is told of
    what stood in ``old``: it may have rested on that.
    """
    order = {kind: number for number, kind in enumerate(_kinds(old, new))}
    places = ("added", "changed", "removed")
    found = sorted(_records(old, new), key=lambda one: (order[one.kind], places.index(one.happened), one.id))
    hushed = bool(new.withdrawn - old.withdrawn)
    return Changes(tuple(_untold(one, new.withdrawn, hushed) for one in found))


def _untold(change: RecordChange, withdrawn: frozenset[tuple[str, str]], hushed: bool) -> RecordChange:
    if change.happened == "removed" and (change.kind, change.id) in withdrawn:
        return replace(change, title=kind_named(change.kind).withdrawn, parts=())
    if not hushed:
        return change
    return replace(change, parts=tuple(_without_before(part) for part in change.parts))


def _without_before(part: PartChange) -> PartChange:
    if part.happened == "stance":
        return part
    return replace(part, before=None, text=None if part.happened == "removed" else part.text)


def _kinds(*editions: Edition) -> list[str]:
    return list(dict.fromkeys(kind for edition in reversed(editions) for kind, _ in edition.entries))


def _records(old: Edition, new: Edition) -> Iterator[RecordChange]:
    for key, entry in new.entries.items():
        before = old.entries.get(key)
        if before is None:
            yield RecordChange("added", entry.kind, entry.id, entry.title)
        elif parts := tuple(_parts(before, entry)):
            yield RecordChange("changed", entry.kind, entry.id, entry.title, parts)
    for key, entry in old.entries.items():
        if key not in new.entries:
            yield RecordChange("removed", entry.kind, entry.id, entry.title)


def _parts(old: Entry, new: Entry) -> Iterator[PartChange]:
    before = {part.key: part for part in old.parts}
    after = {part.key: part for part in new.parts}
    came = [part for part in new.parts if part.key not in before]
    went = [part for part in old.parts if part.key not in after]
    for part in new.parts:
        if part.key in before:
            yield from _changed(before[part.key], part)
    yield from _pairs(went, came)
    moved = {part.key for part in (*came, *went)}
    for part in came:
        if not part.loose and not moved & set(part.within):
            yield PartChange("added", part.key, part.label, after=part.text, text=_stance_text(part))
    for part in went:
        if not part.loose and not moved & set(part.within):
            yield PartChange("removed", part.key, part.label, before=part.text, text=_stance_text(part))


def _changed(old: Part, new: Part) -> Iterator[PartChange]:
    if old.stance != new.stance:
        before, after = Text(th=old.stance, en=old.stance), Text(th=new.stance, en=new.stance)
        yield PartChange("stance", new.key, new.label, before, after, new.text)
    if old.mark != new.mark:
        yield PartChange("changed", new.key, new.label, old.text, new.text)


def _pairs(went: list[Part], came: list[Part]) -> Iterator[PartChange]:
    """Parts without a name of their own: the first that went became the first that came, and so on."""
    old, new = [part for part in went if part.loose], [part for part in came if part.loose]
    for before, after in zip(old, new, strict=False):
        yield PartChange("changed", after.key, after.label, before.text, after.text)
    for part in new[len(old) :]:
        yield PartChange("added", part.key, part.label, after=part.text)
    for part in old[len(new) :]:
        yield PartChange("removed", part.key, part.label, before=part.text)


def _stance_text(part: Part) -> Text | None:
    """The stance of a whole entry of evidence that came or went."""
    return Text(th=part.stance, en=part.stance) if part.stance else None


def counts(records: Mapping[tuple[str, str], Entry]) -> Mapping[str, int]:
    """How many records of each kind there are, in their order; of facts, how many values."""
    found: dict[str, int] = {}
    for (kind, _), entry in records.items():
        found[kind] = found.get(kind, 0) + (len(entry.parts) if kind == "fact" else 1)
    return found
