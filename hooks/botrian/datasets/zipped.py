"""Files go in; a zip of them comes out, with a page that tells a person what is in it: same input, same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from botrian.exports.steady_zip import steady
from botrian.records import Language
from botrian.words import say


def zipped(files: Mapping[str, bytes], language: Language) -> bytes:
    """The zip; ``README.txt`` in it says what the files are, how they are read, and under which licence."""
    lines = (say("frame.site", language), "", *(say(f"data.readme_{number}", language) for number in range(1, 6)))
    licence = f"{say('licence.words', language)} {say('licence.address', language)}"
    # With the mark of UTF-8: the plain editors of older systems take Thai without it for something else.
    readme = "\ufeff" + "\r\n".join([*lines, licence]) + "\r\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, content in sorted({"README.txt": readme.encode("utf-8"), **files}.items()):
            made.writestr(name, content)
    return steady(out.getvalue())
