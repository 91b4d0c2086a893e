"""scripts/kb.py before any environment exists: help, an old Python, which requirements a command needs."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kb
from botrian.commands.line import COMMANDS
from botrian.exports import FORMATS

ROOT = Path(__file__).resolve().parents[2]
SPACED_THAI = "คลังบทเรียน ของเรา"


def run_kb(script: Path, *arguments: str, cwd: Path, venv: Path) -> subprocess.CompletedProcess[str]:
    """Run kb.py as a person would, with its environment at `venv`."""
    environ = {**os.environ, "BOTRIAN_VENV": str(venv), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, str(script), *arguments], cwd=cwd, env=environ, capture_output=True, encoding="utf-8"
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of scripts/ and requirements/ in a folder whose name has Thai letters and a space."""
    copy = tmp_path / SPACED_THAI
    for folder in ("scripts", "requirements"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["help"]])
def test_help_needs_no_environment(arguments: list[str], tmp_path: Path) -> None:
    """Help comes at once, in Thai and English, from any folder, and makes nothing."""
    venv = tmp_path / "venv"

    shown = run_kb(ROOT / "scripts" / "kb.py", *arguments, cwd=tmp_path, venv=venv)

    assert (shown.returncode, shown.stderr) == (0, "")
    assert "ตรวจข้อมูล" in shown.stdout
    assert "every problem in the content" in shown.stdout
    assert not venv.exists()


@pytest.mark.parametrize("command", [*COMMANDS, "test"])
def test_help_names_every_command_twice(command: str) -> None:
    """Each command stands in the Thai list and in the English list."""
    lines = (ROOT / "scripts" / "help.txt").read_text(encoding="utf-8").splitlines()

    assert sum(line.startswith(f"  {command} ") for line in lines) == 2


def test_an_old_python_is_told_its_version_and_what_to_do() -> None:
    """Thai comes before English, and both name the version that was found."""
    message = kb.old_python_message((3, 9, 6))

    assert message is not None
    thai, english = message.split("\n\n")
    assert "พบรุ่น 3.9.6" in thai
    assert "found 3.9.6, needed 3.11" in english
    assert "python.org" in thai
    assert "python.org" in english


def test_an_old_python_is_told_of_a_newer_one_beside_it() -> None:
    """Where the machine has a newer Python, the message is the very line to type."""
    message = kb.old_python_message((3, 9, 6), newer="python3.12")

    assert message is not None
    assert message.count("python3.12 scripts/kb.py") == 2


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_a_new_python_is_not_refused(version: tuple[int, ...]) -> None:
    """3.11 and everything after it is fine."""
    assert kb.old_python_message(version) is None


def test_kb_parses_on_python_3_6() -> None:
    """An old Python must get as far as the message, so the file keeps to old syntax and old imports."""
    tree = ast.parse((ROOT / "scripts" / "kb.py").read_text(encoding="utf-8"), feature_version=(3, 6))

    futures = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    subscripted = [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for annotation in [function.returns, *(argument.annotation for argument in function.args.args)]
        if annotation is not None
        for node in ast.walk(annotation)
        if isinstance(node, ast.Subscript | ast.BinOp)
    ]
    assert futures == []
    assert subscripted == []


@pytest.mark.parametrize(
    ("arguments", "locked_set"),
    [
        (["test"], "test"),
        (["--data", "x", "test", "-k", "slug"], "test"),
        (["--data=x", "--docs", "y", "test"], "test"),
        (["bench", "1000"], "test"),
        (["check", "test"], "build"),
        (["--data", "test", "check"], "build"),
        (["build"], "build"),
        (["--version"], "build"),
        (["build", "--executor", "local:4"], "build"),
        (["build", "--executor", "dask://10.0.0.5:8786"], "cluster"),
        (["build", "--executor=dask://10.0.0.5:8786", "--anew"], "cluster"),
        (["build", "--store", "s3://bucket/kept"], "cluster"),
        (["build", "--site", "dask://x"], "build"),
        (["--data", "x", "worker", "--scheduler"], "cluster"),
    ],
)
def test_only_a_command_that_needs_more_installs_more(arguments: list[str], locked_set: str) -> None:
    """The word `test` as a path or an option's value does not count."""
    assert locked_set == kb.locked_set_for(arguments)


