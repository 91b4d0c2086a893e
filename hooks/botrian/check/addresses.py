"""Records and files go in; findings for two at one address, and for names that Windows cannot write, come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from botrian.addresses import Owner, Taken, introduction, page_address
from botrian.check.known import Known, Named
from botrian.findings import Finding, Place
from botrian.kinds import Kind, kinds
from botrian.knowledge import Found
from botrian.read import Reading, kind_of
from botrian.records import Redirect, Text, Withdrawal

#: Windows keeps these names for devices, whatever ending stands behind them: such a file cannot be checked out there.
_DEVICES = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")


def address_findings(reading: Reading, known: Known, taken: Taken) -> Iterator[Finding]:
    """Every record, page and other file whose address another has already. ``taken`` gets the addresses of all."""
    for kind in kinds():
        for named in known.of(kind.id).values() if kind.page else ():
            yield from _record(kind, named, taken)
    for named in known.of("redirect").values():
        if isinstance(named.record, Redirect):  # what stands there still is told of with the redirect
            taken.take_gone(named.record, named.place)
    yield from _withdrawn(known, taken)
    names = [*(document.name for document in reading.documents), *reading.unread]
    for name in dict.fromkeys(names):
        if name.startswith("docs/") and name.endswith(".md") and not name.endswith(".en.md") and not kind_of(name):
            yield from _page(name, taken)
    for name in reading.assets:
        if name.startswith("docs/"):
            yield from _taken(Place(name), name.removeprefix("docs/"), taken)


def device_findings(found: Iterable[Found]) -> Iterator[Finding]:
    """Ids that are names of devices. Those that are a file's name are told of with the file."""
    for one in found:
        id_ = getattr(one.record, "id", "")
        if isinstance(id_, str) and is_device(id_) and one.document.group("id") != id_:
            yield Finding(one.locate(("id",)), "name-device", one.field(("id",)), id_, f"{id_}-1")


def is_device(name: str) -> bool:
    """Whether Windows cannot write a file or folder of this name."""
    return bool(_DEVICES.match(name))


def _record(kind: Kind, named: Named, taken: Taken) -> Iterator[Finding]:
    if named.record is None and kind.page.count("{") > 1:
        return
    place = named.found.locate(("id",)) if named.found else named.place
    owner = taken.take_record(kind, named.id, named.record, place)
    if owner is not None:
        field = named.found.field(("id",)) if named.found else "id"
        yield _finding(place, field, kind.page_of(named.id, named.record), owner)


def _withdrawn(known: Known, taken: Taken) -> Iterator[Finding]:
    """Withdrawals of what has moved. Those of what is still there are told of in ``check/withdrawals.py``."""
    for named in known.of("withdrawal").values():
        gone = named.record
        if isinstance(gone, Withdrawal) and not known.has((gone.old_kind,), gone.old_id):
            owner = taken.take_gone(gone, named.place)
            if owner is not None:
                yield _finding(named.place, "old", gone.old, owner)


def _page(name: str, taken: Taken) -> Iterator[Finding]:
    """A page written by hand. What stands in the ``index.md`` of a list is shown above it and is no page."""
    address = page_address(name.removeprefix("docs/"))
    if name != f"docs/{introduction(address)}":
        yield from _taken(Place(name), address, taken)


def _taken(place: Place, address: str, taken: Taken) -> Iterator[Finding]:
    owner = taken.take(address, Owner(Text(th="อีกไฟล์หนึ่ง", en="another file"), place))
    if owner is not None:
        yield _finding(place, "", address, owner)


def _finding(place: Place, field: str, address: str, owner: Owner) -> Finding:
    values = [("owner_en", owner.words.en), ("owner_th", owner.words.th)]
    if owner.place:
        values.append(("first", f"{owner.place.file}:{owner.place.line}"))
    better = introduction(address)
    return Finding(
        place, "address-taken", field, address[:80], f"docs/{better}" if better else "", tuple(sorted(values))
    )
