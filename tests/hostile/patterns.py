"""The code goes in; every regular expression in it comes out with its place, and texts made to hurt each.

Python's patterns are found twice: as objects of the modules (also in tuples, dicts and classes) and, by their syntax
trees, as literals inside of functions. The browser's are found as literals of the scripts.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import botrian
from botrian.thai.fold import FOLD_STEPS, PLAIN_STEPS
from botrian.thai.normal import NORMAL_STEPS
from botrian.thai.rules import Step

ROOT = Path(__file__).resolve().parents[2]
LETTERS = 100_000
FUNCTIONS = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
FLAGS = {
    name: getattr(re, name) for name in ("DOTALL", "MULTILINE", "IGNORECASE", "ASCII", "VERBOSE", "S", "M", "I", "A")
}
#: What is tried on every pattern, each repeated to 10^5 letters.
SHAPES = (
    *(
        " ",
        "\t",
        "\n",
        " \n",
        "[",
        "]",
        "(",
        ")",
        "[(",
        "](",
        "<",
        ">",
        "<a ",
        "<!--",
        "-->",
        "&",
        "&#",
        "{",
        "{{",
        "}}",
    ),
    *(
        "ก",
        "\u0e34",
        "\u0e48\u0e34",
        "ก\u0e48",
        "\u0e4d",
        "\u0e32",
        "เ",
        "ฯ",
        "ๆ",
        "๑",
        "a",
        "A1",
        "1",
        "1,",
        "1.",
        "0-",
    ),
    *(
        '"',
        "'",
        "“",
        "`",
        "``",
        "~",
        "*",
        "_",
        "#",
        "# ",
        "# a\n",
        "| ",
        "- ",
        "---\n",
        "\\",
        "/",
        "//",
        "../",
        ":",
        ": ",
    ),
    *("=", "@", "[@", "a@", ".", ",", ";", "%", "%zz", "a: ", "\u200d", "🌾", "\u0301", "\u202e", "x y ", "\x00"),
)


@dataclass(frozen=True)
class Found:
    """One pattern and where it stands."""

    place: str
    pattern: str
    flags: int = 0

    def __str__(self) -> str:
        return f"{self.place} {self.pattern[:40]!r}"


def python_patterns() -> list[Found]:
    """Every pattern of the library, once."""
    found: dict[tuple[str, int], Found] = {}
    for one in (*_in_modules(), *_in_functions(), *_in_steps()):
        found.setdefault((one.pattern, one.flags), one)
    return sorted(found.values(), key=str)


def browser_patterns() -> list[Found]:
    """Every literal of the browser's scripts, and the patterns that they are given as data; flags are in the place."""
    found = []
    for script in sorted((ROOT / "hooks").rglob("*.js")):
        if "node_modules" in script.parts:
            continue
        for line, source, flags in literals(script.read_text(encoding="utf-8")):
            found.append(Found(f"{script.relative_to(ROOT).as_posix()}:{line} {flags}", source))
    return found


def given_to_the_browser() -> list[Found]:
    """The patterns that the browser is given as data."""
    return [Found(f"steps:{step.kind} gu", step.pattern) for step in _steps() if step.pattern]


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(botrian.__path__, "botrian."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _in_modules() -> Iterator[Found]:
    for module in _modules():
        for name, value in vars(module).items():
            for pattern in _patterns(value):
                flags = pattern.flags & ~re.UNICODE
                source = pattern.pattern
                # A pattern of bytes takes as long as the same one of the letters with these numbers.
                text = source.decode("latin-1") if isinstance(source, bytes) else source
                yield Found(f"{module.__name__}.{name}", text, flags)


def _patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value: itself, in a collection, as the field of a class or of an object."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _patterns(one, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        yield from _patterns(list(value.values()), depth + 1)
    elif depth < 3 and getattr(type(value), "__module__", "").startswith("botrian"):
        yield from _patterns([getattr(value, name) for name in getattr(value, "__dataclass_fields__", ())], depth + 1)
    elif depth < 2 and isinstance(value, type) and value.__module__.startswith("botrian"):
        yield from _patterns([one for name, one in vars(value).items() if not name.startswith("__")], depth + 1)


def _in_functions() -> Iterator[Found]:
    for module in _modules():
        file = Path(module.__file__ or "")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FUNCTIONS:
                of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
                if of_re and node.args and (pattern := _text_of(node.args[0], module)) is not None:
                    yield Found(f"{file.relative_to(ROOT).as_posix()}:{node.lineno}", pattern, _flags(node))


def _text_of(argument: ast.expr, module: ModuleType) -> str | None:
    """The text of a pattern: a literal, or one put together of the module's own names."""
    try:
        made = eval(compile(ast.Expression(argument), "pattern", "eval"), dict(vars(module)))  # noqa: S307 -- our code
    except NameError:  # it is put together of what a caller gives
        return None
    return made if isinstance(made, str) else None


def _flags(call: ast.Call) -> int:
    names = {node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)}
    return sum({int(FLAGS[name]) for name in names & set(FLAGS)})


