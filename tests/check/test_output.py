"""What `kb.py check` prints: words for people, items for programs, commands for GitHub."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from botrian.check import Problem
from botrian.check.output import UNREAD, as_github, as_json, as_text, pointed, width
from botrian.check.problems import labels, readable_path
from botrian.commands.line import main
from botrian.kinds.registry import KINDS
from botrian.records import Release, Text
from tests.check.trees import TODAY, base_tree, changed, checked_with

ROOT = Path(__file__).resolve().parents[2]
LESSON = "docs/lessons/data-first.md"
CASE = "docs/cases/krabi/krabi-council.md"
ITEM_KEYS = ["code", "severity", "file", "line", "column", "field", "got", "expected", "message", "fix"]


def problem(**changes: object) -> Problem:
    words = Text(th="ข้อความ", en="words")
    given: dict[str, object] = {
        "code": "a-code",
        "severity": "error",
        "file": "docs/a.md",
        "line": 3,
        "column": 7,
        "field": "",
        "got": "",
        "expected": "",
        "message": words,
        "fix": words,
    }
    return Problem(**{**given, **changes})  # type: ignore[arg-type]


def run(folder: Path, *words: str) -> int:
    tree = ["--root", str(folder), "--data", str(folder / "data"), "--docs", str(folder / "docs")]
    return main([*tree, "check", *words], today=TODAY)


def test_json_items_hold_exactly_what_the_contract_promises(tmp_path: Path) -> None:
    checked = checked_with(tmp_path, changed(LESSON, "case: krabi-data-centre", "case: krabi-data-center"))

    (item,) = json.loads(as_json(checked.problems))

    assert list(item) == ITEM_KEYS
    assert (item["file"], item["line"], item["column"]) == (LESSON, 11, 11)
    assert (item["field"], item["got"], item["expected"]) == (
        "evidence.0.case",
        "krabi-data-center",
        "krabi-data-centre",
    )
    assert list(item["message"]) == list(item["fix"]) == ["th", "en"]


def test_the_mark_stands_under_the_letter_although_thai_marks_take_no_room() -> None:
    line = "ที่ตั้ง: ผิดที่นี่"

    shown, mark = pointed(line, 1, line.index("ผ") + 1)

    assert width(shown[: shown.index("ผ")]) == width(mark[: mark.index("^")])
    assert mark.index("^") < shown.index("ผ")


def test_the_mark_stands_under_its_letter_in_a_line_that_is_cut() -> None:
    line = "ก" * 200 + "ที่X" + "ข" * 200

    shown, mark = pointed(line, 12, line.index("X") + 1)

    assert width(shown[: shown.index("X")]) == width(mark[: mark.index("^")])
    assert width(shown) < 100


def test_a_line_is_never_cut_before_a_mark() -> None:
    line = "ที่" * 200

    for column in range(1, len(line), 7):
        shown = pointed(line, 1, column)[0].partition("…")[2]
        assert not shown or unicodedata.category(shown[0]) != "Mn"


def test_text_says_thai_before_english_and_counts_at_the_end() -> None:
    two = (problem(), problem(severity="warning", file="docs/b.md"))

    text = as_text(two, lambda file, line: None, 5)

    assert text.index("ข้อความ") < text.index("words")
    assert text.endswith("ต้องแก้ 1 จุด ควรดู 1 จุด ใน 2 ไฟล์ (ตรวจ 5 ไฟล์)\n1 error, 1 warning in 2 files (5 files checked)")


@pytest.mark.parametrize(
    ("themes", "torn"),
    [
        pytest.param("[data-systems", True, id="a bracket"),
        pytest.param("*all", True, id="an alias"),
        pytest.param("[]", False, id="an empty list"),
        pytest.param("[data-systems]\nthemes: [data-systems]", False, id="a key twice"),
        pytest.param("[data-systems]\nrelated:[]", True, id="no blank behind a colon"),
    ],
)
@pytest.mark.parametrize("form", ["text", "github"])
def test_a_file_that_is_not_read_to_its_end_may_have_more(
    form: str, themes: str, torn: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bracket that is not closed hides all that stands behind it: a count must not sound final."""
    base_tree(tmp_path)
    file = tmp_path / LESSON
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("themes: [data-systems]", f"themes: {themes}"), encoding="utf-8")

    assert run(tmp_path, "--format", form) == 1
    told = capsys.readouterr().out
    assert (UNREAD.th in told, UNREAD.en in told) == (torn, torn)


