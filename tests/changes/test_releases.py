"""Publications: their files, their pages, their feed, and the command that writes them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from botrian.addresses import Stamp
from botrian.changes import (
    Changes,
    Edition,
    PartChange,
    RecordChange,
    change_pages,
    changes_feed,
    compare,
    release_file,
    release_of,
)
from botrian.changes.words import sentences as said
from botrian.check import check
from botrian.commands.line import main
from botrian.findings import Place
from botrian.knowledge import Knowledge
from botrian.pages.frame import Frame
from botrian.pages.glossary import glossary
from botrian.read import Paths
from botrian.records import LANGUAGES, Language, Release, ReleasedChange, Text
from botrian.thai import CalendarDate
from tests.changes.conftest import Change, Items, fact, files_of

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "check" / "base"
STAMP = Stamp("https://example.org/")
DAY = date(2026, 11, 21)
ATOM = "{http://www.w3.org/2005/Atom}"


def _released(before: Edition, after: Callable[[Change], Edition]) -> tuple[Release, Release]:
    def change(items: Items) -> None:
        items["lessons"][0]["do"] = {"th": "<b>ใหม่</b>", "en": "<b>New</b>"}
        items["cases"] = []

    new = after(change)
    first = release_of(before, None, DAY)
    return first, release_of(new, compare(before, new), DAY, [first.id])


def _knowledge(*releases: Release) -> Knowledge:
    origins = {("release", one.id): Place(f"data/changes/{one.id}.yml") for one in releases}
    return Knowledge(releases={one.id: one for one in releases}, origins=origins)


def test_the_first_publication_counts_and_has_no_changes(before: Edition) -> None:
    release = release_of(before, None, DAY)

    assert (release.id, release.first, release.changes) == ("2026-11-21", True, ())
    assert {one.kind: one.count for one in release.counts}["province"] == 2


def test_facts_are_counted_by_their_values(after: Callable[[Change], Edition]) -> None:
    def change(items: Items) -> None:
        items["facts"] = [fact("100", 1), fact("300", 2)]

    assert {one.kind: one.count for one in release_of(after(change), None, DAY).counts}["fact"] == 2


def test_a_second_publication_on_one_day_gets_a_number(before: Edition) -> None:
    assert release_of(before, None, DAY, ["2026-11-21"]).id == "2026-11-21-2"
    assert release_of(before, None, DAY, ["2026-11-21", "2026-11-21-2"]).id == "2026-11-21-3"


def test_a_large_publication_tells_its_first_records_in_words_and_of_the_rest_how_many_places() -> None:
    label, long = Text(th="ให้ทำ", en="Do"), Text(th="ก" * 900, en="x" * 900)
    parts = tuple(PartChange("changed", f"field{n}", label, None, long) for n in range(5))
    records = tuple(RecordChange("changed", "lesson", f"l{n}", label, parts) for n in range(400))
    release = release_of(Edition({}), Changes(records), DAY)
    sentences = [said(one) for one in release.changes]

    assert len(sentences) == 400
    assert [one.en for one in sentences[0]][-1] == "and 2 more"
    assert [one.en for one in sentences[-1]] == ["places changed: 5"]
    assert sum(map(len, sentences)) < 1000
    assert max(len(text.th) for words in sentences for text in words) <= 200


def test_a_publications_file_passes_the_check(
    before: Edition, after: Callable[[Change], Edition], tmp_path: Path
) -> None:
    content = shutil.copytree(BASE, tmp_path / "content")
    (content / "data" / "changes").mkdir()
    releases = _released(before, after)
    for release in releases:
        file = content / "data" / "changes" / f"{release.id}.yml"
        file.write_text(release_file(release), encoding="utf-8", newline="\n")

    checked = check(Paths.of(content), DAY)

    assert checked.knowledge is not None, checked.problems
    assert tuple(checked.knowledge.releases.values()) == releases


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_tell_the_newest_first_and_escape_what_records_say(
    language: Language, before: Edition, after: Callable[[Change], Edition]
) -> None:
    knowledge = _knowledge(*_released(before, after))
    frame = Frame(knowledge, {}, language, glossary(knowledge, language), STAMP)
    pages = {page.address: page.content for page in change_pages(frame)}

    assert list(pages) == ["changes/", "changes/2026-11-21-2/", "changes/2026-11-21/"]
    index = pages["changes/"]
    assert index.index("changes/2026-11-21-2/") < index.index('changes/2026-11-21/"')
    assert "<b>" not in pages["changes/2026-11-21-2/"]
    assert "&lt;b&gt;" in pages["changes/2026-11-21-2/"]


def test_a_large_publication_has_a_page_for_each_kind_of_which_much_changed() -> None:
    def change(kind: str, number: int) -> ReleasedChange:
        names = Text(th=f"{kind} {number}", en=f"{kind} {number}")
        return ReleasedChange(
            happened="added" if number % 2 else "changed", kind=kind, id=f"{kind}-{number}", title=names
        )

    changes = (*(change("lesson", n) for n in range(90)), *(change("case", n) for n in range(20)))
    large = Release(id="2026-11-21", date=CalendarDate(2026, 11, 21, "CE"), changes=changes)
    knowledge = _knowledge(large)
    frame = Frame(knowledge, {}, "th", glossary(knowledge, "th"), STAMP)
    pages = {page.address: page for page in change_pages(frame)}
    whole, lessons = pages["changes/2026-11-21/"], pages["changes/2026-11-21/lesson/"]

    assert list(pages) == ["changes/", "changes/2026-11-21/", "changes/2026-11-21/lesson/"]
    assert 'href="../../changes/2026-11-21/lesson/"' in whole.content and 'id="lesson"' in whole.content
    assert [whole.content.count(f"{kind} ") for kind in ("case", "lesson")] == [20, 0]
    assert all(f"lesson {n}<" in lessons.content for n in range(90))
    assert lessons.content.index('id="changed"') < lessons.content.index('id="added"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_has_an_entry_for_each_publication(
    language: Language, before: Edition, after: Callable[[Change], Edition]
) -> None:
    feed = ElementTree.fromstring(changes_feed(_knowledge(*_released(before, after)), language, STAMP))  # noqa: S314
    root = STAMP.site_url + ("en/" if language == "en" else "")

    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert ids == [f"{root}changes/2026-11-21-2/", f"{root}changes/2026-11-21/"]
    assert feed.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00Z"


def test_a_library_without_publications_has_a_valid_feed_and_a_page_that_says_so() -> None:
    feed = ElementTree.fromstring(changes_feed(Knowledge(), "th", STAMP))  # noqa: S314
    frame = Frame(Knowledge(), {}, "th", glossary(Knowledge(), "th"), STAMP)

    assert feed.findtext(f"{ATOM}updated")
    assert "ยังไม่มีการเผยแพร่" in next(iter(change_pages(frame))).content


def test_release_writes_once_then_only_when_something_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = shutil.copytree(BASE, tmp_path / "content")
    folders = ["--data", str(content / "data"), "--docs", str(content / "docs")]
    changes = content / "data" / "changes"

    assert main([*folders, "diff", "--release"], DAY) == 0
    assert main([*folders, "diff", "--release"], DAY) == 0
    assert [file.name for file in sorted(changes.iterdir())] == [".state.json", ".translations", "2026-11-21.yml"]

    provinces = content / "data" / "areas.yml"
    text = provinces.read_text(encoding="utf-8")
    name = next(line for line in text.split("\n") if "en:" in line).split("en:")[1].strip(" {}\"'")
    provinces.write_text(text.replace(name, f"{name} (all)"), encoding="utf-8", newline="\n")
    assert main([*folders, "diff", "--release"], DAY) == 0
    assert (changes / "2026-11-21-2.yml").exists()
    copies = [path.parent.name for path in (content / "data" / "frozen").glob("*/*.json")]
    assert sorted(copies) == sorted(path.stem for path in (content / "data" / "tables").glob("*.yml"))
    assert main([*folders, "check"], DAY) == 0
    capsys.readouterr()


def test_diff_of_two_checkouts_tells_the_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = (shutil.copytree(BASE, tmp_path / name) for name in ("old", "new"))
    data = new / "data" / "areas.yml"
    text = data.read_text(encoding="utf-8")
    name = next(line for line in text.split("\n") if "en:" in line).split("en:")[1].strip(" {}\"'")
    data.write_text(text.replace(name, f"{name} (all)"), encoding="utf-8", newline="\n")

    assert main(["diff", str(old), str(new), "--format", "json"], DAY) == 0
    items = json.loads(capsys.readouterr().out)["items"]
    assert [(one["kind"], one["happened"]) for one in items] == [("area", "changed")]


def test_diff_of_two_api_folders_tells_the_change(
    library: Items, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old", "new"):
        for path, data in files_of(library).items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(data)
        library["lessons"][0]["do"] = {"th": "ใหม่", "en": "New"}

    assert main(["diff", str(tmp_path / "old"), str(tmp_path / "new" / "api" / "v1"), "--lang", "th"], DAY) == 0
    text = capsys.readouterr().out
    assert "ให้ทำ: เดิม “รวมเป็นชุดเดียว” ตอนนี้ “ใหม่”" in text
    assert "What changed" not in text


def test_a_folder_that_is_neither_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(tmp_path), str(tmp_path)], DAY) == 2

    assert str(tmp_path) in capsys.readouterr().err
