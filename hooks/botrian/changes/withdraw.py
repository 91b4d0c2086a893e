"""A checked content tree and the name of a record go in; what withdrawing it changes comes out, before it is written.

The record's file goes, the register of withdrawals gets a line, frozen copies and records of publications lose what
they hold of it. What rests on it (entries, values, links) is listed: what stands there without it, people decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from botrian.changes.release import release_file
from botrian.check import Checked
from botrian.check.references import references
from botrian.check.withdrawals import holds, names_of, tells
from botrian.embeds import without_copies
from botrian.findings import Place
from botrian.kinds import kind_named, kinds
from botrian.knowledge.found import Found
from botrian.new.append import appended
from botrian.records import Credit, Lesson, Record, Release, Text

REGISTER = "data/withdrawn.yml"
LOG = "data/frozen/log.yml"
HEAD = "# yaml-language-server: $schema=../schemas/withdrawn.json\nwithdrawn:\n"
_NAMES = ("title", "short", "cite_as", "name")


@dataclass(frozen=True)
class Withdrawing:
    """What is to be written and deleted, by names such as ``data/sources/x.yml``.

    ``rests``: the place and field of all that names the record. ``by_hand``: where the record stands in a file with
    others, and must be taken out by a person.
    """

    written: Mapping[str, str] = field(default_factory=dict)
    deleted: tuple[str, ...] = ()
    rests: tuple[tuple[Place, str], ...] = ()
    by_hand: Place | None = None


class NotThere(ValueError):
    """No record of that name is there, or nothing of its kind can be withdrawn; ``named`` is what was asked for."""

    def __init__(self, named: str) -> None:
        super().__init__(named)
        self.named = named


def withdrawing(checked: Checked, old: str, why: str, day: date, texts: Mapping[str, str]) -> Withdrawing:
    """What withdrawing ``old`` (``source:told-by-one``) on this day (C.E.) does. Raises NotThere.

    ``texts`` are the register and the log of frozen copies as they stand on disk, by name, where there are such files.
    """
    one = _record(checked, old)
    kind, id_ = one.kind, str(getattr(one.record, "id", ""))
    resting = [(other, path) for other in checked.found for path in _to(other, kind, id_)]
    names = names_of([*_names(one.record), *_sentences(resting)])
    own = {one.document.name, *(other.document.name for other, _ in resting if _only_of(other.record, kind, id_))}
    whole = not kind_named(kind).files.key
    copies = [name for name, data in checked.reading.frozen if holds(data.decode("utf-8", "replace"), names)]
    written = {REGISTER: _registered(texts.get(REGISTER, HEAD), _address(one, old), why, day)}
    if copies:
        written[LOG] = without_copies(texts[LOG], copies, day)
    written |= dict(_releases(checked.found, resting, (kind, id_), names))
    twins = {document.name for document in checked.reading.documents if document.english_twin}
    gone = {name for name in own if whole or name != one.document.name}
    gone |= {twin for name in gone if (twin := name.removesuffix(".md") + ".en.md") in twins}
    rests = sorted(
        {(other.locate(path), other.field(path)) for other, path in resting if other.document.name not in gone}
    )
    return Withdrawing(written, tuple(sorted({*gone, *copies})), tuple(rests), None if whole else one.place)


def _record(checked: Checked, old: str) -> Found:
    kind, _, rest = old.partition(":")
    id_ = rest.rpartition("/")[2]
    known = {one.id for one in kinds() if one.page} | {"credit"}
    for one in checked.found if kind in known else ():
        if one.kind == kind and getattr(one.record, "id", None) == id_:
            return one
    raise NotThere(old)


def _address(one: Found, old: str) -> str:
    """The record's name with what its address needs: of a case its province."""
    kind, id_ = old.partition(":")[0], old.rpartition("/")[2].rpartition(":")[2]
    province = getattr(one.record, "province", "") if kind_named(kind).page.count("{") > 1 else ""
    return f"{kind}:{province}/{id_}" if province else f"{kind}:{id_}"


def _to(other: Found, kind: str, id_: str) -> Iterator[tuple[str | int, ...]]:
    for path, named, marker in references(other.record):
        if named == id_ and kind in marker.kinds and path != ("id",):
            yield path


def _names(record: Record) -> Iterator[str]:
    for name in _NAMES:
        text = getattr(record, name, None)
        if isinstance(text, Text):
            yield from (text.th, text.en)


def _sentences(resting: Iterable[tuple[Found, tuple[str | int, ...]]]) -> Iterator[str]:
    """The sentences of ledgers that name the record, as far as publications tell them."""
    for other, path in resting:
        if isinstance(other.record, Lesson) and path[0] == "evidence" and isinstance(path[1], int):
            text = other.record.evidence[path[1]].text
            yield from (text.th[:SHOWN], text.en[:SHOWN])


#: Letters of a sentence that a publication with many of them still shows.
SHOWN = 100


def _only_of(record: Record, kind: str, id_: str) -> bool:
    """Whether this is a credit for nothing but the record."""
    return isinstance(record, Credit) and record.about == ((kind, id_),)


def _registered(text: str, old: str, why: str, day: date) -> str:
    """The register with one more line."""
    item = f'- {{old: "{old}", since: {day.isoformat()} CE, why: {why}}}'
    return appended(text.replace("withdrawn: []", "withdrawn:"), "withdrawn", item)


def _releases(
    found: Iterable[Found],
    resting: Iterable[tuple[Found, tuple[str | int, ...]]],
    own: tuple[str, str],
    names: tuple[str, ...],
) -> Iterator[tuple[str, str]]:
    """The files of publications without sentences of the record, of what rests on it, and without its name."""
    silent = {
        own,
        *((other.kind, str(getattr(other.record, "id", ""))) for other, _ in resting if other.kind != "lesson"),
    }
    silent |= {("fact", fact) for other, path in resting for fact in _fact(other.record, path)}
    for one in found:
        release = one.record
        if isinstance(release, Release):
            cleaned = [_silenced(change, silent, own, names) for change in release.changes]
            made = release.model_copy(update={"changes": tuple(cleaned)})
            if made != release or tells(release, *own, names):
                yield one.document.name, release_file(made)


def _fact(record: Any, path: tuple[str | int, ...]) -> Iterator[str]:
    """The name under which a publication tells of the value at this place of a file of facts."""
    if path[0] == "facts" and isinstance(path[1], int):
        fact = record.facts[path[1]]
        yield f"{record.province}.{fact.dimension}" + (f".{fact.case}" if fact.case else "")


def _silenced(change: Any, silent: set[tuple[str, str]], own: tuple[str, str], names: tuple[str, ...]) -> Any:
    words = tuple(one for one in change.words if not holds(one.th, names) and not holds(one.en, names))
    update: dict[str, object] = {"words": () if (change.kind, change.id) in silent else words, "more": 0}
    if (change.kind, change.id) == own:
        update["title"] = kind_named(change.kind).withdrawn
    return change.model_copy(update=update)


__all__ = ["NotThere", "Withdrawing", "withdrawing"]
