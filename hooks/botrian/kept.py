"""What was made before, by the hash of all that it rests on: a folder of results that any build may take from.

Each result is a file of its own, which begins with a digest of its bytes: one that is damaged or cut off is as good as
none, and is made again. The folder may vanish at any time. It has a bound; what nobody took for longest goes first.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

#: Bytes of all results together; with today's content a build keeps a third of it.
MOST_BYTES: Final = 1_000_000_000
#: Results in one ledger that nobody asked for and that stay there.
MOST_NOTES: Final = 100_000
#: When there are more, so many of the bytes stay.
_SHARE: Final = 0.8
#: Seconds after which a result that is taken is marked as used again.
_DAY: Final = 86_400
_DIGEST: Final = 32
_FOLDER: Final = ".cache"
_TELLS: Final = ".dist-info"
_CODE = Path(__file__).resolve().parent

#: What JSON writes and reads again as it was.
Plain = TypeVar("Plain", str, list[str], list[list[str]])


def cache_of(root: Path) -> Path | None:
    """The folder of a project for what was made before; None where git holds files of it.

    Such files came with somebody's proposal: what is taken from there would be published unseen.
    """
    try:
        done = subprocess.run(["git", "ls-files", "--", _FOLDER], cwd=root, capture_output=True, check=False)
    except OSError:
        return root / _FOLDER
    return None if done.stdout.strip() else root / _FOLDER


def key_of(*parts: str | bytes) -> str:
    """The name of a result: a hash of all that it rests on, each part told from the next."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()[:40]


@cache
def code_key() -> str:
    """The hash of what every result rests on besides the content: all of our code and its data, and the libraries."""
    return key_of(sys.version, folder_key(_CODE), *libraries())


def libraries() -> list[str]:
    """The libraries that are installed, as ``name-version``, by the folders that tell of them: nothing is read."""
    folders = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    return sorted(one.name.removesuffix(_TELLS) for folder in folders for one in Path(folder).glob(f"*{_TELLS}"))


def folder_key(folder: Path) -> str:
    """The hash of all files below a folder; what Python makes of code is left out."""
    found: list[str | bytes] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            file = Path(base, name)
            found += [file.relative_to(folder).as_posix(), hashlib.sha256(file.read_bytes()).digest()]
    return key_of(*found)


