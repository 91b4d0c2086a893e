"""Files go in; they lie in a new folder, those that the published site has already as links: they are not written."""

# Texts, not paths: of many thousands of files each step counts.
# ruff: noqa: PTH103, PTH108, PTH123

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import cached_property
from pathlib import Path
from typing import Final

#: Of each file of a published site: its bytes, the time of its last write in nanoseconds, the digest of its content.
Told = tuple[int, int, str]
_NOTHING: Final[Told] = (0, 0, "")


def digest_of(data: bytes) -> str:
    """What tells one content from another."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class Laying:
    """Lays files below ``new``; ``old`` is the published site, of which ``told`` was remembered.

    ``digests`` are those of all that was laid, by the path below ``new``.
    """

    def __init__(self, new: Path, old: Path, told: Mapping[str, Told]) -> None:
        self._new, self._old, self._told = f"{new}{os.sep}", f"{old}{os.sep}", told
        self._folders: set[str] = set()
        self.digests: dict[str, str] = {}

    def lay(self, files: Iterable[tuple[str, bytes]], below: str = "") -> None:
        """Lay files by their path below the new folder; published they stand below ``below``."""
        for path, data in files:
            digest = digest_of(data)
            if not self.link(path, digest, below):
                with open(self._new + path, "wb") as file:
                    file.write(data)
                self.digests[below + path] = digest

    def link(self, path: str, digest: str, below: str = "") -> bool:
        """Lay a file of which only the digest is known, as a link to the published site where that has it still.

        Also where it stands there under another name: the search's files lie in a folder named by all of them.
        """
        target, name, folder = self._new + path, below + path, path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(self._new + folder, exist_ok=True)
            self._folders.add(folder)
        if name in self.digests:
            # It may be a link to the published file, which would be written, too.
            os.unlink(target)
            del self.digests[name]
        same = name if self._told.get(name, _NOTHING)[2] == digest else self._named.get(digest)
        if same is None or not self._is_linked(same, target):
            return False
        self.digests[name] = digest
        return True

    def read(self, path: str) -> bytes:
        """A file of the new folder."""
        with open(self._new + path, "rb") as file:
            return file.read()

    @cached_property
    def _named(self) -> Mapping[str, str]:
        """The published files by their digests."""
        return {digest: name for name, (_, _, digest) in self._told.items() if digest}

    def _is_linked(self, name: str, target: str) -> bool:
        size, time, _ = self._told[name]
        try:
            old = self._old + name
            seen = os.lstat(old)
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
