"""`kb.py new`: a file in the right place that only needs filling in, and nothing that was there is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import botrian.new
from botrian.check import check
from botrian.commands.line import main
from botrian.commands.new import asked
from botrian.findings import Finding
from botrian.new import FORMS, taken
from botrian.new.append import NoList, appended
from botrian.read import Document, parse_document
from botrian.words import value_words
from tests.check.trees import TODAY, base_tree

TEMPLATES = Path(botrian.new.__file__).parent / "templates"
#: The fields for which templates give a choice with its words.
CHOSEN = ("type", "stance", "voice", "basis", "level", "status", "consent", "source_kind", "qualifier")
#: What people put behind a key that the template leaves empty.
FILLING = {
    "th": "ข้อความภาษาไทยของ{n}",
    "en": "Text {n:x>3}",
    "type": "practice",
    "province": "krabi",
    "stance": "supports",
    "voice": "did",
    "source": "krabi-book",
    "kind": "council",
    "level": "province",
    "number": "61",
    "date": "2550 BE",
    "rows": "cases",
    "field": "summary",
    "year": "2566 BE",
    "consent": "written",
}
LISTS = {"themes": "[data-systems]", "lines": "[10, 12]"}
#: Keys that are empty because what belongs to them stands below.
PARENTS = re.compile(
    r" *(- )?(title|question|summary|answer|when|do|because|text|steps|evidence|citations|facts|events|columns|sort"
    r"|short|cite_as|about|speaker|speaks_as|recorded_by):$"
)
#: Each kind with the words of its command and its file.
NEW = {
    "lesson": (("new-lesson",), "docs/lessons/new-lesson.md"),
    "case": (("new-case", "--province", "trat"), "docs/cases/trat/new-case.md"),
    "fact": (("--province", "krabi", "--dimension", "council-count"), "data/facts/krabi/council-count.yml"),
    "event": (("trat-2550-start", "--province", "trat"), "data/events/trat.yml"),
    "table": (("new-table",), "data/tables/new-table.yml"),
    "path": (("new-path",), "docs/paths/new-path.md"),
    "province": (("trat",), "docs/provinces/trat.md"),
    "source": (("law", "--source-kind", "law", "--title-th", "ระเบียบ"), "data/sources/law.yml"),
}
#: The same, and the other forms of a kind.
FORMS_OF = {
    **NEW,
    "source.spoken": (("elder", "--source-kind", "testimony", "--title-th", "คำบอกเล่า"), "data/sources/elder.yml"),
}


def run(folder: Path, *words: str) -> int:
    return main(["--root", str(folder), "new", *words], today=TODAY)


def filled(text: str) -> str:
    """The text as somebody fills it in: every key without a value gets one, every empty list an item."""
    number = 0

    def value(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"{match[1]}{match[2]}: {FILLING[match[2]].format(n=number)}"

    text = re.sub(rf"^( *(?:- )?)({'|'.join(FILLING)}):$", value, text, flags=re.MULTILINE)
    return re.sub(rf"\b({'|'.join(LISTS)}): \[\]", lambda match: f"{match[1]}: {LISTS[match[1]]}", text)


def test_every_form_is_tested_here() -> None:
    assert set(NEW) == set(FORMS)


@pytest.mark.parametrize("kind", FORMS_OF)
def test_what_is_not_filled_in_is_told_place_by_place(kind: str, tmp_path: Path) -> None:
    words, name = FORMS_OF[kind]
    paths = base_tree(tmp_path)

    assert run(tmp_path, kind.partition(".")[0], *words) == 0
    problems = check(paths, TODAY).problems
    lines = (tmp_path / name).read_text(encoding="utf-8").split("\n")
    # English may wait, and the year of a document may not be known.
    empty = {
        number
        for number, line in enumerate(lines, start=1)
        if re.search(
            r"^ *(- )?(?!en:|year:)[a-z]+:$|lines: \[\]$" + ("" if kind == "path" else r"|themes: \[\]$"), line
        )
        and not PARENTS.match(line)
    }

    assert {problem.file for problem in problems} == {name}
    assert {problem.code for problem in problems} <= {
        "field-empty",
        "lines-form",
        "list-too-short",
        "table-column",
    }
    assert {problem.line for problem in problems} == empty


@pytest.mark.parametrize("kind", FORMS_OF)
def test_once_filled_in_it_is_clean(kind: str, tmp_path: Path) -> None:
    words, name = FORMS_OF[kind]
    paths = base_tree(tmp_path)

    assert run(tmp_path, kind.partition(".")[0], *words) == 0
    file = tmp_path / name
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")

    # What is filled in here says nothing that is true.
    fine = ("fact-duplicate", "translation-missing", "table-answer-number")
    assert [(one.code, one.line, one.field) for one in check(paths, TODAY).problems if one.code not in fine] == []


@pytest.mark.parametrize("kind", FORMS_OF)
def test_a_new_record_is_never_written_over_an_old_one(kind: str, tmp_path: Path) -> None:
    words, name = FORMS_OF[kind]
    base_tree(tmp_path)
    assert run(tmp_path, kind.partition(".")[0], *words) == 0
    before = (tmp_path / name).read_bytes()

    code = run(tmp_path, kind.partition(".")[0], *words)
    after = (tmp_path / name).read_bytes()

    assert after.startswith(before)
    assert (code, after == before) == ((0, False) if kind == "fact" else (2, True))


def test_everything_said_stands_in_the_file(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    words = [
        "--title-th",
        'ข้อมูล: "ก่อน" #แผน',
        "--title-en",
        "Data, then plan",
        "--province",
        "krabi",
        "--lines",
        "10-12",
    ]

    assert (
        run(tmp_path, "lesson", "said", *words, "--source", "krabi-book", "--theme", "data", "--type", "pitfall") == 0
    )
    told = {problem.field for problem in check(paths, TODAY).problems}

    assert not {"title.th", "title.en", "type", "themes", "evidence.0.citations.0.lines"} & told
    assert 'th: "ข้อมูล: \\"ก่อน\\" #แผน"' in (tmp_path / "docs/lessons/said.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lesson",), "id"),
        (("case", "x"), "--province"),
        (("fact", "--province", "krabi"), "--dimension"),
        (("lesson", "data-first"), "docs/lessons/data-first.md:2"),
        (("lesson", "Not_Kebab"), "not-kebab"),
        (("fact", "--province", "krabi", "--dimension", "สมาชิก"), "member-count ("),
        (("lesson", "x", "--type", "เคล็ดลับ"), "pitfall (ข้อควรระวัง)"),
        (("case", "ตราด", "--province", "trat"), "krabi-data-centre"),
        (("fact", "--province", "krabi", "--dimension", "visoin"), "vision"),
        (("event", "x", "--province", "krabi", "--date", "2012 BE"), "2555 BE"),
        (("lesson", "x", "--lines", "many"), "50-52"),
        (("province", "krabi"), "docs/provinces/krabi.md"),
        (("province", "chiang-mai"), "chiang-mai"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_written(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base_tree(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}

    assert run(tmp_path, *words) == 2
    assert said in capsys.readouterr().err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_an_id_that_a_file_of_another_name_holds_is_taken_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base_tree(tmp_path)
    folder = tmp_path / "docs/lessons"
    (folder / "data-first.md").rename(folder / "renamed.md")

    assert run(tmp_path, "lesson", "data-first") == 2
    assert "docs/lessons/renamed.md:2" in capsys.readouterr().err


def test_only_what_the_answer_rests_on_is_read_as_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base_tree(tmp_path)
    read = []

    def parse(name: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
        read.append(name)
        return parse_document(name, text)

    monkeypatch.setattr(taken, "parse_document", parse)

    assert run(tmp_path, "lesson", "new-lesson", "--theme", "data-systems", "--source", "krabi-book") == 0
    assert {name.rpartition("/")[0] for name in read} == {"data", "data/sources"}
    assert run(tmp_path, "table", "krabi") == 0
    assert not [name for name in read if name.startswith(("docs/", "data/facts/"))]


@pytest.mark.parametrize(
    ("words", "name", "lines"),
    [
        (("province", "ตราด"), "docs/provinces/trat.md", ("id: trat",)),
        (
            ("case", "x", "--province", "กระบี่", "--level", "ตำบล", "--theme", "ระบบข้อมูล"),
            "docs/cases/krabi/x.md",
            ("province: krabi", "level: tambon", "themes: [data-systems]"),
        ),
        (("lesson", "x", "--type", "ข้อควรระวัง"), "docs/lessons/x.md", ("type: pitfall",)),
        (
            ("source", "x", "--source-kind", "คำบอกเล่า", "--title-th", "ก", "--province", "Krabi"),
            "data/sources/x.yml",
            ("kind: testimony", "  province: krabi"),
        ),
    ],
    ids=["province", "case", "lesson", "source"],
)
def test_names_in_thai_or_english_stand_for_ids(
    words: tuple[str, ...], name: str, lines: tuple[str, ...], tmp_path: Path
) -> None:
    base_tree(tmp_path)

    assert run(tmp_path, *words) == 0

    written = (tmp_path / name).read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if line not in written] == []


def test_an_answer_that_cannot_stand_is_asked_for_again(capsys: pytest.CaptureFixture[str]) -> None:
    given = iter(["ป่าชุมชน", "forest", "เล่า", "คำบอกเล่า", "ชื่อ"])
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return next(given)

    said = asked(FORMS["source"], {"id": "", "source_kind": "", "title_th": ""}, answer)

    assert said == {"id": "forest", "source_kind": "testimony", "title_th": "ชื่อ"}
    assert "field-note (บันทึกภาคสนาม)" in questions[2]
    assert "a-z" in capsys.readouterr().out
    # Somebody who only presses a key is let go.
    said = {"id": "x", "source_kind": "", "title_th": "x"}
    assert asked(FORMS["source"], said, lambda _: "?") == {"source_kind": "?"}


def test_the_year_and_the_qualifier_of_a_number_wait_behind_their_signs(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    assert run(tmp_path, "fact", "--province", "krabi", "--dimension", "council-count", "--source", "krabi-book") == 0
    file = tmp_path / "data/facts/krabi/council-count.yml"
    text = filled(file.read_text(encoding="utf-8"))

    file.write_text(re.sub("#(year|qualifier|note):", r"\1:", text), encoding="utf-8", newline="\n")

    fine = ("translation-missing", "table-answer-number")
    assert [(one.code, one.line) for one in check(paths, TODAY).problems if one.code not in fine] == []
    text = file.read_text(encoding="utf-8")
    assert all(f"\n    {key}: " in text for key in ("year", "qualifier", "note"))


def test_only_what_is_needed_and_was_not_said_is_asked() -> None:
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return " krabi "

    assert asked(FORMS["case"], {"id": "x", "province": ""}, answer) == {"province": "krabi"}
    assert len(questions) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("facts:\n  - a: 1\n", "facts:\n  - a: 1\n  - b: 2\n"),
        ("facts:\n- a: 1", "facts:\n- a: 1\n- b: 2\n"),
        ("facts:\r\n    - a: 1\r\n", "facts:\r\n    - a: 1\r\n    - b: 2\r\n"),
        ("facts:\n  - a: 1\n\n# the end\nmore: x\n", "facts:\n  - a: 1\n  - b: 2\n\n# the end\nmore: x\n"),
        ("# ทําไม  \nfacts:\n", "# ทําไม  \nfacts:\n  - b: 2\n"),
    ],
    ids=["indented", "flush-without-end", "windows", "not-last", "empty"],
)
def test_adding_keeps_every_other_byte(text: str, written: str) -> None:
    assert appended(text, "facts", "- b: 2\n") == written


@pytest.mark.parametrize("text", ["facts: []\n", "facts: [a]\n", "facts: x\n", "other: 1\n", "facts: [\n", ""])
def test_a_file_that_cannot_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(NoList):
        appended(text, "facts", "- b: 2\n")


def test_a_kind_of_source_that_there_is_not_is_refused_with_those_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base_tree(tmp_path)

    assert run(tmp_path, "source", "x", "--source-kind", "letter", "--title-th", "จดหมาย") == 2
    assert "testimony" in capsys.readouterr().err
    assert not (tmp_path / "data/sources/x.yml").exists()


@pytest.mark.parametrize(
    ("kind", "cited"),
    [
        ("testimony", "citations: [{source: new}]"),
        ("law", "citations: [{source: new, section: มาตรา 21}]"),
        ("plan", "citations: [{source: new, pages: [12, 13]}]"),
        ("recording", "citations: [{source: new, time: [0:12:30, 0:13:05]}]"),
    ],
)
def test_a_new_source_tells_how_it_is_cited(kind: str, cited: str, tmp_path: Path) -> None:
    base_tree(tmp_path)

    assert run(tmp_path, "source", "new", "--source-kind", kind, "--title-th", "เรื่อง") == 0
    assert cited in (tmp_path / "data/sources/new.yml").read_text(encoding="utf-8")


def test_what_rests_on_a_testimony_asks_for_no_place(tmp_path: Path) -> None:
    base_tree(tmp_path)
    assert run(tmp_path, "source", "elder", "--source-kind", "testimony", "--title-th", "คำบอกเล่า") == 0
    file = tmp_path / "data/sources/elder.yml"
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")

    assert run(tmp_path, "province", "trat", "--source", "elder") == 0
    assert (
        "lines" not in (tmp_path / "docs/provinces/trat.md").read_text(encoding="utf-8").rpartition("source: elder")[2]
    )


def test_a_source_that_is_only_begun_asks_for_the_place_it_has(tmp_path: Path) -> None:
    base_tree(tmp_path)
    assert run(tmp_path, "source", "elder", "--source-kind", "testimony", "--title-th", "คำบอกเล่า") == 0
    assert run(tmp_path, "source", "plan", "--source-kind", "plan", "--title-th", "แผน") == 0

    assert run(tmp_path, "fact", "--province", "krabi", "--dimension", "council-count", "--source", "elder") == 0
    assert run(tmp_path, "event", "krabi-start", "--province", "krabi", "--source", "plan") == 0
    facts = (tmp_path / "data/facts/krabi.yml").read_text(encoding="utf-8")
    events = (tmp_path / "data/events/krabi.yml").read_text(encoding="utf-8")

    assert "lines" not in facts.partition("source: elder")[2]
    assert "source: plan\n        pages: []\n" in events


def test_a_new_fact_tells_what_is_to_be_filled_in(tmp_path: Path) -> None:
    base_tree(tmp_path)

    assert run(tmp_path, "fact", "--province", "trat", "--dimension", "council-count") == 0
    text = (tmp_path / "data/facts/trat/council-count.yml").read_text(encoding="utf-8")
    assert re.search(r"^ +# .+: .+\n +number:", text, re.M)


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*")), ids=lambda file: file.name)
def test_the_words_that_a_template_gives_for_a_choice_are_known_where_they_are_typed(template: Path) -> None:
    """Who types ยืนยัน because the template says ``supports (ยืนยัน)`` is told ``supports``."""
    for line in template.read_text(encoding="utf-8").splitlines():
        said = (
            re.findall(r"([a-z-]+) \(([ก-๙][^)]*)\)", line) if " · " in line and line.lstrip().startswith("#") else []
        )
        for value, words in said:
            assert any(_named(field, value) == words for field in CHOSEN), f"{value} ({words})"


def _named(field: str, value: str) -> str:
    found = value_words(field, [value]).get(value)
    return found.th if found else ""
