"""The corpus of what contributors may try to write goes in; it comes out by kind, and what checking says to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from botrian.check import check_reading
from botrian.read import Paths, Reading, parse_document, read_content
from tests.check.trees import BASE, TODAY

#: What became of a payload in checking: refused, told, or taken as it is.
Outcome = Literal["stopped", "warned", "taken"]

PAGE = "docs/guide/payload.md"
HEAD = "---\ntitle: {th: หน้า, en: Page}\n---\n"
LESSON = (BASE / "docs/lessons/data-first.md").read_text(encoding="utf-8")


@cache
def corpus() -> Mapping[str, Any]:
    """The payloads as they stand in ``payloads.yml``."""
    read: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("payloads.yml").read_text(encoding="utf-8"))
    return read


def texts() -> Iterator[str]:
    """Every payload for a text field."""
    for group in corpus()["texts"].values():
        yield from group


@cache
def _base() -> Reading:
    return read_content(Paths.of(BASE))


def outcome(name: str, text: str) -> Outcome:
    """What checking says to the base tree with this document in it."""
    document, findings = parse_document(name, text)
    base = _base()
    others = tuple(one for one in base.documents if one.name != name)
    reading = Reading((*others, document), (*base.findings, *findings), base.assets, base.published)
    checked = check_reading(reading, TODAY)
    if checked.knowledge is None:
        return "stopped"
    return "warned" if checked.problems else "taken"


def of_text(payload: str) -> Outcome:
    """A text in a field: here a lesson's, in Thai."""
    quoted = yaml.safe_dump(f"ก {payload}", allow_unicode=False, width=10**6, default_style='"').strip()
    return outcome("docs/lessons/data-first.md", LESSON.replace("th: เก็บข้อมูลของตนเองก่อน", f"th: {quoted}"))


def of_body(payload: str) -> Outcome:
    """A Markdown text: a page of the guide."""
    return outcome(PAGE, f"{HEAD}\n{payload}\n")


def of_head(payload: str) -> Outcome:
    """A line of front matter: in a lesson."""
    return outcome("docs/lessons/data-first.md", LESSON.replace("type: practice", f"type: practice\n{payload}"))
