"""A saved change shows on the served site; only what changed is made again."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.knowledge import Knowledge
from botrian.read import Paths, RememberedParse, parse_document
from botrian.site.content import knowledge_or_problems
from botrian.site.serve import Following

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)
#: A table that shows a fact of the tests' base tree.
COUNCILS = """id: councils
title: {th: จำนวนสภา, en: Councils}
answer: {th: บอกว่ามีกี่สภา, en: Tells how many there are}
themes: [data]
rows: provinces
columns:
  - dimension: council-count
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The tests' base tree with the pages that the menu names, under the real settings."""
    for part in ("data", "docs"):
        shutil.copytree(ROOT / "tests" / "check" / "base" / part, tmp_path / part)
    for name in ("contribute", "evidence", "tables", "trainers", "about"):
        page = tmp_path / "docs" / "guide" / f"{name}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ntitle: {{th: หน้า{name}, en: {name}}}\n---\nเนื้อหา\n", encoding="utf-8")
    return Paths(ROOT, tmp_path / "data", tmp_path / "docs")


def _knowledge(paths: Paths) -> Knowledge:
    knowledge, problems = knowledge_or_problems(paths, TODAY)
    assert knowledge is not None, problems
    return knowledge


def test_a_changed_lesson_is_shown_at_once_and_the_rest_follows(paths: Paths, tmp_path: Path) -> None:
    site = Following(paths, Stamp("https://example.org/"), tmp_path / "site")
    (tmp_path / "site").mkdir()
    assert site.show(_knowledge(paths)) == 0
    whole = site.follow(_knowledge(paths))
    lesson = sorted((paths.docs / "lessons").glob("*.md"))[0]
    page = tmp_path / "site" / "lessons" / lesson.stem / "index.html"
    assert page.is_file()

    text = lesson.read_text(encoding="utf-8")
    title = _knowledge(paths).lessons[lesson.stem].title.th
    lesson.write_text(text.replace(title, f"{title} ฉบับแก้", 1), encoding="utf-8")

    assert site.show(_knowledge(paths)) == 2
    assert "ฉบับแก้" in page.read_text(encoding="utf-8")
    assert 0 < site.follow(_knowledge(paths)) < whole
    assert "ฉบับแก้" in (tmp_path / "site" / "lessons" / "index.html").read_text(encoding="utf-8")
    assert site.follow(_knowledge(paths)) == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "page"),
    [
        ("data/facts/krabi.yml", "number: 61", "number: 62", "provinces/krabi"),
        ("data/facts/krabi.yml", "number: 61", "number: 62", "tables/councils"),
        ("data/events/krabi.yml", "ตั้งศูนย์ข้อมูล", "เปิดศูนย์ 62", "timeline"),
        ("data/terms.yml", "หน่วยงานที่หนุนชุมชน", "หนุน 62 ชุมชน", "terms"),
    ],
)
def test_a_record_without_a_page_is_shown_at_once_where_it_is_told(
    file: str, old: str, new: str, page: str, paths: Paths, tmp_path: Path
) -> None:
    (paths.data / "tables" / "councils.yml").write_text(COUNCILS, encoding="utf-8")
    site = Following(paths, Stamp("https://example.org/"), tmp_path / "site")
    (tmp_path / "site").mkdir()
    site.follow(_knowledge(paths))
    shown = tmp_path / "site" / page / "index.html"
    assert "62" not in shown.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    written = paths.on_disk(file).read_text(encoding="utf-8")
    assert old in written
    paths.on_disk(file).write_text(written.replace(old, new, 1), encoding="utf-8")
    site.show(_knowledge(paths))

    assert "62" in shown.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]


def test_a_removed_record_loses_its_page(paths: Paths, tmp_path: Path) -> None:
    site = Following(paths, Stamp("https://example.org/"), tmp_path / "site")
    (tmp_path / "site").mkdir()
    extra = paths.docs / "guide" / "more.md"
    extra.write_text("---\ntitle: {th: เพิ่มเติม, en: More}\n---\nเนื้อหา\n", encoding="utf-8")
    site.follow(_knowledge(paths))
    page = tmp_path / "site" / "en" / "guide" / "more" / "index.html"
    assert page.is_file()
    extra.unlink()
    site.follow(_knowledge(paths))

    assert not page.exists()


def test_an_unchanged_text_is_parsed_once() -> None:
    parse = RememberedParse()
    first = parse("docs/guide/a.md", "---\ntitle: {th: ก, en: A}\n---\nข\n")

    assert parse("docs/guide/a.md", "---\ntitle: {th: ก, en: A}\n---\nข\n") is first
    assert parse("docs/guide/a.md", "ค\n") == parse_document("docs/guide/a.md", "ค\n")
