"""What somebody takes back goes: from content, copies and publications, and from every file of the next edition."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.changes import compare, edition_of_files
from botrian.check import check
from botrian.commands.line import main
from botrian.read import Paths
from botrian.records import LANGUAGES
from botrian.site.generate import Kept, generate
from tests.kinds.whole_tree import ROOT
from tests.library import TODAY, library_tree

TOLD = """id: told-by-one
kind: testimony
title: {th: คำบอกเล่าของป้าจันทร์ดวง, en: What Aunt Chanduang told}
short: {th: คำบอกเล่าป้าจันทร์ดวง, en: Aunt Chanduang's words}
cite_as: {th: ป้าจันทร์ดวง. (2569). คำบอกเล่า., en: Aunt Chanduang. (2026). Testimony.}
about: {th: เล่าเรื่องกองทุนข้าวสารของบ้านโน้น, en: Tells of the rice fund of that village}
speaker:
  speaks_as: {th: กรรมการกองทุน, en: Member of the fund's committee}
  province: krabi
  date: 2569-05-01 BE
  recorded_by: {th: ทีมจังหวัด, en: The province's team}
  consent: spoken
"""
ENTRY = """  - province: krabi
    stance: supports
    voice: says
    text: {th: กองทุนข้าวสารช่วยคนได้หลังน้ำท่วมใหญ่ปีนั้น, en: The rice fund carried people through that great flood}
    citations: [{source: told-by-one}]
"""
CREDIT = """id: told-1
role: told
name: {th: ป้าจันทร์ดวง, en: Aunt Chanduang}
consent: spoken
province: krabi
date: 2569-05-01 BE
sources: [told-by-one]
"""
#: Words that stand nowhere but in what is taken back.
TRACES = ("จันทร์ดวง", "Chanduang", "กองทุนข้าวสาร", "rice fund")
LESSON = "docs/lessons/data-first.md"
SITE = "https://example.org/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library with a testimony, an entry that rests on it, a credit, a publication and a frozen copy."""
    folder = tmp_path_factory.mktemp("told")
    paths = library_tree(folder)
    (paths.data / "sources" / "told-by-one.yml").write_text(TOLD, encoding="utf-8", newline="\n")
    (paths.data / "credits" / "told-1.yml").write_text(CREDIT, encoding="utf-8", newline="\n")
    assert kb(paths, "diff", "--release") == 0
    lesson = paths.on_disk(LESSON)
    text = lesson.read_text(encoding="utf-8")
    head, mark, rest = text.partition("evidence:\n")
    lesson.write_text(head + mark + ENTRY + rest, encoding="utf-8", newline="\n")
    assert kb(paths, "diff", "--release") == 0
    return folder


@pytest.fixture
def told(made: Path, tmp_path: Path) -> Paths:
    """A copy of it to withdraw from."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return Paths(ROOT, tmp_path / "data", tmp_path / "docs")


def kb(paths: Paths, *words: str) -> int:
    return main(["--data", str(paths.data), "--docs", str(paths.docs), *words], TODAY)


def codes(paths: Paths) -> list[str]:
    return [one.code for one in check(paths, TODAY).problems if one.severity == "error"]


def traces(files: Mapping[str, bytes]) -> list[str]:
    return [name for name, data in files.items() if any(trace.encode() in data for trace in TRACES)]


def content(paths: Paths) -> dict[str, bytes]:
    folders = (paths.data, paths.docs)
    return {str(file): file.read_bytes() for folder in folders for file in folder.rglob("*") if file.is_file()}


def site(paths: Paths) -> dict[str, bytes]:
    """All pages and files of both languages."""
    knowledge = check(paths, TODAY).knowledge
    assert knowledge is not None
    files: dict[str, bytes] = {}
    for language in LANGUAGES:
        made = generate(knowledge, language, Stamp(SITE, None, {}), Kept(None, paths.data / "frozen"))
        files |= {f"{language}/{name}": data for name, data in made.files.items()}
        files |= {f"{language}/{page.address}": page.content.encode() for page in made.pages}
    return files


def without_the_entry(paths: Paths) -> None:
    lesson = paths.on_disk(LESSON)
    lesson.write_text(lesson.read_text(encoding="utf-8").replace(ENTRY, ""), encoding="utf-8", newline="\n")


def test_the_fixture_is_told_of_in_content_publications_copies_and_the_site(told: Paths) -> None:
    """What the other tests say is gone was there."""
    kept = [Path(name).parent.name for name in traces(content(told))]
    assert {"sources", "credits", "changes", "lessons"} <= set(kept)
    assert len(traces(site(told))) > 20


def test_a_withdrawal_is_shown_before_anything_is_written(told: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(told)

    assert kb(told, "withdraw", "source:told-by-one") == 1
    assert content(told) == before

    said = capsys.readouterr().out
    assert "data/sources/told-by-one.yml" in said
    assert "data/credits/told-1.yml" in said
    assert "docs/lessons/data-first.md" in said


def test_after_it_only_what_people_must_decide_is_left_and_is_told_by_check(told: Paths) -> None:
    kb(told, "withdraw", "source:told-by-one", "--write")

    assert set(codes(told)) == {"withdrawn-used"}
    assert [Path(name).name for name in traces(content(told))] in (["data-first.md"], [".state.json", "data-first.md"])

    without_the_entry(told)
    assert codes(told) == []


def test_the_next_edition_has_it_nowhere_and_its_address_says_so(told: Paths) -> None:
    kb(told, "withdraw", "source:told-by-one", "--write")
    without_the_entry(told)
    assert kb(told, "diff", "--release") == 0

    assert traces(content(told)) == []
    files = site(told)
    assert traces(files) == []
    for language, word in (("th", "ถอนคำยินยอม"), ("en", "took the consent back")):
        text = files[f"{language}/sources/told-by-one/index.html"].decode()
        assert word in text
        assert "refresh" not in text
        assert "<script" not in text
    assert b"told-by-one" in files["th/api/v1/withdrawals.json"]


def test_a_frozen_copy_that_held_it_goes_and_its_address_says_so(told: Paths) -> None:
    copies = [name for name in traces(content(told)) if "/frozen/" in name]
    assert copies, "a table shows the lesson's sources"
    kb(told, "withdraw", "source:told-by-one", "--write")
    without_the_entry(told)

    copy = Path(copies[0])
    assert not copy.exists()
    assert codes(told) == []
    page = site(told)[f"en/embed/frozen/{copy.parent.name}/{copy.stem}/index.html"].decode()
    assert "withdrawn on" in page


def test_deleting_the_file_alone_is_not_enough(told: Paths) -> None:
    """By hand, without the command: what copies and publications keep is told, each with the command that cleans."""
    (told.data / "sources" / "told-by-one.yml").unlink()
    (told.data / "credits" / "told-1.yml").unlink()
    without_the_entry(told)
    assert codes(told) == ["published-gone"]

    (told.data / "withdrawn.yml").write_text(
        'withdrawn:\n  - {old: "source:told-by-one", since: 2026-06-30 CE}\n', encoding="utf-8", newline="\n"
    )
    assert set(codes(told)) == {"withdrawn-kept"}


def test_what_was_taken_back_is_not_told_among_changes(told: Paths) -> None:
    before = edition_of_files(_api(told))
    kb(told, "withdraw", "source:told-by-one", "--write")
    without_the_entry(told)
    changes = compare(before, edition_of_files(_api(told)))

    assert [(one.kind, one.title.en) for one in changes.records if one.happened == "removed"] == [
        ("source", "Source, withdrawn")
    ]
    assert traces({"changes": repr(changes).encode()}) == []


def _api(paths: Paths) -> Mapping[str, bytes]:
    return {name.removeprefix("th/"): data for name, data in site(paths).items() if name.startswith("th/api/")}


def test_what_is_not_there_cannot_be_withdrawn(told: Paths) -> None:
    assert kb(told, "withdraw", "source:nobody") == 2
