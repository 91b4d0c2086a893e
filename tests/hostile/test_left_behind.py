"""What desktops, editors and Office leave among the content stops nothing, and hidden files are told of."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from botrian.check import check
from botrian.read import left_behind
from tests.check.trees import TODAY, base_tree, codes

ROOT = Path(__file__).resolve().parents[2]
LEFT = (
    *("Thumbs.db", "ehthumbs.db", "desktop.ini", ".DS_Store", "._map.png", "how-to.md~", "a.yml~", ".how-to.md.swp"),
    *("how-to.md.swo", "~$how-to.docx", "~$data.md", ".~lock.how-to.md#", ".#how-to.md", "#how-to.md#", "x.tmp"),
)
KEPT = ("how-to.md", "map.png", "temp.md", "a-b.yml", ".draft.md", ".htaccess", "swp.md")


def litter(folder: Path) -> None:
    for part in ("docs/guide", "docs/lessons", "data", "data/facts"):
        for name in LEFT:
            (folder / part / name).write_bytes(b"\x00\xff: [" if name != ".#how-to.md" else b"")
        (folder / part / ".#x.md").symlink_to("someone@machine.1234:5678")


def test_they_are_passed_over_and_the_content_is_clean(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    litter(tmp_path)

    assert codes(check(paths, TODAY)) == []


def test_a_link_that_leads_nowhere_is_told_and_stops_nothing(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    (tmp_path / "docs/guide/gone.md").symlink_to("nowhere.md")

    assert codes(check(paths, TODAY)) == ["file-unreadable"]


@pytest.mark.parametrize("name", LEFT)
def test_git_does_not_take_them(name: str) -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", f"docs/guide/{name}"], cwd=ROOT, check=False)

    assert left_behind(name)
    assert ignored.returncode == 0


@pytest.mark.parametrize("name", KEPT)
def test_what_people_write_is_not_among_them(name: str) -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", f"docs/guide/{name}"], cwd=ROOT, check=False)

    assert not left_behind(name)
    assert ignored.returncode == 1
