"""The frame goes in; the page of all publications, a page for each, and of the large ones a page a kind come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from botrian.changes.labels import label
from botrian.changes.words import kind_word, sentences
from botrian.kinds import linked_kinds
from botrian.knowledge import Knowledge
from botrian.pages.credits import by_role
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.lengths import too_long
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Credit, CreditRole, Language, Release, ReleasedChange
from botrian.thai import format_number

INDEX = "changes/"
#: Of a large publication, kinds with more changes than this have pages of their own, and lists are folded.
_MOST_TOGETHER = 60


def change_pages(frame: Frame) -> Iterator[StagedPage]:
    """``/changes/`` and ``/changes/<id>/``, the newest publication first."""
    releases = newest_first(frame.knowledge)
    title, intro = frame.say("collection.changes"), frame.say("intro.changes")
    word = partial(label, language=frame.language)
    summary = partial(release_summary, language=frame.language)
    desk = frame.desk(INDEX)
    thanked = thanked_between(frame.knowledge, releases[0] if releases else None, None)
    content = filled(
        "changes",
        desk,
        releases=releases,
        intro=intro,
        introduction=introduced(desk),
        word=word,
        summary=summary,
        thanked=by_role(thanked),
    )
    yield frame.page(INDEX, title, content, description=intro)
    for release, before in zip(releases, [*releases, None][1:], strict=True):
        yield _page(frame, release, by_role(thanked_between(frame.knowledge, before, release)), word)
        for kind, changes in grouped(release):
            if _on_its_own(release, changes):
                yield _kind_page(frame, release, kind, changes, word)


def thanked_between(knowledge: Knowledge, before: Release | None, until: Release | None) -> list[Credit]:
    """Who took part after one publication and up to another, the newest first; None: since ever, or up to now.

    They are read from today's records and are no part of a publication, so that a name that was taken back is gone.
    """
    first = before.date.latest() if before else date.min
    last = until.date.latest() if until else date.max
    found = [one for one in knowledge.credits.values() if first < one.date.latest() <= last]
    return sorted(found, key=lambda one: (one.date.latest(), one.id), reverse=True)


def _page(
    frame: Frame, release: Release, thanked: Sequence[tuple[CreditRole, list[Credit]]], word: Callable[[str], str]
) -> StagedPage:
    page = f"{INDEX}{release.id}/"
    desk = frame.desk(page)
    summary = release_summary(release, frame.language)
    groups = [
        (
            kind,
            kind_word(kind, frame.language),
            changes,
            f"{page}{kind}/" if _on_its_own(release, changes) else "",
        )
        for kind, changes in grouped(release)
    ]
    content = filled(
        "changes-release",
        desk,
        release=release,
        summary=summary,
        groups=groups,
        fold=too_long(len(release.changes)),
        thanked=thanked,
        word=word,
        sentences=sentences,
        url=partial(_url, desk=desk, knowledge=frame.knowledge),
    )
    title = release_title(release, frame.language)
    origin = frame.knowledge.origin("release", release.id)
    crumbs = ((INDEX, frame.say("collection.changes")),)
    return frame.page(page, title, content, crumbs=crumbs, description=summary, origin=origin)


def _on_its_own(release: Release, changes: Sequence[ReleasedChange]) -> bool:
    """Whether what changed of a kind has its own page: all of a thousand records are 70 KB, and few read all kinds."""
    return too_long(len(release.changes)) and len(changes) > _MOST_TOGETHER


def _kind_page(
    frame: Frame, release: Release, kind: str, changes: Sequence[ReleasedChange], word: Callable[[str], str]
) -> StagedPage:
    """What came, changed and went of one kind."""
    above = f"{INDEX}{release.id}/"
    page = f"{above}{kind}/"
    desk = frame.desk(page)
    happened: dict[str, list[ReleasedChange]] = {}
    for change in changes:
        happened.setdefault(change.happened, []).append(change)
    content = filled(
        "changes-kind",
        desk,
        groups=list(happened.items()),
        fold=_MOST_TOGETHER,
        word=word,
        sentences=sentences,
        url=partial(_url, desk=desk, knowledge=frame.knowledge),
    )
    day = release_title(release, frame.language)
    title = f"{kind_word(kind, frame.language)} · {day}"
    crumbs = ((INDEX, frame.say("collection.changes")), (above, day))
    origin = frame.knowledge.origin("release", release.id)
    return frame.page(page, title, content, crumbs=crumbs, description=title, origin=origin)


def newest_first(knowledge: Knowledge) -> tuple[Release, ...]:
    """All publications, the newest first; of one day, the last."""
    return tuple(sorted(knowledge.releases.values(), key=_order, reverse=True))


def _order(release: Release) -> tuple[str, int, str]:
    """The day, then the number behind it: ``2026-11-21-10`` comes after ``2026-11-21-9``."""
    return release.date.earliest().isoformat(), len(release.id), release.id


def release_title(release: Release, language: Language) -> str:
    """The name of a publication: its day."""
    return label("release", language).format(release.date.format(language))


def release_summary(release: Release, language: Language) -> str:
    """One sentence: what the first one begins with, or what came, changed and went, by kind."""
    if release.first:
        numbers = (
            label("count", language).format(kind_word(one.kind, language), format_number(one.count, language))
            for one in release.counts
        )
        return label("first_lead", language).format(", ".join(numbers))
    parts = []
    for kind, changes in grouped(release):
        numbers = (
            f"{label(name, language)} {format_number(count, language)}"
            for name in ("added", "changed", "removed")
            if (count := sum(one.happened == name for one in changes))
        )
        parts.append(f"{kind_word(kind, language)} ({', '.join(numbers)})")
    return " · ".join(parts) or label("nothing", language)


def grouped(release: Release) -> list[tuple[str, list[ReleasedChange]]]:
    """The changes of a publication by kind, in their order."""
    found: dict[str, list[ReleasedChange]] = {}
    for change in release.changes:
        found.setdefault(change.kind, []).append(change)
    return list(found.items())


def _url(change: ReleasedChange, desk: Desk, knowledge: Knowledge) -> str:
    """The way to a record that is still there; empty for one that went, or has no page."""
    if change.kind == "fact":
        province = change.id.split(".")[0]
        return desk.url("province", province) if province in knowledge.provinces else ""
    there = change.kind in linked_kinds() and change.id in knowledge.of(change.kind)
    return desk.url(change.kind, change.id) if there else ""
