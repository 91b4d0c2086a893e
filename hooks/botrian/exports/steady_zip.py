"""A zip file goes in; the same files in a zip without clock and machine in it come out: same input, same bytes."""

from __future__ import annotations

import io
import zipfile

#: The first moment that a zip file can hold.
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)


def steady(content: bytes) -> bytes:
    """The zip file with the moments of its parts set to the first of 1980; order and content stay."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _FIRST_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(name), compresslevel=6)
    return out.getvalue()
