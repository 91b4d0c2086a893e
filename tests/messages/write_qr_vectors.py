"""Nothing enters; QR codes as the build's own writer draws them leave, for the writer in the browser to be held to.

``python -m tests.messages.write_qr_vectors`` writes ``tests/vectors/qr.json``: text, mask and rows in hexadecimal.
"""

from __future__ import annotations

import json
from pathlib import Path

import segno

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "qr.json"
#: Letters of each text: it fills its version, 1 to 16, for segno fills up what is left by eight bits too many.
LENGTHS = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450)


def text_of(length: int) -> str:
    """A text like those of the form's codes."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return ("BTR1.1.1." + "".join(letters[(at * at + 7 * at) % 64] for at in range(length)))[:length]


def drawn(text: str) -> tuple[int, list[str]]:
    """The mask and the rows, in bytes as the form draws them, at level M."""
    code = segno.make(text, error="m", mode="byte", micro=False, boost_error=False)
    return code.mask, [f"{int(''.join(str(int(bool(one))) for one in row), 2):x}" for row in code.matrix]


def text() -> str:
    """The file."""
    rows = []
    for length in LENGTHS:
        mask, squares = drawn(text_of(length))
        rows.append("  " + json.dumps({"text": text_of(length), "mask": mask, "rows": squares}))
    return "[\n" + ",\n".join(rows) + "\n]\n"


if __name__ == "__main__":
    VECTORS.write_text(text(), encoding="utf-8", newline="\n")
