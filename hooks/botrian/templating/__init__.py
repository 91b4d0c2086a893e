"""The name of a room goes in; the environment of its Jinja templates comes out.

One meaning for all rooms: everything put into a template is escaped, and a name that is not there is an error.
What Jinja compiles is held for whoever asks for the same template anew in this process.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from jinja2 import BytecodeCache, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The code of templates by the hash of their names, as long as the process lives.

    MkDocs begins a new environment with each build: a process that builds again (``kb.py serve``) compiles nothing
    twice. Jinja takes the code only for the very text of the template.
    """

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with the code of its template, where there is some."""
        if code := self._held.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold the code of a template."""
        self._held[bucket.key] = bucket.bytecode_to_string()


#: For the theme's templates, which are compiled for each language and for each build.
COMPILED: Final = Compiled()


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
    )
