"""A source and the knowledge go in; its pages come out: what it is, and one for each part that is cited."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from botrian.addresses import address, place_anchor, section_address
from botrian.citing import bibtex, citation_words, cited_place, csl_item, order_in_source, reference, ris, section_of
from botrian.citing.words import line_words, page_words
from botrian.kinds import kinds
from botrian.knowledge import Knowledge, citations_in
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.markdown import citations_in_text
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.records import Citation, Language, Section, Source

User = tuple[str, str]
Uses = Mapping[Citation, tuple[User, ...]]


@dataclass(frozen=True)
class CitedPart:
    """One part of a source with all that rests on it; without a section, what stands outside the outline."""

    section: Section | None
    uses: tuple[tuple[Citation, tuple[User, ...]], ...]


def citing(knowledge: Knowledge) -> Mapping[str, Uses]:
    """For each source, each cited place with the records that cite it, in the order of the source."""
    found: dict[str, dict[Citation, dict[User, None]]] = {source: {} for source in knowledge.sources}
    for user, record in _records(knowledge):
        for citation in citations_in(record):
            found[citation.source].setdefault(citation, {})[user] = None
    for user, citation in _in_bodies(knowledge):
        found[citation.source].setdefault(citation, {})[user] = None
    return {
        source: {place: tuple(places[place]) for place in sorted(places, key=order_in_source)}
        for source, places in found.items()
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


def source_page(frame: Frame, source: Source) -> StagedPage:
    """What a source is, its outline, and how to cite it."""
    return _whole(frame, source, cited_parts(source, frame.cited[source.id]))


def cited_sections(frame: Frame) -> Iterator[tuple[str, int]]:
    """Each part of a source that something rests on, by the source and the number of the part in its outline."""
    for id_, source in frame.knowledge.sources.items():
        cited = {section_of(citation, source) for citation in frame.cited[id_]}
        yield from ((id_, number) for number, section in enumerate(source.sections) if section in cited)


def source_part(id_: str, number: int, frame: Frame) -> StagedPage:
    """A light page for a part of a source."""
    source = frame.knowledge.sources[id_]
    section = source.sections[number]
    uses = (one for one in frame.cited[id_].items() if section_of(one[0], source) == section)
    return _part(frame, source, section, CitedPart(section, tuple(uses)))


def cited_parts(source: Source, uses: Uses) -> list[CitedPart]:
    """What is cited, by the innermost section in which it begins; outside all sections, under none."""
    found: dict[Section | None, list[tuple[Citation, tuple[User, ...]]]] = {}
    for citation, users in uses.items():
        section = section_of(citation, source)
        found.setdefault(section, []).append((citation, users))
    parts = [CitedPart(section, tuple(places)) for section, places in found.items()]
    return sorted(parts, key=lambda part: part.section.lines if part.section else (0, 0))


def _whole(frame: Frame, source: Source, parts: list[CitedPart]) -> StagedPage:
    page = address("source", source.id, frame.knowledge)
    desk = frame.desk(page)
    outside = next((part for part in parts if part.section is None), None)
    counted = {part.section: len(part.uses) for part in parts}
    content = filled(
        "source",
        desk,
        source=source,
        biblio=_bibliography(frame, source),
        original=source.url,
        formats=_formats(source, frame.language),
        lists=[(name, getattr(source, name)) for name in ("known", "unknown", "limits")],
        outline=[_outlined(frame, source, section, counted) for section in source.sections],
        places=_places(desk, source, outside) if outside else [],
    )
    return frame.page(
        page,
        frame.t(source.title),
        content,
        crumbs=(("sources/", frame.say("collection.sources")),),
        description=frame.t(source.about),
        origin=frame.knowledge.origin("source", source.id),
    )


def _outlined(
    frame: Frame, source: Source, section: Section, counted: Mapping[Section | None, int]
) -> tuple[str, str, str, int]:
    """A line of the outline: title, where it is printed, its page here where something rests on it, how many places."""
    count = counted.get(section, 0)
    page = section_address(source.id, section.lines[0]) if count else ""
    return frame.t(section.title), _printed(source, section, frame.language), page, count


def _printed(source: Source, section: Section, language: Language) -> str:
    """The printed pages of a section where they are known, and its lines."""
    place = cited_place(Citation(source=source.id, lines=section.lines), source)
    pages = page_words([place.pages], place.sure, language) if place.pages else ""
    return ", ".join(part for part in (pages, line_words([section.lines], language)) if part)


def _part(frame: Frame, source: Source, section: Section, part: CitedPart) -> StagedPage:
    page = section_address(source.id, section.lines[0])
    desk = frame.desk(page)
    whole = address("source", source.id, frame.knowledge)
    content = filled(
        "source-part",
        desk,
        source=source,
        printed=_printed(source, section, frame.language),
        places=_places(desk, source, part),
    )
    return frame.page(
        page,
        f"{frame.t(section.title)} · {frame.t(source.short)}",
        content,
        crumbs=(("sources/", frame.say("collection.sources")), (whole, frame.t(source.short))),
        description=frame.t(source.about),
        origin=frame.knowledge.origin("source", source.id),
    )


def _places(desk: Desk, source: Source, part: CitedPart) -> list[tuple[str, str, list[User]]]:
    """Each cited place of a part: its anchor, its words without the source's name, and what rests on it."""
    short = f"{source.short.in_(desk.language)}, "
    return [
        (
            place_anchor(citation),
            citation_words(citation, {source.id: source}, desk.language).removeprefix(short),
            list(users),
        )
        for citation, users in part.uses
    ]


