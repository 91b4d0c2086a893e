"""A finished folder goes in; it takes the place of the published one in a single step, or nothing changes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def workplace(site: Path) -> Iterator[Path]:
    """A new folder beside ``site`` (on the same disk, so that it can be moved), gone afterwards."""
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
