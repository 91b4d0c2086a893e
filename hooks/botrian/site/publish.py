"""A finished folder goes in; it takes the place of the published one in a single step, or nothing changes.

What a killed or cut-off build left behind is swept up when the next one starts; where it was cut off between the two
moves of a publication, the last site is put back first.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

#: Held by the build that works in a folder, for as long as its process lives.
_LOCK = "in-use.lock"
#: Seconds that a new folder may be without its lock before it counts as left behind.
_NEW = 60
_OLD = "old"


@contextmanager
def workplace(site: Path) -> Iterator[Path]:
    """A new folder beside ``site`` (on the same disk, so that it can be moved), gone afterwards."""
    site.parent.mkdir(parents=True, exist_ok=True)
    sweep(site)
    with _in_use(Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))) as folder:
        yield folder


@contextmanager
def passing_folder(name: str) -> Iterator[Path]:
    """A new folder among the system's own passing files, gone afterwards; those of killed processes are swept up."""
    beside = Path(tempfile.gettempdir())
    for folder in filter(_is_left, beside.glob(f"{name}-*")):
        shutil.rmtree(folder, ignore_errors=True)
    with _in_use(Path(tempfile.mkdtemp(prefix=f"{name}-", dir=beside))) as folder:
        yield folder


@contextmanager
def _in_use(folder: Path) -> Iterator[Path]:
    try:
        with FileLock(folder / _LOCK):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(site: Path) -> None:
    """Take away the folders beside ``site`` in which no build works any more."""
    for folder in filter(_is_left, sorted(site.parent.glob(f".{site.name}-*"))):
        if (folder / _OLD).is_dir() and not site.exists():
            (folder / _OLD).rename(site)
        shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether the process that made this folder has ended."""
    try:
        if not (folder / _LOCK).exists():
            return folder.is_dir() and time.time() - folder.stat().st_mtime > _NEW
        with FileLock(folder / _LOCK, timeout=0):
            return True
    except (Timeout, OSError):
        return False


def publish(made: Path, site: Path, old: Path) -> None:
    """Put ``made`` in the place of ``site``; what was there goes to ``old``, and back again where the move fails."""
    # mkdtemp makes folders for their owner only; a site is for everyone to read.
    made.chmod(0o755)
    if not site.exists():
        made.rename(site)
        return
    site.rename(old)
    try:
        made.rename(site)
    except OSError:
        old.rename(site)
        raise
