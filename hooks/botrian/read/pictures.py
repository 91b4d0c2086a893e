"""A picture or paper goes in; what is wrong comes out: another kind of file, too large, tells where it was taken.

Its size is looked at before anything else: no large picture is decoded, so none can fill the machine.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from botrian.findings import Finding, Place
from botrian.read import limits

if TYPE_CHECKING:
    from PIL.Image import Exif

#: What a file of each ending is, by its first bytes and what it must end with (looked for in its last 64).
KINDS = {
    ".png": ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n"), b"IEND\xaeB`\x82"),
    ".jpg": ("JPEG", re.compile(rb"\xff\xd8\xff"), b"\xff\xd9"),
    ".jpeg": ("JPEG", re.compile(rb"\xff\xd8\xff"), b"\xff\xd9"),
    ".gif": ("GIF", re.compile(rb"GIF8[79]a"), b"\x3b"),
    ".webp": ("WEBP", re.compile(rb"RIFF....WEBP", re.DOTALL), b""),
    ".pdf": ("PDF", re.compile(rb"%PDF-"), b"%%EOF"),
}
OTHER_KINDS = (
    ("HTML", re.compile(rb"\A\s*+<(?:!doctype|html|script|svg|\?xml|!--)", re.IGNORECASE)),
    ("ZIP", re.compile(rb"PK\x03\x04")),
)
#: Programs and other files inside of a PDF.
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
GPS_DIRECTORY = 0x8825
GPS_WORDS = re.compile(rb"exif:GPS(?:Latitude|Longitude)|GPSPosition")
#: Where a PNG keeps such data; Pillow decodes the whole picture to look for them.
PNG_EXIF = re.compile(rb"eXIf|Raw profile type")
#: What tells whose camera it is: maker, model, program, artist, computer; maker's own data, comment, owner, numbers.
TRACES = (0x010F, 0x0110, 0x0131, 0x013B, 0x013C)
TRACES_OF_PICTURE = (0x927C, 0x9286, 0xA430, 0xA431, 0xA435)
PICTURE_DIRECTORY = 0x8769


def picture_findings(name: str, file: Path) -> Iterator[Finding]:
    """What is wrong with one file under ``docs/`` that is no text. Nothing is said of endings that may not be there."""
    expected = KINDS.get(file.suffix.lower())
    if expected is None or not name.startswith("docs/"):
        return
    try:
        data = file.read_bytes()
    except OSError as error:
        yield Finding(Place(name), "file-unreadable", got=error.strerror or "?")
        return
    kind, begins, ends = expected
    if not begins.match(data) or ends not in data[-64:]:
        yield Finding(Place(name), "picture-content", "", _kind_of(data, kind), kind)
    elif kind == "PDF":
        if found := ACTIVE.search(data):
            yield Finding(Place(name), "picture-active", "", found[0].decode("ascii"))
    else:
        yield from _seen(name, file, data, kind)


def _kind_of(data: bytes, wanted: str) -> str:
    """What a file is instead."""
    if not data:
        return "0 ไบต์ / 0 bytes"
    known = [(kind, begins) for kind, begins, _ in KINDS.values()] + list(OTHER_KINDS)
    found = next((kind for kind, begins in known if begins.match(data)), "")
    if found == wanted:
        return f"{wanted} ที่ขาดท้าย / {wanted}, cut off"
    return found or "ไฟล์อื่น / something else"


def _seen(name: str, file: Path, data: bytes, kind: str) -> Iterator[Finding]:
    from PIL import Image

    place = Place(name)
    most = f"{limits.SIDE:,} × {limits.SIDE:,}, {limits.PIXELS // 1_000_000} MP"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=(kind,)) as picture:
                width, height = picture.size
                if width * height > limits.PIXELS or max(width, height) > limits.SIDE:
                    yield Finding(place, "picture-too-large", "", f"{width:,} × {height:,}", most)
                    return
                exif = picture.getexif() if kind != "PNG" or PNG_EXIF.search(data) else Image.Exif()
                position = bool(exif.get_ifd(GPS_DIRECTORY)) or GPS_WORDS.search(data) is not None
                traces = _traces(exif)
    except Image.DecompressionBombError:
        yield Finding(place, "picture-too-large", "", f"> {limits.PIXELS // 1_000_000} MP", most)
        return
    except Exception:  # Pillow raises whatever its parsers of foreign bytes meet
        yield Finding(place, "picture-content", "", f"{kind} ที่เสีย / {kind}, damaged", kind)
        return
    if position:
        yield Finding(place, "picture-position", "", "GPS")
    elif traces:
        yield Finding(place, "picture-traces", "", traces)


def _traces(exif: Exif) -> str:
    """The first thing that tells of the camera; empty where nothing does."""
    own = [exif[tag] for tag in TRACES if exif.get(tag)]
    own += [value for tag, value in exif.get_ifd(PICTURE_DIRECTORY).items() if tag in TRACES_OF_PICTURE and value]
    words = str(own[0]) if own else ""
    return "".join(sign for sign in words if sign.isprintable())[:40] or ("EXIF" if own else "")
