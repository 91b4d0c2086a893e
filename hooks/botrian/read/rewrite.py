"""A content file and its new text go in; the file holds it, whole or as it was."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Put ``data`` in place of what the file holds, in one step, with the rights that it had. Raises OSError."""
    rights = file.stat().st_mode
    number, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    made = Path(name)
    try:
        with os.fdopen(number, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        made.chmod(rights)
        made.replace(file)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
