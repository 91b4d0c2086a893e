"""The publications go in; an Atom feed of them comes out (RFC 4287)."""

from __future__ import annotations

from xml.etree import ElementTree

from botrian.addresses import Stamp, fixed
from botrian.api.feed import ATOM, NEWEST, NO_DAY
from botrian.changes.labels import label
from botrian.changes.pages import INDEX, newest_first, release_summary, release_title
from botrian.knowledge import Knowledge
from botrian.records import Language, Release
from botrian.words import say

FEED = fixed.CHANGES_FEED


def changes_feed(knowledge: Knowledge, language: Language, stamp: Stamp) -> bytes:
    """The newest publications in one language, each with its summary and the sentences of its changes."""
    root = stamp.site_url + ("en/" if language == "en" else "")
    releases = newest_first(knowledge)
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(feed, "title", f"{say('frame.site', language)}: {say('collection.changes', language)}")
    _add(feed, "id", f"{root}{FEED}")
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": f"{root}{FEED}"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": f"{root}{INDEX}"})
    newest = releases[0].date.earliest() if releases else NO_DAY
    _add(feed, "updated", f"{newest.isoformat()}T00:00:00Z")
    author = ElementTree.SubElement(feed, "author")
    _add(author, "name", say("frame.site", language))
    for release in releases[:NEWEST]:
        _entry(feed, release, root, language)
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(feed: ElementTree.Element, release: Release, root: str, language: Language) -> None:
    url = f"{root}{INDEX}{release.id}/"
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "title", release_title(release, language))
    _add(entry, "id", url)
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": url})
    _add(entry, "updated", f"{release.date.earliest().isoformat()}T00:00:00Z")
    lines = [release_summary(release, language)]
    lines += [f"{label(one.happened, language)}: {one.title.in_(language)}" for one in release.changes[:NEWEST]]
    _add(entry, "summary", "\n".join(lines))


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text
