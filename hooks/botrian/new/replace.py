"""A YAML text and another value for one place in it go in; the text with that value comes out, all else as it is."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from botrian.new.append import NoList
from botrian.new.yaml_form import scalar
from botrian.read.yaml_text import TextLoader


def replaced(text: str, path: Sequence[str | int], value: str) -> str:
    """``text`` with ``value`` where the value at ``path`` stood; every other byte stays.

    Raises NoList where the text is not YAML, or where there is no single value at ``path``.
    """
    start, end = _span(text, path)
    written = text[:start] + scalar(value) + text[end:]
    if _span(written, path)[0] != start:
        raise NoList(str(path))
    return written


def _span(text: str, path: Sequence[str | int]) -> tuple[int, int]:
    """From which letter up to which the value at ``path`` stands."""
    try:
        node = yaml.compose(text, Loader=TextLoader)
    except yaml.YAMLError as error:
        raise NoList("yaml") from error
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            node = None
    if not isinstance(node, yaml.ScalarNode):
        raise NoList(str(path))
    # A block text ends behind its last line break, which belongs to the file.
    end = node.end_mark.index
    while node.style in ("|", ">") and text[end - 1] in "\r\n":
        end -= 1
    return node.start_mark.index, end
