"""Pieces of a site go in, each with who makes it; what they make comes out, from an earlier build where nothing that a
piece rests on is another now.

While a piece is made it is written down what it asks the knowledge for (``knowledge/watched.py``). The next build
compares the digests of all that was asked for: a piece whose answers are the same is taken as it was made. What is not
content (code, libraries, the language, the address of the site) is in ``base``: another base, and all is made anew.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, TypeVar

from botrian.kept import Store, code_key, key_of
from botrian.knowledge import Knowledge
from botrian.knowledge.watched import ALL, Answers, Asked, WatchedMapping, digests_of, watched
from botrian.once import Here
from botrian.pages import Frame, StagedPage
from botrian.pages.meta import PageMeta
from botrian.site.kept_parts import KeptParts

#: Mappings that makers ask beside those of the knowledge.
_TABLES: Final = "built tables"
_CHANGED: Final = "last changes"
_FROZEN: Final = "frozen copies"
_CITED: Final = "cited places"
_HOLDING: Final = "tables that hold a record"
#: Every page may explain any term: that is asked of the glossary, which is made once.
_GLOSSARY: Final[Asked] = ("terms", ALL, None)

#: Bytes of pages that one language's build holds; what is above is read from the store each time that it is needed.
MOST_HELD: Final = 16_000_000

Made = TypeVar("Made")
FileMaker = Callable[[Frame], Mapping[str, bytes]]


@dataclass
class _Piece:
    """What a piece asked for, by number, and what it made: pages without their parts, or the key of its files."""

    asked: list[int]
    pages: list[list[Any]]
    files: str = ""


class Memory:
    """What one language's site was made of last time, in a store. A store that keeps nothing makes everything."""

    def __init__(self, store: Store, name: str, *base: str, anew: bool = False) -> None:
        self.store, self.name = store, name
        self._anew = anew
        self._base = key_of(code_key(), sys.version, name, *base)
        self._key = key_of("memory", name, *base)
        self._before: dict[str, _Piece] = {}
        self._asked_before: list[Asked] = []
        self._digests_before: list[str] = []
        self._now: dict[str, tuple[frozenset[Asked], _Piece]] = {}
        self._answers: Answers | None = None
        self._frame: Frame | None = None
        self._stale: frozenset[int] = frozenset()
        self.made = 0
        self.taken = 0
        self._held = 0
        self._ahead: Iterator[Watched] = iter(())
        self._awaited: frozenset[str] = frozenset()
        #: Asked before each piece: whoever has something better to do raises here.
        self.pause: Callable[[], None] = lambda: None

    def look_at(self, frame: Frame) -> None:
        """Compare what is known with this frame, in which everything is made from now on."""
        self._frame = frame
        if not self.store.keeps:
            return
        more: Mapping[str, object] = {
            _TABLES: frame.tables,
            _CHANGED: frame.stamp.changed,
            _FROZEN: frame.frozen,
            _CITED: frame.cited,
            _HOLDING: frame.holding,
        }
        held = frame.knowledge.once(digests_of)
        answers = Answers(lambda name: more[name] if name in more else getattr(frame.knowledge, name), held)
        self._answers, self._now, self.made, self.taken = answers, {}, 0, 0
        if not self._before and not self._anew:
            self._load()
        now = (answers.digest(asked) for asked in self._asked_before)
        pairs = zip(now, self._digests_before, strict=True)
        self._stale = frozenset(at for at, (new, old) in enumerate(pairs) if new != old)

    def ahead(self, names: Iterable[str], others: Callable[[Sequence[str]], Iterator[Watched] | None]) -> None:
        """Let others make the pieces that are not there as they are; ``pages`` is then asked for them in this order."""
        wanted = [name for name in names if not self._is_known(f"pages {name}")]
        made = others(wanted)
        if made is not None:
            self._ahead, self._awaited = made, frozenset(wanted)

    def pages(self, name: str, make: Callable[[Frame], Iterable[StagedPage]]) -> tuple[StagedPage, ...]:
        """The pages of one piece."""
        assert self._frame is not None
        self.pause()
        elsewhere = name in self._awaited
        if not self.store.keeps:
            return next(self._ahead)[1] if elsewhere else tuple(make(self._frame))
        name = f"pages {name}"
        known = self._known(name)
        if known is not None:
            return tuple(self._as_kept(*told) for told in known.pages)
        asked, pages = next(self._ahead) if elsewhere else watched_pages(self._frame, make)
        made = [self._kept(page) for page in pages]
        told = [[one.address, one.path, one.title, one.meta, _digest(one)] for one in made]
        self._remember(name, asked, _Piece([], told))
        return tuple(made)

    def asking(self, make: Callable[[Frame], Made]) -> tuple[Made, frozenset[Asked]]:
        """What several pieces need, made once, with what it rests on: whoever uses it tells ``files`` of that."""
        assert self._frame is not None
        asked: set[Asked] = set()
        return make(_watching(self._frame, asked)), frozenset(asked)

    def files(
        self, name: str, make: FileMaker, *, both: bool = False, of: frozenset[Asked] = frozenset()
    ) -> Mapping[str, bytes]:
        """The files of one piece by their path. ``both``: in the other language they are the same.

        What this process made for the other language is then taken, be there more files. ``of``: what that rests on
        that the maker brings with it (``asking``).
        """
        assert self._frame is not None
        self.pause()
        if not self.store.keeps:
            return make(self._frame)
        name = f"files {name}"
        known = self._known(name)
        if known is not None:
            found = self.store.files(known.files)
            if found is not None:
                return found
        asked = set(of)
        others = self._frame.knowledge.once(_made_for_both)
        if both and name in others:
            asked, key = others[name]
            found = self.store.files(key)
            if found is not None:
                self._remember(name, asked, _Piece([], [], key))
                return found
        made = make(_watching(self._frame, asked))
        key = key_of("files", self._base, *(part for path, data in made.items() for part in (path, data)))
        self.store.put_files(key, made)
        self._remember(name, asked, _Piece([], [], key))
        if both:
            others[name] = asked, key
        return made

    def turn(self) -> None:
        """Remember all pieces of this build for the next one that this process makes."""
        if self._answers is None:
            return
        numbers: dict[Asked, int] = {}
        for asked, piece in self._now.values():
            piece.asked = [numbers.setdefault(one, len(numbers)) for one in asked]
        self._before = {name: piece for name, (_, piece) in self._now.items()}
        self._asked_before = list(numbers)
        self._digests_before = [self._answers.digest(one) for one in numbers]

    def save(self) -> None:
        """Remember all pieces of this build for the next, whoever makes it."""
        if self._answers is None:
            return
        self.turn()
        told = {
            "base": self._base,
            "asked": self._asked_before,
            "digests": self._digests_before,
            "pieces": {name: [one.asked, one.pages, one.files] for name, one in self._before.items()},
        }
        self.store.put(self._key, zlib.compress(json.dumps(told, separators=(",", ":")).encode("ascii"), 1))

    def _load(self) -> None:
        data = self.store.get(self._key)
        told = json.loads(zlib.decompress(data)) if data else {}
        if told.get("base") == self._base:
            self._asked_before = [(name, what, _hashable(key)) for name, what, key in told["asked"]]
            self._digests_before = told["digests"]
            self._before = {name: _Piece(*piece) for name, piece in told["pieces"].items()}

    def _is_known(self, name: str) -> bool:
        known = self._before.get(name)
        return known is not None and self._stale.isdisjoint(known.asked)

    def _known(self, name: str) -> _Piece | None:
        known = self._before.get(name)
        if known is None or not self._is_known(name):
            return None
        self.taken += 1
        self._now[name] = frozenset(self._asked_before[at] for at in known.asked), known
        return known

    def _remember(self, name: str, asked: set[Asked], piece: _Piece) -> None:
        self.made += 1
        self._now[name] = frozenset(asked), piece

    def _as_kept(self, address: str, path: str, title: str, meta: PageMeta, digest: str) -> StagedPage:
        # Perhaps nobody reads its parts now; whoever takes this build's memory may have to.
        self.store.taken.add(digest)
        return StagedPage(address, path, title, KeptParts(digest, self.store), meta)

    def _kept(self, page: StagedPage) -> StagedPage:
        """The page, with its parts in the store, and what it says of itself as it will be read again."""
        parts = tuple(page.parts)
        told = [[list(asdict(part.heading).values()) if part.heading else None, str(part.html)] for part in parts]
        data = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
        digest = key_of("parts", data)
        self._held += len(data)
        kept = self.store.put(digest, zlib.compress(data, 1))
        held = None if kept and self._held > MOST_HELD else parts
        meta = json.loads(json.dumps(page.meta))
        return replace(page, title=str(page.title), parts=KeptParts(digest, self.store, held), meta=meta)


