"""Publications are written shorter, and their pages say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.changes.words import sentences
from botrian.check import check
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.records import Release
from migrations.publications_in_short import migrate
from tests.library import TODAY, library_tree

LONG = """id: 2026-05-01
date: 2026-05-01 CE
changes:
- happened: changed
  kind: lesson
  id: data-first
  title: {th: TITLE_TH, en: TITLE_EN}
  words:
  - th: "ให้ทำ: แก้ไข"
    en: "Do: edited"
  - th: "และอีก 2 จุด"
    en: "and 2 more"
- happened: changed
  kind: fact
  id: trat.DIMENSION
  title: {th: "ตราด: ชื่อเดิม", en: "Trat: what it was called"}
  words:
  - {th: "แก้ 5 จุด", en: "places changed: 5"}
- happened: removed
  kind: lesson
  id: long-gone
  title: {th: บทเรียนที่ไม่มีแล้ว, en: A lesson that is gone}
"""


@pytest.fixture
def written(tmp_path: Path) -> Paths:
    paths = library_tree(tmp_path)
    knowledge = known(paths)
    lesson = knowledge.lessons["data-first"].title
    dimension = next(one.fact.dimension for one in knowledge.facts if one.province == "trat")
    text = LONG.replace("TITLE_TH", lesson.th).replace("TITLE_EN", lesson.en).replace("DIMENSION", dimension)
    (paths.data / "changes" / "2026-05-01.yml").write_text(text, encoding="utf-8", newline="\n")
    return paths


def known(paths: Paths) -> Knowledge:
    knowledge = check(paths, TODAY).knowledge
    assert knowledge is not None
    return knowledge


def shown(release: Release) -> list[object]:
    return [(one.happened, one.kind, one.id, one.title, sentences(one)) for one in release.changes]


def test_a_publication_says_the_same_in_fewer_letters(written: Paths) -> None:
    before = shown(known(written).releases["2026-05-01"])

    assert migrate(written, TODAY) > 0

    assert shown(known(written).releases["2026-05-01"]) == before


def test_a_name_that_is_still_so_goes_and_another_one_stays(written: Paths) -> None:
    migrate(written, TODAY)
    text = (written.data / "changes" / "2026-05-01.yml").read_text(encoding="utf-8")

    assert text.count("title:") == 2
    assert "what it was called" in text
    assert "A lesson that is gone" in text
    assert "more: 5" in text
    assert "and 2 more" not in text


def test_doing_it_again_changes_nothing(written: Paths) -> None:
    migrate(written, TODAY)

    assert migrate(written, TODAY) == 0


def test_a_record_that_goes_later_is_called_by_the_publication_in_which_it_went(written: Paths) -> None:
    file = written.data / "changes" / "2026-06-01.yml"
    file.write_text(
        "id: 2026-06-01\ndate: 2026-06-01 CE\nchanges:\n- {happened: added, kind: lesson, id: long-gone, more: 1}\n",
        encoding="utf-8",
        newline="\n",
    )
    (change,) = known(written).releases["2026-06-01"].changes

    assert change.title.en == "A lesson that is gone"
