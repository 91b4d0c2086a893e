"""Content trees for tests of the checking room: the small valid base tree with other files laid over it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from botrian.check import Checked, check
from botrian.read import Paths

HERE = Path(__file__).resolve().parent
BASE = HERE / "base"
GOLDEN = HERE / "golden"
TODAY = date(2026, 7, 1)
#: Names in a golden folder that are about the case and no part of its content tree.
ABOUT = ("expected.json", "make.yml")


def base_tree(folder: Path) -> Paths:
    """A copy of the base tree in ``folder``."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    return Paths.of(folder)


def golden_tree(case: Path, folder: Path) -> Paths:
    """The base tree with the files of one golden case over it, and those that its ``make.yml`` tells how to make."""
    paths = base_tree(folder)
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*ABOUT))
    making = case / "make.yml"
    for name, how in (yaml.safe_load(making.read_text(encoding="utf-8")) if making.exists() else {}).items():
        _make(folder / name, how)
    return paths


def checked_with(folder: Path, files: dict[str, str]) -> Checked:
    """The base tree with these texts written into it, checked."""
    paths = base_tree(folder)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return check(paths, TODAY)


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """One file of the base tree with a part of its text replaced."""
    text = (BASE / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return {name: text.replace(old, new)}


def codes(checked: Checked) -> list[str]:
    """The codes of all problems, in their order."""
    return [problem.code for problem in checked.problems]


def _make(file: Path, how: dict[str, Any]) -> None:
    """A file that cannot lie in the repository as it is: other bytes, a link, a size."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    if "link" in how:
        file.symlink_to(how["link"])
    elif "hex" in how:
        file.write_bytes(bytes.fromhex(how["hex"]))
    else:
        text = how.get("before", "") + str(how["text"]) * int(how.get("times", 1)) + how.get("after", "")
        file.write_bytes(text.encode(how.get("encoding", "utf-8")))
