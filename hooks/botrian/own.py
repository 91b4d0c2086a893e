"""A YAML file of our own, beside the code or the settings, goes in; its values come out.

What people write is read by ``read``, with the place of each value. These files are ours: only their values count, and
each command reads two hundred of them before its first word.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    _Loader = yaml.SafeLoader
else:
    _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser, ten times as quick, where PyYAML has it


def values_of(text: str) -> Any:
    """The values of a YAML text, of plain types alone. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 -- a safe loader, in C or in Python


def own(package: str, name: str) -> Any:
    """The values of a file that lies in a package of ours. Raises yaml.YAMLError, OSError."""
    return values_of(files(package).joinpath(name).read_text(encoding="utf-8"))
