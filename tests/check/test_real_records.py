"""One test for each real file of ``data/`` and ``docs/``: its name is the file's path."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from botrian.check import Problem, check
from botrian.check.output import as_text
from botrian.read import Paths
from botrian.site.clock import the_day

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.content


def real_files() -> list[str]:
    """Every file of the content, seen from the project."""
    found = []
    for label in ("data", "docs"):
        for base, folders, files in os.walk(ROOT / label):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [(Path(base) / name).relative_to(ROOT).as_posix() for name in files if name[0] != "."]
    return sorted(found)


@cache
def problems_by_file() -> dict[str, list[Problem]]:
    """The errors of the whole content, found once."""
    by_file: dict[str, list[Problem]] = {}
    for problem in check(Paths.of(ROOT), the_day(os.environ)).problems:
        if problem.severity == "error":
            by_file.setdefault(problem.file, []).append(problem)
    return by_file


@pytest.mark.parametrize("file", real_files())
def test_has_no_problem(file: str) -> None:
    problems = problems_by_file().get(file, [])

    assert not problems, "\n" + as_text(problems, lambda *_: None, 1)
