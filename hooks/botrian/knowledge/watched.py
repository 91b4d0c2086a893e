"""A store goes in; a view of it comes out that says the same and writes down what it was asked for.

What a page or file rests on is whatever was asked while it was made. Records are frozen and makers are pure: where
everything that was asked for is the same, so is the result. ``Asked`` names one thing: a mapping of the store and one
of its keys, its keys in their order, or all of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, TypeVar

from botrian.knowledge.store import STORED, Knowledge
from botrian.once import Here

Key = TypeVar("Key")
Value = TypeVar("Value")

ALL: Final = "all"
KEYS: Final = "keys"
ONE: Final = "one"
THERE: Final = "there"
#: Which mapping; whether one key's value, whether a key is there, the keys or all; and the key.
Asked = tuple[str, str, object]

_INDEXES = frozenset(name for name, value in vars(Knowledge).items() if isinstance(value, cached_property))
#: What the store holds and what is computed of it once.
WATCHED: Final = STORED | _INDEXES
_NOT_THERE: Final = "not there"


class WatchedMapping(Mapping[Key, Value]):
    """A mapping that writes down what it was asked for under its name."""

    def __init__(self, name: str, whole: Mapping[Key, Value], asked: set[Asked]) -> None:
        self._name, self._whole, self._asked = name, whole, asked

    def __getitem__(self, key: Key) -> Value:
        self._asked.add((self._name, ONE, key))
        return self._whole[key]

    def get(self, key: Key, default: Any = None) -> Any:
        """The value, or the default."""
        self._asked.add((self._name, ONE, key))
        return self._whole.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._asked.add((self._name, THERE, key))
        return key in self._whole

    def __iter__(self) -> Iterator[Key]:
        self._asked.add((self._name, KEYS, None))
        return iter(self._whole)

    def __len__(self) -> int:
        self._asked.add((self._name, KEYS, None))
        return len(self._whole)

    def keys(self) -> Any:
        """The keys in their order."""
        self._asked.add((self._name, KEYS, None))
        return self._whole.keys()

    def values(self) -> Any:
        """All values: whoever asks for them rests on the whole mapping."""
        self._asked.add((self._name, ALL, None))
        return self._whole.values()

    def items(self) -> Any:
        """All of it."""
        self._asked.add((self._name, ALL, None))
        return self._whole.items()


class _Watched(Knowledge):
    """The view. It has nothing of its own but where it looks and where it writes down."""

    def __getattribute__(self, name: str) -> Any:
        if name not in WATCHED:
            return object.__getattribute__(self, name)
        whole, asked = object.__getattribute__(self, "_looks_at")
        value = getattr(whole, name)
        if isinstance(value, Mapping):
            return WatchedMapping(name, value, asked)
        asked.add((name, ALL, None))
        return value


def watched(knowledge: Knowledge, asked: set[Asked]) -> Knowledge:
    """The view of a store; what it is asked for is added to ``asked``."""
    view = object.__new__(_Watched)
    object.__setattr__(view, "_looks_at", (knowledge, asked))
    return view


class Answers:
    """Digests of what can be asked for, each made once; ``named`` gives a mapping or value by its name.

    ``held`` has the digests of values by their number in memory, with the value, so that no other gets its number:
    what is asked for both languages is written out once.
    """

    def __init__(self, named: Callable[[str], object], held: dict[int, tuple[object, str]] | None = None) -> None:
        self._named = named
        self._known: dict[Asked, str] = {}
        self._held = {} if held is None else held

    def digest(self, asked: Asked) -> str:
        """The digest of the answer."""
        found = self._known.get(asked)
        if found is None:
            found = self._known[asked] = self._made(asked)
        return found

    def _made(self, asked: Asked) -> str:
        name, what, key = asked
        whole: Any = self._named(name)
        if what == ONE:
            return self._of(whole[key]) if key in whole else _NOT_THERE
        if what == THERE:
            return THERE if key in whole else _NOT_THERE
        if what == KEYS:
            return _hash(repr(tuple(whole)))
        if isinstance(whole, Mapping):
            return _hash("".join(f"{key!r}={self.digest((name, ONE, key))};" for key in whole))
        return self._of(whole)

    def _of(self, value: object) -> str:
        """Records and tables stand in many lists: each is written out once."""
        if isinstance(value, tuple):
            return _hash("".join(map(self._of, value)))
        found = self._held.get(id(value))
        if found is None:
            found = self._held[id(value)] = value, _hash(repr(value))
        return found[1]


def digests_of(knowledge: Knowledge) -> Here[int, tuple[object, str]]:
    """Where the digests of a store's values are held (``knowledge.once``)."""
    return Here()


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24]
