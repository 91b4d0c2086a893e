"""What a room defines is used by rooms: what only a test asks for is a test's, and what nobody asks for is gone."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What the browser's code is held to by vectors, and all pages at once: no other Python asks for them.
WITNESSES = {"as_file", "plain_key", "selected", "stage_pages"}
#: What the entrance of a room takes from its modules, and lists.
HANDED_ON = re.compile(r"^(?:from botrian\S* import (?:\([^)]*\)|.*)|__all__ = \[[^\]]*\])$", re.MULTILINE)
#: Where names of the code are read: in other code, in templates, in tables of names.
READ = (".py", ".html", ".yml", ".toml", ".txt")


def defined() -> Iterator[tuple[str, str]]:
    """The names that modules of the rooms define at their head, with their file."""
    for file in sorted((ROOT / "hooks" / "botrian").rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            for name in _names(node):
                if not name.startswith("__"):
                    yield name, file.relative_to(ROOT).as_posix()


def _names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (one.id for one in targets if isinstance(one, ast.Name))


def test_every_name_at_the_head_of_a_module_is_used_by_code() -> None:
    files = [one for part in ("hooks", "scripts") for one in (ROOT / part).rglob("*") if one.suffix in READ]
    words: Counter[str] = Counter()
    for file in (*files, *ROOT.glob("*.toml"), *ROOT.glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        # That a room hands a name on is no use of it.
        words.update(re.findall(r"\w+", HANDED_ON.sub("", text) if file.name == "__init__.py" else text))
    alone = {name: file for name, file in defined() if words[name] == 1}

    assert set(alone) == WITNESSES, alone
