"""The parts of a page that a store has go in by their digest; they are read when somebody looks at them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import ClassVar, overload

from botrian.kept import Store
from botrian.pages.staged import Heading, Part


class LostPage(Exception):
    """The parts of a page that was made before are damaged: everything is made anew."""


class KeptParts(Sequence[Part]):
    """The parts of a page that is in the store, read when somebody looks at them; ``digest`` tells them apart."""

    #: The page that was read last: whoever looks at one looks several times.
    _last: ClassVar[tuple[str, tuple[Part, ...]]] = ("", ())

    def __init__(self, digest: str, store: Store, parts: tuple[Part, ...] | None = None) -> None:
        self.digest, self._store, self._parts = digest, store, parts

    def _read(self) -> tuple[Part, ...]:
        if self._parts is not None:
            return self._parts
        if KeptParts._last[0] != self.digest:
            data = self._store.get(self.digest)
            if data is None:
                raise LostPage(self.digest)
            KeptParts._last = (
                self.digest,
                tuple(
                    Part(Heading(*heading) if heading else None, html)
                    for heading, html in json.loads(zlib.decompress(data))
                ),
            )
        return KeptParts._last[1]

    @overload
    def __getitem__(self, at: int) -> Part: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Part]: ...

    def __getitem__(self, at: int | slice) -> Part | Sequence[Part]:
        return self._read()[at]

    def __len__(self) -> int:
        return len(self._read())

    def __iter__(self) -> Iterator[Part]:
        return iter(self._read())
