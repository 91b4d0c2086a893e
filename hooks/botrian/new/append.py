"""A YAML file and one more item go in; the same file with the item at the end of a list comes out.

Everything that stood there stays as it is, byte for byte: people's comments and line ends are theirs.
"""

from __future__ import annotations

from botrian.read import Mapping, Sequence, read_yaml
from botrian.thai import normal


class NoList(ValueError):
    """The file cannot be read, or has no list of that name to which something could be added."""


def appended(text: str, key: str, item: str) -> str:
    """``text`` with ``item`` (lines that begin with a dash at column 1) at the end of the list ``key``.

    Raises NoList where the text is not YAML, or where ``key`` is something else than a list of one item per line.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    root = _root(text)
    before = _items(root, key)
    indent, at = _where(root, key, lines)
    added = [" " * indent + line + end if line else end for line in item.rstrip("\n").split("\n")]
    written = "".join([*lines[:at], *added, *lines[at:]])
    if _items(_root(written), key) != before + 1:
        raise NoList(key)
    return written


def _root(text: str) -> Mapping:
    root, wrong = read_yaml(normal(text.replace("\r\n", "\n")), "-")
    if not isinstance(root, Mapping) or any(finding.code.startswith("yaml-") for finding in wrong):
        raise NoList("yaml")
    return root


def _items(root: Mapping, key: str) -> int:
    items = root.get(key)
    return len(items.items) if isinstance(items, Sequence) else 0


def _where(root: Mapping, key: str, lines: list[str]) -> tuple[int, int]:
    """The indentation of the list's dashes, and the number of lines before the end of the list."""
    number = next((n for n, entry in enumerate(root.entries) if entry.key == key), None)
    if number is None:
        raise NoList(key)
    items = root.entries[number].value
    indent = items.place.column - 1 if isinstance(items, Sequence) else 2
    if isinstance(items, Sequence) and not lines[items.place.line - 1].lstrip().startswith("-"):
        raise NoList(key)
    after = root.entries[number + 1 :]
    at = after[0].key_place.line - 1 if after else len(lines)
    while after and at and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    return indent, at
