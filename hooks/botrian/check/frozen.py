"""Files of frozen copies and the log of them go in; a finding for each that is not what was published comes out.

A copy is never trusted for its name: its whole digest stands in it and in the log, its shape is fixed, and what it
leads to is our own address, also in its QR code.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError

from botrian.addresses.qr import qr_squares
from botrian.check.schema import Found, dotted
from botrian.findings import Finding, Place
from botrian.kept import Ledger, key_of
from botrian.records import FrozenCopy, FrozenEntry, FrozenTable

#: How many letters of the digest are the name of the file, and with it the address of the page.
NAME_LENGTH = 12
MOST_FAULTS = 5
#: Why a file is no copy of ours, in Thai and English.
WHY = {
    "bytes": ("ไฟล์ขาดหรืออ่านไม่ได้", "it is cut off or cannot be read"),
    "edited": ("ข้อความในไฟล์ถูกแก้หรือจัดรูปใหม่", "its text was edited or put in another form"),
    "name": ("ชื่อไฟล์ไม่ใช่ 12 ตัวแรกของลายนิ้วมือ", "its name is not the first 12 signs of its fingerprint"),
    "table": ("เป็นสำเนาของตารางอื่น", "it is a copy of another table"),
}


class NotACopy(ValueError):
    """Bytes that are no frozen copy; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def digest_of(content: Mapping[str, Any]) -> str:
    """The fingerprint of a copy: of all that it holds but the fingerprint itself."""
    rest = {name: value for name, value in content.items() if name != "sha256"}
    return hashlib.sha256(canonical(rest).encode("utf-8")).hexdigest()


def canonical(content: Mapping[str, Any]) -> str:
    """The one text of a content."""
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def frozen_copy(name: str, data: bytes) -> FrozenCopy:
    """The copy in the bytes of the file ``data/frozen/<table>/<name>.json``. Raises NotACopy."""
    content = _content(name, data)
    try:
        copy = FrozenCopy.model_validate(content)
    except ValidationError as error:
        raise NotACopy(_shape(name, error)) from error
    digest = digest_of(content)
    if copy.sha256 != digest or data != canonical(content).encode("utf-8"):
        raise _damaged(name, "edited")
    path = PurePosixPath(name)
    if path.stem != digest[:NAME_LENGTH]:
        raise _damaged(name, "name", f"{digest[:NAME_LENGTH]}.json")
    if not copy.tables or any(table.id != path.parent.name for table in copy.tables):
        raise _damaged(name, "table", copy.tables[0].id if copy.tables else "th, en")
    for language in ("th", "en"):
        table = getattr(copy, language)
        if table is not None and table.language != language:
            raise NotACopy(Finding(Place(name), "frozen-shape", f"{language}.language", table.language, language))
    return copy


def frozen_findings(
    files: Iterable[tuple[str, bytes]], found: Iterable[Found], site: str, ledger: Ledger | None = None
) -> Iterator[Finding]:
    """What is wrong with the frozen copies in ``files``, and with the log among the records ``found``.

    ``site``: the public address of this library, empty for a content tree that is no site of its own. ``ledger``: the
    copies that were found sound before.
    """
    ledger = ledger or Ledger()
    logged = {one.record.sha256: one for one in found if isinstance(one.record, FrozenEntry)}
    seen: set[str] = set()
    for name, data in files:
        sound = ledger.get(key_of("frozen", name, data, site), partial(_sound, name, data, site))
        if not sound:
            try:
                copy = frozen_copy(name, data)
            except NotACopy as fault:
                seen.update(digest for digest in logged if digest.startswith(PurePosixPath(name).stem))
                yield fault.finding
                continue
            yield from _links(name, copy, site)
            sound = _told(copy)
        digest, table, *versions = sound
        seen.add(digest)
        yield from _logged(name, digest, table, versions, logged.get(digest))
    for digest, one in logged.items():
        withdrawn = one.record.withdrawn  # type: ignore[attr-defined]
        if digest not in seen and withdrawn is None:
            missing = f"data/frozen/{one.record.table}/{digest[:NAME_LENGTH]}.json"  # type: ignore[attr-defined]
            yield Finding(one.place, "frozen-missing", one.field(("sha256",)), missing)


