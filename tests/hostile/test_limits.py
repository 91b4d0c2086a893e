"""No content keeps the checker busy, fills the machine or ends it: what is too much is told, with where and how much.

``BOTRIAN_TREE_MB=10`` tries the trees in the size that is promised; without it they are a tenth of that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from botrian.check.limits import Work
from botrian.read import limits, read_yaml
from tests.check.trees import BASE, checked_with, codes
from tests.hostile.pace import slowness
from tests.hostile.trees import TREES, write_tree

ROOT = Path(__file__).resolve().parents[2]
MEGABYTES = float(os.environ.get("BOTRIAN_TREE_MB", "1"))
#: What is promised for a tree of 10 MB: CPU seconds and bytes. Starting Python takes its part of both.
SECONDS = int((12 + 4.8 * MEGABYTES) * slowness())
BYTES = 1_000_000_000
#: Reads the names of trees, checks each in a process of its own within the limits, and writes how that ended. Starting
#: Python for each would take longer than most of the checks.
RUN = """
import json, os, resource, sys
import botrian.commands.check
from botrian.commands.line import main

def checked(folder, most):
    with open(f"{folder}/out", "w") as out, open(f"{folder}/err", "w") as err:
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    sys.exit(main(["--root", f"{folder}/tree", "check"]))

for line in sys.stdin:
    if child := os.fork():
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    else:
        checked(*json.loads(line))
""".replace("SECONDS", str(SECONDS))
#: A folder and how many bytes may be taken enter; the exit code of checking its ``tree`` leaves.
Checker = Callable[[Path, int], int]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory and CPU time of a program")


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    """Checks trees within the limits; what was said is in the files ``out`` and ``err`` beside the tree."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", RUN], env=environment, text=True, stdin=pipe, stdout=pipe) as process:
        assert process.stdin and process.stdout
        to, back = process.stdin, process.stdout

        def check(folder: Path, most: int) -> int:
            to.write(f"{json.dumps([str(folder), most])}\n")
            to.flush()
            return int(back.readline())

        yield check
        to.close()


@on_linux
@pytest.mark.parametrize("name", TREES)
def test_a_tree_is_checked_in_bounded_time_and_memory(name: str, checker: Checker, tmp_path: Path) -> None:
    write_tree(tmp_path / "tree", name, int(MEGABYTES * 1_000_000))
    ended = checker(tmp_path, BYTES)
    said = (tmp_path / "err").read_text(encoding="utf-8")

    assert "Traceback" not in said, said[-2000:]
    assert ended in (0, 1), f"ended by {ended}: more than {SECONDS} s or {BYTES:,} bytes"
    assert "checked)" in (tmp_path / "out").read_text(encoding="utf-8")


@on_linux
def test_a_tree_that_takes_more_memory_would_be_seen(checker: Checker, tmp_path: Path) -> None:
    write_tree(tmp_path / "tree", "broken lessons", 10_000)
    ended = checker(tmp_path, 1_000_000)

    # Whatever asks first for memory that there is not ends with its own error: the test above takes none.
    assert ended not in (0, 1) or "Traceback" in (tmp_path / "err").read_text(encoding="utf-8")


def tree_with(tmp_path: Path, name: str, text: str) -> list[str]:
    return codes(checked_with(tmp_path, {name: text}))


def test_brackets_in_a_quoted_text_are_letters() -> None:
    root, findings = read_yaml(f'a: "{"[" * 500}"\n', "data/areas.yml")

    assert root is not None
    assert findings == ()


def test_a_number_of_very_many_digits_is_told(tmp_path: Path) -> None:
    """Python refuses to read more than 4,300 digits, with an exception."""
    facts = (BASE / "data/facts/krabi.yml").read_text(encoding="utf-8")
    digits = "9" * 4_999

    assert tree_with(tmp_path / "a", "data/facts/krabi.yml", facts.replace("61", digits)) == ["number-form"]
    assert tree_with(tmp_path / "b", "data/facts/krabi.yml", facts.replace("[10,", f"[{digits},")) == ["lines-form"]
    body = (BASE / "docs/guide/how-to.md").read_text(encoding="utf-8") + f"\n[@krabi-book L{digits}]\n"
    assert len(tree_with(tmp_path / "c", "docs/guide/how-to.md", body)) == 1


def test_more_keys_than_a_record_has_are_told_once_and_looked_at_no_further(tmp_path: Path) -> None:
    many = "".join(f"    k{number}: x\n" for number in range(limits.KEYS * 3))
    text = (BASE / "data/areas.yml").read_text(encoding="utf-8") + many
    found = tree_with(tmp_path, "data/areas.yml", text)

    assert found.count("too-many") == 1
    assert found.count("field-unknown") < limits.KEYS


def test_very_many_errors_of_a_file_are_counted(tmp_path: Path) -> None:
    text = "terms:\n" + "- id: X\n" * (limits.FAULTS + 50)
    checked = checked_with(tmp_path, {"data/terms.yml": text})
    of_file = [problem for problem in checked.problems if problem.file == "data/terms.yml"]

    assert len(of_file) == limits.FAULTS + 1
    assert checked.knowledge is None
    (more,) = (problem for problem in of_file if problem.code == "too-many")
    assert "200" in more.message.en and more.got.replace(",", "").isdigit()


def test_very_many_pages_at_their_limits_are_not_all_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What honest pages take is far below: a page of the guide is one too much only behind such pages."""
    monkeypatch.setattr(Work, "ALLOWED", 200_000)
    page = "---\ntitle: {th: ก, en: a}\n---\n" + "[" * 1_400
    name = "docs/guide/n-NUMBER.md"
    files = {name.replace("NUMBER", str(number)): page for number in range(8)}
    found = [problem for problem in checked_with(tmp_path, files).problems if problem.code == "too-many"]

    told = [problem.file for problem in found]
    assert 3 <= len(told) < 8
    assert told == sorted(files)[-len(told) :]
    honest = {f"docs/guide/h-{number}.md": page.replace("[", "ข้อความธรรมดา ") for number in range(60)}
    assert [one for one in checked_with(tmp_path / "b", honest).problems if one.code == "too-many"] == []


def test_a_folder_of_too_many_files_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILES", 30)
    found = tree_with(tmp_path, "docs/guide/new.md", "---\ntitle: {th: ก, en: a}\n---\n")
    for number in range(40):
        (tmp_path / f"docs/guide/n-{number}.md").write_text("---\ntitle: {th: ก, en: a}\n---\n", encoding="utf-8")
    again = tree_with(tmp_path, "docs/guide/new.md", "---\ntitle: {th: ก, en: a}\n---\n")

    assert "too-many" not in found
    assert again.count("too-many") == 1