def _steps() -> tuple[Step, ...]:
    return (*NORMAL_STEPS, *PLAIN_STEPS, *FOLD_STEPS)


def _in_steps() -> Iterator[Found]:
    for step in _steps():
        if step.pattern:
            yield Found(f"steps:{step.kind}", step.pattern, int(re.ASCII))


#: In order: comments, texts, a slash that begins a literal because of what stands before it, braces and templates.
_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
    r"|(?:(?<=[(,=:\[!&|?{};+>])|\breturn\b|\bcase\b|^)\s*/(?![*/])"
    r"(?P<source>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\[\\\n])+)/(?P<flags>[dgimsuvy]*)"
    r"|(?P<sign>[`{}])",
    re.DOTALL | re.MULTILINE,
)
#: The words of a template up to its end or to code within it.
_TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?:(?P<end>`)|\$\{)", re.DOTALL)


def literals(script: str) -> Iterator[tuple[int, str, str]]:
    """The line, source and flags of each regular expression of a script, those in code within templates too."""
    open_signs: list[str] = []
    at = 0
    while match := _TOKEN.search(script, at):
        at = max(match.end(), at + 1)
        if match["source"]:
            yield script.count("\n", 0, match.start("source")) + 1, match["source"], match["flags"]
        if match["sign"] == "{":
            open_signs.append("{")
        # A brace that closes code within a template: its words go on.
        closes = match["sign"] == "}" and open_signs and open_signs.pop() == "`"
        if match["sign"] == "`" or closes:
            words = _TEMPLATE.match(script, at)
            at = words.end() if words else len(script)
            if words and not words["end"]:
                open_signs.append("`")


def hostile_shapes(pattern: str, flags: int = 0) -> Iterator[tuple[str, str, str]]:
    """What a hostile text begins with, is made of and ends with.

    These are the common shapes, and those that the pattern itself is made of.
    """
    own = list(dict.fromkeys(_pieces(pattern, flags)))[:7]
    for shape in dict.fromkeys((*SHAPES, *own, *(a + b for a in own for b in own))):
        yield "", shape, ""
    first = own[0] if own else ""
    for shape in own:
        yield first, shape, "\x01"
        yield first, shape, "\n"


def hostile_text(first: str, shape: str, last: str, letters: int = LETTERS) -> str:
    """A text of so many letters, 10^5 if nothing else is said."""
    return first + (shape * (letters // len(shape) + 1))[:letters] + last


def _pieces(pattern: str, flags: int) -> Iterator[str]:
    """What a pattern is made of: its runs of letters, and a letter of each of its classes."""
    try:
        parsed = re._parser.parse(pattern, flags)  # type: ignore[attr-defined]
    except re.error:  # a browser's pattern in a syntax that Python has not
        return
    yield from _of(parsed)


def _of(parsed: object) -> Iterator[str]:
    run = ""
    for operation, argument in parsed:  # type: ignore[attr-defined]
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            yield run
            run = ""
        yield from _piece(name, argument)
    if run:
        yield run


def _piece(name: str, argument: object) -> Iterator[str]:
    match name, argument:
        case "IN", list():
            yield from _class(argument)
        case "NOT_LITERAL" | "ANY", _:
            yield "z"
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT", (_, _, inner):
            yield from _of(inner)
        case "SUBPATTERN", (*_, inner):
            yield from _of(inner)
        case "ATOMIC_GROUP", inner:
            yield from _of(inner)
        case "ASSERT" | "ASSERT_NOT", (_, inner):
            yield from _of(inner)
        case "BRANCH", (_, branches):
            for branch in branches:  # type: ignore[attr-defined]
                yield from _of(branch)


def _class(items: list[tuple[object, object]]) -> Iterator[str]:
    if str(items[0][0]) == "NEGATE":
        yield "z"
        return
    for operation, argument in items[:3]:
        match str(operation), argument:
            case "LITERAL", int():
                yield chr(argument)
            case "RANGE", (int() as low, _):
                yield chr(low)
            case "CATEGORY", kind:
                yield {"SPACE": " ", "DIGIT": "1", "WORD": "w"}.get(str(kind).rpartition("_")[2], "z")
