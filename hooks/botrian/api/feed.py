"""The lessons of one language go in; an Atom feed of them comes out (RFC 4287)."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from botrian.addresses import Stamp, address, fixed
from botrian.knowledge import Knowledge
from botrian.records import Language, Lesson
from botrian.words import say

ATOM = "http://www.w3.org/2005/Atom"
#: A feed is for what is new; all lessons are in the API.
NEWEST = 50
#: Stands for an unknown day, so that the feed stays valid and its bytes the same.
NO_DAY = date(2024, 1, 1)


def lesson_feed(knowledge: Knowledge, language: Language, stamp: Stamp) -> bytes:
    """The lessons that were changed last, newest first."""
    root = stamp.site_url + ("en/" if language == "en" else "")
    lessons = sorted(knowledge.lessons.values(), key=lambda lesson: lesson.id)
    lessons.sort(key=lambda lesson: _day(lesson, knowledge, stamp), reverse=True)
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(feed, "title", f"{say('frame.site', language)}: {say('collection.lessons', language)}")
    _add(feed, "id", f"{root}{fixed.FEED}")
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": f"{root}{fixed.FEED}"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": f"{root}lessons/"})
    newest = max((_day(lesson, knowledge, stamp) for lesson in lessons), default=NO_DAY)
    _add(feed, "updated", f"{newest.isoformat()}T00:00:00Z")
    author = ElementTree.SubElement(feed, "author")
    _add(author, "name", say("frame.site", language))
    for lesson in lessons[:NEWEST]:
        _entry(feed, lesson, root, language, knowledge, stamp)
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(
    feed: ElementTree.Element,
    lesson: Lesson,
    root: str,
    language: Language,
    knowledge: Knowledge,
    stamp: Stamp,
) -> None:
    url = root + address("lesson", lesson.id, knowledge)
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "title", lesson.title.in_(language))
    _add(entry, "id", url)
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": url})
    _add(entry, "updated", f"{_day(lesson, knowledge, stamp).isoformat()}T00:00:00Z")
    parts = (
        (say(f"field.{name}", language), getattr(lesson, name).in_(language)) for name in ("when", "do", "because")
    )
    _add(entry, "summary", "\n".join(f"{label}: {text}" for label, text in parts))


def _day(lesson: Lesson, knowledge: Knowledge, stamp: Stamp) -> date:
    return stamp.of(knowledge.origin("lesson", lesson.id).file) or NO_DAY


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text
