"""A YAML text goes in; its tree (``nodes.py``) comes out, and what is wrong with it.

PyYAML's C parser reads; we walk its nodes once. No value is taken for a number, a date or a truth, nothing is read
twice by an alias, and typing mistakes that have one meaning are told and read as they were meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from botrian.findings import Finding, Place
from botrian.read import limits
from botrian.read.nodes import Entry, Mapping, Node, Scalar, Sequence
from botrian.read.syntax import MAX_NESTING, diagnosis, may_be_deep
from botrian.thai import normal

#: A lost comment is looked for in so many letters behind a value; a line may hold a million values.
LOOK_AHEAD = 200
#: Keys whose value is running text: behind it a comment is hardly ever meant.
TEXT_KEYS = ("th", "en")

_ANCHOR = re.compile(r"(?:^|[\s\[{,:\-])&\S", re.MULTILINE)
_COMMENT = re.compile(r"\A\s++#(.?)")
_GLUED = re.compile(r"^([A-Za-z_]+):(?!//)(\S.*)$", re.DOTALL)
_WIDE_COLON = re.compile(r"^([A-Za-z_]+) ?： ?(\S.*)$", re.DOTALL)
_WORD = re.compile(r"^[a-z_]+$")
_TAGS: dict[type[yaml.Node], str] = {
    kind: f"tag:yaml.org,2002:{name}"
    for kind, name in ((yaml.ScalarNode, "str"), (yaml.SequenceNode, "seq"), (yaml.MappingNode, "map"))
}
_PLAIN_TAGS = frozenset(_TAGS.values())


if TYPE_CHECKING:
    _Parser = yaml.SafeLoader
else:
    _Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser, where PyYAML was built with it


class TextLoader(_Parser):
    """A parser that takes every value for the text it is; PyYAML's would try eleven patterns on each."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """The tag of a node, by its kind alone."""
        return _TAGS[kind]

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Nothing depends on where a value stands."""

    def ascend_resolver(self) -> None:
        """Nothing to undo."""


class _Tree:
    """Turns PyYAML's nodes into ours, once; remembers what was wrong on the way."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.lines = text.split("\n")
        # The file's text is in its stored form already; only an escape can bring another form in.
        self.escapes = "\\" in text
        self.file = file
        self.first_line = first_line
        self.findings: list[Finding] = []
        self._seen: set[int] = set()
        self._too_deep = False

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.file, mark.line + self.first_line, mark.column + 1)

    def found(self, place: Place, code: str, got: str = "", expected: str = "", **values: str) -> None:
        if len(self.findings) >= limits.FAULTS:
            return
        field = got if code == "yaml-duplicate-key" else ""
        self.findings.append(Finding(place, code, field, got[:80], expected, tuple(values.items())))

    def build(self, node: yaml.Node, depth: int = 0, key: str = "") -> Node:
        mark = node.start_mark
        here = Place(self.file, mark.line + self.first_line, mark.column + 1)
        if id(node) in self._seen:
            self.found(here, "yaml-alias", "*")
            return Scalar("", here)
        if depth > limits.DEPTH:
            if not self._too_deep:
                self.findings.append(Finding(here, "yaml-too-deep", "", str(depth), str(limits.DEPTH)))
            self._too_deep = True
            return Scalar("", here)
        if node.tag not in _PLAIN_TAGS:
            self.found(here, "yaml-sign", "!")
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, here, key)
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            items = self._some(node.value, here, limits.RECORDS if depth < 2 else limits.ITEMS, key)
            return Sequence(tuple(self.build(item, depth + 1, key) for item in items), here)
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node, here, depth)

    def _some(self, values: list[Any], here: Place, most: int, key: str) -> list[Any]:
        """The items or keys, where there are not too many; else the first of them, and a finding."""
        if len(values) > most:
            what = (("what_en", f"items or keys in {key}".strip()), ("what_th", f"รายการหรือช่องใน {key}".strip()))
            self.findings.append(Finding(here, "too-many", key[:80], f"{len(values):,}", f"{most:,}", what))
        return values[:most]

    def _scalar(self, node: yaml.ScalarNode, here: Place, key: str) -> Scalar:
        if len(node.value) > limits.TEXT_LETTERS:
            got, most = f"{len(node.value):,}", f"{limits.TEXT_LETTERS:,}"
            self.findings.append(Finding(here, "text-too-long", key[:80], got, most))
            node.value = node.value[: limits.TEXT_LETTERS]
        quoted = node.style in ("'", '"', "|", ">")
        if not quoted and node.value:
            self._cut(node, here, key)
        text = normal(node.value) if self.escapes else node.value
        return Scalar(text, here, quoted, node.end_mark.line + self.first_line)

    def _cut(self, node: yaml.ScalarNode, here: Place, key: str) -> None:
        """Text behind a ``#`` that was lost; a comment (``# `` behind a value that is no text) is left alone."""
        mark = node.end_mark
        rest = self.lines[mark.line][mark.column : mark.column + LOOK_AHEAD] if mark.line < len(self.lines) else ""
        comment = _COMMENT.match(rest)
        if comment and (key in TEXT_KEYS or comment[1] not in ("", " ", "#", "!")):
            whole = f"{node.value}{rest.rstrip()}".replace('"', "”")
            self.found(here, "yaml-comment-cut", node.value, f'{key}: "{whole}"'[:120] if key else f'"{whole}"')

    def _mapping(self, node: yaml.MappingNode, here: Place, depth: int) -> Mapping:
        entries: list[Entry] = []
        keys: dict[str, Place] = {}
        for key, value in self._some(node.value, here, limits.KEYS, ""):
            mark = key.start_mark
            key_place = Place(self.file, mark.line + self.first_line, mark.column + 1)
            if not isinstance(key, yaml.ScalarNode):
                self.found(key_place, "yaml-key", "[ ]")
                continue
            if self._repaired(node, key, value, entries):
                continue
            name = normal(str(key.value)) if self.escapes else str(key.value)
            if name in keys:
                self.found(key_place, "yaml-duplicate-key", name, first=str(keys[name].line))
            keys.setdefault(name, key_place)
            entries.append(Entry(name, key_place, self.build(value, depth + 1, name)))
        return Mapping(tuple(entries), here)

    def _repaired(self, node: yaml.MappingNode, key: yaml.ScalarNode, value: yaml.Node, entries: list[Entry]) -> bool:
        """Whether a key is no key but a typing mistake, which is told and read as it was meant."""
        name = str(key.value)
        if name.startswith("-") and not key.style:
            self.found(self.place(key.start_mark), "yaml-dash-space", "-", f"- {name[1:]}"[:80])
            return True
        if not node.flow_style or not isinstance(value, yaml.ScalarNode) or value.value or value.style:
            return False
        place = self.place(key.start_mark)
        if wide := _WIDE_COLON.match(name):
            self.found(place, "yaml-wide-sign", "：", ":")
            entries.append(Entry(wide[1], place, Scalar(wide[2], place)))
            return True
        if glued := _GLUED.match(name):
            self.found(place, "yaml-colon-space", glued[1], f"{glued[1]}: {glued[2]}"[:80])
            entries.append(Entry(glued[1], place, Scalar(glued[2], place)))
            return True
        before = entries[-1] if entries else None
        if before is None or not isinstance(before.value, Scalar) or before.value.quoted or name in TEXT_KEYS:
            return False
        if before.key not in TEXT_KEYS and _WORD.match(name):
            return False
        whole = f"{before.value.text}, {name}"
        self.found(place, "yaml-comma", name, f'{before.key}: "{whole}"'[:120].replace('""', '"'))
        entries[-1] = Entry(before.key, before.key_place, Scalar(whole, before.value.place))
        return True


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of one YAML text (in its stored form, see ``normalise``), and what is wrong with it.

    ``first_line`` is the line of the file at which the text begins (front matter begins at 2).
    A text that does not parse gives no tree and one finding that names the likely mistake.
    """
    if limit := too_much(text):
        return None, (Finding(Place(file, first_line), "yaml-too-deep", expected=limit),)
    try:
        root = yaml.compose(text, Loader=TextLoader)
    except (yaml.YAMLError, ValueError) as error:
        wrong = error if isinstance(error, yaml.YAMLError) else yaml.YAMLError(str(error))
        return None, (diagnosis(text, wrong, file, first_line),)
    if root is None:
        return None, ()
    tree = _Tree(text, file, first_line)
    if _ANCHOR.search(text):
        _refuse_anchors(text, tree)
    node = tree.build(root)
    refused = any(finding.code in ("yaml-too-deep", "yaml-alias") for finding in tree.findings)
    return None if refused else node, tuple(tree.findings)


def too_much(text: str) -> str:
    """The limit that a YAML text is beyond, before a tree is made of it; empty where it is inside.

    What may be too much by its signs alone is looked at as the parser's events, which need no room and no depth.
    """
    signs = sum(text.count(sign) for sign in ("\n", ",", ":", "[", "{", "- ", "? "))
    if signs <= limits.NODES and not may_be_deep(text):
        return ""
    depth = count = 0
    try:
        for event in yaml.parse(text, Loader=TextLoader):
            opening = isinstance(event, yaml.CollectionStartEvent)
            depth += opening - isinstance(event, yaml.CollectionEndEvent)
            count += opening or isinstance(event, yaml.ScalarEvent)
            if depth > MAX_NESTING:
                return str(limits.DEPTH)
            if count > limits.NODES:
                return f"{limits.NODES:,}"
    except (yaml.YAMLError, ValueError):
        return ""  # the parser stops there again, and what is wrong is told then
    return ""


def _refuse_anchors(text: str, tree: _Tree) -> None:
    for event in yaml.parse(text, Loader=TextLoader):
        anchor = getattr(event, "anchor", None)
        if anchor and event.start_mark and not isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            place = Place(tree.file, mark.line + tree.first_line, mark.column + 1)
            tree.found(place, "yaml-alias", f"&{anchor}")