def test_text_shows_nothing_that_could_steer_a_terminal() -> None:
    text = as_text((problem(file="docs/\x1b[31m.md", got="\x07"),), lambda file, line: "a\x1b[2Jb", 1)

    assert not {letter for letter in text if unicodedata.category(letter) == "Cc"} - {"\n"}


def test_github_commands_cannot_be_broken_out_of() -> None:
    evil = Text(th="หนึ่ง\n::error::สอง 100%", en="two")

    line = as_github((problem(file="docs/a,b:c.md", message=evil),))

    assert "\n" not in line
    assert line.startswith("::error file=docs/a%2Cb%3Ac.md,line=3,col=7,title=a-code::หนึ่ง%0A::error::สอง 100%25")


def test_the_way_to_a_field_counts_from_one_and_is_named_in_thai() -> None:
    assert readable_path("evidence.2.lines", "th") == "evidence (หลักฐาน) ข้อที่ 3 › lines (บรรทัด)"
    assert readable_path("evidence.2.lines", "en") == "evidence item 3 › lines"


def test_paths_limit_what_is_shown_and_what_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = changed(LESSON, "type: practice", "type: practise") | changed(CASE, "kind: council", "kind: councill")
    checked_with(tmp_path, files)

    assert run(tmp_path, "--format", "json", str(tmp_path / "docs" / "lessons")) == 1
    assert [item["file"] for item in json.loads(capsys.readouterr().out)] == [LESSON]
    assert run(tmp_path, "--format", "json", str(tmp_path / "data")) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(tmp_path, "--format", "json") == 1
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_path_is_read_from_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checked_with(tmp_path, changed(LESSON, "type: practice", "type: practise"))
    monkeypatch.chdir(tmp_path / "docs" / "lessons")

    assert run(tmp_path, "data-first.md") == 1
    assert LESSON in capsys.readouterr().out


def test_a_path_that_does_not_exist_is_said_and_is_not_taken_for_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base_tree(tmp_path)

    assert run(tmp_path, "docs/nothing.md") == 2
    assert "docs/nothing.md" in capsys.readouterr().err


def test_warnings_alone_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked_with(tmp_path, changed(LESSON, "lines: [50, 52]", "lines: [50, 252]"))

    assert run(tmp_path) == 0
    assert "citation-wide" in capsys.readouterr().out


def test_files_are_named_as_they_lie_on_disk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked_with(tmp_path / "other", changed(LESSON, "type: practice", "type: practise"))
    words = ["--root", str(tmp_path), "--data", str(tmp_path / "other/data"), "--docs", str(tmp_path / "other/docs")]

    main([*words, "check", "--format", "json"], today=TODAY)

    assert json.loads(capsys.readouterr().out)[0]["file"] == f"other/{LESSON}"


def test_a_name_that_is_no_text_is_still_printed(tmp_path: Path) -> None:
    base_tree(tmp_path)
    name = b"b\xe9d.yml"
    try:
        Path(os.fsdecode(bytes(tmp_path / "data") + b"/" + name)).write_text("a: 1\n")
    except (OSError, UnicodeError):
        pytest.skip("this file system has names in Unicode only")

    for form in ("text", "json", "github"):
        done = subprocess.run(
            [sys.executable, "-m", "botrian.commands", "--root", str(tmp_path), "check", "--format", form],
            env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"},
            capture_output=True,
        )
        assert b"Traceback" not in done.stderr
        assert done.returncode == 1


@pytest.mark.parametrize("form", ["text", "github"])
def test_each_problem_leads_to_the_page_of_its_rule(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address is the site's own; the page there is made of the rule's file."""
    base_tree(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_url: https://example.org/kb/\n", encoding="utf-8")
    file = tmp_path / LESSON
    file.write_text(file.read_text(encoding="utf-8").replace("case: krabi-data-centre", "case: no"), encoding="utf-8")

    assert run(tmp_path, "--format", form) == 1
    assert "https://example.org/kb/guide/rules/reference-unknown/" in capsys.readouterr().out


def test_without_a_site_no_address_is_made_up() -> None:
    one = (problem(),)

    assert "guide/rules" not in as_text(one, lambda *_: None, 1) + as_github(one)


def test_each_field_of_a_record_has_a_thai_name() -> None:
    """A message names the field as people know it: ``voice (เสียง)``."""
    fields = {name for kind in KINDS if kind.model is not Release for name in kind.model.model_fields}

    assert len(fields) > 80
    assert fields - set(labels()) == set()
