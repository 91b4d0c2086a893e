"""Publications as they are written go in; the same with the names of their records comes out.

A publication names a record that is still there by its id alone: a thousand names in two languages, written again with
each publication, were most of its file. The name is that of today; of a record that went, the publication in which it
went has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from botrian.kinds import kind_named
from botrian.knowledge.store import Knowledge
from botrian.records import Release, ReleasedChange, Text
from botrian.records.release import UNNAMED


def with_names(knowledge: Knowledge) -> Knowledge:
    """The store with the names of all records in its publications."""
    gone = {
        (change.kind, change.id): change.title
        for release in knowledge.releases.values()
        for change in release.changes
        if change.title != UNNAMED
    }
    named = {id_: _named(release, knowledge, gone) for id_, release in knowledge.releases.items()}
    return replace(knowledge, releases=named)


def told_name(knowledge: Knowledge, kind: str, id_: str) -> Text | None:
    """What publications call a record; None for one that is not there. Of facts, all values of a dimension are one."""
    if kind != "fact":
        return knowledge.name_of(kind, id_) if id_ in knowledge.of(kind) else None
    province, dimension, case = (*id_.split("."), "", "")[:3]
    if dimension not in knowledge.dimensions:
        return None
    name = knowledge.dimensions[dimension].name
    owner = ("case", case) if case else ("area" if province in knowledge.areas else "province", province)
    if owner[1] not in knowledge.of(owner[0]):
        return None
    of = knowledge.name_of(*owner)
    return Text(th=f"{of.th}: {name.th}", en=f"{of.en}: {name.en}")


def _named(release: Release, knowledge: Knowledge, gone: Mapping[tuple[str, str], Text]) -> Release:
    changes = tuple(_with_name(one, knowledge, gone) for one in release.changes)
    return release.model_copy(update={"changes": changes})


def _with_name(change: ReleasedChange, knowledge: Knowledge, gone: Mapping[tuple[str, str], Text]) -> ReleasedChange:
    if change.title != UNNAMED:
        return change
    withdrawn = any((one.old_kind, one.old_id) == (change.kind, change.id) for one in knowledge.withdrawals.values())
    if withdrawn:
        return change.model_copy(update={"title": kind_named(change.kind).withdrawn})
    name = told_name(knowledge, change.kind, change.id) or gone.get((change.kind, change.id), UNNAMED)
    return change.model_copy(update={"title": name})
