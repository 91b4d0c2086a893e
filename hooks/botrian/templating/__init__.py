"""The name of a room goes in; the environment of its Jinja templates comes out.

One meaning for all rooms: everything put into a template is escaped, and a name that is not there is an error.
What Jinja compiles is held for whoever asks for the same template anew in this process, and lies for later processes
where Python lays the compiled code of modules.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from botrian.kept import code_key, sealed, unsealed

#: Letters of a digest that tell one state of the code from the others.
_SHORT: Final = 12


class Compiled(BytecodeCache):
    """The code of templates by the hash of their names: held as long as the process lives, and kept in ``folder``.

    MkDocs begins a new environment with each build, and a build is the work of several processes: to compile all
    templates takes each of them more than a second. Jinja takes the code only for the very text of the template; what
    is damaged is compiled again. It rests on our code as well: a filter of something fixed is computed when it is
    compiled. ``settings``: those of the environment that change what comes out of the same text.
    Nothing is written where Python may write no compiled code.
    """

    def __init__(self, folder: Path, settings: str = "") -> None:
        self._folder, self._settings = folder, settings
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with the code of its template, where there is some."""
        code = self._held.get(bucket.key)
        if code is None:
            with suppress(OSError):
                code = self._held[bucket.key] = unsealed(self._file(bucket).read_bytes()) or b""
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold the code of a template, and keep it, whole or not at all."""
        code = self._held[bucket.key] = bucket.bytecode_to_string()
        if sys.dont_write_bytecode:
            return
        file = self._file(bucket)
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            self._sweep()
            try:
                beside.write_bytes(sealed(code))
                beside.replace(file)
            finally:
                beside.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Let go of what other code compiled."""
        for other in self._folder.glob("template-*"):
            if not other.name.startswith(_begin()):
                other.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{_begin()}{self._settings}-{bucket.key}"


def _begin() -> str:
    return f"template-{code_key()[:_SHORT]}-"


#: Where Python lays what it makes of this file.
_FOLDER: Final = Path(cache_from_source(__file__)).parent
#: For the theme's templates.
COMPILED: Final = Compiled(_FOLDER, "theme")


@cache
def environment(room: str, *, whole_files: bool = False) -> Environment:
    """The templates in the folder ``templates`` of a room, ``exports`` for one, and those that rooms share.

    ``whole_files``: what comes out is a file of its own, and ends with a line end. A room adds its own filters and
    globals to what it gets here, once.
    """
    return Environment(
        loader=ChoiceLoader([PackageLoader(f"botrian.{room}"), PackageLoader("botrian.templating")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=whole_files,
        bytecode_cache=Compiled(_FOLDER, "file" if whole_files else "page"),
    )
