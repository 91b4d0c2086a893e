"""Something that never changes and a function of it go in; what the function makes comes out, made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar

Key = TypeVar("Key")
Made = TypeVar("Made")


class Here(dict[Key, Made]):
    """What is of use in this process alone: another gets it empty, also while it is filled here."""

    def __reduce__(self) -> tuple[type[Here[Key, Made]], tuple[()]]:
        return Here, ()


class Once:
    """Remembers what is made of it, for whoever asks: the knowledge, a table."""

    def once(self, make: Callable[[Self], Made]) -> Made:
        """What a function at the head of a module makes of it. It goes where it goes, also to other processes."""
        known: dict[str, Any] = self.__dict__.setdefault("_once", {})
        name = f"{make.__module__}.{make.__qualname__}"
        if name not in known:
            known[name] = make(self)
        found: Made = known[name]
        return found
