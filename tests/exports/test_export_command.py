"""``kb.py export``: one table, one file; what is unknown is answered with a suggestion."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from botrian.commands import export
from botrian.commands.line import main
from botrian.exports import FORMATS, glyphs
from botrian.findings import Place
from botrian.knowledge import Knowledge
from botrian.records import TableDefinition
from tests.exports import made

TODAY = date(2026, 10, 30)
DEFINITION = TableDefinition.model_validate(
    {
        "id": "charter-steps",
        "title": {"th": "ขั้นทำธรรมนูญ", "en": "Steps to a charter"},
        "answer": {"th": "เริ่มจากคุยกัน", "en": "It begins with talking"},
        "themes": ["charter"],
        "literal": {
            "columns": [{"id": "who", "name": {"th": "ใคร", "en": "Who"}}],
            "rows": [
                {
                    "id": "talk",
                    "name": {"th": "คุย", "en": "Talk"},
                    "cells": [{"text": {"th": "ชาวบ้าน", "en": "Villagers"}}],
                }
            ],
        },
    }
)


@pytest.fixture(autouse=True)
def knowledge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Knowledge:
    """A content tree of one table, in an empty folder that people stand in."""
    place = Place("data/tables/charter-steps.yml", 1)
    found = Knowledge(
        sources={"book": made.BOOK}, tables={DEFINITION.id: DEFINITION}, origins={("table", DEFINITION.id): place}
    )
    monkeypatch.setattr(export, "knowledge_or_problems", lambda paths, today: (found, ""))
    monkeypatch.setattr(export, "last_changes", lambda root: {place.file: TODAY})
    monkeypatch.chdir(tmp_path)
    return found


@pytest.mark.parametrize("format_", FORMATS)
def test_a_table_becomes_one_file_named_by_it(format_: str, tmp_path: Path) -> None:
    code = main(["export", "charter-steps", "--format", format_], TODAY)

    assert code == 0
    assert [path.name for path in tmp_path.iterdir()] == [f"charter-steps.{format_}"]


@pytest.mark.parametrize(("words", "name"), [([], "charter-steps.xlsx"), (["--out", "steps.docx"], "steps.docx")])
def test_a_format_that_nobody_names_is_that_of_the_file_or_the_usual_one(
    words: list[str], name: str, tmp_path: Path
) -> None:
    """As the README writes it: the name of a table is enough."""
    assert main(["export", "charter-steps", *words], TODAY) == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes().startswith(b"PK")


def test_the_language_and_the_file_can_be_chosen(tmp_path: Path) -> None:
    out = tmp_path / "handout" / "steps.json"
    main(["export", "charter-steps", "--format", "json", "--lang", "en", "--out", str(out)], TODAY)

    assert json.loads(out.read_text(encoding="utf-8"))["rows"][0]["cells"][0]["text"] == "Villagers"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["charter-step", "--format", "csv"], "ไม่มีตาราง “charter-step”\nหมายถึง charter-steps หรือไม่"),
        (["zzz", "--format", "csv"], "There is no table “zzz”.\nThere are: charter-steps"),
        (["charter-steps", "--format", "docs"], "Did you mean docx"),
        (["charter-steps", "--format", "quark"], f"There are: {', '.join(FORMATS)}"),
        (["charter-step"], "หมายถึง charter-steps หรือไม่"),
        (["charter-steps", "--out", "steps.odt"], f"There are: {', '.join(FORMATS)}"),
    ],
)
def test_an_unknown_table_or_format_is_answered_with_what_there_is(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["export", *words], TODAY)

    assert code == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_missing_font_is_named_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    caches = (glyphs.font, glyphs.shape, glyphs.width)
    monkeypatch.setattr(glyphs, "FOLDER", tmp_path)
    for one in caches:
        one.cache_clear()
    code = main(["export", "charter-steps", "--format", "png"], TODAY)
    for one in caches:
        one.cache_clear()

    assert code == 1
    said = capsys.readouterr().err
    assert "ไม่พบแบบอักษร Sarabun" in said and "the font Sarabun" in said


def test_a_table_is_frozen_in_both_languages_and_its_address_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["export", "charter-steps", "--freeze", "--data", str(tmp_path)], TODAY)
    kept = list(tmp_path.glob("frozen/charter-steps/*.json"))

    assert code == 0
    assert set(json.loads(kept[0].read_text(encoding="utf-8"))) == {"format", "sha256", "th", "en"}
    assert f"embed/frozen/charter-steps/{kept[0].stem}/" in capsys.readouterr().out
