"""A content tree and a source of chance go in; the same tree with a few files damaged, as people and attackers do."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from tests.check.trees import BASE

#: Put in anywhere: signs of YAML, Markdown and HTML, numbers nobody can hold, letters that nobody sees.
BITS: tuple[str, ...] = tuple(json.loads(Path(__file__).with_name("bits.json").read_text(encoding="utf-8")))
BAD_BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xa1\xa2\xa3", b"\x00", b"\x80", b"\xef\xbb\xbf", b"\x89PNG\r\n")
NAMES = ("con.md", "x.MD", "a b.md", "..a.md", ".x.md", "é.md", "x.en.md", "index.md", "x.svg", "x.png", "x.yml", "x")


def base_files() -> dict[str, bytes]:
    """The small valid tree, by the names of its files."""
    return {file.relative_to(BASE).as_posix(): file.read_bytes() for file in sorted(BASE.rglob("*")) if file.is_file()}


def mutated(chance: Random, files: dict[str, bytes]) -> dict[str, bytes]:
    """The tree with one to three of its files changed at one to four places, sometimes renamed, doubled or gone."""
    made = dict(files)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(made))
        data = made[name]
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            data = _changed(chance, data, files)
        made[name] = data
        if chance.random() < 0.1:
            made[f"{name.rpartition('/')[0]}/{chance.choice(NAMES)}"] = made[name]
        elif chance.random() < 0.05:
            del made[name]
    return made


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files into a folder; one whose name this system cannot write is left out."""
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _changed(chance: Random, data: bytes, files: dict[str, bytes]) -> bytes:
    """One change at one place."""
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((0, 0, 1, 3, 12, 80)))
    match chance.randint(0, 9):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[start:end] * chance.choice((2, 3, 500)) + data[end:]
        case 2:
            other = files[chance.choice(sorted(files))]
            cut = chance.randint(0, len(other))
            return data[:start] + other[cut : cut + 300] + data[end:]
        case 3:
            return data[:start] + chance.choice(BAD_BYTES) + data[end:]
        case 4:
            return _line_changed(chance, data)
        case 5:
            return data[:start] + (chance.choice(BITS) * chance.choice((5, 50, 3000))).encode()[:60_000] + data[end:]
        case _:
            return data[:start] + chance.choice(BITS).encode("utf-8") + data[end:]


def _line_changed(chance: Random, data: bytes) -> bytes:
    """A line taken away, doubled, moved, indented, or its value exchanged."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    match chance.randint(0, 4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 3:
            lines[at] = b" " * chance.randint(1, 4) + lines[at]
        case _:
            lines[at] = lines[at].partition(b":")[0] + b": " + chance.choice(BITS).encode("utf-8")
    return b"\n".join(lines)
