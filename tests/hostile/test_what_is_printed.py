"""What content says is printed by ``kb.py check``, and neither a terminal nor a workflow of GitHub obeys it.

GitHub takes a line for a command that begins, after blanks, with ``::name``, and ``##[name]`` anywhere in a line.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from botrian.check import Problem
from botrian.check.output import MOST_TOLD, as_github, as_json, as_text
from botrian.commands.line import main
from botrian.records import Text
from tests.check.trees import TODAY, base_tree

COMMANDS = (
    "::error file=README.md::forged",
    "::add-mask::secret",
    "::stop-commands::x",
    "::group::x",
    "##[error]forged",
    "##[add-mask]secret",
    "%0A::error::forged",
)
STEERING = (
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x9b31m",
    "\r",
    "\x08\x08",
    "\u202e",
    "\u2066",
    "\u2028",
    "\U000e0041",
    "\x00",
)
BLANKS = ("", " ", "\t", "\u00a0", "\u3000", "\u2003")
FORMS = ("text", "json", "github")


def obeyed(printed: str) -> list[str]:
    """The lines that a workflow takes for commands, without those that GitHub's own form consists of."""
    found = [line for line in printed.split("\n") if line.lstrip().startswith("::") or "##[" in line]
    ours = re.compile(r"::(error|warning) file=[^:]*,line=\d+,col=\d+,title=[a-z-]+::(?!.*##\[)")
    return [line for line in found if not ours.match(line)]


def steering(printed: str) -> set[str]:
    """The signs that steer a terminal, or turn or hide what follows; line ends are ours."""
    kinds = ("Cc", "Cs", "Zl", "Zp", "Co")
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return {
        sign for sign in printed if unicodedata.category(sign) in kinds or sign in turning or sign > "\U000e0000"
    } - {"\n"}


def printed(problems: Sequence[Problem], form: str, line: str = "") -> str:
    if form == "json":
        return as_json(problems)
    return as_github(problems) if form == "github" else as_text(problems, lambda file, number: line, 1)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_part_of_a_problem_becomes_a_command(form: str, blank: str, command: str) -> None:
    evil = f"x\n{blank}{command}"
    words = Text(th=evil, en=evil)
    problem = Problem("a-code", "error", f"docs/{evil}.md", 3, 7, evil, evil, evil, words, words)

    assert obeyed(printed([problem], form, f"{blank}{command}")) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sign", STEERING, ids=ascii)
def test_no_part_of_a_problem_steers_a_terminal(form: str, sign: str) -> None:
    evil = f"x{sign}y"
    words = Text(th=evil, en=evil)
    problem = Problem("a-code", "error", f"docs/{evil}.md", 3, 7, evil, evil, evil, words, words)

    assert steering(printed([problem], form, evil)) == set()


def test_json_is_the_same_to_programs() -> None:
    words = Text(th="\x9b\u202e\U000e0041##[x]", en="y")
    problem = Problem("a-code", "error", "docs/a.md", 1, 1, "", "\x1b", "", words, words)
    (item,) = json.loads(as_json([problem]))

    assert item["message"]["th"] == words.th
    assert item["got"] == "\x1b"


@pytest.mark.parametrize("form", FORMS)
def test_the_command_itself_prints_none(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Through reading, checking and printing: in a value, a key, a body, a file that does not parse, a file's name."""
    base_tree(tmp_path)
    lesson = tmp_path / "docs/lessons/data-first.md"
    text = lesson.read_text(encoding="utf-8").replace("type: practice", 'type: "x\\n::error file=README.md::a"')
    lesson.write_text(f"{text}\n[::add-mask::b](javascript:x)\n##[error]c <script>\n::error::d [@e\n", encoding="utf-8")
    for name, content in {
        "data/areas.yml": 'areas:\n- "x\\n::error::f\\u009b": 1\n',
        "data/terms.yml": "::error::g: [\n##[error]h\n",
        "docs/guide/##[error]i.md": "::warning::j\n",
        "docs/guide/::error::k.md": "---\n::add-mask::l\n",
        "docs/guide/x\n::error::m.md": "n\x1b[31m",
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")

    code = main(["--root", str(tmp_path), "check", "--format", form], today=TODAY)
    said = capsys.readouterr().out

    assert code == 1
    assert len(said) > 1000
    assert obeyed(said) == []
    assert steering(said) == set()


@pytest.mark.parametrize("form", ["text", "github"])
def test_of_very_many_problems_the_first_are_told_and_the_others_counted(form: str) -> None:
    words = Text(th="ก", en="a")
    problems = [
        Problem("a-code", "error", f"docs/{n}.md", 1, 1, "", "", "", words, words) for n in range(MOST_TOLD + 7)
    ]
    said = printed(problems, form)

    assert "docs/299.md" in said
    assert "docs/300.md" not in said
    assert "และอีก 7 จุด" in said
    assert "and 7 more" in said
