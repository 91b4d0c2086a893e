"""What receiving a message changes: new contents by file, shown as a diff, then written, all or nothing."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from botrian.read import Paths
from botrian.records import Text


@dataclass(frozen=True)
class Missing:
    """Something that only the maintainer can say: the option that says it, in words, and good values by name."""

    option: str
    words: Text
    options: tuple[tuple[str, str], ...]

    @property
    def offered(self) -> str:
        """The good values in one line, each with its Thai name."""
        return ", ".join(f"{id_} ({name})" for id_, name in self.options)


@dataclass(frozen=True)
class Shown:
    """A value before and after, and where it stands: what a correction changes."""

    place: str
    before: str
    after: str


@dataclass(frozen=True)
class Plan:
    """All that receiving a message will change.

    ``texts`` and ``pictures`` are new contents by the names of files. Nothing is written while something is
    ``missing`` or ``refused``. ``notes`` is what the maintainer should know, and may have to do by hand.
    """

    title: str
    texts: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()
    refused: tuple[Text, ...] = ()
    shown: tuple[Shown, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files that it writes."""
        return tuple(sorted([*self.texts, *self.pictures]))

    @property
    def ready(self) -> bool:
        """Whether it can be written, and writes something."""
        return not self.missing and not self.refused and bool(self.files)


def differences(plan: Plan, before: Mapping[str, str | None], paths: Paths) -> Iterator[str]:
    """The lines of a diff, as ``git diff`` shows it; pictures by name and size."""
    for name, text in sorted(plan.texts.items()):
        old = before.get(name)
        shown = paths.shown(name)
        yield from (
            line if line.endswith("\n") else f"{line}\n"
            for line in difflib.unified_diff(
                (old or "").splitlines(keepends=True),
                text.splitlines(keepends=True),
                "/dev/null" if old is None else f"a/{shown}",
                f"b/{shown}",
            )
        )
    for name, data in sorted(plan.pictures.items()):
        yield f"+++ b/{paths.shown(name)} ({len(data):,} bytes)\n"


def write(plan: Plan, paths: Paths) -> None:
    """Write every file of a plan, or none: each is written beside its place first, then all are put there.

    Raises OSError; what was there before is then there again.
    """
    contents = {name: text.encode("utf-8") for name, text in plan.texts.items()} | dict(plan.pictures)
    waiting: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for name, data in sorted(contents.items()):
            file = paths.on_disk(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            before[file] = file.read_bytes() if file.is_file() else None
            waiting[file] = _beside(file, data)
        for file, ready in waiting.items():
            ready.replace(file)
    except OSError:
        _as_before(before)
        raise
    finally:
        for ready in waiting.values():
            ready.unlink(missing_ok=True)


def _beside(file: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".tmp", dir=file.parent)
    with os.fdopen(handle, "wb") as opened:
        opened.write(data)
    made = Path(name)
    made.chmod(0o644)
    return made


def _as_before(before: Mapping[Path, bytes | None]) -> None:
    for file, data in before.items():
        if data is None:
            file.unlink(missing_ok=True)
        elif file.read_bytes() != data:
            file.write_bytes(data)
