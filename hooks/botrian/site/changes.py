"""A folder under git goes in; the day each of its content files was last changed comes out."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from botrian.thai import thai_day


def last_changes(root: Path) -> Mapping[str, date]:
    """For each file under ``data/`` and ``docs/``, the day in Thailand of the last commit that changed it.

    Empty where there is no git or no history. A shallow clone ends at commits that seem to have brought every file:
    what was last changed there or before has no day. A page then shows no date rather than a wrong one.
    """
    command = ["git", "-c", "core.quotepath=off", "log", "--relative", "--format=%x00%H %ct", "--name-only"]
    try:
        done = subprocess.run([*command, "--", "data", "docs"], cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    return _newest(done.stdout.decode("utf-8", "replace"), _last_known(root))


def _last_known(root: Path) -> frozenset[str]:
    """The commits at which the history of a shallow clone ends; none in a whole one."""
    command = ["git", "rev-parse", "--git-path", "shallow"]
    place = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8").stdout.rstrip("\n")
    file = root / place
    return frozenset(file.read_text(encoding="ascii").split()) if place and file.is_file() else frozenset()


def _newest(log: str, unknown: frozenset[str]) -> Mapping[str, date]:
    """The first day a file stands under, in a log that begins with the newest commit; none for ``unknown`` commits."""
    found: dict[str, date | None] = {}
    for entry in log.split("\0")[1:]:
        head, *files = entry.strip().split("\n")
        commit, _, seconds = head.partition(" ")
        day = None if commit in unknown else thai_day(datetime.fromtimestamp(int(seconds), UTC))
        for file in filter(None, files):
            found.setdefault(file, day)
    return {file: day for file, day in found.items() if day is not None}
