"""The place of a citation in words: section and printed page first, the line of our stored text last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from botrian.citing.places import CitedPlace, Sure, cited_place, once_in, seconds
from botrian.records import Citation, Language, Source
from botrian.words import say


def citation_words(citation: Citation, sources: Mapping[str, Source], language: Language) -> str:
    """A citation: the source's short title, section, printed pages, lines."""
    source = sources[citation.source]
    return once_in(source, ("words", citation, language), lambda: _words(citation, source, language))


def _words(citation: Citation, source: Source, language: Language) -> str:
    place = place_words(cited_place(citation, source), language)
    return f"{source.short.in_(language)}, {place}" if place else source.short.in_(language)


def place_words(place: CitedPlace, language: Language) -> str:
    """A place: what is named, or its section; question; pages; time; lines. Empty where a source is its own place."""
    section = place.section or place.chapter
    parts = [place.named or (section.in_(language) if section else "")]
    if place.question:
        parts.append(say("place.question", language).format(place.question))
    if place.pages:
        parts.append(page_words([place.pages], place.sure, language))
    if place.time:
        parts.append(say("place.time", language).format(_span(place.time)))
    if place.lines:
        parts.append(line_words([place.lines], language))
    return ", ".join(part for part in parts if part)


def listed_place(citation: Citation, source: Source, language: Language) -> str:
    """A place for a numbered list: section and pages; lines only where a source has neither."""
    return once_in(source, ("listed", citation, language), lambda: _listed(cited_place(citation, source), language))


def _listed(place: CitedPlace, language: Language) -> str:
    known = place.pages or place.named or place.question or place.section or place.chapter or place.time
    return place_words(replace(place, lines=None) if known else place, language)


def short_place(citation: Citation, source: Source, language: Language) -> str:
    """A place in few words, for lists: printed pages where they are known, else what is named, time or lines."""
    place = cited_place(citation, source)
    if place.pages:
        return page_words([place.pages], place.sure, language)
    if place.named:
        return place.named
    if place.question:
        return say("place.question", language).format(place.question)
    if place.time:
        return say("place.time", language).format(_span(place.time))
    return line_words([place.lines], language) if place.lines else ""


def page_words(pages: Iterable[tuple[int, int]], sure: Sure, language: Language) -> str:
    """Printed pages: ``น. 86–87``, ``ราว น. 86`` where counted, ``ในช่วง น. 2–17`` where only the chapter is known."""
    ranges = list(pages)
    many = "one" if len(ranges) == 1 and ranges[0][0] == ranges[0][1] else "many"
    words = say(f"place.pages-{many}", language).format(", ".join(_span(one) for one in ranges))
    return say(f"place.sure-{sure}", language).format(words)


def line_words(lines: Iterable[tuple[int, int]], language: Language) -> str:
    """Lines of our stored text."""
    ranges = list(lines)
    many = "one" if len(ranges) == 1 and ranges[0][0] == ranges[0][1] else "many"
    return say(f"place.lines-{many}", language).format(", ".join(_span(one) for one in ranges))


def many_places(citations: Iterable[Citation], source: Source, language: Language) -> str:
    """The places of several citations of one source: pages by how sure they are, each once; lines last."""
    ordered = sorted(dict.fromkeys(citations), key=order_in_source)
    places = [cited_place(one, source) for one in ordered]
    parts = list(dict.fromkeys(place.named for place in places if place.named))
    questions = dict.fromkeys(place.question for place in places if place.question)
    parts += [say("place.question", language).format(number) for number in questions]
    kinds: tuple[Sure, ...] = ("certain", "about", "chapter")
    for sure in kinds:
        pages = [place.pages for place in places if place.pages and place.sure == sure]
        if pages:
            parts.append(page_words(joined(pages), sure, language))
    parts += [say("place.time", language).format(_span(place.time)) for place in places if place.time]
    lines = [place.lines for place in places if place.lines]
    if lines:
        parts.append(line_words(dict.fromkeys(lines), language))
    return "; ".join(parts)


def joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges of pages in order; those that touch or overlap are one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def order_in_source(citation: Citation) -> tuple[tuple[int, int], tuple[int, int], str, int, tuple[int, int]]:
    """Where a citation stands among others of its source."""
    first, last = (seconds(one) for one in citation.time or ("0:00", "0:00"))
    pages = citation.pages or (0, 0)
    return (citation.lines or (0, 0), pages, citation.section or "", citation.question or 0, (first, last))


def _span(pair: tuple[object, object]) -> str:
    first, last = pair
    return str(first) if first == last else f"{first}–{last}"
