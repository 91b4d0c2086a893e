"""The path of a module enters; its text leaves, as it is read from this room or made of data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

#: Modules that the build writes: their name -> the constants that they export.
Data = Mapping[str, Mapping[str, object]]

#: What the name of a module of data begins with, in an import.
DATA: Final = "#data/"
#: Where the source modules lie, for those that run them as they are.
MODULES: Final = files("botrian.browser").joinpath("modules")


def module_text(path: str) -> str:
    """A source module, by its path below the folder of modules. Raises FileNotFoundError."""
    return MODULES.joinpath(*path.split("/")).read_text(encoding="utf-8")


def data_module(constants: Mapping[str, object]) -> str:
    """A module that exports constants: what a source module imports as ``#data/…``."""
    return "".join(f"export const {name} = {as_json(value)};\n" for name, value in constants.items())


def as_json(value: object) -> str:
    """A value as an expression of JavaScript, in one line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Old readers of scripts end a line at these two.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def setting(name: str, value: object) -> bytes:
    """A script that sets one value of ``window``, which a page from a USB stick may load where it may load no JSON."""
    return f'"use strict";\nwindow.{name}={as_json(value)};\n'.encode()


def handing(taker: str, name: str, value: object) -> bytes:
    """A script that hands a value over by its name to ``window.<taker>``, on a page that waits for it."""
    return f'"use strict";\nwindow.{taker}?.take({as_json(name)},{as_json(value)});\n'.encode()
