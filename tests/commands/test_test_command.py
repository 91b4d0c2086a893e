"""`kb.py test`: what its steps add up to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from botrian.commands import test as command
from botrian.commands.browser import Browser
from botrian.commands.js_tools import Node, ToolsMissing, install
from botrian.commands.test import Step


def steps(*, lint: bool = True, tests: bool = True) -> list[Step]:
    """Two finished steps: one before pytest, and pytest."""
    return [Step("ruff check", lint, 0.1), Step("pytest", tests, 2.0)]


@pytest.mark.parametrize(
    ("said", "finished", "expected"),
    [
        (["....", "4 passed in 1.00s"], steps(), "4 passed in 9.00s"),
        (["==== 4 passed, 1 skipped in 61.00s (0:01:01) ===="], steps(), "4 passed, 1 skipped in 9.00s"),
        (["1 failed, 3 passed in 1.00s"], steps(tests=False), "1 failed, 3 passed in 9.00s"),
        (["4 passed in 1.00s"], steps(lint=False), "1 failed, 4 passed in 9.00s"),
        (["2 failed, 2 passed in 1.00s"], steps(lint=False, tests=False), "3 failed, 2 passed in 9.00s"),
        (["2 passed, 1 error in 1.00s"], steps(tests=False), "2 passed, 1 error in 9.00s"),
        (["ImportError: conftest"], steps(tests=False), "1 failed in 9.00s"),
        (["no tests ran in 0.01s"], steps(tests=False), "1 failed in 9.00s"),
    ],
)
def test_the_last_line_tells_of_every_step(said: list[str], finished: list[Step], expected: str) -> None:
    """A run whose lint failed must not end with a line that says only `passed`."""
    assert expected == command.last_line(said, finished, 9.0)


def test_the_browsers_path_is_handed_to_the_tests() -> None:
    """Tests find it in BOTRIAN_CHROMIUM; an earlier wish for no browser is dropped."""
    environ = {"BOTRIAN_NO_BROWSER": "1"}

    found = command.browser_for(environ, lambda: Browser(Path("chrome"), "installed"))

    assert found
    assert environ == {"BOTRIAN_CHROMIUM": "chrome"}


def test_a_missing_browser_fails_its_step_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Thai and English say what to do."""
    found = command.browser_for({}, lambda: None)

    told = capsys.readouterr().out
    assert not found
    assert "ไม่มีเบราว์เซอร์" in told
    assert "--no-browser" in told


def test_the_last_line_of_a_run_in_several_processes_is_understood() -> None:
    """With workers pytest prints the times of the rooms before it; its own last line is the same."""
    said = [
        "room             tests   seconds      CPU",
        "thai               355       2.0      1.9",
        "4 passed in 1.00s",
    ]

    assert command.last_line(said, steps(), 9.0) == "4 passed in 9.00s"


