"""The library that tests know: a small content tree with something of everything, whatever the real content becomes.

``fixtures/library`` is laid over the whole tree of the tests of kinds: six provinces, one of them without a profile;
numbers with gaps, dates, two values in a cell; lessons that are confirmed, contradicted and qualified.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

from botrian.check import check
from botrian.knowledge import Knowledge
from botrian.read import Paths
from tests.kinds.whole_tree import ROOT, whole_tree

LIBRARY = Path(__file__).resolve().parent / "fixtures" / "library"
#: The clock of every test of the library, and the day on which its files were last changed.
TODAY = date(2026, 7, 1)
WRITTEN = "2026-06-01T09:00:00+07:00"
SETTINGS = ("mkdocs.yml", "mkdocs.en.yml")


def library_tree(folder: Path) -> Paths:
    """The tree below ``folder``, under the settings of the project."""
    paths = whole_tree(folder)
    shutil.copytree(LIBRARY, folder, dirs_exist_ok=True)
    return paths


def library_knowledge(folder: Path) -> Knowledge:
    """The knowledge of the tree, written below ``folder``. An error of it is an error of the tests."""
    checked = check(library_tree(folder), TODAY)
    assert checked.knowledge is not None, checked.problems
    return checked.knowledge


def library_project(folder: Path) -> Paths:
    """A whole project in ``folder``: the tree, the real settings and code, and a history of one commit."""
    library_tree(folder)
    for name in SETTINGS:
        shutil.copy(ROOT / name, folder / name)
    try:
        (folder / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    except OSError:  # a system that gives links to nobody
        shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / ".gitignore").write_text("/hooks\n/.cache/\n", encoding="utf-8")
    day = {"GIT_AUTHOR_DATE": WRITTEN, "GIT_COMMITTER_DATE": WRITTEN}
    someone = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "library"]):
        subprocess.run(["git", *someone, *words], cwd=folder, env={**os.environ, **day}, check=True)
    return Paths.of(folder)
