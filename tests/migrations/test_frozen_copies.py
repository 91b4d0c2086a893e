"""The migration of frozen copies: the digest comes in, names and pages stay, nothing happens twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from botrian.check.frozen import canonical
from botrian.embeds import frozen_embeds
from migrations.frozen_copies_carry_their_digest import main

KEPT = Path(__file__).resolve().parents[1] / "embeds" / "golden" / "frozen"


def before(folder: Path) -> Path:
    """The copies as they were kept before: without digest and log."""
    shutil.copytree(KEPT, folder)
    (folder / "log.yml").unlink()
    (path,) = folder.glob("*/*.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["sha256"]
    path.write_text(canonical(content), encoding="utf-8", newline="\n")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_old_copy_becomes_the_new_one_under_its_name_and_once_only(tmp_path: Path) -> None:
    before(tmp_path / "frozen")

    assert main([str(tmp_path / "frozen")]) == 0
    assert files(tmp_path / "frozen") == files(KEPT)
    assert main([str(tmp_path / "frozen")]) == 0
    assert files(tmp_path / "frozen") == files(KEPT)
    assert frozen_embeds(tmp_path / "frozen", "th") == frozen_embeds(KEPT, "th")


def test_a_copy_that_is_not_the_one_of_its_name_is_left_alone_and_told(tmp_path: Path) -> None:
    path = before(tmp_path / "frozen")
    edited = path.read_text(encoding="utf-8").replace("กระบี่", "ตรัง")
    path.write_text(edited, encoding="utf-8", newline="\n")

    assert main([str(tmp_path / "frozen")]) == 1
    assert path.read_text(encoding="utf-8") == edited
    assert not (tmp_path / "frozen" / "log.yml").exists()
