"""What every page of one language shares while it is made: records, tables, glossary, stamps, front matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from markupsafe import Markup

from botrian.addresses import Stamp, edit_address, fixed, source_path, up
from botrian.addresses.qr import qr_data
from botrian.embeds import FrozenName
from botrian.findings import Place
from botrian.kept import Ledger
from botrian.knowledge import Knowledge
from botrian.markup import is_thai, unbroken
from botrian.pages.desk import Desk
from botrian.pages.glossary import Glossary
from botrian.pages.holding import Held, TableName
from botrian.pages.linked import page_ld
from botrian.pages.meta import PageMeta
from botrian.pages.staged import Part, StagedPage, parts_of
from botrian.records import Citation, Language, Text
from botrian.tables import Table
from botrian.thai import CalendarDate, CollationKey, clip, collation_key
from botrian.words import say

#: The looks of pictures, for the pages that show any.
PICTURES = "assets/pictures.css"
#: The headings that are listed beside a page, and how many are worth a list.
TOP = 2
LISTED = 2


class _HasTitle(Protocol):
    """A record, or a table made of one."""

    @property
    def title(self) -> Text: ...


_Titled = TypeVar("_Titled", bound=_HasTitle)


@dataclass(frozen=True)
class Frame:
    """One language's pages in the making."""

    knowledge: Knowledge
    tables: Mapping[str, Table]
    language: Language
    glossary: Glossary
    stamp: Stamp
    frozen: Mapping[str, tuple[FrozenName, ...]] = field(default_factory=dict)
    #: For each source, each cited place with the records that cite it (``source_pages.citing``).
    cited: Mapping[str, Mapping[Citation, tuple[tuple[str, str], ...]]] = field(default_factory=dict)
    #: The tables that hold each record, and those of each theme (``holding.py``).
    holding: Mapping[Held, tuple[TableName, ...]] = field(default_factory=dict)
    #: What pure functions of texts made before: what rests on nothing else need not be looked for in what was asked.
    notes: Ledger = field(default_factory=Ledger)
    #: Desks by address, until their page is made.
    desks: dict[str, Desk] = field(default_factory=dict)

    def desk(self, page: str, *, listed: bool = False) -> Desk:
        """The desk of the page at this address; ``listed`` as ``Desk`` tells it."""
        desk = Desk(self.knowledge, self.tables, self.language, page, self.glossary, listed=listed)
        return self.desks.setdefault(page, desk)

    def t(self, text: Text | None) -> str:
        """A text in this language."""
        return text.in_(self.language) if text else ""

    def say(self, name: str) -> str:
        """A fixed word in this language."""
        return say(name, self.language)

    def by_title(self, records: Iterable[_Titled]) -> list[_Titled]:
        """Records in dictionary order of their titles: what has no order of its own is never listed by English ids."""
        return sorted(records, key=lambda one: collation_key(self.t(one.title)))

    def in_order(self, places: Iterable[str]) -> list[str]:
        """Provinces by their name, ก–ฮ, then areas in the order of their file."""
        areas = list(self.knowledge.areas)

        def key(place: str) -> tuple[int, CollationKey]:
            after = areas.index(place) + 1 if place in areas else 0
            return after, collation_key(self.t(self.knowledge.place_name(place)))

        return sorted(places, key=key)

    def url(self, page: str) -> str:
        """The public address of a page of this language."""
        return self.stamp.site_url + ("en/" if self.language == "en" else "") + page

    def code_of(self, page: str) -> str:
        """The QR code of a page's public address, as ``qr_data`` makes it."""
        link = self.url(page)
        return self.notes.get(f"code {link}", lambda: qr_data(link))

    def page(
        self,
        address: str,
        title: str,
        content: Markup,
        *,
        crumbs: tuple[tuple[str, str], ...] = (),
        description: str = "",
        origin: Place | None = None,
        json_ld: str = "",
        wide: bool = False,
    ) -> StagedPage:
        """A staged page with the front matter that the site's frame shows."""
        says = _short(description)
        trail = (("", self.say("collection.home")), *crumbs, *([(address, title)] if address else []))
        ways = [(name, self.url(page)) for page, name in trail]
        meta: PageMeta = {
            "description": says,
            "json_ld": page_ld(json_ld, title, says, (address, self.language), ways),
            "qr": self.code_of(address),
        }
        if crumbs:
            meta["breadcrumbs"] = [{"title": unbroken(name), "url": page} for page, name in trail]
        if (shown := unbroken(title)) != title:
            meta["heading"] = shown
        if '<svg class="kb-' in content:  # an element that only our pictures write
            meta["styles"] = [PICTURES]
        if self.language == "en" and is_thai(title):
            meta["title_lang"] = "th"
        meta.update(self._origin(origin, title, address))
        if self._waits(address):
            content = self._waiting_note(address) + content
        parts = parts_of(unbroken(content), mark_thai=self.language == "en")
        meta.update({"section": _section(address), "hide": _hidden(address, parts, wide)})
        return StagedPage(address, source_path(address), title, parts, meta)

    def _waits(self, address: str) -> bool:
        """Whether a text of the page is shown in Thai because nobody has translated it yet."""
        desk = self.desks.pop(address, None)
        return desk is not None and desk.waits

    def _waiting_note(self, address: str) -> Markup:
        note = Markup('<p class="kb-note">{} <a href="{}">{}</a></p>\n')
        way = up(address) + fixed.TRANSLATIONS
        return note.format(self.say("translation.shown_in_thai"), way, self.say("translation.help"))

    def _origin(self, origin: Place | None, title: str, address: str) -> PageMeta:
        """How the page is cited; where it is corrected and when it was last changed, where it comes from one place."""
        meta: PageMeta = {"edit_url": edit_address(origin.file, origin.line)} if origin else {}
        changed = self.stamp.of(origin.file) if origin else None
        words = ""
        if changed:
            day = CalendarDate(changed.year, changed.month, changed.day, "CE").format(self.language)
            meta.update({"last_changed": changed.isoformat(), "last_changed_text": day})
            words = f"{self.say('page.changed').format(day)}."
        cite = self.say("page.cite_page").format(title, words, self.url(address))
        meta["how_to_cite"] = " ".join(cite.split())
        return meta


def _section(address: str) -> str:
    """The index that a page belongs to; the guides are not in one folder with all that stands with them in the menu."""
    return address.split("/")[0] + "/" if address else ""


def _hidden(address: str, parts: Iterable[Part], wide: bool) -> list[str]:
    """Columns of the frame that a page does without: the menu beside guides alone, headings where there are some."""
    headings = [part for part in parts if part.heading is not None and part.heading.level == TOP]
    menu = [] if address.startswith("guide/") else ["navigation"]
    return [*menu, *(["toc"] if wide or len(headings) < LISTED else [])]


def _short(text: str) -> str:
    """A description for search engines: one line, not too long."""
    line = " ".join(text.split())
    return clip(line, 200) if line else ""
