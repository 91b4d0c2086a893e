"""An address that several machines share goes in (``s3://bucket/folder``); what others made there comes out.

Before a build, what others kept for the same code is brought into this machine's own store; afterwards what this build
made and took is handed over. The place is reached by fsspec; credentials come from the environment, as each kind of
place has them. Whoever may write there decides what is published from it: entries are guarded against damage, not
against malice. A place that does not answer, or holds other bytes than it should, makes a build slower and no more.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from botrian.kept import MOST_BYTES, Store, code_key, sealed, unsealed

Item = TypeVar("Item")

#: Files that go over the line side by side: most of the time is waiting.
_AT_ONCE: Final = 24
#: Seconds after which no further file is asked for: making it anew is quicker then.
_PATIENCE: Final = 180
#: Bytes of all entries of all states of the code; above, those that nobody wrote for longest go.
_MOST_SHARED: Final = 4 * MOST_BYTES
_SHARE: Final = 0.8
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]{0,30}://\S+")
_ENTRY: Final = re.compile(r"[0-9a-f]{40}")
#: What Rust's object_store reaches, below fsspec.
_OBJECT_STORES: Final = ("s3", "gs", "az", "abfs")
#: The variables that name a server of one's own.
_ENDPOINTS: Final = ("AWS_ENDPOINT", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AZURE_STORAGE_ENDPOINT")
#: By what name a kind of place tells when a file was written.
_WRITTEN: Final = ("mtime", "last_modified", "LastModified", "created", "updated")


class UnknownPlace(ValueError):
    """The address names no place that could be reached; ``words`` tells why, in Thai and English."""

    exit_code = 2

    def __init__(self, address: str, reason: str = "") -> None:
        why = f" ({reason})" if reason else ""
        self.words = (
            f"ไม่รู้จักที่เก็บ {address!r}{why} เขียนเช่น --store s3://ชื่อถัง/โฟลเดอร์ หรือ --store file:///mnt/share / "
            f"{address!r} names no place{why}: write --store s3://bucket/folder or --store file:///mnt/share"
        )
        super().__init__(self.words)


class SharedStore:
    """The entries of one state of code, Python and libraries at an address. Raises UnknownPlace."""

    def __init__(self, address: str) -> None:
        if not _ADDRESS.fullmatch(address):
            raise UnknownPlace(address)
        try:
            self._files, root = _place(address)
        except ImportError as error:
            raise UnknownPlace(address, f"{error}; python3 scripts/kb.py: requirements/cluster.txt") from error
        except ValueError as error:
            raise UnknownPlace(address, str(error)) from error
        self._root = root.rstrip("/")
        self._below = f"{self._root}/{code_key()}"
        self._there: frozenset[str] = frozenset()
        self._error: Exception | None = None

    def bring(self, store: Store) -> str:
        """Fetch what others made and this machine has not; a line for people on how that went."""
        start = time.monotonic()
        try:
            listed = self._listed(self._below)
        except Exception as error:  # whatever the library of the place raises
            return _not_reached(error)
        self._there = frozenset(name for name in map(_name, listed) if _ENTRY.fullmatch(name))
        wanted, size = [], 0
        for path in sorted(listed, key=lambda one: -_written(listed[one])):
            size += int(listed[path].get("size") or 0)
            if size > MOST_BYTES:
                break
            if _name(path) in self._there and not store.has(_name(path)):
                wanted.append(path)

        def fetch(path: str) -> str:
            data = unsealed(self._files.cat_file(path))
            if data is None:
                return "damaged"
            store.put(_name(path), data, made=False)
            return "fetched"

        how = self._each(fetch, wanted, start)
        fetched, damaged, missed = (how.count(one) for one in ("fetched", "damaged", None))
        words = f"ที่เก็บร่วม: ได้มา {fetched} จาก {len(listed)} ชิ้น"
        english = f"shared store: {fetched} of {len(listed)} results fetched"
        if damaged or missed:
            words += f" เสีย {damaged} ไม่ได้ {missed} (จะทำใหม่)"
            english += f", {damaged} damaged, {missed} not reached (they are made anew)"
        self._there -= {_name(path) for path, one in zip(wanted, how, strict=True) if one == "damaged"}
        return f"{words} / {english}"

    def hand_over(self, store: Store, taken: Collection[str], made: Collection[str]) -> str:
        """Give what this build took and the place has not, and all that it made; a line for people on how that went."""
        start = time.monotonic()
        wanted = sorted((set(taken) - self._there) | set(made))

        def give(name: str) -> str:
            data = store.get(name)
            if data is not None:
                self._files.pipe_file(f"{self._below}/{name[:2]}/{name}", sealed(data))
            return "given"

        try:
            self._files.makedirs(self._below, exist_ok=True)
            for pair in sorted({name[:2] for name in wanted}):
                self._files.makedirs(f"{self._below}/{pair}", exist_ok=True)
            given = self._each(give, wanted, start).count("given")
            if given:
                self._sweep()
            elif self._error:
                raise self._error
        except Exception as error:  # whatever the library of the place raises
            return _not_reached(error)
        return f"ที่เก็บร่วม: ส่ง {given} จาก {len(wanted)} ชิ้น / shared store: {given} of {len(wanted)} results handed over"

    def _listed(self, folder: str) -> Mapping[str, Mapping[str, Any]]:
        try:
            self._files.invalidate_cache()
            found: Mapping[str, Mapping[str, Any]] = self._files.find(folder, detail=True)
        except FileNotFoundError:
            return {}
        return found

    def _each(self, make: Callable[[Item], str], items: Iterable[Item], start: float) -> list[str | None]:
        """What happened to each item; None where it was not reached, or not in time."""

        def done(item: Item) -> str | None:
            try:
                return make(item) if time.monotonic() - start < _PATIENCE else None
            except Exception as error:  # the same
                self._error = error
                return None

        with ThreadPoolExecutor(_AT_ONCE) as threads:
            return list(threads.map(done, items))

    def _sweep(self) -> None:
        listed = self._listed(self._root)
        total = sum(int(one.get("size") or 0) for one in listed.values())
        if total <= _MOST_SHARED:
            return
        for path in sorted(listed, key=lambda one: _written(listed[one])):
            if total <= _MOST_SHARED * _SHARE:
                break
            if _ENTRY.fullmatch(_name(path)):
                self._files.rm_file(path)
                total -= int(listed[path].get("size") or 0)


def _place(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises ImportError, ValueError."""
    import fsspec  # type: ignore[import-untyped]

    kind = address.partition("://")[0]
    options: dict[str, Any] = {}
    if kind in _OBJECT_STORES:
        from obstore.fsspec import register

        register(kind)
        patience = {"max_retries": 2, "retry_timeout": timedelta(seconds=30)}
        # Without TLS only where whoever set up this machine names such a server.
        plain = any(os.environ.get(name, "").startswith("http://") for name in _ENDPOINTS)
        client = {"connect_timeout": "5s", "timeout": "60s", "allow_http": plain}
        options = {"client_options": client, "retry_config": patience}
    files, path = fsspec.core.url_to_fs(address, **options)
    return files, str(path)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _written(told: Mapping[str, Any]) -> float:
    """When a file was written, as far as the place says so."""
    for name in _WRITTEN:
        when = told.get(name)
        if isinstance(when, datetime):
            return when.timestamp()
        if isinstance(when, int | float):
            return float(when)
    return 0


def _not_reached(error: Exception) -> str:
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return (
        f"ใช้ที่เก็บร่วมไม่ได้ จึงสร้างต่อโดยไม่ใช้ ช้ากว่าเท่านั้น ({reason}) / "
        "the shared store cannot be reached: the build goes on without it, only slower"
    )
