"""Documents and typed records go in; what ids there are comes out, those of broken records too.

A broken record must not make every reference to it look broken, so ids are read from the trees and the file names.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, cast

from botrian.check.near import Suggestions, listed
from botrian.check.schema import Found
from botrian.findings import Finding, Place
from botrian.kept import key_of
from botrian.read import Document, Node, Scalar, Sequence, kind_of
from botrian.read import Mapping as YamlMapping
from botrian.records import Record, Redirect, Withdrawal
from botrian.thai import fold, plain

#: The id that was probably meant, or nothing, and what a message says of those that there are.
_Meant: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
#: So many records are named to somebody whose word is part of their names or meanings.
MOST_LIKE = 5


@dataclass(frozen=True)
class Named:
    """An id, where it is given, and its record where that is whole."""

    id: str
    place: Place
    found: Found | None = None

    @property
    def record(self) -> Record | None:
        """The typed record, or None where it is broken."""
        return self.found.record if self.found else None


class Known:
    """All ids of a content tree by kind, and what a mistyped one may have meant.

    ``unread`` names files that could not be read; their names still tell which ids they were to hold.
    """

    def __init__(self, documents: Iterable[Document], found: Iterable[Found], unread: Iterable[str] = ()) -> None:
        self._kinds: dict[str, dict[str, Named]] = {}
        self._names: dict[str, dict[str, set[str]]] = {}
        self._suggestions = Suggestions()
        self._unknown: dict[tuple[tuple[str, ...], str], _Meant] = {}
        for one in found:
            id_ = getattr(one.record, "id", None)
            if isinstance(id_, str) and one.kind != "part":
                ids = self._kinds.setdefault(one.kind, {})
                # Of two with one id, the file of that name is the one there was: the other is the copy.
                if id_ not in ids or (one.document.group("id") == id_ != _file_of(ids[id_])):
                    ids[id_] = Named(id_, one.place, one)
        for document in documents:
            for kind, id_, place in _raw_ids(document):
                self._kinds.setdefault(kind, {}).setdefault(id_, Named(id_, place))
        for name in unread:
            matched = kind_of(name)
            if matched and (id_ := matched[1].groupdict().get("id")):
                self._kinds.setdefault(matched[0].kind, {}).setdefault(id_, Named(id_, Place(name)))

    @cached_property
    def digest(self) -> str:
        """A digest of all ids, and of the sources, whose places texts cite: what a text without a fault rests on."""
        sources = (repr(named.record) for named in self.of("source").values())
        return key_of(*(f"{kind}:{id_}" for kind, ids in self._kinds.items() for id_ in sorted(ids)), *sources)

    def of(self, kind: str) -> Mapping[str, Named]:
        """The ids of one kind."""
        return self._kinds.get(kind, {})

    def has(self, kinds: Iterable[str], id_: str) -> bool:
        """Whether one of the kinds has this id."""
        return any(id_ in self.of(kind) for kind in kinds)

    def record(self, kind: str, id_: str) -> Record | None:
        """The whole record of an id, or None."""
        named = self.of(kind).get(id_)
        return named.record if named else None

    def unknown(self, place: Place, field: str, id_: str, kinds: tuple[str, ...]) -> Finding:
        """The finding of a reference that leads nowhere: withdrawn, moved, or unknown with what it may have meant."""
        if gone := self.withdrawn(kinds, id_):
            days = (("since_en", gone.since.format("en")), ("since_th", gone.since.format("th")))
            return Finding(place, "withdrawn-used", field, id_[:80], "", (("kind", gone.old_kind), *days))
        if moved := self._moved(kinds, id_):
            return Finding(place, "reference-moved", field, id_[:80], moved.new_id, (("kind", moved.old_kind),))
        near, values = self._meant(id_, kinds)
        return Finding(place, "reference-unknown", field, id_[:80], near, values)

    def _meant(self, id_: str, kinds: tuple[str, ...]) -> _Meant:
        """What an id that leads nowhere may have meant. It is looked for once, however often the id is written."""
        if (kinds, id_) not in self._unknown:
            self._unknown[kinds, id_] = self._looked_for(id_, kinds)
        return self._unknown[kinds, id_]

    def _looked_for(self, id_: str, kinds: tuple[str, ...]) -> _Meant:
        options = [known for kind in kinds for known in self.of(kind)]
        near = self.called(id_, kinds) or self._suggestions.nearest(kinds[0], id_, options)
        like = [] if near else self._like(id_, kinds)
        values = (
            ("kind", kinds[0]),
            ("options", ", ".join(one for one, _ in like) or listed(options)),
            ("options_th", ", ".join(f"{one} ({thai})" for one, thai in like) or listed(options)),
            ("where", self._where(kinds[0])),
        )
        return near, values

    def withdrawn(self, kinds: Iterable[str], id_: str) -> Withdrawal | None:
        """The withdrawal of a record of one of these kinds, or None."""
        records = (named.record for named in self.of("withdrawal").values())
        gone = (one for one in records if isinstance(one, Withdrawal))
        wanted = tuple(kinds)
        return next((one for one in gone if one.old_id == id_ and one.old_kind in wanted), None)

    def _moved(self, kinds: tuple[str, ...], id_: str) -> Redirect | None:
        """The redirect of a record of one of these kinds to one of them that is there, or None."""
        for named in self.of("redirect").values():
            one = named.record
            if isinstance(one, Redirect) and one.old_id == id_ and one.old_kind in kinds:
                return one if one.new_kind in kinds and self.has((one.new_kind,), one.new_id) else None
        return None

    def _like(self, word: str, kinds: Iterable[str]) -> list[tuple[str, str]]:
        """The ids and Thai names whose name or meaning shares a word with ``word``: ``ป่าชุมชน`` and forests."""
        key = plain(word[:80])
        found = []
        for named in (one for kind in kinds for one in self.of(kind).values()):
            meaning = getattr(named.record, "definition", None)
            if meaning is None:
                continue
            name = getattr(named.record, "name")  # noqa: B009 -- records differ in their fields
            if any(_shares(key, plain(text)) for text in (name.th, name.en, meaning.th, meaning.en)):
                found.append((named.id, name.th))
        return found[:MOST_LIKE]

    def _where(self, kind: str) -> str:
        """The file of all records of a kind, or the folder in which each has its own."""
        files = sorted({one.place.file for one in self.of(kind).values()})
        alone = len(files) == 1 and posixpath.splitext(posixpath.basename(files[0]))[0] in self.of(kind)
        return "" if not files else posixpath.dirname(files[0]) if alone else posixpath.commonpath(files)

    def called(self, name: str, kinds: tuple[str, ...]) -> str:
        """The id of the one record of a Thai or English name: people write ``กระบี่`` where ``krabi`` belongs."""
        key = fold(name)
        found: set[str] = set()
        for kind in kinds:
            if kind not in self._names:
                self._names[kind] = {}
                for word, id_ in _names(self.of(kind).values()):
                    self._names[kind].setdefault(word, set()).add(id_)
            found |= self._names[kind].get(key, set())
        return found.pop() if len(found) == 1 else ""


def _file_of(named: Named) -> str | None:
    return named.found.document.group("id") if named.found else None


def _shares(word: str, text: str) -> bool:
    """Whether a text holds the word, or the word holds one of the text's; short words say too little."""
    if len(word) > 2 and word in text:
        return True
    return any(one in word for one in re.split(r"[\s,]+", text) if len(one) > (3 if one.isascii() else 2))


def _names(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    for one in named:
        for attribute in ("name", "title", "question"):
            text = getattr(one.record, attribute, None)
            if text is not None:
                yield fold(text.th), one.id
                yield fold(text.en), one.id
        for alias in getattr(one.record, "aliases", ()):
            yield fold(alias), one.id


def _raw_ids(document: Document) -> Iterator[tuple[str, str, Place]]:
    kind = document.kind
    if kind is None or document.english_twin:
        return
    if kind.model is not None:
        id_ = document.group("id")
        if id_ is not None:
            yield kind.kind, id_, Place(document.name)
        yield from _id_of(kind.kind, document.root)
        return
    root = document.root
    for key, item_kind, _ in kind.lists:
        items = root.get(key) if isinstance(root, YamlMapping) else None
        for item in items.items if isinstance(items, Sequence) else ():
            yield from _id_of(item_kind, item)


def _id_of(kind: str, node: Node | None) -> Iterator[tuple[str, str, Place]]:
    id_ = node.get("id") if isinstance(node, YamlMapping) else None
    if isinstance(id_, Scalar) and id_.text:
        yield kind, id_.text, cast(YamlMapping, node).place
