"""Documents and the register of public details go in; what of persons stands in them unmarked comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from botrian.check.private_data import masked, private_details, same_detail
from botrian.check.schema import Found
from botrian.findings import Finding, Place
from botrian.kept import Ledger, key_of
from botrian.read import Document
from botrian.records import Coordinator, PublicDetail

#: The register itself names what may be published.
REGISTER = "data/public.yml"
#: Digests stand in the log of frozen copies, no words of anybody.
NOT_READ = (REGISTER, "data/frozen/log.yml")


def privacy_findings(
    documents: Iterable[Document], found: Iterable[Found], ledger: Ledger | None = None
) -> Iterator[Finding]:
    """Every detail of a person that no entry of the register allows, and entries that allow what stands nowhere.

    A coordinator's record says itself how its ways to be reached were agreed to.

    The whole text of a file is read, its comments too: all of it is public in the repository. ``ledger``: the details
    in texts that were read before.
    """
    ledger = ledger or Ledger()
    found = tuple(found)
    entries = {same_detail(one.record.text): one for one in found if isinstance(one.record, PublicDetail)}
    coordinators = [one.record for one in found if isinstance(one.record, Coordinator)]
    agreed = [same_detail(way) for coordinator in coordinators for way in coordinator.details]
    used: set[str] = set()
    for document in documents:
        if document.name in NOT_READ:
            continue
        text = document.source_text
        for start, end, kind in ledger.get(key_of("private", text), partial(_details, text)):
            got = text[int(start) : int(end)]
            allowed = next((key for key in (*entries, *agreed) if _names(key, same_detail(got))), None)
            if allowed is not None:
                used.add(allowed)
            else:
                begin = text.rfind("\n", 0, int(start)) + 1
                place = Place(document.name, text.count("\n", 0, begin) + 1, int(start) - begin + 1)
                yield Finding(place, f"private-{kind}", "", masked(got))
    for key, one in entries.items():
        if key not in used:
            yield Finding(one.place, "public-detail-unused", one.field(("text",)), masked(key))


def _details(text: str) -> list[list[str]]:
    """Where each detail of a person begins and ends in a text, and what it is."""
    return [[str(one.start), str(one.end), one.kind] for one in private_details(text)]


def _names(entry: str, detail: str) -> bool:
    """Whether an entry names a detail, alone or among words; digits inside of a longer number are another number."""
    at = entry.find(detail)
    if at < 0:
        return False
    before, behind = entry[at - 1 : at], entry[at + len(detail) :][:1]
    return not ((detail[0].isdigit() and before.isdigit()) or (detail[-1].isdigit() and behind.isdigit()))
