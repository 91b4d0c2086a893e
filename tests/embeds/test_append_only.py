"""What was frozen stays as it is in every proposal: only new copies come, and withdrawn ones go with a note."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from botrian.embeds import without_copies
from tests.kinds.whole_tree import ROOT

SCRIPT = ROOT / "scripts" / "append_only.py"
FROZEN = ROOT / "data" / "frozen"
COPIES = sorted(file.relative_to(ROOT).as_posix() for file in FROZEN.glob("*/*.json"))
ENTRY = f"- table: two-steps\n  date: 2026-12-01 CE\n  edition: 0123456789\n  sha256: {'ab' * 32}\n"


@pytest.fixture
def after(tmp_path: Path) -> Path:
    """A proposal that touches nothing."""
    shutil.copytree(FROZEN, tmp_path / "data" / "frozen")
    return tmp_path


def judged(after: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(ROOT), str(after)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def log_of(tree: Path) -> Path:
    return tree / "data" / "frozen" / "log.yml"


def test_there_are_copies_to_hold() -> None:
    assert len(COPIES) >= 2


def test_the_same_copies_and_new_ones_behind_them_pass(after: Path) -> None:
    assert judged(after) == (0, "")

    (after / "data" / "frozen" / "two-steps").mkdir()
    (after / "data" / "frozen" / "two-steps" / "abababababab.json").write_text("{}", encoding="utf-8")
    log = log_of(after)
    log.write_text(log.read_text("utf-8") + ENTRY, encoding="utf-8", newline="\n")

    assert judged(after) == (0, "")


def test_a_copy_that_is_changed_by_one_letter_is_told(after: Path) -> None:
    file = after / COPIES[0]
    file.write_bytes(file.read_bytes() + b"\n")

    code, said = judged(after)
    assert code == 1
    assert COPIES[0] in said
    assert "was changed" in said


@pytest.mark.parametrize("how", ["deleted", "a link"])
def test_a_copy_that_is_gone_is_told(after: Path, how: str) -> None:
    file = after / COPIES[0]
    file.unlink()
    if how == "a link":
        file.symlink_to(ROOT / COPIES[0])

    code, said = judged(after)
    assert code == 1
    assert "is gone" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 2026-11-21 CE", "date: 2026-11-22 CE"),
        ("- table: ways-into-state-plans", "- table: way-into-state-plans"),
        ("  sha256: fd9d", "  sha256: fd9e"),
    ],
)
def test_an_entry_of_the_log_that_is_changed_is_told(after: Path, old: str, new: str) -> None:
    log = log_of(after)
    log.write_text(log.read_text("utf-8").replace(old, new, 1), encoding="utf-8", newline="\n")

    assert judged(after)[0] == 1


def test_an_entry_that_stands_before_the_old_ones_is_told(after: Path) -> None:
    log = log_of(after)
    log.write_text(log.read_text("utf-8").replace("copies:\n", f"copies:\n{ENTRY}"), encoding="utf-8", newline="\n")

    assert judged(after)[0] == 1


def test_a_copy_may_go_where_the_log_says_that_it_was_withdrawn(after: Path) -> None:
    log = log_of(after)
    text = without_copies(log.read_text("utf-8"), [COPIES[0]], date(2026, 12, 1))
    log.write_text(text, encoding="utf-8", newline="\n")
    (after / COPIES[0]).unlink()

    assert judged(after) == (0, "")

    (after / COPIES[1]).unlink()
    assert judged(after)[0] == 1


def test_nothing_of_the_proposal_is_printed(after: Path) -> None:
    log = log_of(after)
    log.write_text("copies:\n- table: ::add-mask::x\n", encoding="utf-8", newline="\n")

    assert "add-mask" not in judged(after)[1]