def test_the_child_gets_our_code_and_utf8_and_keeps_the_rest(tmp_path: Path) -> None:
    """Another Python's PYTHONPATH and PYTHONHOME would mix its modules in; the hash seed stays as it was."""
    given = {"PYTHONPATH": "/other", "PYTHONHOME": "/other", "PYTHONHASHSEED": "7"}

    environ = kb.child_environ(given, tmp_path)

    assert {"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1", "PYTHONHASHSEED": "7"} == environ


def test_compiled_code_that_may_not_lie_beside_the_code_lies_in_the_environment(tmp_path: Path) -> None:
    """Without any, each process compiles all of it again; a folder that somebody chose stays chosen."""
    chosen = {kb.BYTECODE_FOLDER: "/chosen"}

    assert kb.child_environ({kb.NO_BYTECODE: "1"}, tmp_path).items() >= {
        (kb.BYTECODE_FOLDER, str(tmp_path / "botrian-bytecode"))
    }
    assert kb.NO_BYTECODE not in kb.child_environ({kb.NO_BYTECODE: "1"}, tmp_path)
    assert kb.child_environ({kb.NO_BYTECODE: "1", **chosen}, tmp_path).items() >= chosen.items()
    assert kb.BYTECODE_FOLDER not in kb.child_environ({}, tmp_path)


def test_arguments_input_output_and_exit_code_pass_through(project: Path, tmp_path: Path) -> None:
    """From a folder with Thai letters and a space, called from elsewhere, nothing is lost on the way."""
    commands = project / "hooks" / "botrian" / "commands"
    commands.mkdir(parents=True)
    (commands / "__main__.py").write_text(
        "import sys\nprint(sys.argv[1:], sys.stdin.read(), sys.path[0])\nsys.exit(7)\n", encoding="utf-8"
    )
    (tmp_path / "yaml.py").write_text("raise SystemExit('a stray module was imported')", encoding="utf-8")
    caller = (
        "import sys; sys.path.insert(0, sys.argv[1]); import kb; from pathlib import Path;"
        "sys.exit(kb.hand_over(Path(sys.executable), sys.argv[2:]))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", caller, str(project / "scripts"), "check", "ก ข"],
        input="เข้า",
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )

    assert f"['check', 'ก ข'] เข้า {project / 'hooks'}\n" == ended.stdout
    assert ended.returncode == 7


def test_a_folder_that_is_not_ours_is_refused_in_words(project: Path, tmp_path: Path) -> None:
    """BOTRIAN_VENV on a folder with other things in it: exit 3, Thai first, nothing touched, no traceback."""
    letters = tmp_path / "จดหมาย"
    letters.mkdir()
    (letters / "ถึงนายก.txt").write_text("สำคัญ", encoding="utf-8")

    refused = run_kb(project / "scripts" / "kb.py", "check", cwd=tmp_path, venv=letters)

    assert refused.returncode == 3
    assert "Traceback" not in refused.stderr
    assert refused.stderr.index("ทำต่อไม่ได้") < refused.stderr.index("Cannot go on")
    assert [entry.name for entry in letters.iterdir()] == ["ถึงนายก.txt"]


def test_the_help_names_every_format_of_a_table_in_both_languages() -> None:
    """A format that help does not tell of is found by nobody."""
    lines = (ROOT / "scripts" / "help.txt").read_text(encoding="utf-8").splitlines()
    told = [re.findall(r"[a-z]+", line.partition("(")[2]) for line in lines if "--format" in line and "xlsx" in line]

    assert [set(formats) for formats in told] == [set(FORMATS)] * 2
