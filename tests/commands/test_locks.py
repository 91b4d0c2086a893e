"""The lock files: complete, hashed, and the same on every machine."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[\w,]+\])?==(\S+)(.*(?:\n    --hash.*)*)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """Package name in small letters -> version, as the file pins them."""
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    return {match[1].lower().replace("_", "-"): match[2] for match in PIN.finditer(text)}


@pytest.mark.parametrize("locked_set", ["build", "test"])
def test_what_a_person_asked_for_is_what_is_locked(locked_set: str) -> None:
    """A .in file that was changed without running scripts/lock.py is found here."""
    asked = pins(f"{locked_set}.in")

    assert asked.items() <= pins(f"{locked_set}.txt").items()


@pytest.mark.parametrize("locked_set", ["build", "test"])
def test_every_requirement_is_asked_for_with_one_exact_version(locked_set: str) -> None:
    """A range would make two machines differ after the next lock."""
    lines = (REQUIREMENTS / f"{locked_set}.in").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line and not line.startswith(("#", "-r"))]

    assert len(pins(f"{locked_set}.in")) == len(asked)


def test_the_test_set_holds_the_whole_build_set() -> None:
    """scripts/environment.py counts on it: an environment with the test set also serves a build."""
    assert pins("build.txt").items() <= pins("test.txt").items()


@pytest.mark.parametrize("locked_set", ["build", "test"])
def test_every_locked_package_has_hashes(locked_set: str) -> None:
    """A package without a hash could be swapped on its way."""
    text = (REQUIREMENTS / f"{locked_set}.txt").read_text(encoding="utf-8")
    bare = [match[1] for match in PIN.finditer(text) if "--hash=sha256:" not in match[3]]

    assert bare == []


@pytest.mark.parametrize("locked_set", ["build", "test"])
def test_a_lock_file_names_no_machine(locked_set: str) -> None:
    """No index, no folder of the machine where it was made; made for every system at once."""
    text = (REQUIREMENTS / f"{locked_set}.txt").read_text(encoding="utf-8")

    assert re.findall(r"^.*(?:index-url|find-links|file:|https?:|\s/\w).*$", text, re.MULTILINE) == []
    assert "--universal" in text.splitlines()[1]


def test_every_package_of_npm_is_locked_with_its_hash_and_names_no_machine() -> None:
    """``kb.py test`` installs the tools for the browser code from this file alone."""
    root = REQUIREMENTS.parent
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = {name: one for name, one in lock["packages"].items() if name}

    assert [name for name, one in packages.items() if not one["integrity"].startswith("sha512-")] == []
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert [one["resolved"] for one in packages.values() if "resolved" in one] == []
