"""Files go in; they lie in a new folder, those that the published site has already as links: they are not written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path

#: Of each file of a published site: its bytes, the time of its last write in nanoseconds, the digest of its content.
Told = tuple[int, int, str]


def digest_of(data: bytes) -> str:
    """What tells one content from another."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class Laying:
    """Lays files below ``new``; ``old`` is the published site, of which ``told`` was remembered.

    ``digests`` are those of all that was laid, by the path below ``new``.
    """

    def __init__(self, new: Path, old: Path, told: Mapping[str, Told]) -> None:
        self._new, self._old, self._told = new, old, told
        self._folders: set[str] = set()
        self.digests: dict[str, str] = {}

    def lay(self, files: Iterable[tuple[str, bytes]], below: str = "") -> None:
        """Lay files by their path below the new folder; published they stand below ``below``."""
        for path, data in files:
            target, name, folder = self._new / path, below + path, path.rpartition("/")[0]
            if folder not in self._folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                self._folders.add(folder)
            if name in self.digests:
                # It may be a link to the published file, which would be written, too.
                target.unlink()
            self.digests[name] = digest_of(data)
            if not self._is_linked(name, target):
                target.write_bytes(data)

    def read(self, path: str) -> bytes:
        """A file of the new folder."""
        return (self._new / path).read_bytes()

    def _is_linked(self, name: str, target: Path) -> bool:
        size, time, digest = self._told.get(name, (0, 0, ""))
        if digest != self.digests[name]:
            return False
        try:
            old = self._old / name
            seen = old.lstat()
            if (seen.st_size, seen.st_mtime_ns) != (size, time):
                return False
            os.link(old, target)
        except (OSError, NotImplementedError):
            return False
        return True


class Laid(MutableMapping[str, bytes]):
    """The files of a site by their path, each laid as it comes and read again when it is asked for.

    All of them are as large as the site: whoever makes it need not hold them. ``below`` as for ``Laying.lay``.
    """

    def __init__(self, laying: Laying, below: str) -> None:
        self._laying, self._below = laying, below
        self._paths: dict[str, None] = {}

    def __setitem__(self, path: str, data: bytes) -> None:
        self._laying.lay([(path, data)], below=self._below)
        self._paths[path] = None

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return self._laying.read(path)

    def __delitem__(self, path: str) -> None:
        raise TypeError(f"{path}: what is laid stays")

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
