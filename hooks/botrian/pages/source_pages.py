"""A source and the knowledge go in; its page comes out: bibliography, damage, and everything that cites it, by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from botrian.addresses import address, line_anchor
from botrian.kinds import kinds
from botrian.knowledge import Knowledge, citations_in
from botrian.pages.frame import Frame
from botrian.pages.markdown import citations_in_text
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Citation, Section, Source

Lines = tuple[int, int]
User = tuple[str, str]
Ranges = list[tuple[tuple[int, int, str], list[User]]]


def citing(knowledge: Knowledge) -> Mapping[str, Mapping[Lines, tuple[User, ...]]]:
    """For each source, each cited range of lines with the records that cite it, in order of the lines."""
    found: dict[str, dict[Lines, dict[User, None]]] = {source: {} for source in knowledge.sources}
    for user, record in _records(knowledge):
        for citation in citations_in(record):
            found[citation.source].setdefault(citation.lines, {})[user] = None
    for user, citation in _in_bodies(knowledge):
        found[citation.source].setdefault(citation.lines, {})[user] = None
    return {
        source: {lines: tuple(users) for lines, users in sorted(ranges.items())} for source, ranges in found.items()
    }


def _records(knowledge: Knowledge) -> Iterator[tuple[User, object]]:
    for kind in kinds():
        if kind.has_address and kind.id != "fact":
            for id_, record in knowledge.of(kind.id).items():
                yield (kind.id, id_), record
    for placed in knowledge.facts:
        user = ("case", placed.fact.case) if placed.fact.case else ("province", placed.province)
        yield user, placed.fact


def _in_bodies(knowledge: Knowledge) -> Iterator[tuple[User, Citation]]:
    """Citations in the Markdown under records; those of hand-written pages have no record to lead back to."""
    for user, body in knowledge.bodies.items():
        for citation in (*citations_in_text(body.th), *citations_in_text(body.en)):
            yield user, citation


def source_page(frame: Frame, source: Source, ranges: Mapping[Lines, tuple[User, ...]]) -> StagedPage:
    """The page of one source."""
    page = address("source", source.id, frame.knowledge)
    desk = frame.desk(page)
    content = filled(
        "source",
        desk,
        source=source,
        biblio=_bibliography(frame, source),
        lists=[(name, getattr(source, name)) for name in ("known", "unknown", "limits")],
        groups=_by_section(source, ranges),
    )
    return frame.page(
        page,
        frame.t(source.title),
        content,
        crumbs=(("sources/", frame.say("collection.sources")),),
        description=frame.t(source.about),
        origin=frame.knowledge.origin("source", source.id),
    )


def _bibliography(frame: Frame, source: Source) -> list[tuple[str, str]]:
    year = source.year.format(frame.language) if source.year else ""
    note = frame.t(source.year_note)
    rows = [
        (frame.say("source.kind"), frame.say(f"source-kind.{source.kind}")),
        (frame.say("field.authors"), ", ".join(frame.t(one) for one in source.authors)),
        (frame.say("source.published_in"), frame.t(source.published_in)),
        (frame.say("source.publisher"), frame.t(source.publisher)),
        (frame.say("source.year"), f"{year} ({note})" if year and note else year or note),
        (frame.say("page.method"), frame.t(source.method)),
        (frame.say("source.lines"), f"{source.lines}"),
    ]
    return [(label, value) for label, value in rows if value]


def _by_section(source: Source, ranges: Mapping[Lines, tuple[User, ...]]) -> list[tuple[Section | None, Ranges]]:
    """Cited lines under the innermost section in which they begin; before any section, under none."""
    groups: list[tuple[Section | None, Ranges]] = []
    for lines, users in ranges.items():
        section = _section(source, lines[0])
        if not groups or groups[-1][0] != section:
            groups.append((section, []))
        groups[-1][1].append(((*lines, line_anchor(*lines)), list(users)))
    return groups


def _section(source: Source, line: int) -> Section | None:
    inside = [one for one in source.sections if one.lines[0] <= line <= one.lines[1]]
    return min(inside, key=lambda one: one.lines[1] - one.lines[0], default=None)