def _made_for_both(knowledge: Knowledge) -> Here[str, tuple[set[Asked], str]]:
    """What was made of the knowledge for one language and is the same in the other: what was asked for, and its key."""
    return Here()


#: What a piece asked for while it was made, and its pages.
Watched = tuple[set[Asked], tuple[StagedPage, ...]]


def watched_pages(frame: Frame, make: Callable[[Frame], Iterable[StagedPage]]) -> Watched:
    """The pages of one piece, and what they rest on."""
    asked: set[Asked] = {_GLOSSARY}
    return asked, tuple(make(_watching(frame, asked)))


def page_key(page: StagedPage) -> str:
    """The hash of all that a page says, also of its front matter."""
    return key_of(page.path, page.title, json.dumps(page.meta, sort_keys=True), _digest(page))


def _digest(page: StagedPage) -> str:
    if isinstance(page.parts, KeptParts):
        return page.parts.digest
    return key_of(*(part for one in page.parts for part in (repr(one.heading), one.html)))


def _hashable(key: object) -> object:
    return tuple(key) if isinstance(key, list) else key


def _watching(frame: Frame, asked: set[Asked]) -> Frame:
    """The frame, which writes down what it is asked for."""
    return replace(
        frame,
        knowledge=watched(frame.knowledge, asked),
        tables=WatchedMapping(_TABLES, frame.tables, asked),
        stamp=replace(frame.stamp, changed=WatchedMapping(_CHANGED, frame.stamp.changed, asked)),
        frozen=WatchedMapping(_FROZEN, frame.frozen, asked),
        cited=WatchedMapping(_CITED, frame.cited, asked),
        holding=WatchedMapping(_HOLDING, frame.holding, asked),
        desks={},
    )
