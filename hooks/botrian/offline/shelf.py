"""What an archive of pages was made of before goes in; what of it need not be made again comes out.

A page rests on itself and on which of the targets of its links are in the archive: both are kept with what was made of
it. Every content is kept pressed, by its digest: most of an archive is as it was in the one before.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import Final

from botrian.kept import Store, code_key, key_of
from botrian.pages import StagedPage

_HEAD: Final = "pages"
#: What the browser and every program that opens zip files can read, as small as it gets.
_LEVEL: Final = 9


@dataclass(frozen=True)
class Pressed:
    """A content as it lies in a zip file: its bytes there, and the length and checksum of what they unpack to."""

    digest: str
    data: bytes
    length: int
    checksum: int


@dataclass(frozen=True)
class Framed:
    """A page of the archive: the digest of what it says, and the whole file, pressed."""

    says: str
    file: Pressed


@dataclass(frozen=True)
class _Known:
    """What a page's links led to, and what was made of it by which of these were there (0 and 1 in their order)."""

    targets: list[str]
    made: dict[str, tuple[str, str]]


class Seen(Container[str]):
    """What is in an archive; it is written down what was looked for."""

    def __init__(self, there: Container[str]) -> None:
        self._there = there
        self.looked_for: dict[str, bool] = {}

    def __contains__(self, target: object) -> bool:
        found = target in self._there
        self.looked_for[str(target)] = found
        return found


#: Makes what a page says, and the whole file, both as text, from what is in the archive.
Maker = Callable[[Seen], tuple[str, str]]


class Shelf:
    """The pages and contents of one archive. ``name``: which it is; ``key_of_page``: a digest of all that one says."""

    def __init__(self, store: Store, name: str, key_of_page: Callable[[StagedPage], str]) -> None:
        self._store, self._key, self._key_of_page = store, key_of("archive", name), key_of_page
        self._base = code_key()
        self._pages: dict[str, _Known] = {}
        self._pressed: dict[str, Pressed] = {}
        self._pages_before: dict[str, _Known] = {}
        self._pressed_before: dict[str, Pressed] = {}
        self._load()

    def page(self, page: StagedPage, frame: str, there: Container[str], make: Maker) -> Framed:
        """A page in its frame. ``frame``: a digest of what is around it."""
        key = key_of(self._base, page.address, frame, self._key_of_page(page))
        before = self._pages.get(key) or self._pages_before.get(key)
        if before:
            answers = _answers([target in there for target in before.targets])
            says, digest = before.made.get(answers, ("", ""))
            file = self._as_before(digest)
            if file:
                self._remember(key, before.targets, answers, (says, digest))
                return Framed(says, file)
        seen = Seen(there)
        body, whole = make(seen)
        file, says = self.press(whole.encode()), _digest(body.encode())
        self._remember(key, list(seen.looked_for), _answers(seen.looked_for.values()), (says, file.digest))
        return Framed(says, file)

    def press(self, content: bytes) -> Pressed:
        """A content, pressed as small as it gets."""
        digest = _digest(content)
        before = self._as_before(digest)
        if before:
            return before
        pressing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        data = pressing.compress(content) + pressing.flush()
        made = self._pressed[digest] = Pressed(digest, data, len(content), zlib.crc32(content))
        return made

    def save(self) -> None:
        """Keep what this archive was made of for the next."""
        if self._store.keeps:
            told = {
                "base": self._base,
                "pages": {key: [one.targets, one.made] for key, one in self._pages.items()},
                "pressed": {one.digest: [one.length, one.checksum] for one in self._pressed.values()},
            }
            head = json.dumps(told, separators=(",", ":")).encode("ascii")
            self._store.put_files(self._key, {_HEAD: head, **{one.digest: one.data for one in self._pressed.values()}})

    def _load(self) -> None:
        files = self._store.files(self._key) or {}
        told = json.loads(files.get(_HEAD, b"{}"))
        if told.get("base") == self._base:
            for key, (targets, made) in told["pages"].items():
                self._pages_before[key] = _Known(targets, {name: (one[0], one[1]) for name, one in made.items()})
            for digest, (length, checksum) in told["pressed"].items():
                self._pressed_before[digest] = Pressed(digest, files[digest], length, checksum)

    def _as_before(self, digest: str) -> Pressed | None:
        found = self._pressed.get(digest) or self._pressed_before.get(digest)
        if found:
            self._pressed[digest] = found
        return found

    def _remember(self, key: str, targets: list[str], answers: str, made: tuple[str, str]) -> None:
        self._pages.setdefault(key, _Known(targets, {})).made[answers] = made


def _answers(found: Iterable[bool]) -> str:
    return "".join("1" if one else "0" for one in found)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
