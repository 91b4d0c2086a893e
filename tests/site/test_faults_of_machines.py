"""A kill, a full disk, strange folders: the last site stays, nothing is left behind, and it is told."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from botrian.site.adapter import menu_of
from botrian.site.changes import last_changes
from botrian.site.publish import publish, workplace
from botrian.thai import thai_day

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "check" / "base"
LONG = 120  # seconds: only a failing test waits so long
on_linux_as_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a small disk"
)


def command(*words: str) -> list[str]:
    """A command over the tests' base tree: it has none of our guides."""
    content = ("--data", str(BASE / "data"), "--docs", str(BASE / "docs"))
    return [sys.executable, "-P", "-m", "botrian.commands", *content, *words]


def environ(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1", **more}


def kb(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(command(*words), env=environ(**more), capture_output=True, encoding="utf-8", timeout=LONG * 5)


def git(folder: Path, *words: str, **more: str) -> None:
    who = {f"GIT_{one}_{what}": "a@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], cwd=folder, env={**os.environ, **who, **more}, check=True, capture_output=True)


def commit(folder: Path, name: str, moment: str) -> None:
    """Write a file and commit it at this moment."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(moment, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", name, GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)


def children_of(process: int) -> list[int]:
    """The processes that this one has started, and those that they have."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            except OSError:
                continue
            found += [int(entry.name), *children_of(int(entry.name))] if parent == process else []
    return found


def test_another_content_tree_without_our_guides_is_built(tmp_path: Path) -> None:
    site = tmp_path / "เว็บ ของเรา"
    built = kb("build", "--pages-only", "--site", str(site))

    assert built.returncode == 0, built.stdout + built.stderr
    assert (site / "index.html").is_file()
    assert [path.name for path in tmp_path.iterdir()] == [site.name]


def test_the_menu_leaves_out_guides_that_are_not_there_and_nothing_else() -> None:
    nav: list[object] = [
        {"Home": "index.md"},
        {"Help": [{"A": "guide/a.md"}, {"B": "guide/b.md"}]},
        {"C": ["guide/c.md"]},
    ]

    assert menu_of(nav, {"guide/b.md"}) == [{"Home": "index.md"}, {"Help": [{"B": "guide/b.md"}]}]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_after_a_kill_no_process_and_no_folder_stays(tmp_path: Path) -> None:
    """The processes end by themselves; the folder goes when the next build starts; the last site stays."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "last.html").touch()
    building = subprocess.Popen(command("build", "--site", str(site)), env=environ(), stdout=subprocess.DEVNULL)
    end = time.monotonic() + LONG
    workers: list[int] = []
    while len(workers) < 2 and building.poll() is None and time.monotonic() < end:
        workers = children_of(building.pid)
        time.sleep(0.05)
    assert len(workers) >= 2
    building.send_signal(signal.SIGKILL)
    building.wait()
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < end:
        time.sleep(0.05)
    left = [path.name for path in tmp_path.glob(".site-*")]
    ignored = subprocess.run(["git", "check-ignore", "-q", ".site-abc/x"], cwd=ROOT)
    with workplace(site):
        pass

    assert [worker for worker in workers if Path(f"/proc/{worker}").exists()] == []
    assert len(left) == 1
    assert ignored.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in site.iterdir()] == ["last.html"]


def test_a_folder_in_which_another_build_works_is_left_alone(tmp_path: Path) -> None:
    with workplace(tmp_path / "site") as first:
        (first / "page.html").touch()
        with workplace(tmp_path / "site") as second:
            assert first != second
            assert (first / "page.html").is_file()


def test_power_cut_between_the_two_moves_of_a_publication_puts_the_last_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, made = tmp_path / "site", tmp_path / ".site-cut" / "th"
    site.mkdir()
    made.mkdir(parents=True)
    (site / "last.html").touch()
    rename = Path.rename

    def cut_off(path: Path, target: Path) -> Path:
        if path == made:
            raise SystemExit
        return rename(path, target)

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(Path, "rename", cut_off)
        publish(made, site, made.parent / "old")
    os.utime(made.parent, (0, 0))
    assert not site.exists()
    with workplace(site):
        pass

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in site.iterdir()] == ["last.html"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte with the last site on it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    (disk / "site").mkdir()
    (disk / "site" / "last.html").touch()
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def told(result: subprocess.CompletedProcess[str], thai: str, english: str) -> None:
    assert result.returncode == 4, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert result.stderr.index(thai) < result.stderr.index(english)


@on_linux_as_root
def test_a_full_disk_is_told_and_the_last_site_stays(small_disk: Path) -> None:
    told(kb("build", "--pages-only", "--site", str(small_disk / "site")), "ดิสก์เต็ม", "disk is full")

    assert [path.name for path in small_disk.iterdir()] == ["site"]
    assert [path.name for path in (small_disk / "site").iterdir()] == ["last.html"]


@on_linux_as_root
def test_a_folder_that_can_only_be_read_is_told_and_checking_goes_on(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    told(kb("build", "--pages-only", "--site", str(small_disk / "site")), "อ่านได้อย่างเดียว", "only be read")

    assert kb("check").returncode == 0


def test_days_are_those_of_thailand(tmp_path: Path) -> None:
    """At eleven at night in New York it is noon of the next day in Thailand."""
    git(tmp_path, "init", "-q")
    commit(tmp_path, "data/a.yml", "2026-03-01T23:00:00-05:00")

    assert last_changes(tmp_path) == {"data/a.yml": date(2026, 3, 2)}
    assert thai_day(datetime(2026, 12, 31, 17, 30, tzinfo=UTC)) == date(2027, 1, 1)


def test_a_shallow_clone_gives_no_day_rather_than_a_wrong_one(tmp_path: Path) -> None:
    whole, clone = tmp_path / "whole", tmp_path / "clone"
    whole.mkdir()
    git(whole, "init", "-q")
    for number, name in enumerate(("data/a.yml", "docs/b.md", "docs/c.md")):
        commit(whole, name, f"2026-03-0{number + 1}T12:00:00+07:00")
    git(tmp_path, "clone", "-q", "--depth", "2", whole.as_uri(), str(clone))

    assert len(last_changes(whole)) == 3
    assert last_changes(clone) == {"docs/c.md": date(2026, 3, 3)}


def test_a_project_inside_another_repository_has_its_own_days(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "data/a.yml", "2026-03-01T12:00:00+07:00")
    project = tmp_path / "งาน ของเรา"
    commit(tmp_path, "งาน ของเรา/data/a.yml", "2026-03-02T12:00:00+07:00")

    assert last_changes(project) == {"data/a.yml": date(2026, 3, 2)}
    (tmp_path / "unpacked").mkdir()
    shutil.copytree(project / "data", tmp_path / "unpacked" / "data")
    assert last_changes(tmp_path / "unpacked") == {}
