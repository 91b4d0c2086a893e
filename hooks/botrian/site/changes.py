"""A folder under git goes in; the day each of its content files was last changed comes out."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path


def last_changes(root: Path) -> Mapping[str, date]:
    """For each file under ``data/`` and ``docs/``, the day of the last commit that changed it (committer's date).

    Empty where there is no git or no history: a page then shows no date rather than a wrong one.
    """
    command = [
        "git",
        "-c",
        "core.quotepath=off",
        "log",
        "--format=%x00%cs",
        "--name-only",
        "--",
        "data",
        "docs",
    ]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    return _newest(done.stdout.decode("utf-8", "replace"))


def _newest(log: str) -> Mapping[str, date]:
    """The first day a file stands under, in a log that begins with the newest commit."""
    found: dict[str, date] = {}
    for commit in log.split("\0")[1:]:
        day, *files = commit.strip().split("\n")
        for file in filter(None, files):
            found.setdefault(file, date.fromisoformat(day))
    return found
