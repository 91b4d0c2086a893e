"""All English of a tree of before is remembered as made from the Thai beside it, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.check import check
from botrian.read import TRANSLATIONS
from migrations.translations import ContentHasErrors, migrate
from tests.library import TODAY, library_tree


def test_a_tree_without_memory_gets_one_that_tells_of_no_change(tmp_path: Path) -> None:
    paths = library_tree(tmp_path)

    assert migrate(paths, TODAY)
    knowledge = check(paths, TODAY).knowledge
    assert knowledge is not None
    assert [one for one in knowledge.untranslated if one.why == "behind"] == []
    assert "lesson/save-first " in (paths.data / TRANSLATIONS).read_text(encoding="utf-8")


def test_a_memory_that_is_there_stays(tmp_path: Path) -> None:
    paths = library_tree(tmp_path)
    file = paths.data / TRANSLATIONS
    file.parent.mkdir(exist_ok=True)
    file.write_text("lesson/x 11:22\n", encoding="utf-8")

    assert not migrate(paths, TODAY)
    assert file.read_text(encoding="utf-8") == "lesson/x 11:22\n"


def test_content_with_errors_is_refused(tmp_path: Path) -> None:
    paths = library_tree(tmp_path)
    (paths.docs / "lessons/save-first.md").write_text("---\nid: save-first\n---\n", encoding="utf-8")

    with pytest.raises(ContentHasErrors):
        migrate(paths, TODAY)
