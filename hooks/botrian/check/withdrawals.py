"""Withdrawals, frozen copies and publications go in; what of a withdrawn record is still kept comes out.

What rests on a withdrawn record by its id (a citation, an entry, a link, a credit) is told of where ids are looked up,
as ``withdrawn-used``. Here is what holds it by its words: copies that were frozen, and what publications told of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from botrian.check.known import Known
from botrian.check.near import nearest
from botrian.check.schema import Found
from botrian.findings import Finding, Place
from botrian.kinds import kind_named, kinds
from botrian.records import Release, Withdrawal

#: Names shorter than this stand in texts by chance.
SHORTEST = 8
Titles = Mapping[str, Mapping[str, tuple[str, str]]]


def withdrawal_findings(
    found: Iterable[Found], known: Known, published: Titles, frozen: Iterable[tuple[str, bytes]]
) -> Iterator[Finding]:
    """What is wrong with the withdrawals, and copies and publications that still hold what was withdrawn.

    ``published``: the titles of the last publication by kind and id; they are known until the next one.
    """
    found = tuple(found)
    gone = [(one, one.record) for one in found if isinstance(one.record, Withdrawal)]
    for one, record in gone:
        yield from _withdrawal(one, record, known)
    releases = [one for one in found if isinstance(one.record, Release)]
    copies = [(name, data.decode("utf-8", "replace")) for name, data in frozen] if gone else []
    for _, record in gone:
        names = names_of(published.get(record.old_kind, {}).get(record.old_id, ()))
        for name, text in copies:
            if holds(text, names):
                yield _kept(Place(name), record)
        for one in releases:
            if isinstance(one.record, Release) and tells(one.record, record.old_kind, record.old_id, names):
                yield _kept(one.place, record)


def names_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that are long enough to be looked for in other texts."""
    return tuple(dict.fromkeys(text for text in texts if len(text) >= SHORTEST))


def holds(text: str, names: Iterable[str]) -> bool:
    """Whether one of the names stands in a text."""
    return any(name in text for name in names)


def tells(release: Release, kind: str, id_: str, names: Iterable[str]) -> bool:
    """Whether a publication says something of a record: its sentences, or its name in the sentences of others.

    That it came or went may stand: without a sentence it is only an id.
    """
    names = tuple(names)
    return any(
        ((one.kind, one.id) == (kind, id_) and (bool(one.words) or holds(one.title.th, names)))
        or any(holds(words.th, names) or holds(words.en, names) for words in one.words)
        for one in release.changes
    )


def _withdrawal(one: Found, record: Withdrawal, known: Known) -> Iterator[Finding]:
    named = {kind.id for kind in kinds() if kind.page} | {"credit"}
    if record.old_kind not in named:
        near = nearest(record.old_kind, sorted(named))
        expected = f"{near or 'source'}:{record.old.partition(':')[2]}"
        yield Finding(one.locate(("old",)), "redirect-kind", one.field(("old",)), record.old, expected)
    elif known.has((record.old_kind,), record.old_id):
        there = known.of(record.old_kind)[record.old_id].place.file
        yield Finding(one.locate(("old",)), "withdrawn-there", one.field(("old",)), record.old, there)


def _kept(place: Place, record: Withdrawal) -> Finding:
    kind = kind_named(record.old_kind).one
    return Finding(
        place, "withdrawn-kept", "", record.old, record.old, (("kind_en", kind.en.lower()), ("kind_th", kind.th))
    )
