"""What a command says when the disk refuses something or a person stops it, and how it ends."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from botrian.commands import check, line
from botrian.commands.refused import words_of


@pytest.mark.parametrize(
    ("number", "thai", "english"),
    [
        (errno.ENOSPC, "ดิสก์เต็ม", "disk is full"),
        (errno.EROFS, "อ่านได้อย่างเดียว", "only be read"),
        (errno.EACCES, "ไม่อนุญาต", "may not be used"),
        (errno.EPERM, "ไม่อนุญาต", "may not be used"),
    ],
)
def test_a_refusal_of_the_disk_is_a_sentence_with_its_file_and_an_exit_code(
    number: int, thai: str, english: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> int:
        raise OSError(number, os.strerror(number), "/งาน ของเรา/site")

    monkeypatch.setattr(check, "run", refused)

    assert line.main(["check"]) == line.REFUSED
    said = capsys.readouterr().err
    assert said.index(thai) < said.index("Cannot go on") < said.index(english)
    assert said.count("/งาน ของเรา/site") == 2


def test_another_error_of_the_system_is_a_fault_of_ours_and_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> int:
        raise FileNotFoundError(errno.ENOENT, "gone", "x")

    monkeypatch.setattr(check, "run", missing)

    assert words_of(FileNotFoundError(errno.ENOENT, "gone", "x")) is None
    with pytest.raises(FileNotFoundError):
        line.main(["check"])


def test_ctrl_c_ends_a_command_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)

    assert line.main(["check"]) == line.INTERRUPTED
    assert "Stopped" in capsys.readouterr().err


def test_a_command_whose_words_nobody_reads_ends_as_shells_count_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*_: object) -> int:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    kept = os.dup(1)
    monkeypatch.setattr(check, "run", told)
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    try:
        assert line.main(["check"]) == line.UNREAD
    finally:
        os.dup2(kept, 1)