def _formats(source: Source, language: Language) -> list[tuple[str, str]]:
    """How to cite the source: APA in both languages, and the files that reference managers read."""
    other: Language = "en" if language == "th" else "th"
    return [
        ("apa", reference(source, language)),
        ("apa-other", reference(source, other)),
        ("bibtex", bibtex(source, language)),
        ("ris", ris(source, language).replace("\r\n", "\n")),
    ]


def source_files(knowledge: Knowledge, language: Language) -> Mapping[str, bytes]:
    """The files for reference managers of every source, by their path below the language's root."""
    files: dict[str, bytes] = {}
    for source in knowledge.sources.values():
        base = f"sources/{source.id}"
        files[f"{base}.bib"] = bibtex(source, language).encode("utf-8")
        files[f"{base}.ris"] = ris(source, language).encode("utf-8")
        files[f"{base}.csl.json"] = _json([csl_item(source, language)])
    return files


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _bibliography(frame: Frame, source: Source) -> list[tuple[str, str]]:
    year = source.year.format(frame.language) if source.year else ""
    note = frame.t(source.year_note)
    numbers = [source.volume or "", f"({source.issue})" if source.issue else ""]
    rows = [
        (frame.say("source.kind"), frame.say(f"source-kind.{source.kind}")),
        (frame.say("field.authors"), ", ".join(frame.t(one) for one in source.authors)),
        *_spoken(frame, source),
        (frame.say("source.journal"), " ".join((frame.t(source.journal), *numbers)).strip()),
        (frame.say("source.published_in"), frame.t(source.published_in)),
        (frame.say("source.publisher"), frame.t(source.publisher)),
        (frame.say("source.year"), f"{year} ({note})" if year and note else year or note),
        ("ISBN", source.isbn or ""),
        ("DOI", source.doi or ""),
        (frame.say("source.access"), frame.t(source.access)),
        (frame.say("field.gone"), source.gone.format(frame.language) if source.gone else ""),
        (frame.say("source.terms"), frame.t(source.terms)),
        (frame.say("page.method"), frame.t(source.method)),
        (frame.say("source.page_count"), f"{source.page_count or ''}"),
        (frame.say("source.questions"), f"{source.questions or ''}"),
        (frame.say("source.length"), source.length or ""),
        (frame.say("source.lines"), f"{source.lines or ''}"),
    ]
    return [(label, value) for label, value in rows if value]


def _spoken(frame: Frame, source: Source) -> Iterator[tuple[str, str]]:
    """Who speaks in a testimony or note, for whom, where, who recorded it, and with what consent."""
    speaker = source.speaker
    if speaker is None:
        return
    province = frame.t(frame.knowledge.place_name(speaker.province))
    yield frame.say("source.speaker"), _listed(frame.t(speaker.speaks_as), frame.t(speaker.body))
    yield frame.say("source.place"), _listed(frame.t(speaker.place), province)
    yield frame.say("source.told_on"), speaker.date.format(frame.language)
    yield frame.say("source.recorded_by"), frame.t(speaker.recorded_by)
    yield frame.say("source.consent"), frame.say(f"consent.{speaker.consent}")


def _listed(*words: str) -> str:
    return ", ".join(word for word in words if word)
