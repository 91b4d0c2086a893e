"""Do the tests notice when the code is wrong? Break it on purpose, one place at a time, and see: tests/mutations.yml.

For maintainers; a command, no part of the tests. Each mutation is put into a copy of the project, the tests of its room
run until the first that fails, and a table says which mutations were killed, and by which test. One that survived is a
test that is missing, or a change that nobody could notice: then take another.

    .venv/bin/python scripts/mutations.py            all of them, room by room
    .venv/bin/python scripts/mutations.py thai read  those of some rooms
    … --jobs 2                                       two at a time, each in a copy of its own

Leaves 0 where nine of ten are killed, 1 where fewer are, 2 where a mutation does not apply or a test fails on the code
as it is.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "mutations.yml"
ENOUGH = 0.9
#: Tests that take longer have noticed something.
SECONDS = 3600
#: What tests ask for when they take long: they come after all others of a room.
DEAR = {"browser", "chromium_path", "library_site", "served_library", "hostile_site", "harmless_site"}
#: Names the file into which the run of tests writes what failed first.
TOLD = "BOTRIAN_NOTICED"


class DoesNotApply(ValueError):
    """The old text of a mutation does not stand in its file exactly once."""


@dataclass(frozen=True)
class Mutation:
    """One wrong line: in which file what becomes what, which room's tests should see it, what it would do to people."""

    file: str
    old: str
    new: str
    room: str
    harm: str
    tests: tuple[str, ...]

    def put_into(self, text: str) -> str:
        """The file's text with the wrong line. Raises DoesNotApply."""
        if text.count(self.old) != 1:
            raise DoesNotApply(f"{self.file}: stands {text.count(self.old)} times, not once: {self.old!r}")
        return text.replace(self.old, self.new)


def mutations(file: Path = LIST) -> tuple[Mutation, ...]:
    """The list, in its order: ``tests`` are those named by the mutation, by its room, or the room's whole folder."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    tests = {room: tuple(names) for room, names in raw["tests"].items()}
    return tuple(
        Mutation(
            one["file"],
            one["old"],
            one["new"],
            one["room"],
            one["harm"],
            tuple(one.get("tests", tests.get(one["room"], (f"tests/{one['room']}",)))),
        )
        for one in raw["mutations"]
    )


def copied(folder: Path) -> None:
    """A copy of everything that git knows or would take, as it lies here now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode("utf-8").split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    # Some tests ask git what it leaves out.
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)


@dataclass(frozen=True)
class Tried:
    """What became of a mutation: the test that noticed it, or None; how long that took."""

    mutation: Mutation
    noticed: str | None
    seconds: float

    def line(self) -> str:
        """A line of the table."""
        state = "killed" if self.noticed else "SURVIVED"
        of_it = self.mutation
        by = f"  by {self.noticed}" if self.noticed else ""
        return f"{state:<9} {self.seconds:6.1f} s  {of_it.room:<10} {of_it.harm}  [{of_it.file}]{by}"


def tried(mutation: Mutation, project: Path) -> Tried:
    """Try a mutation in this copy of the project; the copy is whole again afterwards."""
    file = project / mutation.file
    text = file.read_text(encoding="utf-8")
    start = time.monotonic()
    put(file, mutation.put_into(text))
    try:
        noticed = first_failed(mutation.tests, project)
    finally:
        put(file, text)
    return Tried(mutation, noticed, time.monotonic() - start)


def put(file: Path, text: str) -> None:
    """Write a file of a copy. Byte code is told by size and second: each writing has a second of its own."""
    second = int(file.stat().st_mtime) + 1
    file.write_text(text, encoding="utf-8", newline="")
    os.utime(file, (second, second))


def first_failed(tests: Iterable[str], project: Path) -> str | None:
    """The first of some tests of this copy that fails, or the file that cannot be collected; None where all pass."""
    environ = {**os.environ, "PYTHONUTF8": "1"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    environ["PYTHONPATH"] = os.pathsep.join([str(project / "hooks"), str(project / "scripts")])
    told = project / ".noticed"
    told.write_text("", encoding="utf-8")
    words = ["-x", "-q", "-p", "no:cacheprovider", "-p", "mutations", "-m", "not site", *tests]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            cwd=project,
            env={**environ, TOLD: str(told)},
            capture_output=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return "took too long"
    if done.returncode == 0:
        return None
    return told.read_text(encoding="utf-8") or f"pytest ended with {done.returncode}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """For pytest, whose plugin this file is: what needs a browser or a built site comes last."""
    items.sort(key=lambda item: not DEAR.isdisjoint(getattr(item, "fixturenames", ())))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """The same: a test that fails is told."""
    _tell(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """The same: so is a file that cannot be collected."""
    _tell(report)


def _tell(report: pytest.TestReport | pytest.CollectReport) -> None:
    told = Path(os.environ[TOLD])
    if report.failed and not told.read_text(encoding="utf-8"):
        told.write_text(report.nodeid, encoding="utf-8")


def main(words: list[str]) -> int:
    """Try the mutations of these rooms, or all; print a line for each and the sum."""
    parser = argparse.ArgumentParser(description="break the code on purpose, and see whether the tests notice")
    parser.add_argument("rooms", nargs="*", metavar="ROOM")
    parser.add_argument("--jobs", type=int, default=1, help="so many mutations at a time")
    asked = parser.parse_args(words)
    chosen = [one for one in mutations() if not asked.rooms or one.room in asked.rooms]
    with ExitStack() as stack:
        # Compiling everything anew takes longer than most rooms' tests: byte code is kept, beside the copies.
        os.environ["PYTHONPYCACHEPREFIX"] = stack.enter_context(tempfile.TemporaryDirectory())
        projects = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(max(asked.jobs, 1))]
        for project in projects:
            copied(project)
        if wrong := [said for one in chosen if (said := does_not_apply(one, projects[0]))]:
            print("\n".join(wrong), file=sys.stderr)
            return 2
        found = try_all(chosen, projects)
        wrong = failing_anyway(found, projects[0])
    killed = sum(one.noticed is not None for one in found)
    print(f"{killed} of {len(found)} killed", *wrong, sep="\n")
    return 2 if wrong else 0 if killed >= ENOUGH * len(found) else 1


def does_not_apply(one: Mutation, project: Path) -> str:
    """Why a mutation cannot be made; empty where it can."""
    try:
        one.put_into((project / one.file).read_text(encoding="utf-8"))
    except (DoesNotApply, OSError) as error:
        return str(error)
    return ""


def try_all(chosen: Iterable[Mutation], projects: list[Path]) -> list[Tried]:
    """Try the mutations, as many at a time as there are copies, and print the line of each as soon as it is known."""
    free: SimpleQueue[Path] = SimpleQueue()
    for project in projects:
        free.put(project)

    def one_tried(one: Mutation) -> Tried:
        project = free.get()
        try:
            found = tried(one, project)
        finally:
            free.put(project)
        print(found.line(), flush=True)
        return found

    with ThreadPoolExecutor(len(projects)) as pool:
        return list(pool.map(one_tried, chosen))


def failing_anyway(found: Iterable[Tried], project: Path) -> list[str]:
    """The tests that noticed something and fail on the code as it is, too: they make the table worthless."""
    noticed = list(dict.fromkeys(one.noticed for one in found if one.noticed and one.noticed.startswith("tests/")))
    failed = first_failed(noticed, project) if noticed else None
    return [f"this test fails on the code as it is: {failed}"] if failed else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
