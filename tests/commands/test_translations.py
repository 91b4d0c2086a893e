"""``kb.py translations`` lists what waits, and remembers only where the content is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from botrian.commands.line import main
from botrian.read import TRANSLATIONS, Paths
from tests.library import TODAY, library_tree

LESSON = "docs/lessons/save-first.md"
OLD, NEW = "th: เมื่อจะตั้งกองทุนใหม่,", "th: เมื่อจะตั้งกองทุนใหม่ของตำบล,"


@pytest.fixture
def library(tmp_path: Path) -> Paths:
    return library_tree(tmp_path)


def translations(library: Paths, *words: str) -> int:
    return main(["--data", str(library.data), "--docs", str(library.docs), "translations", *words], TODAY)


def change(library: Paths, old: str, new: str) -> None:
    file = library.on_disk(LESSON)
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")


def test_what_was_changed_after_it_was_translated_is_listed_until_somebody_says_it_is_right(
    library: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations(library, "--record") == 0
    change(library, OLD, NEW)
    capsys.readouterr()

    assert translations(library, "--format", "json") == 0
    (behind,) = [one for one in json.loads(capsys.readouterr().out) if one["why"] == "behind"]
    assert behind["file"].endswith(LESSON)
    assert (behind["line"], behind["field"]) == (6, "when")

    assert translations(library, "--record") == 0
    assert translations(library) == 0
    assert "เมื่อจะตั้งกองทุนใหม่ของตำบล" in capsys.readouterr().out

    assert translations(library, "--still-right", behind["file"]) == 0
    capsys.readouterr()
    assert translations(library) == 0
    assert "เมื่อจะตั้งกองทุนใหม่ของตำบล" not in capsys.readouterr().out


def test_the_same_content_is_remembered_in_the_same_bytes(library: Paths) -> None:
    file = library.data / TRANSLATIONS
    translations(library, "--record")
    first = file.read_bytes()
    translations(library, "--record")

    assert file.read_bytes() == first


def test_nothing_is_remembered_of_content_with_errors(library: Paths) -> None:
    change(library, "type: practice", "type: nothing")

    assert translations(library, "--record") == 1
    assert not (library.data / TRANSLATIONS).exists()
