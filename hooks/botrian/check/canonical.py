"""The text of a content file goes in; the same records in the canonical form come out, with every comment kept.

The canonical form: keys in the order of their model, quotation marks only where YAML needs them, and then double ones.
Only whole lines are moved, each with the comments and blank lines above it. Where the records would not be the same, to
the letter, the file stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import yaml

from botrian.check.fields import keys_at
from botrian.check.schema import typed_records
from botrian.read import Document, Mapping, Node, Sequence, parse_document, plain
from botrian.records import Record

Path = tuple[str | int, ...]
#: Mappings inside mappings: no record goes as deep.
DEEPEST = 20


def canonical_text(name: str, text: str) -> str:
    """The text of the file ``name`` (``data/…`` or ``docs/…``) in its canonical form; as it is where that is unsure."""
    document, findings = parse_document(name, text)
    records, wrong = typed_records(document)
    if findings or wrong or not records or "\r" in text:
        return text
    made = _unquoted(name, text, document)
    for _ in range(DEEPEST):
        moved = _ordered(name, made)
        if moved == made:
            break
        made = moved
    again, findings = parse_document(name, made)
    same = [one.record for one in typed_records(again)[0]] == [one.record for one in records]
    return made if same and not findings and again.body == document.body else text


def _ordered(name: str, text: str) -> str:
    """The text with the innermost mappings that are out of order put in order."""
    document, _ = parse_document(name, text)
    wrong = [one for one in _mappings(document) if _is_wrong(*one)]
    deepest = max((len(path) for _, path, _ in wrong), default=0)
    lines = text.split("\n")
    for node, path, model in wrong:
        if len(path) == deepest:
            _move(lines, node, [*keys_at(model, path)], document)
    return "\n".join(lines)


def _mappings(document: Document) -> Iterator[tuple[Mapping, Path, type[Record]]]:
    """Every mapping in block form, with its path in its record and the record's model."""
    kind, root = document.kind, document.root
    if kind is None or not isinstance(root, Mapping):
        return
    if kind.model is not None:
        yield from _inside(root, (), kind.model)
    for key, _, model in kind.lists:
        items = root.get(key)
        for item in items.items if isinstance(items, Sequence) else ():
            yield from _inside(item, (), model)


def _inside(node: Node, path: Path, model: type[Record]) -> Iterator[tuple[Mapping, Path, type[Record]]]:
    if isinstance(node, Mapping):
        if _is_block(node):
            yield node, path, model
        for entry in node.entries:
            yield from _inside(entry.value, (*path, entry.key), model)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _inside(item, (*path, number), model)


def _is_block(node: Mapping) -> bool:
    """Whether each key begins a line of its own, all in one column."""
    places = [entry.key_place for entry in node.entries]
    return len({one.line for one in places}) == len(places) and len({one.column for one in places}) == 1


def _is_wrong(node: Mapping, path: Path, model: type[Record]) -> bool:
    keys, order = [entry.key for entry in node.entries], keys_at(model, path)
    return all(key in order for key in keys) and keys != sorted(keys, key=order.index)


def _move(lines: list[str], node: Mapping, order: list[str], document: Document) -> None:
    """Put the lines of a mapping in order; what stands in front of its first key, such as a dash, stays in front."""
    column = node.entries[0].key_place.column - 1
    starts = [entry.key_place.line - 1 for entry in node.entries]
    prefix = lines[starts[0]][:column]
    if prefix.strip() not in ("", "-"):
        return
    end = _end(lines, starts[-1], column, document)
    heads = [starts[0], *(_head(lines, start, above) for above, start in pairwise(starts))]
    chunks = {}
    for entry, head, after in zip(node.entries, heads, [*heads[1:], end], strict=True):
        chunk = lines[head:after]
        at = entry.key_place.line - 1 - head
        chunk[at] = " " * column + chunk[at][column:]
        chunks[entry.key] = (at, chunk)
    made: list[str] = []
    for number, key in enumerate(sorted(chunks, key=order.index)):
        at, chunk = chunks[key]
        if number == 0:
            outside = prefix[: len(prefix) - len(prefix.lstrip())]
            above = [outside + line.lstrip() if line.strip() else line for line in chunk[:at]]
            chunk = [*above, prefix + chunk[at][column:], *chunk[at + 1 :]]
        made += chunk
    lines[starts[0] : end] = made


def _head(lines: list[str], start: int, above: int) -> int:
    """The first line of what stands above a key: comments and blank lines, which go with it."""
    while start - 1 > above and (not lines[start - 1].strip() or lines[start - 1].lstrip().startswith("#")):
        start -= 1
    return start


def _end(lines: list[str], start: int, column: int, document: Document) -> int:
    """The line behind a mapping: the next one that is further out, or the end of the YAML."""
    last = document.body_line - 1 if document.name.endswith(".md") else len(lines)
    end = start + 1
    for number in range(start + 1, last):
        bare = lines[number].strip()
        if bare == "---" or (bare and len(lines[number]) - len(lines[number].lstrip()) < column):
            break
        if bare:
            end = number + 1
    return end


def _unquoted(name: str, text: str, document: Document) -> str:
    """The text without quotation marks that YAML does not need, as long as it is read alike."""
    first = 1 if name.endswith(".md") else 0
    lines = text.split("\n")
    stop = lines.index("---", 1) if first and "---" in lines[1:] else len(lines)
    yaml_text = "\n".join(lines[first:stop])
    made = yaml_text
    try:
        tokens = list(yaml.scan(yaml_text, yaml.SafeLoader))
    except yaml.YAMLError:  # the reader's C parser takes a little more than this one
        return text
    for token in reversed(tokens):
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and _may_be_plain(token.value):
            made = made[: token.start_mark.index] + token.value + made[token.end_mark.index :]
    whole = "\n".join([*lines[:first], *made.split("\n"), *lines[stop:]])
    again, findings = parse_document(name, whole)
    same = again.root is not None and document.root is not None and plain(again.root) == plain(document.root)
    return whole if same and not findings else text


def _may_be_plain(text: str) -> bool:
    """Whether a text means the same without quotation marks, in a list between brackets too, to every YAML reader."""
    if not text or text != text.strip() or "\n" in text or any(sign in text for sign in (": ", " #", '"', "'", "\\")):
        return False
    if text[0] in "-?:,[]{}#&*!|>%@`" or text[-1] in ":?" or any(sign in text for sign in ",[]{}"):
        return False
    try:
        return bool(yaml.safe_load(f"[{text}]") == [text])
    except (yaml.YAMLError, ValueError):
        return False
