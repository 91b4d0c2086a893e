"""A small content tree with a record of every kind, made of the tests' base tree."""

from __future__ import annotations

import shutil
from pathlib import Path

from botrian.read import Paths

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "check" / "base"
#: Pages that the menu names.
GUIDES = ("contribute", "contribute-git", "private-data", "receive", "evidence", "tables", "trainers", "about")
KIT = """id: first-data
title: {th: เริ่มทำข้อมูล, en: Begin with data}
purpose: {th: กลุ่มได้แบบสำรวจหนึ่งหน้า, en: The group leaves with a one-page survey}
themes: [data-systems]
parts:
  - {name: {th: ลองทำ, en: Try it}, minutes: 30, text: {th: เขียนคำถามสามข้อ, en: Write three questions}}
lessons: [data-first]
tables: [data-systems]
"""
REDIRECTS = """redirects:
  - {old: "lesson:old-lesson", new: "lesson:data-first", since: 2026-01-31 CE}
"""
WITHDRAWN = """withdrawn:
  - {old: "lesson:told-by-one", since: 2026-02-28 CE, why: consent}
"""
CREDIT = """id: krabi-check-1
role: checked
name: {th: ป้าแดง, en: Pa Daeng}
position: {th: เลขานุการสภา, en: Secretary of the council}
body: {th: สภาองค์กรชุมชนตำบล, en: Tambon community council}
province: krabi
consent: spoken
date: 2569-01-15 BE
way: phone
lessons: [data-first]
provinces: [krabi]
note: {th: เทียบตัวเลขกับรายงานประชุม, en: Held the figures against the minutes}
"""
PUBLIC = """public:
  - {text: 075-611-999, consent: public-office, why: {th: เบอร์ของสภา, en: The council's number}, since: 2569-01-15 BE}
"""
ASKED = """asked:
  - lesson: data-first
    words: [จะเริ่มนับคนในหมู่บ้านตรงไหน, กรอกสมุดแล้วเอาไปทำอะไร]
"""
COORDINATORS = """coordinators:
  - id: krabi-office
    name: {th: สำนักงานกระบี่, en: Krabi office}
    phone: 075-611-998
    consent: public-office
    since: 2569-01-15 BE
"""
RELEASE = """id: 2026-01-31
date: 2026-01-31 CE
first: true
"""
INTRODUCTION = """---
title: {th: บทเรียน, en: Lessons}
---

อ่านบทเรียนทีละข้อ หรือถามสภาที่ 075-611-999 แล้วดู[เส้นทางอ่าน](../paths/start-with-data.md)และ[ชุดอบรม](kit:first-data)
"""


def whole_tree(folder: Path) -> Paths:
    """The tree below ``folder``, under the settings of the project."""
    for part in ("data", "docs"):
        shutil.copytree(BASE / part, folder / part)
    written = {
        "data/kits/first-data.yml": KIT,
        "data/changes/2026-01-31.yml": RELEASE,
        "data/public.yml": PUBLIC,
        "data/coordinators.yml": COORDINATORS,
        "data/asked/lessons.yml": ASKED,
        "data/redirects.yml": REDIRECTS,
        "data/withdrawn.yml": WITHDRAWN,
        "data/credits/krabi-check-1.yml": CREDIT,
        "docs/lessons/index.md": INTRODUCTION,
        **{f"docs/guide/{name}.md": f"---\ntitle: {{th: หน้า{name}, en: {name}}}\n---\nเนื้อหา\n" for name in GUIDES},
    }
    for name, text in written.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return Paths(ROOT, folder / "data", folder / "docs")
