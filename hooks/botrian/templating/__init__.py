"""The name of a room goes in; the environment of its Jinja templates comes out.

One meaning for all rooms: everything put into a template is escaped, and a name that is not there is an error.
"""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined


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