def _content(name: str, data: bytes) -> Mapping[str, Any]:
    try:
        content = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _damaged(name, "bytes") from error
    if not isinstance(content, dict):
        raise NotACopy(Finding(Place(name), "frozen-shape", "", "[ ]", "{ }"))
    return content


def _damaged(name: str, why: str, expected: str = "") -> NotACopy:
    thai, english = WHY[why]
    values = (("why_en", english), ("why_th", thai))
    return NotACopy(Finding(Place(name), "frozen-damaged", "", PurePosixPath(name).name[:80], expected, values))


def _shape(name: str, error: ValidationError) -> Finding:
    """The first thing that does not fit; how many there are; where the first ones are."""
    faults = error.errors(include_url=False)
    places = [dotted(fault["loc"])[:80] for fault in faults[:MOST_FAULTS]]
    values = (("count", str(len(faults))), ("places", ", ".join(places)))
    return Finding(Place(name), "frozen-shape", places[0], faults[0]["type"], "", values)


def _sound(name: str, data: bytes, site: str) -> list[str]:
    """What the log is held against, of a copy that has nothing wrong in itself; empty where it has."""
    try:
        copy = frozen_copy(name, data)
    except NotACopy:
        return []
    return [] if any(_links(name, copy, site)) else _told(copy)


def _told(copy: FrozenCopy) -> list[str]:
    """The digest of a copy, its table, and the version of each language's."""
    return [copy.sha256, copy.tables[0].id, *(table.version for table in copy.tables)]


def _links(name: str, copy: FrozenCopy, site: str) -> Iterator[Finding]:
    for table in copy.tables:
        own = f"{site}{'en/' if table.language == 'en' else ''}tables/{table.id}/"
        if site and table.link != own:
            yield Finding(Place(name), "frozen-link", f"{table.language}.link", table.link[:80], own)
        elif not _code_is_of(table):
            yield Finding(Place(name), "frozen-link", f"{table.language}.code", "QR", table.link[:80])


def _code_is_of(table: FrozenTable) -> bool:
    """Whether the picture is the QR code of the copy's own link, square for square."""
    from PIL import Image, UnidentifiedImageError  # only where a copy is looked at: its import is slow

    wanted = [bool(square) for row in qr_squares(table.link) for _ in "ab" for square in row for _ in "ab"]
    side = round(len(wanted) ** 0.5)
    try:
        data = base64.b64decode(table.code.partition(",")[2], validate=True)
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            if picture.size != (side, side):
                return False
            return [level < 128 for level in picture.convert("L").tobytes()] == wanted
    except (binascii.Error, UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError):
        return False


def _logged(name: str, digest: str, table: str, versions: Sequence[str], one: Found | None) -> Iterator[Finding]:
    """What of a copy (its digest, its table, the versions it tells) is not what the log says of it."""
    entry = one.record if one else None
    if not isinstance(entry, FrozenEntry):
        yield Finding(Place(name), "frozen-unlogged", "", digest, "data/frozen/log.yml")
        return
    assert one is not None
    if entry.withdrawn is not None:
        yield Finding(Place(name), "withdrawn-there", one.field(("withdrawn",)), name, name)
    elif entry.table != table:
        yield Finding(one.locate(("table",)), "frozen-unlogged", one.field(("table",)), entry.table, table)
    elif any(version.partition(" ")[0] != entry.edition for version in versions):
        expected = versions[0].partition(" ")[0]
        yield Finding(one.locate(("edition",)), "frozen-unlogged", one.field(("edition",)), entry.edition, expected)
