"""What has one right answer is mended, and a fix, once followed, passes; nothing else of a file is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from botrian.check import check, edit_of, fix, mended_line
from botrian.check.mending import FIXERS
from botrian.check.output import as_json
from botrian.read import Paths
from tests.check.trees import BASE, GOLDEN, TODAY, base_tree, codes, golden_tree

LESSON = "docs/lessons/data-first.md"
#: Beside the rules with a fixer of lines: the form of letters, and of whole files.
WHOLE = {"text-normalised", "file-encoding"}
CASES = sorted(
    folder for folder in GOLDEN.iterdir() if folder.is_dir() and folder.name.partition(".")[0] in {*FIXERS, *WHOLE}
)
#: Golden cases of these rules in which several answers are right: they are left as they are.
FOR_PEOPLE = {
    "fact-choice": "another word than any choice",
    "field-unknown": "a key that is none",
    "link-record.": "an id that is none",
    "number-form": "a number with words around it",
    "reference-unknown": "an id that is none",
    "style-word.year": "years, which calendar comes first",
    "table-field": "a field that is none",
    "value-not-in-list": "a word that is none of them",
    "yaml-tab": "how deep a tab was meant",
}
#: What could not be read before has a mistake of its own.
LEADS_ON = {"yaml-colon-in-text.title": ["value-type"]}


def mended(name: str, old: str, new: str, folder: Path) -> tuple[bytes, list[str]]:
    """The bytes of a file of the base tree with a mistake in it, mended, and the codes that are left."""
    paths = base_tree(folder)
    file = folder / name
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())
    fixed = fix(paths, TODAY)
    return file.read_bytes(), codes(fixed.checked)


@pytest.mark.parametrize(
    ("name", "typed", "id_"),
    [
        (LESSON, "type: วิธีทำ", "type: practice"),
        (LESSON, "themes: [ระบบข้อมูล]", "themes: [data-systems]"),
        (LESSON, "stance: ยืนยัน", "stance: supports"),
        (LESSON, 'voice: "ทำแล้ว"', 'voice: "did"'),
        ("data/facts/krabi.yml", "choice: ร่วมมือ", "choice: co-operation"),
        ("docs/cases/krabi/krabi-data-centre.md", "level: จังหวัด", "level: province"),
    ],
)
def test_a_thai_name_is_mended_to_the_one_id_that_has_it(name: str, typed: str, id_: str, tmp_path: Path) -> None:
    key = f"{typed.partition(':')[0]}: "
    line = next(line for line in (BASE / name).read_text(encoding="utf-8").splitlines() if key in line)
    here = line.strip()

    text, left = mended(name, here, typed, tmp_path)

    assert left == []
    assert id_ in text.decode()


def test_a_name_of_two_is_left_for_people(tmp_path: Path) -> None:
    more = "  - id: other\n    name: {th: ระบบข้อมูล, en: Other}\n    definition: {th: อย่างอื่น, en: Another thing}\n"
    paths = base_tree(tmp_path)
    themes = tmp_path / "data/themes.yml"
    themes.write_text(themes.read_text(encoding="utf-8") + more, encoding="utf-8")
    lesson = tmp_path / LESSON
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("[data-systems]", "[ระบบข้อมูล]"), encoding="utf-8")

    fixed = fix(paths, TODAY)

    assert not fixed.changes
    assert "reference-unknown" in codes(fixed.checked)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fix_that_is_followed_passes_and_touches_no_other_line(case: Path, tmp_path: Path) -> None:
    paths = golden_tree(case, tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    problems = check(paths, TODAY).problems
    lines = {(problem.file, problem.line) for problem in problems}

    fixed = fix(paths, TODAY)

    if not fixed.changes:
        assert any(case.name.startswith(name) for name in FOR_PEOPLE)
        assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
        return
    assert codes(fixed.checked) == LEADS_ON.get(case.name, [])
    if case.name.partition(".")[0] in WHOLE:
        return
    for file, data in before.items():
        name = file.relative_to(tmp_path).as_posix()
        old, new = data.split(b"\n"), file.read_bytes().split(b"\n")
        assert len(old) == len(new)
        assert {
            (name, number) for number, pair in enumerate(zip(old, new, strict=True), 1) if pair[0] != pair[1]
        } <= lines


@pytest.mark.parametrize("code", sorted(FIXERS))
def test_every_fixer_mends_something(code: str, tmp_path: Path) -> None:
    """By a golden case, or by one of the sentences below."""
    cases = [case for case in CASES if case.name.partition(".")[0] == code]
    done = [fix(golden_tree(case, tmp_path / case.name), TODAY).changes for case in cases]

    assert any(done) or code in {one[0] for one in TYPED}


TYPED = [
    ("yaml-list-sign", LESSON, "  - province: krabi", "  • province: krabi"),
    ("yaml-list-sign", LESSON, "  - province: krabi", "  — province: krabi"),
    ("yaml-list-sign", LESSON, "  - province: krabi", "  * province: krabi"),
    ("yaml-wide-sign", LESSON, "type: practice", "type：practice"),
    ("yaml-wide-sign", LESSON, "title: {th: เก็บ", "title: {th：เก็บ"),
    ("yaml-tab", LESSON, "    stance", "\t\tstance"),
    ("value-not-in-list", LESSON, "type: practice", "type: Practice"),
    ("id-form", LESSON, "id: data-first", "id: “data-first”"),
    ("lines-form", LESSON, "lines: [50, 52]", "lines: [๕๐, ๕๒]"),
    ("lines-form", LESSON, "lines: [50, 52]", "lines: 50-52"),
    ("citation-reversed", LESSON, "lines: [50, 52]", "lines: [52, 50]"),
    ("yaml-colon-space", LESSON, "lines: [50, 52]", "lines:[50, 52]"),
    ("number-form", "data/facts/krabi.yml", "number: 61", "number: ๖๑"),
    ("number-form", "data/facts/krabi.yml", "number: 61", "number: +61"),
    ("date-form", "data/events/krabi.yml", "2558-03 BE", "มีนาคม พ.ศ. 2558"),
    ("date-form", "data/events/krabi.yml", "2558-03 BE", "2558/3 be"),
    ("date-calendar-missing", "data/events/krabi.yml", "2558-03 BE", "2558-03"),
    ("field-unknown", LESSON, "type: practice", "“type”: practice"),
    ("reference-unknown", LESSON, "case: krabi-data-centre", "case: Krabi_Data_Centre"),
    ("fact-choice", "data/facts/krabi.yml", "choice: co-operation", "choice: Co_Operation"),
    ("table-field", "data/tables/data-systems.yml", "field: summary", "field: “summary”"),
    ("link-record", "docs/cases/krabi/krabi-data-centre.md", "(case:krabi-council)", "(case:Krabi_Council)"),
]


@pytest.mark.parametrize(("code", "name", "right", "wrong"), TYPED)
def test_what_people_type_becomes_what_was_right(code: str, name: str, right: str, wrong: str, tmp_path: Path) -> None:
    data, left = mended(name, right, wrong, tmp_path)

    assert left == []
    assert data == (BASE / name).read_bytes()


def test_an_ending_of_lines_and_a_missing_last_newline_are_kept(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    text = (BASE / LESSON).read_text(encoding="utf-8").rstrip("\n").replace("type: practice", "type: Practice")
    (tmp_path / LESSON).write_bytes(text.replace("\n", "\r\n").encode())

    fixed = fix(paths, TODAY)

    assert codes(fixed.checked) == []
    assert (tmp_path / LESSON).read_bytes() == text.replace("Practice", "practice").replace("\n", "\r\n").encode()


def test_what_is_not_sure_is_left(tmp_path: Path) -> None:
    for wrong in ("61 สภา", "10-20", "1/2", "2.5 ล้าน", "6 1"):
        data, left = mended(
            "data/facts/krabi.yml", "number: 61", f"number: {wrong}", tmp_path / wrong.replace("/", "-")
        )

        assert f"number: {wrong}".encode() in data
        assert left


def test_a_file_is_put_back_where_a_mending_brings_another_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FIXERS, "value-not-in-list", lambda problem, line, at: "type: [\x22]]")

    data, left = mended(LESSON, "type: practice", "type: Practice", tmp_path)

    assert b"type: Practice" in data
    assert left == ["value-not-in-list"]


def test_only_the_files_that_are_asked_for_are_mended(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    for name, old, new in ((LESSON, "type: practice", "type: Practice"), ("data/facts/krabi.yml", "61", "๖๑")):
        file = tmp_path / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    fixed = fix(paths, TODAY, lambda file: file == LESSON)

    assert [one.file for one in fixed.changes] == [LESSON]
    assert codes(fixed.checked) == ["number-form"]


def test_a_program_is_told_the_smallest_change(tmp_path: Path) -> None:
    paths: Paths = base_tree(tmp_path)
    file = tmp_path / LESSON
    file.write_text(file.read_text(encoding="utf-8").replace("type: practice", "type: Practice"), encoding="utf-8")
    lines = file.read_text(encoding="utf-8").split("\n")

    item = json.loads(as_json(check(paths, TODAY).problems, lambda _, line: lines[line - 1]))[0]

    assert item["suggestion"] == {"start": {"line": 4, "column": 7}, "end": {"line": 4, "column": 8}, "text": "p"}


def test_the_smallest_change_of_a_line() -> None:
    edit = edit_of("aab", "aaab")

    assert "aab"[: edit.start] + edit.text + "aab"[edit.end :] == "aaab"
    assert mended_line.__doc__
