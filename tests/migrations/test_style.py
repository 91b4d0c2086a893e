"""Texts are written in one style; ids, addresses, aliases and quotations stay as they are."""

from __future__ import annotations

from pathlib import Path

from migrations.style import migrate

STYLE = """style:
  - id: no-hyphen
    language: en
    words: [{wrong: co-operat, right: cooperat}]
    why: {th: ไม่มียัติภังค์, en: It has no hyphen.}
"""
LESSON = """---
id: co-operate
title: {th: ต่างๆ, en: "Co-operation, of 2551 BE"}
aliases: [co-operation]
when: {th: เมื่อ, en: work is begun}
do:
  th: "ทำต่างๆ"
  en: "co-operate: “co-operation”"
---

ใช้ต่างๆ [co-operation](case:krabi/co-operation) “ต่างๆ”
"""
WRITTEN = """---
id: co-operate
title: {th: ต่าง ๆ, en: "Cooperation, of 2008 (B.E. 2551)"}
aliases: [co-operation]
when: {th: เมื่อ, en: Work is begun.}
do:
  th: "ทำต่าง ๆ"
  en: "Cooperate: “co-operation”."
---

ใช้ต่าง ๆ [co-operation](case:krabi/co-operation) “ต่างๆ”
"""


def test_texts_are_written_in_one_style_and_all_else_stays(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/style.yml").write_text(STYLE, encoding="utf-8")
    (tmp_path / "docs/lessons").mkdir(parents=True)
    lesson = tmp_path / "docs/lessons/co-operate.md"
    lesson.write_text(LESSON, encoding="utf-8")

    counts = migrate(tmp_path, [lesson])
    written = lesson.read_text(encoding="utf-8")
    again = migrate(tmp_path, [lesson])

    assert written == WRITTEN
    assert counts["งๆ"] == 3
    assert not again
    assert lesson.read_text(encoding="utf-8") == WRITTEN
