"""What is made of a library: the API once, at the root; days from git; the clock from one place."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.knowledge import Knowledge
from botrian.site.changes import last_changes
from botrian.site.clock import the_day
from botrian.site.generate import generate
from botrian.thai import thai_day
from tests.library import library_knowledge, library_project

STAMP = Stamp("https://example.org/")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


def test_the_api_and_the_sitemap_stand_once_at_the_root(library: Knowledge) -> None:
    thai, english = (set(generate(library, language, STAMP).files) for language in ("th", "en"))

    assert {"api/v1/index.json", "sitemap.xml", ".nojekyll"} <= thai
    assert not [name for name in english if name.startswith(("api/", "sitemap", ".nojekyll"))]
    assert {"feed.xml", "changes.xml", "assets/search.js"} <= thai & english


def test_both_languages_have_the_same_pages(library: Knowledge) -> None:
    thai, english = (generate(library, language, STAMP) for language in ("th", "en"))

    assert [page.path for page in thai.pages] == [page.path for page in english.pages]
    assert (thai.records, thai.tables) == (english.records, english.tables)


def git(folder: Path, day: str, *words: str) -> None:
    someone = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    stamp = {"GIT_AUTHOR_DATE": f"{day}T09:00:00+0700", "GIT_COMMITTER_DATE": f"{day}T09:00:00+0700"}
    subprocess.run(
        ["git", *someone, *words], cwd=folder, env={"PATH": "/usr/bin:/bin:/usr/local/bin", **stamp}, check=True
    )


def test_a_file_was_changed_on_the_day_of_its_last_commit(tmp_path: Path) -> None:
    library_project(tmp_path)
    (tmp_path / "data" / "events" / "trat.yml").write_text("events: []\n", encoding="utf-8")
    git(tmp_path, "2026-06-20", "commit", "--quiet", "--all", "--message", "later")
    days = last_changes(tmp_path)

    assert days["data/events/trat.yml"] == date(2026, 6, 20)
    assert days["docs/lessons/share-data.md"] == date(2026, 6, 1)


def test_a_folder_without_git_has_no_days(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}


def test_today_is_the_machines_day_or_the_one_that_is_named() -> None:
    assert the_day({"BOTRIAN_TODAY": " 2028-02-29 "}) == date(2028, 2, 29)
    assert the_day({"BOTRIAN_TODAY": ""}) == the_day({}) == thai_day(datetime.now(UTC))


def test_a_day_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        the_day({"BOTRIAN_TODAY": "2027-02-29"})
