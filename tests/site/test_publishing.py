"""Publishing is all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.site.publish import publish, workplace


def test_publishing_takes_the_place_of_the_last_site_in_one_step(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", encoding="utf-8")
    with workplace(site) as folder:
        (folder / "made").mkdir()
        (folder / "made" / "new.html").write_text("new", encoding="utf-8")
        publish(folder / "made", site, folder / "old")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in site.iterdir()] == ["new.html"]


def test_a_publication_that_cannot_be_moved_puts_the_last_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, made = tmp_path / "site", tmp_path / "made"
    for folder in (site, made):
        folder.mkdir()
        (folder / f"{folder.name}.html").write_text("", encoding="utf-8")
    rename = Path.rename

    def refuses_the_new_site(path: Path, target: Path) -> Path:
        if path == made:
            raise PermissionError("in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuses_the_new_site)
    with pytest.raises(PermissionError):
        publish(made, site, tmp_path / "old")

    assert [file.name for file in site.iterdir()] == ["site.html"]
