"""An old tree and a new one, both checked, go in; the review of what the new one does comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from botrian.changes.compare import Changes, PartChange, RecordChange
from botrian.changes.words import part_words
from botrian.check import Checked, Problem
from botrian.kinds import kind_named
from botrian.knowledge import Knowledge
from botrian.knowledge.strength import Strength
from botrian.pages.strength_words import strength_line
from botrian.records import LANGUAGES, Text
from botrian.review.model import (
    ChangedPart,
    ChangedRecord,
    ChangedStrength,
    ChangedTable,
    Review,
    Said,
    Suggestion,
    Trouble,
)
from botrian.words import say, word

#: Problems in one review; a person mends these first.
MOST_TROUBLES = 100


@dataclass(frozen=True)
class Proposal:
    """Which pull request it is, as far as there is one, and what it touches beside content."""

    number: int = 0
    commit: str = ""
    other_files: tuple[str, ...] = ()


def review_of(
    old: Checked,
    new: Checked,
    changes: Changes,
    pages: Iterable[str],
    suggestions: Mapping[Problem, Suggestion],
    proposal: Proposal,
) -> Review:
    """The review. ``changes`` and ``pages`` are empty where either tree has errors: then nothing can be compared."""
    known = {_same(one) for one in old.problems}
    fresh = [one for one in new.problems if _same(one) not in known]
    fresh.sort(key=lambda one: (one.severity != "error", one.file, one.line, one.column))
    errors = sum(one.severity == "error" for one in fresh)
    before, after = old.knowledge, new.knowledge
    compared = before is not None and after is not None
    derived = _derived_tables(before, after) if before and after else frozenset()
    return Review(
        number=proposal.number,
        commit=proposal.commit,
        compared=compared,
        errors=errors,
        warnings=len(fresh) - errors,
        older_troubles=len(new.problems) - len(fresh),
        troubles=tuple(_trouble(one, suggestions.get(one)) for one in fresh[:MOST_TROUBLES]),
        records=tuple(_record(one, after) for one in changes.records if (one.kind, one.id) not in derived)[:3000],
        strengths=tuple(_strengths(before, after))[:1000] if before and after else (),
        tables=tuple(_tables(changes.records, derived, after))[:300] if after else (),
        people=tuple(_people(before, after))[:500] if before and after else (),
        pages=tuple(dict.fromkeys(pages))[:5000],
        other_files=proposal.other_files[:5000],
    )


def _same(problem: Problem) -> tuple[str, str, str, str]:
    """What makes a problem the same one though lines above it came or went."""
    return problem.code, problem.file, problem.got, problem.field


def _trouble(problem: Problem, suggestion: Suggestion | None) -> Trouble:
    return Trouble(
        severity=problem.severity,
        code=problem.code,
        file=problem.file.replace("\\", "/")[:300] or "?",
        line=max(1, problem.line),
        message=Said.of(problem.message),
        fix=Said.of(problem.fix),
        suggestion=suggestion,
    )


def _record(change: RecordChange, after: Knowledge | None) -> ChangedRecord:
    return ChangedRecord(
        happened=change.happened,
        kind=Said.of(word(f"kinds.{change.kind}")),
        title=Said.of(change.title),
        page=_page(change, after),
        parts=tuple(map(_part, change.parts[:2000])),
    )


def _page(change: RecordChange, after: Knowledge | None) -> str:
    """Where a record stands on the site, for those that have a page of their own and are still there."""
    kind = kind_named(change.kind)
    if after is None or not kind.page or change.id not in after.of(change.kind):
        return ""
    return after.address_of(change.kind, change.id)


def _part(part: PartChange) -> ChangedPart:
    names = {name: part_words(part, name) for name in LANGUAGES}
    return ChangedPart(
        happened=part.happened,
        label=Said.of(part.label),
        before=_said(part.before),
        after=_said(part.after),
        words=Said(th=names["th"][:20_000], en=names["en"][:20_000]),
    )


def _said(text: Text | None) -> Said | None:
    return Said.of(text) if text else None


def _strengths(before: Knowledge, after: Knowledge) -> Iterator[ChangedStrength]:
    """Lessons that are new or stand otherwise than before."""
    for id_, strength in after.strengths.items():
        now = strength_words(strength)
        was = strength_words(before.strengths[id_]) if id_ in before.strengths else None
        if now != was:
            yield ChangedStrength(title=Said.of(after.lessons[id_].title), before=was, after=now)


def strength_words(strength: Strength) -> Said:
    """As the lesson's page says it."""
    found = {
        language: f"{say(f'strength.{strength.level}', language)} ({strength_line(strength, language)})"
        for language in LANGUAGES
    }
    return Said(th=found["th"], en=found["en"])


def _derived_tables(before: Knowledge, after: Knowledge) -> frozenset[tuple[str, str]]:
    """The tables whose own definition nobody touched: what changes in them follows from other records."""
    return frozenset(("table", id_) for id_, one in after.tables.items() if before.tables.get(id_) == one)


def _tables(
    records: Sequence[RecordChange], derived: frozenset[tuple[str, str]], after: Knowledge
) -> Iterator[ChangedTable]:
    """The derived tables that changed. What a record's own change tells in the same words is not told again."""
    own = [change for change in records if (change.kind, change.id) not in derived]
    told = {(part.before, part.after) for change in own for part in change.parts if part.after}
    for change in records:
        if (change.kind, change.id) in derived:
            parts = [part for part in change.parts if (part.before, part.after) not in told]
            yield ChangedTable(
                title=Said.of(change.title),
                answer=Said.of(after.tables[change.id].answer),
                page=after.address_of("table", change.id),
                places=len(change.parts),
                parts=tuple(map(_part, parts[:2000])),
            )


def _people(before: Knowledge, after: Knowledge) -> Iterator[Said]:
    """Contributors who are named anew or otherwise: what they did, who, and how they agreed."""
    for id_, credit in after.credits.items():
        if before.credits.get(id_) == credit:
            continue
        name = after.name_of("credit", id_)
        told = {}
        for language in LANGUAGES:
            agreed = f" ({say(f'consent.{credit.consent}', language)})" if credit.consent else ""
            told[language] = f"{say(f'credit.{credit.role}', language)}: {name.in_(language)}{agreed}"
        yield Said(th=told["th"], en=told["en"])
