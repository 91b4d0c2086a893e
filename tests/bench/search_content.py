"""Real knowledge and a number enter; knowledge with that many lessons, and cases and facts in proportion, leaves.

Sentences are real ones, put together anew. New places and people come with every record, as they do in a library
that grows: without them the words would stay few, and an index would look smaller than it will be.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import Case, Evidence, Lesson, Statement, Text

_ONSETS = (*"กขคงจชดตทนบปผพมยรลวสหอ", "กล", "พร", "ตร", "คล")
_RHYMES = ("า", "ิน", "อง", "าว", "ุ่ม", "ูน", "าย", "ัน", "อม", "ือง", "ี", "่อน", "าด", "ุด", "ัก", "าง", "อย", "ิ่ง")
_LATIN = (
    "ba",
    "ko",
    "na",
    "mai",
    "si",
    "pho",
    "wang",
    "nam",
    "rim",
    "tha",
    "sra",
    "khao",
    "don",
    "lam",
    "huai",
    "bang",
)


def larger(base: Knowledge, lessons: int, seed: int = 1) -> Knowledge:
    """``base`` with lessons and cases made of its sentences instead of its own; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 -- made-up content, no secret
    pool = _Pool(base, chance)
    cases = {f"case-{n}": pool.case(n) for n in range(max(1, lessons // 2))}
    ids = tuple(cases)
    made = {f"lesson-{n}": pool.lesson(n, ids) for n in range(lessons)}
    facts = tuple(
        PlacedFact(case.province, n, placed.fact.model_copy(update={"case": case.id}))
        for n, case in enumerate(cases.values())
        if (placed := base.facts[n % len(base.facts)] if base.facts else None)
    )
    return replace(base, cases=cases, lessons=made, facts=facts, events={}, bodies={}, paths={}, tables={})


class _Pool:
    """Statements, cases and lessons to draw from."""

    def __init__(self, base: Knowledge, chance: random.Random) -> None:
        self.chance = chance
        self.cases = tuple(base.cases.values())
        self.lessons = tuple(base.lessons.values())
        self.provinces = tuple(base.provinces)
        self.statements: Sequence[Statement] = tuple(
            one for case in self.cases for one in (*case.steps, *case.results, *case.helps, *case.hinders)
        )
        self.entries: Sequence[Evidence] = tuple(one for lesson in self.lessons for one in lesson.evidence)

    def name(self) -> Text:
        """A made-up place."""
        thai = "".join(self.chance.choice(_ONSETS) + self.chance.choice(_RHYMES) for _ in range(3))
        latin = " ".join(self.chance.choice(_LATIN).title() for _ in range(2))
        return Text(th=f"บ้าน{thai}", en=f"Ban {latin}")

    def titled(self, title: Text) -> Text:
        """A title with a made-up place."""
        place = self.name()
        return Text(th=f"{title.th} {place.th}", en=f"{title.en}, {place.en}")

    def some(self, most: int) -> tuple[Statement, ...]:
        """A few statements, some with a place."""
        drawn = self.chance.sample(self.statements, self.chance.randint(1, most))
        return tuple(one.model_copy(update=self.titled(Text(th=one.th, en=one.en)).model_dump()) for one in drawn)

    def case(self, number: int) -> Case:
        """One case: another one's title and summary, statements of many."""
        base = self.chance.choice(self.cases)
        update = {
            "id": f"case-{number}",
            "title": self.titled(base.title),
            "province": self.chance.choice(self.provinces),
            "steps": self.some(5),
            "results": self.some(3),
            "helps": self.some(3),
            "hinders": self.some(2),
            "part_of": (),
            "follows": (),
            "related": (),
        }
        return base.model_copy(update=update)

    def lesson(self, number: int, cases: Sequence[str]) -> Lesson:
        """One lesson: conditions and advice of others, entries of many."""
        base, other = self.chance.choice(self.lessons), self.chance.choice(self.lessons)
        drawn = self.chance.sample(self.entries, min(len(self.entries), self.chance.randint(2, 6)))
        entries = tuple(
            one.model_copy(
                update={
                    "text": self.titled(one.text),
                    "province": self.chance.choice(self.provinces),
                    "case": self.chance.choice(cases),
                }
            )
            for one in drawn
        )
        update = {
            "id": f"lesson-{number}",
            "title": self.titled(base.title),
            "do": other.do,
            "evidence": entries,
            "related": (),
        }
        return base.model_copy(update=update)
