"""The front matter of a page: what the rooms that make pages tell the frame that shows them, key by key.

The frame's templates read it as ``page.meta``; a test holds the two together. All keys may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict


class Way(TypedDict):
    """A link: the words that people read, and the address below the language's root."""

    title: str
    url: str


class Step(Way, total=False):
    """A page's place in a reading path: the path, the words for where the reader is, the steps beside it."""

    where: str
    previous: Way
    next: Way


class Card(TypedDict):
    """The picture of a page's link in a chat: path below the site's root, words, size in pixels."""

    file: str
    alt: str
    width: int
    height: int


class PageMeta(TypedDict, total=False):
    """All that a page may tell its frame."""

    #: One line for search engines and chats, and the structured data of the page, ready to stand in a script element.
    description: str
    json_ld: str
    #: The whole address of the page whose words this one repeats, for search engines to name instead.
    canonical: str
    #: The address as a QR code to print: a picture's ``data:`` address.
    qr: str
    #: The title as it stands over the text, with marks where a line must not end, or may; where that differs.
    heading: str
    #: From the home page to this one.
    breadcrumbs: Sequence[Way]
    #: The index that the page belongs to, and the columns of the frame that it does without.
    section: str
    hide: Sequence[str]
    #: The address that the other language leads to, where it has no page at this one.
    twin: str
    #: ``th`` where an English page has a title that waits for translation.
    title_lang: str
    #: Paths of files below the language's root that this page needs beside those of all pages.
    styles: Sequence[str]
    scripts: Sequence[str]
    preload: Sequence[str]
    #: A script that does not wait for those of the frame; it stands among them too.
    first: Sequence[str]
    #: Where the page's text is changed; when it was (day as ISO 8601 C.E., and as people write it); how it is cited.
    edit_url: str
    last_changed: str
    last_changed_text: str
    how_to_cite: str
    #: The pages beside it in its list, and its steps of paths.
    previous: Way
    next: Way
    steps: Sequence[Step]
    #: Its picture in chats; whether that is its own; the address of its oEmbed description.
    card: Card
    shared: bool
    oembed: str
    #: Its record as a part of a training kit (``lesson:id``), which the page offers to add to one.
    kit_part: str
