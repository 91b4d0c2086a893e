"""What is done to the content is seen, what an editor keeps for itself is not; a taken port is told."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import watchfiles

from botrian.read import Paths
from botrian.site.serve import PortTaken, web_server
from botrian.site.watching import watch

ROOT = Path(__file__).resolve().parents[2]
LONG = 20  # seconds: only a failing test waits so long
QUIET = 1.5  # seconds in which a change would be told for certain


class Watched:
    """A small content tree with a watcher on it that counts its calls."""

    def __init__(self, root: Path) -> None:
        self.paths = Paths(root, root / "data", root / "docs")
        self.lesson = self.paths.docs / "lessons" / "a.md"
        self.calls = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=watch, args=(self.paths, self._count, self.ended), daemon=True)

    def _count(self) -> None:
        self.calls += 1

    def seen(self, do: Callable[[], object], within: float = LONG) -> bool:
        """Whether the watcher calls after this was done; calls of what went before are waited for first."""
        before = self.calls
        do()
        end = time.monotonic() + within
        while self.calls == before and time.monotonic() < end:
            time.sleep(0.02)
        told = self.calls > before
        self.settle()
        return told

    def seen_at_last(self, do: Callable[[], object]) -> bool:
        """Whether the watcher calls when this is done again and again: for while it is not known to watch yet."""
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            if self.seen(do, within=0.6):
                return True
        return False

    def settle(self) -> None:
        """Wait until no call has come for longer than changes are gathered."""
        calls = -1
        while calls != self.calls:
            calls = self.calls
            time.sleep(0.5)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A tree in a hidden folder with Thai letters and a blank in its name."""
    root = tmp_path / ".คลัง หนึ่ง"
    for folder in ("data/facts", "docs/lessons"):
        (root / folder).mkdir(parents=True)
    tree = Watched(root)
    tree.lesson.write_text("ก", encoding="utf-8")
    tree.thread.start()
    probe = tree.paths.data / "probe.yml"
    assert tree.seen_at_last(lambda: probe.write_text(str(time.monotonic()), encoding="utf-8"))
    yield tree
    tree.ended.set()
    tree.thread.join(LONG)
    assert not tree.thread.is_alive()


def test_writing_renaming_and_removing_are_seen(watched: Watched) -> None:
    lesson, other = watched.lesson, watched.lesson.with_name("b.md")

    assert watched.seen(lambda: lesson.write_text("ข", encoding="utf-8"))
    assert watched.seen(lambda: lesson.rename(other))
    assert watched.seen(other.unlink)
    assert watched.seen(lambda: (watched.paths.docs / "cases" / "krabi").mkdir(parents=True))
    assert watched.seen(lambda: (watched.paths.docs / "cases" / "krabi" / "c.md").write_text("ค", encoding="utf-8"))


def test_an_older_file_put_back_is_seen(watched: Watched, tmp_path: Path) -> None:
    """The number of files and the newest time are the same before and after."""
    kept = tmp_path / "kept.md"
    kept.write_text("เก่า", encoding="utf-8")
    os.utime(kept, (10**9, 10**9))

    def replace() -> None:
        watched.lesson.unlink()
        shutil.copy2(kept, watched.lesson)

    assert watched.seen(replace)


def test_an_editor_that_saves_by_renaming_is_seen(watched: Watched) -> None:
    hidden = watched.lesson.with_name("a.md.tmp")

    assert not watched.seen(lambda: hidden.write_text("ข", encoding="utf-8"), within=QUIET)
    assert watched.seen(lambda: hidden.replace(watched.lesson))


def test_what_editors_and_desktops_keep_for_themselves_is_passed_over(watched: Watched) -> None:
    beside = watched.lesson.parent

    def litter() -> None:
        (beside / ".#a.md").symlink_to("somebody@machine.1234:5678")
        (beside / ".git").mkdir()
        (beside / ".git" / "index.md").touch()
        names = (
            "a.md~",
            ".a.md.swp",
            "#a.md#",
            "~$a.docx",
            ".~lock.a.md#",
            "4913",
            "Thumbs.db",
            "desktop.ini",
            ".DS_Store",
        )
        for name in (*names, "a.md___jb_tmp___"):
            (beside / name).write_bytes(b"\x00")

    assert not watched.seen(litter, within=QUIET)
    assert watched.seen(lambda: watched.lesson.write_text("ข", encoding="utf-8"))


def test_a_folder_that_is_taken_away_is_watched_again_when_it_is_back(watched: Watched) -> None:
    """As a change of branch may do it."""
    assert watched.seen(lambda: shutil.rmtree(watched.paths.docs))

    def put_back() -> None:
        watched.lesson.parent.mkdir(parents=True, exist_ok=True)
        watched.lesson.write_text(str(time.monotonic()), encoding="utf-8")

    assert watched.seen_at_last(put_back)
    assert watched.seen(watched.lesson.unlink)


def test_a_system_that_gives_no_watch_is_looked_at_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    real = watchfiles.watch

    def no_watches_left(*folders: Path, **options: object) -> Iterator[object]:
        asked.append(options["force_polling"])
        if not options["force_polling"]:
            raise OSError("OS file watch limit reached")
        return real(*folders, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watchfiles, "watch", no_watches_left)
    tree = Watched(tmp_path)
    for folder in (tree.paths.data, tree.lesson.parent):
        folder.mkdir(parents=True)
    tree.thread.start()
    found = tree.seen_at_last(lambda: tree.lesson.write_text(str(time.monotonic()), encoding="utf-8"))
    tree.ended.set()
    tree.thread.join(LONG)

    assert found
    assert asked == [None, True]


def test_a_taken_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    """In words and with an exit code; the folders named do not even exist, so nothing can have been read."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-P", "-m", "botrian.commands", "--data", str(tmp_path / "no"), "serve"]
        told = subprocess.run(
            [*command, "--port", str(port)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    assert told.returncode == 1
    assert told.stdout == ""
    assert "Traceback" not in told.stderr
    assert told.stderr.index(f"พอร์ต {port}") < told.stderr.index(f"Port {port} is in use")
    assert f"--port {port + 1}" in told.stderr


def test_a_number_that_is_no_port_is_told(tmp_path: Path) -> None:
    with pytest.raises(PortTaken, match="0-65535"):
        web_server(tmp_path, 70000)
