"""Content files go in; text-only trees with ``file:line:column`` for every value come out."""

from __future__ import annotations

from botrian.read.documents import (
    Document,
    Parse,
    Reading,
    RememberedParse,
    parse_document,
    read_content,
    split_front_matter,
)
from botrian.read.kept_trees import KeptParse
from botrian.read.layout import DATA_FILES, FROZEN_COPY, RECORD_PAGES, FileKind, Paths, kind_of
from botrian.read.left_behind import left_behind
from botrian.read.nodes import Entry, Mapping, Node, Scalar, Sequence, locate, plain, scalars
from botrian.read.translations import TRANSLATIONS, Remembered, written
from botrian.read.yaml_text import read_yaml

__all__ = [
    "DATA_FILES",
    "FROZEN_COPY",
    "RECORD_PAGES",
    "TRANSLATIONS",
    "Document",
    "Entry",
    "FileKind",
    "KeptParse",
    "Mapping",
    "Node",
    "Parse",
    "Paths",
    "Reading",
    "Remembered",
    "RememberedParse",
    "Scalar",
    "Sequence",
    "kind_of",
    "left_behind",
    "locate",
    "parse_document",
    "plain",
    "read_content",
    "read_yaml",
    "scalars",
    "split_front_matter",
    "written",
]
