"""A number of lessons goes in; a content tree of that size, the same at each run, comes out on disk.

Per lesson: half a case, three to five entries of evidence. Per hundred lessons: one table. The vocabularies and
the sources are the real ones; the sentences are put together from everyday Thai words.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml

WORDS_TH = (
    *("ชุมชน", "เครือข่าย", "ตำบล", "อำเภอ", "จังหวัด", "สภา", "องค์กร", "แผน"),
    *("ข้อมูล", "กองทุน", "ธรรมนูญ", "ผู้นำ", "ประชุม", "ร่วม", "ทำ", "คิด"),
    *("ตัดสินใจ", "ติดตาม", "งบประมาณ", "ภาคี", "ท้องถิ่น", "หมู่บ้าน", "ประชาชน", "เรียนรู้"),
    *("ขยายผล", "สุขภาพ", "ที่ดิน", "บ้าน", "เกษตร", "อินทรีย์", "ตลาด", "เยาวชน"),
    *("ผู้สูงอายุ", "ป่า", "น้ำ"),
)
WORDS_EN = (
    *("community", "network", "tambon", "district", "province", "council", "plan", "data"),
    *("fund", "charter", "leader", "meeting", "together", "decide", "follow", "budget"),
    *("partner", "local", "village", "people", "learn", "scale", "health", "land"),
    *("housing", "organic", "market", "youth", "elder", "forest", "water"),
)
VOCABULARIES = ("provinces.yml", "areas.yml", "themes.yml", "case-kinds.yml", "dimensions.yml", "terms.yml")
KINDS = ("network", "plan", "fund", "project", "council", "model")


class _Writer:
    """Makes records from one seeded source of chance."""

    def __init__(self, root: Path, out: Path) -> None:
        self.chance = random.Random(2555)  # noqa: S311 - sentences, not secrets
        self.themes = [one["id"] for one in _yaml(root / "data/themes.yml")["themes"] if one.get("parent")]
        self.provinces = [one["id"] for one in _yaml(root / "data/provinces.yml")["provinces"]]
        self.sources = {file.stem: int(_yaml(file)["lines"]) for file in sorted((root / "data/sources").glob("*.yml"))}
        self.out = out

    def text(self, words: int) -> dict[str, str]:
        thai = " ".join("".join(self.chance.choices(WORDS_TH, k=5)) for _ in range(max(words // 4, 1)))
        return {"th": thai, "en": " ".join(self.chance.choices(WORDS_EN, k=words)).capitalize()}

    def citation(self) -> dict[str, object]:
        source = self.chance.choice(sorted(self.sources))
        first = self.chance.randint(1, self.sources[source] - 6)
        return {"source": source, "lines": [first, first + self.chance.randint(0, 5)]}

    def lesson(self, number: int, cases: Sequence[tuple[str, str]]) -> dict[str, object]:
        evidence = []
        for entry in range(self.chance.randint(3, 5)):
            case, province = self.chance.choice(cases)
            stance = "supports" if entry < 3 else self.chance.choice(("contradicts", "qualifies"))
            one = {"province": province, "case": case, "stance": stance, "voice": "did", "text": self.text(14)}
            evidence.append({**one, "citations": [self.citation()]})
        title = self.text(7)
        return {
            "id": f"lesson-{number}",
            "title": {"th": f"{title['th']} {number}", "en": f"{title['en']} {number}"},
            "type": self.chance.choice(("practice", "pitfall", "recommendation")),
            "themes": self.chance.sample(self.themes, 2),
            "when": self.text(16),
            "do": self.text(20),
            "because": self.text(18),
            "evidence": evidence,
        }

    def case(self, number: int, province: str) -> dict[str, object]:
        def statements(count: int) -> list[dict[str, object]]:
            return [{**self.text(14), "citations": [self.citation()]} for _ in range(count)]

        title = self.text(6)
        return {
            "id": f"case-{number}",
            "title": {"th": f"{title['th']} {number}", "en": f"{title['en']} {number}"},
            "province": province,
            "kind": self.chance.choice(KINDS),
            "level": "tambon",
            "summary": self.text(24),
            "steps": statements(4),
            "results": statements(3),
            "helps": statements(2),
            "hinders": statements(2),
            "themes": self.chance.sample(self.themes, 2),
            "citations": [self.citation()],
        }

    def table(self, number: int) -> dict[str, object]:
        """A table of the cases of one province: it grows with the tree only as its province does."""
        where = {
            "province": [self.provinces[number % len(self.provinces)]],
            "kind": [KINDS[number % len(KINDS)]],
        }
        return {
            "id": f"table-{number}",
            "title": {"th": f"ตารางทดลอง {number}", "en": f"Trial table {number}"},
            "answer": self.text(10),
            "themes": [self.themes[number % len(self.themes)]],
            "rows": "cases",
            "where": where,
            "columns": [{"field": name} for name in ("level", "status", "results", "hinders")],
        }


def write_tree(root: Path, out: Path, lessons: int) -> None:
    """Write ``data/`` and ``docs/`` of ``lessons`` lessons below ``out``; vocabularies come from ``root``."""
    writer = _Writer(root, out)
    for name in VOCABULARIES:
        if (root / "data" / name).exists():
            (out / "data").mkdir(parents=True, exist_ok=True)
            shutil.copy(root / "data" / name, out / "data" / name)
    shutil.copytree(root / "data" / "sources", out / "data" / "sources")
    shutil.copytree(root / "docs" / "guide", out / "docs" / "guide")
    cases = [(f"case-{n}", writer.provinces[n % len(writer.provinces)]) for n in range(max(lessons // 2, 1))]
    for number, (id_, province) in enumerate(cases):
        _write(out / "docs/cases" / province / f"{id_}.md", writer.case(number, province))
    for number in range(lessons):
        _write(out / "docs/lessons" / f"lesson-{number}.md", writer.lesson(number, cases))
    for number in range(max(lessons // 100, 1)):
        file = out / "data/tables" / f"table-{number}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_lines(writer.table(number)), encoding="utf-8")


def _write(file: Path, record: dict[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{_lines(record)}---\n\nเนื้อความของรายการนี้\n", encoding="utf-8")


def _lines(record: dict[str, object]) -> str:
    """JSON values are YAML values: quick to write, and nothing to quote."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in record.items())


def _yaml(file: Path) -> dict:  # type: ignore[type-arg]
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found
