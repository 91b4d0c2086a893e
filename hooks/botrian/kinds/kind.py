"""What a kind of record says of itself: its files, its names, where it stands, and who takes it up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Protocol

from botrian.records import Case, Record, Text


class Library(Protocol):
    """What an address or a name may ask of the store of all records."""

    def of(self, kind: str) -> Mapping[str, Any]:
        """The records of a kind by their ids."""

    def address_of(self, kind: str, id_: str) -> str:
        """Where a record stands below the language's root."""

    def name_of(self, kind: str, id_: str) -> Text:
        """The name of any record."""

    @property
    def cases_by_province(self) -> Mapping[str, tuple[Case, ...]]:
        """Cases by province or area."""


#: From a record's id and all records: its address, with an anchor where it stands on a page with others.
Address = Callable[[str, Library], str]
#: From a record's id and all records: its name.
Title = Callable[[str, Library], Text]


@dataclass(frozen=True)
class Files:
    """Where the records of a kind are written.

    ``example`` is the path as people are told it, ``data/kits/<id>.yml``; ``pattern`` is what paths are matched
    against where the example alone does not tell it. ``key`` is the list of a file that holds many records;
    ``model`` that of a file of many that is read as one whole.
    """

    example: str
    pattern: str = ""
    key: str = ""
    model: type[Record] | None = None

    def matched(self) -> str:
        """The pattern of paths: ``<id>`` and other names in the example are what is taken from a path.

        ``index.md`` beside records is no record: it introduces the list of them.
        """
        if self.pattern:
            return self.pattern
        path = re.sub(r"<([a-z]+)>", r"(?P<\1>[^/]+?)", re.escape(self.example).replace(r"\-", "-"))
        if self.example.count("/") == 2:
            path = path.replace(r"(?P<id>[^/]+?)\.md", r"(?!index\.md)(?P<id>[^/]+?)\.md")
        return f"^{path.replace('yml', 'ya?ml') if '<' in self.example else path}$"


@dataclass(frozen=True)
class Index:
    """The page that lists all records of a kind. ``lists`` are folders below it with lists of some of them.

    ``title`` is given where it is not the kind's name for many.
    """

    address: str
    intro: Text
    lists: tuple[str, ...] = ()
    title: Text | None = None


@dataclass(frozen=True)
class Search:
    """How a kind is found. ``weight`` is held against other kinds of as good a match: a page before a place on it.

    ``part``: a place on another kind's page.
    """

    weight: float
    part: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of record. All other rooms read here what they need to know of it.

    ``collection`` is its plural in addresses, in the API and, with ``_``, in the store. ``page`` is the address of a
    page of its own, with ``{id}`` and other fields of the record; ``address`` tells where it stands without one.
    ``title`` is the field that names a record, or tells the name. ``linked``: people write ``[…](kind:id)``, and pages
    lead to it: there is always something at its address. ``told`` is its place among what changed; 0 is never told.
    ``by_letter``: its titles stand in the index of titles.
    ``in_parts``: the build fills pages below its page. ``booklet``: below its page stands a booklet to print.
    ``files_of``: its files lie ``beside`` its page under the page's name, or ``below`` it.
    """

    id: str
    one: Text
    many: Text
    model: type[Record]
    collection: str
    files: Files
    page: str = ""
    address: str | Address = ""
    title: str | Title = "title"
    in_file_order: bool = False
    linked: bool = False
    search: Search | None = None
    by_letter: bool = False
    api: bool = True
    told: int = 0
    index: Index | None = None
    files_of: Literal["", "beside", "below"] = ""
    in_parts: bool = False
    booklet: bool = False

    @property
    def field(self) -> str:
        """The store's field of these records."""
        return self.collection.replace("-", "_")

    @property
    def home(self) -> str:
        """The file or folder that all of them are written in."""
        return self.files.example.partition("/<")[0]

    @property
    def list_title(self) -> Text:
        """What the list of all of them is called."""
        return (self.index and self.index.title) or self.many

    @property
    def withdrawn(self) -> Text:
        """What a record of this kind is called once it was taken back, and has no name any more."""
        return Text(th=f"{self.one.th}ที่ถอนแล้ว", en=f"{self.one.en}, withdrawn")

    @property
    def list_address(self) -> str:
        """Where the list of all of them stands; empty for a kind without one."""
        return self.index.address if self.index else ""

    @property
    def has_address(self) -> bool:
        """Whether a record of this kind stands anywhere on the site."""
        return bool(self.page or self.address)

    def page_of(self, id_: str, record: object) -> str:
        """The address of a record's own page. ``record`` may lack what the address does not name."""
        return self.page.format_map(
            {name: id_ if name == "id" else getattr(record, name) for name in _names_in(self.page)}
        )

    def list_above(self, record: object) -> str:
        """The address of the list that the record's page lies below: ``cases/krabi/``, or the kind's index."""
        return self.page.removesuffix("{id}/").format_map(
            {name: getattr(record, name) for name in _names_in(self.page) if name != "id"}
        )

    def address_of(self, id_: str, library: Library) -> str:
        """Where a record stands. Raises KeyError for one that is not there, ValueError for a kind that has no place."""
        if callable(self.address):
            return self.address(id_, library)
        if self.address:
            return self.address.format(id=id_)
        if not self.page:
            raise ValueError(f"{self.id} has no address")
        return self.page_of(id_, library.of(self.id)[id_] if len(_names_in(self.page)) > 1 else None)

    def name_of(self, id_: str, library: Library) -> Text:
        """The name of a record, as links to it say. Raises KeyError for one that is not there."""
        if callable(self.title):
            return self.title(id_, library)
        name: Text = getattr(library.of(self.id)[id_], self.title)
        return name


@cache
def _names_in(page: str) -> tuple[str, ...]:
    """The fields of a record that an address names."""
    return tuple(re.findall(r"\{([a-z_]+)\}", page))