class Store:
    """The results in one folder. None for the folder keeps nothing. No fault of the disk is an error here."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._now = time.time()
        #: The keys of what was taken from here and of what was put here.
        self.taken: set[str] = set()
        self.made: set[str] = set()

    @property
    def keeps(self) -> bool:
        """Whether there is a folder at all."""
        return self._folder is not None

    def get(self, key: str) -> bytes | None:
        """A result, or None where it was never made, or is damaged."""
        if self._folder is None:
            return None
        path = self._path(key)
        try:
            with path.open("rb") as file:
                digest, held = file.read(_DIGEST), file.read()
            if self._now - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            return None
        if hashlib.sha256(held).digest() != digest:
            return None
        self.taken.add(key)
        return held

    def has(self, key: str) -> bool:
        """Whether there is something under a key, damaged or not."""
        return self._folder is not None and self._path(key).is_file()

    def put(self, key: str, data: bytes, *, made: bool = True) -> bool:
        """Keep a result, whole or not at all: another build may read and write here at the same time.

        ``made``: whether this build made it, or somebody else before. Tells whether it is kept.
        """
        return self._written(key, (data,), made=made)

    def _written(self, key: str, parts: Sequence[bytes], *, made: bool = True) -> bool:
        """Write a result that comes in parts: joined first, a large one would be in memory twice."""
        if self._folder is None:
            return False
        if made:
            self.made.add(key)
        digest = hashlib.sha256()
        for part in parts:
            digest.update(part)
        path = self._path(key)
        beside = path.with_name(f"{key}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(digest.digest())
                file.writelines(parts)
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            return False
        return True

    def files(self, key: str) -> Mapping[str, bytes] | None:
        """The files that were kept together under a key."""
        data = self.get(key)
        return None if data is None else unpacked(data)

    def put_files(self, key: str, files: Mapping[str, bytes]) -> None:
        """Keep some files together."""
        self._written(key, packed(files))

    def sweep(self, most: int = MOST_BYTES) -> None:
        """Let go of what was not taken for longest, where all results are more than ``most`` bytes."""
        if self._folder is None:
            return
        try:
            found = [(one.stat(), one.path) for one in _entries(self._folder)]
            total = sum(told.st_size for told, _ in found)
            if total <= most:
                return
            for told, path in sorted(found, key=lambda one: one[0].st_mtime):
                if total <= most * _SHARE:
                    break
                Path(path).unlink(missing_ok=True)
                total -= told.st_size
        except OSError:
            return

    def _path(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / key[:2] / key


NOTHING_KEPT: Final = Store(None)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """All files of a store, which lie in folders of one step."""
    with os.scandir(folder) as folders:
        for one in folders:
            if one.is_dir(follow_symlinks=False):
                with os.scandir(one) as entries:
                    yield from entries


def sealed(data: bytes) -> bytes:
    """A result as it is written: a digest of its bytes, then these."""
    return hashlib.sha256(data).digest() + data


def unsealed(data: bytes) -> bytes | None:
    """The result in what was written; None where it is damaged or cut off."""
    held = data[_DIGEST:]
    return held if hashlib.sha256(held).digest() == data[:_DIGEST] else None


class Ledger:
    """Many small results of one kind in one place of a store, each by the hash of what it rests on besides the code.

    It is read whole when it is opened. What nobody asked for until it is saved is let go: so it does not grow.
    """

    def __init__(self, store: Store = NOTHING_KEPT, name: str = "") -> None:
        self._store, self._key = store, key_of("ledger", name)
        self._now: dict[str, Any] = {}
        self._more = False
        told = json.loads(store.get(self._key) or b"{}")
        self._before: dict[str, Any] = told["results"] if told and told["base"] == code_key() else {}

    def get(self, key: str, make: Callable[[], Plain]) -> Plain:
        """A result that JSON can write (no tuple, no set), made where it was not made before."""
        found: Plain | None = self.known(key)
        if found is None:
            found = self._now[key] = make()
            self._more = True
        return found

    def known(self, key: str) -> Any:
        """A result that was made before; None where it was not."""
        found = self._now.get(key, self._before.get(key))
        if found is not None:
            self._now[key] = found
        return found

    def turn(self) -> None:
        """Let go of what was not asked for since the last turn, in a process that goes on."""
        self._before, self._now = self._now, {}

    @property
    def keeps(self) -> bool:
        """Whether anything is there for the next build."""
        return self._store.keeps

    def save(self, *, rest: bool = False) -> None:
        """Keep what was asked for, for the next build, where something of it was made since it was opened.

        ``rest``: also what nobody asked for, where only a part was looked at, and as long as all of it is not too much.
        """
        if self._store.keeps and self._more:
            whole = rest and len(self._before) + len(self._now) < MOST_NOTES
            told = {"base": code_key(), "results": {**self._before, **self._now} if whole else self._now}
            self._store.put(self._key, json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode("utf-8"))


def packed(files: Mapping[str, bytes]) -> Sequence[bytes]:
    """The parts of one piece that files become: a line with their names and lengths, then their bytes."""
    head = json.dumps([[name, len(data)] for name, data in files.items()])
    return (head.encode("ascii") + b"\n", *files.values())


def unpacked(data: bytes) -> Mapping[str, bytes]:
    """The files of one piece."""
    at = data.index(b"\n") + 1
    found = {}
    for name, length in json.loads(data[:at]):
        found[name] = data[at : at + length]
        at += length
    return found
