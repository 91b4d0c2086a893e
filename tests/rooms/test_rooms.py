"""Rooms use only the rooms drawn above them in `hooks/README.md`, by lazy imports and imports for types too."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "hooks" / "botrian"
DRAWN = re.compile(r"^  ([a-z_]+)(?:/|\.py)\s")


def drawn_rooms() -> list[str]:
    """The rooms in the order of the drawing: the first block of code in the map."""
    text = (ROOT / "hooks" / "README.md").read_text(encoding="utf-8")
    drawing = text.split("```")[1]
    return [match[1] for line in drawing.splitlines() if (match := DRAWN.match(line))]


def arrows() -> dict[tuple[str, str], list[str]]:
    """From the room of a file to each other room that it imports, with the lines that do so."""
    found: dict[tuple[str, str], list[str]] = {}
    for file in sorted(LIBRARY.rglob("*.py")):
        inside = file.relative_to(LIBRARY)
        room = inside.parts[0].removesuffix(".py")
        for line, module in _imported(ast.parse(file.read_text(encoding="utf-8"))):
            other = module.split(".")[1]
            if other != room:
                found.setdefault((room, other), []).append(f"{inside}:{line} {module}")
    return found


def _imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every module of the library that a file imports, wherever in it; relative imports are none of ours."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import in line {node.lineno}"
            inner = node.module == "botrian"
            names = [f"botrian.{alias.name}" for alias in node.names] if inner else [node.module or ""]
        else:
            continue
        yield from ((node.lineno, name) for name in names if name.startswith("botrian."))


def test_every_room_is_drawn_and_every_drawn_room_is_there() -> None:
    there = {path.name.removesuffix(".py") for path in LIBRARY.iterdir() if not path.name.startswith("__")}

    assert sorted(drawn_rooms()) == sorted(there)


def test_every_room_has_its_tests_under_its_own_name() -> None:
    """A room that is a single file is tried by all that use it."""
    rooms = [room for room in drawn_rooms() if (LIBRARY / room).is_dir()]

    assert [room for room in rooms if not list((ROOT / "tests" / room).glob("test_*.py"))] == []


def test_no_arrow_runs_against_the_drawing() -> None:
    order = {room: place for place, room in enumerate(drawn_rooms())}

    assert {arrow: lines for arrow, lines in arrows().items() if order[arrow[1]] > order[arrow[0]]} == {}


def test_a_lazy_import_and_one_for_types_are_seen() -> None:
    code = "if TYPE_CHECKING:\n    from botrian.pages import Frame\n\ndef f():\n    import botrian.site.build\n"

    assert [name for _, name in _imported(ast.parse(code))] == ["botrian.pages", "botrian.site.build"]