@pytest.mark.parametrize("failing", [None, "ruff", "mypy", "biome", "tsc", "--test", "pytest"])
def test_all_steps_run_and_any_failure_fails_the_run(
    failing: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person sees everything that is wrong after one run."""
    ran: list[str] = []

    def tool(module: str, *arguments: str) -> bool:
        ran.append(module)
        return module != failing

    def pytest_step(arguments: list[str], environ: dict[str, str], said: list[str]) -> bool:
        ran.append(" ".join(["pytest", *arguments, environ["BOTRIAN_NO_BROWSER"]]))
        return failing != "pytest"

    def js_tool(node: Node, arguments: tuple[str, ...]) -> bool:
        ran.append(arguments[0].split("/")[-1])
        return failing is None or failing not in arguments[0]

    monkeypatch.setattr(command, "tool", tool)
    monkeypatch.setattr(command, "pytest", pytest_step)
    monkeypatch.setattr(command, "find_node", lambda: Node(Path("node"), Path("npm")))
    monkeypatch.setattr(command, "install", lambda node, root: None)
    monkeypatch.setattr(command, "write_data", lambda root, data: None)
    monkeypatch.setattr(command, "js_tool", js_tool)
    code = command.run(["-k", "slug", "--no-browser"])

    assert ran == ["ruff", "ruff", "mypy", "biome", "biome", "tsc", "--test", "pytest -k slug 1"]
    assert (0 if failing is None else 1) == code
    assert ("FAILED" in capsys.readouterr().out) == (failing is not None)


@pytest.mark.parametrize(("ci", "pages_only"), [("true", ""), ("", "1")])
def test_a_change_of_content_asks_nothing_of_the_code(
    ci: str, pages_only: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only tests of the content run, also where there is no browser; of files of tables CI asks alone."""
    ran: list[str] = []

    def pytest_step(arguments: list[str], environ: dict[str, str], said: list[str]) -> bool:
        ran.append(" ".join([*arguments, environ["BOTRIAN_NO_BROWSER"], environ.get("BOTRIAN_PAGES_ONLY", "")]))
        return True

    def tool(module: str, *arguments: str) -> bool:
        ran.append(module)
        return True

    monkeypatch.setattr(command, "tool", tool)
    monkeypatch.setattr(command, "pytest", pytest_step)
    monkeypatch.setattr(command, "find_browser", lambda: None)
    monkeypatch.setenv("CI", ci)

    assert command.run(["--content", "-x"]) == 0
    assert ran == [f"-x -m content {' '.join(command.CONTENT_TESTS)} 1 {pages_only}"]
    assert "FAILED" not in capsys.readouterr().out


def test_every_file_with_a_test_of_the_content_is_among_those_that_run_for_it() -> None:
    """The mark stands in the file, or on a fixture of its room that the file uses."""
    marked = {
        file.relative_to(command.ROOT).as_posix()
        for file in (command.ROOT / "tests").rglob("test_*.py")
        if re.search(r"mark\.content|\bquestioned\b", file.read_text(encoding="utf-8")) and file != Path(__file__)
    }

    assert marked == set(command.CONTENT_TESTS)


@pytest.mark.parametrize(
    ("arguments", "cores", "expected"),
    [
        ([], 2, ["-n", "2", "--dist", "loadfile"]),
        (["tests/thai"], 64, ["-n", "4", "--dist", "loadfile"]),
        (["-n0"], 2, []),
        (["-n", "8"], 2, []),
        (["--pdb"], 2, []),
    ],
)
def test_tests_run_in_a_process_for_each_core_unless_pytest_is_told_how(
    arguments: list[str], cores: int, expected: list[str]
) -> None:
    assert expected == command.workers(arguments, cores)


@pytest.mark.parametrize(("environ", "expected"), [({}, []), ({"CI": "true"}, [False])])
def test_browser_code_that_cannot_be_checked_is_told_loudly_and_fails_in_ci(
    environ: dict[str, str], expected: list[bool], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without Node, or without a network, still runs every other step."""

    def find_node() -> Node:
        raise ToolsMissing("ไม่มี Node / no Node")

    monkeypatch.setattr(command, "find_node", find_node)
    steps = command.js_steps(environ)

    told = capsys.readouterr().out
    assert [step.succeeded for step in steps] == expected
    assert "ยังไม่ได้ตรวจโค้ดของเบราว์เซอร์" in told
    assert "NOT checked" in told


@dataclass(frozen=True)
class FakeNode(Node):
    """A Node that notes what it is asked to run, and answers with a code."""

    code: int = 0
    ran: list[tuple[str, ...]] = field(default_factory=list)

    def run(self, root: Path, *arguments: str) -> int:
        self.ran.append(arguments)
        (root / "node_modules").mkdir(exist_ok=True)
        return self.code


def test_packages_are_installed_once_for_each_lock_and_never_run_scripts(tmp_path: Path) -> None:
    node = FakeNode(Path("node"), Path("npm-cli.js"))
    counts = []
    for lock in ("one", "one", "two"):
        (tmp_path / "package-lock.json").write_text(lock, encoding="utf-8")
        install(node, tmp_path)
        counts.append(len(node.ran))

    assert counts == [1, 1, 2]
    assert all(arguments[:3] == ("npm-cli.js", "ci", "--ignore-scripts") for arguments in node.ran)


def test_packages_that_do_not_come_are_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "package-lock.json").write_text("lock", encoding="utf-8")
    node = FakeNode(Path("node"), Path("npm"), code=1)
    for _ in range(2):
        with pytest.raises(ToolsMissing, match="npm"):
            install(node, tmp_path)

    assert len(node.ran) == 2
