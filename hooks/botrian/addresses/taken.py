"""Records and files go in; who has an address already comes out: two pages or files, one address, is one too many."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from botrian.addresses.fixed import BOOKLET, fixed, folders, lists
from botrian.findings import Place
from botrian.kinds import Kind, kinds
from botrian.records import Redirect, Text, Withdrawal

#: What generators of sites take for the page of the folder it lies in.
_INDEX = re.compile(r"(^|/)index/$")
#: Folders of the build that pages may lead into though nobody knows while checking what they will hold.
_UNKNOWN = ("api/", "embed/")


@dataclass(frozen=True)
class Owner:
    """What stands at an address, in words, and where that is written; the build's own is written nowhere."""

    words: Text
    place: Place | None = None


class Taken:
    """Who has which address below a language's root. Pages end in ``/``, other files have their name.

    It begins with what the build fills by itself; records and files are added one by one.
    """

    def __init__(self) -> None:
        self._made: dict[str, Owner] = {address: Owner(words) for address, words in fixed().items()}
        self._written: dict[str, Owner] = {}
        self._in_parts: dict[str, Owner] = {}
        self._with_files: dict[str, tuple[Kind, Owner]] = {}

    def owner(self, address: str) -> Owner | None:
        """Who has this address; None where it is free."""
        address = standing(address)
        found = self._made.get(address) or self._written.get(address) or self._beside(address)
        if found is None:
            found = next((Owner(words) for folder, words in folders().items() if address.startswith(folder)), None)
        return found

    def take(self, address: str, owner: Owner) -> Owner | None:
        """Give an address to ``owner``, unless another has it: that one is returned, and keeps it."""
        before = self.owner(address)
        if before is None:
            self._written[standing(address)] = owner
        return before

    def take_record(self, kind: Kind, id_: str, record: object, place: Place) -> Owner | None:
        """Give a record its page, and the list above it to the build. Who has the address already is returned."""
        above = kind.page.removesuffix("{id}/")
        if "{" in above:
            list_of = Text(th=f"รายการ{kind.many.th}", en=f"a list of {kind.many.en.lower()}")
            self._made.setdefault(kind.list_above(record), Owner(list_of))
        page = kind.page_of(id_, record)
        owner = Owner(Text(th=f"{kind.one.th} {id_}", en=f"{kind.one.en.lower()} {id_}"), place)
        before = self.take(page, owner)
        if before is None and kind.booklet:
            words = Text(th=f"เล่มพิมพ์ของ{kind.one.th} {id_}", en=f"the booklet of {kind.one.en.lower()} {id_}")
            self._made[f"{page}{BOOKLET}"] = Owner(words, place)
        if before is None and kind.in_parts:
            self._in_parts[page] = owner
        if before is None and kind.files_of:
            self._with_files[page] = (kind, owner)
        return before

    def take_gone(self, gone: Redirect | Withdrawal, place: Place) -> Owner | None:
        """Give an old address to the page that leads on, or says it was withdrawn; who has it already keeps it."""
        kind = next((kind for kind in kinds() if kind.id == gone.old_kind and kind.page), None)
        if kind is None:
            return None
        leads = Text(th="หน้าที่นำทางไปที่ใหม่", en="a page that leads on")
        says = Text(th="หน้าที่บอกว่าถอนแล้ว", en="a page that says it was withdrawn")
        return self.take(kind.page_of(gone.old_id, gone), Owner(leads if isinstance(gone, Redirect) else says, place))

    def leads(self, path: str) -> bool:
        """Whether something will stand at this address, as far as it can be known while checking."""
        if path in self._made or path in self._written:
            return True
        return path.startswith((*_UNKNOWN, *lists())) or self._beside(path) is not None

    @property
    def pages(self) -> Mapping[str, Owner]:
        """Every page that is known: the build's lists, records and what was added."""
        return {address: owner for address, owner in (self._made | self._written).items() if address.endswith("/")}

    def _beside(self, address: str) -> Owner | None:
        """Who has what lies beside a record's page under its name, or below the page: its files and its parts."""
        if found := next((own for page, own in self._in_parts.items() if address.startswith(page)), None):
            return found
        folder, _, name = address.rpartition("/")
        for page, files_of in ((f"{folder}/{name.partition('.')[0]}/", "beside"), (f"{folder}/", "below")):
            kind, owner = self._with_files.get(page, (None, None))
            if name and kind and kind.files_of == files_of:
                return owner
        return None


def standing(address: str) -> str:
    """An address as the site has it: a page named ``index`` stands at its folder's."""
    return _INDEX.sub(r"\1", address)


def page_address(path: str) -> str:
    """The address of a Markdown file below ``docs/``, an English twin's as its Thai page's."""
    stem = re.sub(r"(\.en)?\.md$", "", path)
    return standing(f"{stem}/")
