"""One test for each real file of ``data/`` and ``docs/``: its name is the file's path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from botrian.check import Checked, Problem
from botrian.check.output import as_text

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


@pytest.fixture(scope="module")
def problems_by_file(real_check: Checked) -> dict[str, list[Problem]]:
    """The errors of the whole content."""
    by_file: dict[str, list[Problem]] = {}
    for problem in real_check.problems:
        if problem.severity == "error":
            by_file.setdefault(problem.file, []).append(problem)
    return by_file


@pytest.mark.parametrize("file", real_files())
def test_has_no_problem(file: str, problems_by_file: dict[str, list[Problem]]) -> None:
    problems = problems_by_file.get(file, [])

    assert not problems, "\n" + as_text(problems, lambda *_: None, 1)
