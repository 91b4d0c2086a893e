"""Changes and a day go in; the record of a publication, and its file, come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import yaml

from botrian.changes.compare import Changes, PartChange, RecordChange, counts
from botrian.changes.edition import Edition
from botrian.changes.words import part_words
from botrian.records import KindCount, Release, ReleasedChange, Text
from botrian.records.release import UNNAMED
from botrian.thai import CalendarDate, clip

#: Sentences of one record; of the rest only the number is told: all of it is in the repository's history.
MOST_WORDS = 12
#: A publication that would have more sentences than this tells fewer of each record, and then only how many.
MOST_WORDS_TOGETHER = 150
FEW_WORDS = 3
#: Letters of one sentence in such a publication.
SHORT = 160


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
        changes=_released_all(changes) if changes else (),
    )


def _free_id(day: str, taken: set[str]) -> str:
    number = 2
    id_ = day
    while id_ in taken:
        id_, number = f"{day}-{number}", number + 1
    return id_


def _released_all(changes: Changes) -> tuple[ReleasedChange, ...]:
    """The records in their order: lessons and tables come first, so that what room there is goes to them."""
    if sum(min(MOST_WORDS, len(record.parts)) for record in changes.records) <= MOST_WORDS_TOGETHER:
        return tuple(_released(record, MOST_WORDS) for record in changes.records)
    released, left = [], MOST_WORDS_TOGETHER
    for record in changes.records:
        most = min(FEW_WORDS, left)
        released.append(_released(record, most, SHORT))
        left -= min(most, len(record.parts))
    return tuple(released)


def _released(record: RecordChange, most: int, letters: int | None = None) -> ReleasedChange:
    words = [_sentence(part, letters) for part in record.parts[:most]]
    return ReleasedChange(
        happened=record.happened,
        kind=record.kind,
        id=record.id,
        title=record.title,
        words=tuple(words),
        more=len(record.parts) - len(words),
    )


def _sentence(part: PartChange, letters: int | None) -> Text:
    thai, english = part_words(part, "th"), part_words(part, "en")
    return Text(th=clip(thai, letters), en=clip(english, letters)) if letters else Text(th=thai, en=english)


def release_file(release: Release, name_of: Callable[[str, str], Text | None] = lambda kind, id_: None) -> str:
    """The YAML of a publication, with what is not given left out.

    ``name_of`` tells what the record of a kind and id is called now: a name that is still so is not written.
    """
    changes = [
        one.model_copy(update={"title": UNNAMED}) if name_of(one.kind, one.id) == one.title else one
        for one in release.changes
    ]
    written = release.model_copy(update={"changes": tuple(changes)})
    raw = written.model_dump(mode="json", exclude_defaults=True, exclude_computed_fields=True)
    head = "# yaml-language-server: $schema=../../schemas/release.json\n# Written by: kb.py diff --release\n"
    body: Mapping[str, object] = dict(raw)
    return head + yaml.safe_dump(body, allow_unicode=True, sort_keys=False, width=10_000)
