"""The path of a module enters; one classic script with it and all that it imports leaves, without comments.

Browsers load no modules from ``file://``, so pages get classic scripts. A module becomes a function that is called once
and gives what the module exports, each at its place; modules stand in
the order in which their imports ask for them. Only a small part of the language of modules is understood, and
everything else is refused (BadModule), never guessed:

- ``import { a, b as c } from "./file.js";`` of a file beside or above, or of data: ``from "#data/name.js";``
- ``export`` before ``const``, ``function``, ``async function`` or ``class``, at the beginning of a line
- no circles, no default or namespace imports, no ``import()``, no ``import.meta``
- a comment stands in lines of its own, or is a ``/** @type {…} */``; a template literal ends on its line
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Final

from botrian.browser.sources import DATA, Data, data_module, module_text

_BLOCK: Final = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_LINE: Final = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
_TYPE: Final = re.compile(r"/\*\* @type \{[^*]*\} \*/ ?")
_IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:const|(?:async )?function|class) ([A-Za-z_$][\w$]*))", re.MULTILINE)
_NAME: Final = re.compile(r"^([A-Za-z_$][\w$]*)(?: as ([A-Za-z_$][\w$]*))?$")
_REFUSED: Final = (
    (re.compile(r"^(import|export)\b.*", re.MULTILINE), "an import or export of another form"),
    (re.compile(r"\bimport(\(|\.).*"), "import() or import.meta"),
    (re.compile(r"/\*.*|\*/.*"), "a comment inside a line"),
    (re.compile(r"^(?:[^`\n\\]|\\.)*`(?:(?:[^`\n\\]|\\.)*`(?:[^`\n\\]|\\.)*`)*(?:[^`\n\\]|\\.)*$", re.MULTILINE),
     "a template literal over several lines"),
    (re.compile(r"^.*\\$", re.MULTILINE), "a line that goes on behind a backslash"),
)  # fmt: skip


class BadModule(Exception):
    """A module has a form that is not understood: which module, what is wrong, and the text found."""

    def __init__(self, path: str, fault: str, found: str) -> None:
        super().__init__(f"{path}: {fault}: {found}")
        self.path = path
        self.fault = fault
        self.found = found


@dataclass(frozen=True)
class _Module:
    """One module, read: its code without comments, imports and exports."""

    imports: tuple[tuple[str, str], ...]
    exports: tuple[str, ...]
    code: str


@dataclass
class _Joining:
    """The modules met so far, in order, each under a number; ``path`` are those that wait for their imports."""

    data: Data
    numbers: dict[str, int] = field(default_factory=dict)
    exports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    functions: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)


def script(entry: str, data: Data) -> bytes:
    """The classic script of an entry. Raises BadModule; KeyError where data that a module imports are not given."""
    return f'"use strict";\n{expression(entry, data)};\n'.encode()


def expression(entry: str, data: Data) -> str:
    """An expression that runs an entry with all its imports and gives what the entry exports, by its name."""
    joining = _Joining(data)
    _add(entry, joining)
    functions = "".join(f"const m{number} = {code};\n" for number, code in enumerate(joining.functions))
    return f"(() => {{\n{functions}return m{len(joining.functions) - 1};\n}})()"


def _add(path: str, joining: _Joining) -> None:
    if path in joining.path:
        raise BadModule(path, "modules import each other in a circle", " -> ".join([*joining.path, path]))
    if path in joining.numbers:
        return
    joining.path.append(path)
    module = _read(path, joining.data)
    lines = []
    for names, wanted in module.imports:
        target = wanted if wanted.startswith(DATA) else posixpath.normpath(f"{path}/../{wanted}")
        _add(target, joining)
        lines.append(f"const [{_names(names, path, target, joining)}] = m{joining.numbers[target]};\n")
    joining.path.pop()
    joining.numbers[path] = len(joining.functions)
    joining.exports[path] = module.exports
    names = ", ".join(module.exports)
    given = f"return {f'[{names}]' if joining.path else f'{{ {names} }}'};\n" if module.exports else ""
    joining.functions.append(f"(() => {{\n{''.join(lines)}{module.code}{given}}})()")


def _names(names: str, path: str, target: str, joining: _Joining) -> str:
    """The names of an import, each at its place in what the other module gives."""
    exported = joining.exports[target]
    taken = [""] * len(exported)
    for name in filter(None, (one.strip() for one in names.split(","))):
        match = _NAME.match(name)
        if match is None or match[1] not in exported:
            raise BadModule(path, f"{target} exports no such name", name)
        taken[exported.index(match[1])] = match[2] or match[1]
    while taken and not taken[-1]:
        taken.pop()
    return ", ".join(taken)


def _read(path: str, data: Data) -> _Module:
    text = data_module(data[path.removeprefix(DATA)]) if path.startswith(DATA) else module_text(path)
    code = text if path.startswith(DATA) else _without_comments(text)
    imports = tuple((match[1], match[2]) for match in _IMPORT.finditer(code))
    for _, wanted in imports:
        if not wanted.startswith(("./", "../", DATA)):
            raise BadModule(path, "an import that is no file of ours", wanted)
    exports = tuple(match[1] for match in _EXPORT.finditer(code))
    code = _EXPORT.sub("", _IMPORT.sub("", code))
    if not path.startswith(DATA):
        for pattern, fault in _REFUSED:
            if match := pattern.search(code):
                raise BadModule(path, fault, match[0].strip())
    return _Module(imports, exports, _flush(code))


def _without_comments(text: str) -> str:
    return _TYPE.sub("", _LINE.sub("", _BLOCK.sub("", text)))


def _flush(code: str) -> str:
    """The code without blank lines and without the blanks before its lines: no literal goes over several lines."""
    return "".join(f"{line.strip()}\n" for line in code.splitlines() if line.strip())
