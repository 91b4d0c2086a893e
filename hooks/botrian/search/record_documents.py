"""Records that have a page (or an entry in a list) of their own enter; their documents leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from botrian.addresses import address
from botrian.kinds import Kind, kinds
from botrian.knowledge.found import with_paths
from botrian.knowledge.gaps import told_provinces
from botrian.markup.plain import plain_lines
from botrian.records import Case, Event, Kit, Lesson, Province, ReadingPath, Record, Source, Term, Text, Theme
from botrian.search.document import SearchDocument
from botrian.search.words_of import Words, years
from botrian.words import say


def record_documents(words: Words) -> Iterator[SearchDocument]:
    """A document for every record that readers can open; facts and tables are told of by their parts."""
    for kind in kinds():
        if kind.search and kind.id not in PARTED:
            make = MAKERS.get(kind.id)
            for id_, record in words.knowledge.of(kind.id).items():
                yield make(record, words) if make else any_document(kind, id_, record, words)
    yield from _guides(words)


def any_document(kind: Kind, id_: str, record: Record, words: Words) -> SearchDocument:
    """A record of a kind that has no document of its own here: its name, and all of its texts."""
    name = kind.name_of(id_, words.knowledge)
    texts = [text for _, text in with_paths(record, Text) if text != name]
    return SearchDocument(
        kind.id,
        id_,
        kind.address_of(id_, words.knowledge),
        words.t(name),
        body=words.lines(*texts, words.body(kind.id, id_)),
        other=words.other(name, *texts),
        themes=tuple(getattr(record, "themes", ())),
        records=(record,),
    )


def _province(province: Province, words: Words) -> SearchDocument:
    """A province: its profile where there is one, else its line in the list of all, which asks for its first story."""
    region = say(f"region.{province.region}", words.language)
    first_story = (say("page.no_story", words.language), say("page.first_story", words.language))
    told = province.id in told_provinces(words.knowledge)
    profile = words.knowledge.profiles.get(province.id)
    statements: tuple[Text | None, ...] = ()
    if profile:
        statements = (
            *(*profile.network, *profile.vision, *profile.tools, *profile.results),
            *(*profile.helps, *profile.hinders, *profile.next),
            *(text for one in profile.disagreements for text in (one.about, *one.sides, one.note)),
        )
    return SearchDocument(
        "province",
        province.id,
        address("province", province.id, words.knowledge),
        words.t(province.name),
        context=region if told else " · ".join((region, *first_story)),
        aliases=words.lines(*province.aliases),
        summary=words.t(profile.summary) if profile else "",
        labels=words.lines(say("kind.province", words.language), region),
        body=words.lines(*statements, words.body("profile", province.id)),
        other=words.other(province.name, profile.summary if profile else None),
        provinces=(province.id,),
        records=(profile or province,),
    )


def _case(case: Case, words: Words) -> SearchDocument:
    statements = (*case.steps, *case.results, *case.helps, *case.hinders, *case.next)
    place = words.place(case.province)
    return SearchDocument(
        "case",
        case.id,
        address("case", case.id, words.knowledge),
        words.t(case.title),
        context=place,
        aliases=words.lines(*case.aliases),
        summary=words.t(case.summary),
        labels=words.lines(
            *(place, case.place, words.t(words.knowledge.case_kinds[case.kind].name)),
            *(words.period(case.period), case.period.note if case.period else None),
            *words.themes(case.themes),
        ),
        body=words.lines(*words.named(case.actors), *statements, *words.named(case.parts), words.body("case", case.id)),
        other=words.other(case.title, case.place, case.summary),
        provinces=(case.province,),
        themes=case.themes,
        years=years(case.period.start, case.period.end) if case.period else (),
        records=(case,),
    )


def _lesson(lesson: Lesson, words: Words) -> SearchDocument:
    provinces = tuple(dict.fromkeys(entry.province for entry in lesson.evidence))
    cases = dict.fromkeys(entry.case for entry in lesson.evidence if entry.case)
    return SearchDocument(
        "lesson",
        lesson.id,
        address("lesson", lesson.id, words.knowledge),
        words.t(lesson.title),
        context=say(f"type.{lesson.type}", words.language),
        aliases=words.lines(*lesson.aliases),
        summary=words.lines(lesson.when, lesson.do, lesson.because),
        labels=words.lines(
            *(words.place(id_) for id_ in provinces),
            *(words.knowledge.cases[id_].title for id_ in cases),
            *words.themes(lesson.themes),
            say(f"type.{lesson.type}", words.language),
        ),
        body=words.lines(
            *(entry.text for entry in lesson.evidence), words.body("lesson", lesson.id), *lesson.questions
        ),
        other=words.other(lesson.title, lesson.when, lesson.do, lesson.because),
        provinces=provinces,
        themes=lesson.themes,
        records=(lesson,),
    )


def _path(path: ReadingPath, words: Words) -> SearchDocument:
    return SearchDocument(
        "path",
        path.id,
        address("path", path.id, words.knowledge),
        words.t(path.question),
        summary=words.t(path.summary),
        labels=words.lines(*words.themes(path.themes)),
        body=words.lines(*(step.text for step in path.steps), *path.disagreements, words.body("path", path.id)),
        other=words.other(path.question, path.summary),
        themes=path.themes,
        records=(path,),
    )


def _theme(theme: Theme, words: Words) -> SearchDocument:
    return SearchDocument(
        "theme",
        theme.id,
        address("theme", theme.id, words.knowledge),
        words.t(theme.name),
        summary=words.t(theme.definition),
        other=words.other(theme.name),
        themes=(theme.id,),
        records=(theme,),
    )


def _term(term: Term, words: Words) -> SearchDocument:
    return SearchDocument(
        "term",
        term.id,
        address("term", term.id, words.knowledge),
        words.t(term.name),
        context=", ".join(term.abbreviations),
        aliases=words.lines(*term.abbreviations, *term.synonyms, *term.misspellings, *term.search_words),
        summary=words.t(term.definition),
        labels=words.lines(*term.authors, say(f"term-kind.{term.kind}", words.language)),
        other=words.other(term.name, term.definition),
        records=(term,),
    )


def _event(event: Event, words: Words) -> SearchDocument:
    place = words.place(event.province)
    return SearchDocument(
        "event",
        event.id,
        address("event", event.id, words.knowledge),
        words.t(event.title),
        context=f"{place} · {words.date(event.date)}",
        aliases=words.lines(*event.aliases),
        summary=words.t(event.text),
        labels=words.lines(place, words.date(event.date), words.date(event.end)),
        other=words.other(event.title),
        provinces=(event.province,),
        years=years(event.date, event.end),
        records=(event,),
    )


def _source(source: Source, words: Words) -> SearchDocument:
    return SearchDocument(
        "source",
        source.id,
        address("source", source.id, words.knowledge),
        words.t(source.title),
        context=words.date(source.year),
        aliases=words.t(source.short),
        summary=words.t(source.about),
        labels=words.lines(say(f"source-kind.{source.kind}", words.language), words.date(source.year)),
        body=words.lines(
            *(*source.authors, source.publisher, source.published_in, source.method, source.cite_as),
            *(*source.limits, *source.known, *source.unknown, *(one.title for one in source.sections)),
        ),
        other=words.other(source.title, *source.authors),
        years=years(source.year),
        records=(source,),
    )


def _kit(kit: Kit, words: Words) -> SearchDocument:
    return SearchDocument(
        "kit",
        kit.id,
        address("kit", kit.id, words.knowledge),
        words.t(kit.title),
        # Few are looked for by what they are called, many as “a kit for …”.
        aliases=say("kind.kit", words.language),
        summary=words.t(kit.purpose),
        labels=words.lines(*words.themes(kit.themes)),
        body=words.lines(*(text for part in kit.parts for text in (part.name, part.text)), *kit.questions),
        other=words.other(kit.title, kit.purpose),
        themes=kit.themes,
        records=(kit,),
    )


def _guides(words: Words) -> Iterator[SearchDocument]:
    """Pages written by hand. The front page and indexes are ways to results, not results."""
    for page in words.knowledge.pages:
        if page.path.removesuffix("index.md") != page.path:
            continue
        yield SearchDocument(
            "guide",
            page.path.removesuffix(".md"),
            page.path.removesuffix(".md") + "/",
            words.t(page.title),
            summary=words.t(page.description),
            body=plain_lines(page.body.in_(words.language)),
            other=words.other(page.title),
            records=(page,),
        )


#: Kinds whose documents are made of more than one record, or of parts of one: see ``part_documents.py``.
PARTED = frozenset({"table", "fact"})
#: Who makes the document of a record of each kind; of a kind that is not here, ``any_document``.
MAKERS: Mapping[str, Callable[[Any, Words], SearchDocument]] = {
    "province": _province,
    "case": _case,
    "lesson": _lesson,
    "path": _path,
    "theme": _theme,
    "term": _term,
    "event": _event,
    "source": _source,
    "kit": _kit,
}
