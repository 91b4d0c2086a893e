"""Names and pressed contents go in; a zip file with the first moment that one can hold comes out.

Python's own ``zipfile`` presses everything itself; here most is pressed already. The form is that of PKWARE's
APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16, as ``zipfile`` writes it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Final

from botrian.offline.shelf import Pressed

#: Version 2.0 of the form; made on Unix, where the rights of a file are in the upper half of its attributes.
_VERSION: Final = 20
_UNIX: Final = 3 << 8
#: A file that everybody reads.
_READABLE: Final = 0o644 << 16
#: The name is in UTF-8.
_UTF_8: Final = 0x800
_DEFLATED: Final = 8
#: The first of January 1980, 00:00, as a time and a day.
_MOMENT: Final = (0, 1 << 5 | 1)


def zip_file(files: Iterable[tuple[str, Pressed]]) -> bytes:
    """The zip file, its contents in the order in which they come."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, file in files:
        said = name.encode("utf-8")
        flags = 0 if name.isascii() else _UTF_8
        about = struct.pack(
            "<HHHHHIIIHH",
            *(_VERSION, flags, _DEFLATED, *_MOMENT, file.checksum, len(file.data), file.length, len(said), 0),
        )
        parts += [b"PK\x03\x04", about, said, file.data]
        of_file = struct.pack("<HHHII", 0, 0, 0, _READABLE, at)
        directory += [b"PK\x01\x02", struct.pack("<H", _UNIX | _VERSION), about, of_file, said]
        at += 4 + len(about) + len(said) + len(file.data)
    listed = b"".join(directory)
    count = len(directory) // 5
    return b"".join((*parts, listed, b"PK\x05\x06", struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), at, 0)))
