"""Changes and a day go in; the record of a publication, and its file, come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import yaml

from botrian.changes.compare import Changes, RecordChange, counts
from botrian.changes.edition import Edition
from botrian.changes.words import part_words
from botrian.records import KindCount, Release, ReleasedChange, Text
from botrian.thai import CalendarDate

#: A record of which more was changed is told to be so; all of it is in the repository's history.
MOST_WORDS = 12


def release_of(edition: Edition, changes: Changes | None, day: date, taken: Iterable[str] = ()) -> Release:
    """The publication of ``edition`` on this day (C.E.); ``changes`` is None for the first one.

    ``taken`` are the ids of earlier publications: a second one on the same day gets a number.
    """
    when = CalendarDate(day.year, day.month, day.day, "CE")
    return Release(
        id=_free_id(day.isoformat(), set(taken)),
        date=when,
        first=changes is None,
        counts=tuple(KindCount(kind=kind, count=count) for kind, count in counts(edition.entries).items()),
        changes=tuple(map(_released, changes.records)) if changes else (),
    )


def _free_id(day: str, taken: set[str]) -> str:
    number = 2
    id_ = day
    while id_ in taken:
        id_, number = f"{day}-{number}", number + 1
    return id_


def _released(record: RecordChange) -> ReleasedChange:
    words = [Text(th=part_words(part, "th"), en=part_words(part, "en")) for part in record.parts]
    more = len(words) - MOST_WORDS
    if more > 0:
        words = [*words[:MOST_WORDS], Text(th=f"และอีก {more} จุด", en=f"and {more} more")]
    return ReleasedChange(
        happened=record.happened, kind=record.kind, id=record.id, title=record.title, words=tuple(words)
    )


def release_file(release: Release) -> str:
    """The YAML of a publication, with what is not given left out."""
    raw = release.model_dump(mode="json", exclude_defaults=True)
    head = "# yaml-language-server: $schema=../../schemas/release.json\n# Written by: kb.py diff --release\n"
    body: Mapping[str, object] = dict(raw)
    return head + yaml.safe_dump(body, allow_unicode=True, sort_keys=False, width=10_000)
