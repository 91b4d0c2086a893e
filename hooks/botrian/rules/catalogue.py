"""The files beside this one go in; the catalogue of rules comes out: severity, words and examples of each code.

A rule is a file: ``<code>.yml``. The words are templates: ``{got}`` and ``{expected}`` are of the finding,
``{field}`` is the key as it is typed, ``{label}`` the key with its Thai name, other names are of the finding's
values. A part in ``[[ ]]`` is left out where one of its names has nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from botrian.own import values_of
from botrian.records import Text

Severity = Literal["error", "warning"]

_OPTIONAL = re.compile(r"\[\[((?:(?!\[\[|\]\]).)*+)\]\]", re.DOTALL)
_NAME = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Example:
    """What is wrong and what is right, as it stands in ``file`` (the good one in ``good_file``, where it is another).

    ``replaces`` is the text of the tests' base tree that it takes the place of, empty where the example is a whole
    file. ``only_shown`` marks what one text cannot hold: bytes, sizes, links between folders, several files.
    """

    file: str
    bad: str
    good: str
    replaces: str = ""
    good_file: str = ""
    only_shown: bool = False


@dataclass(frozen=True)
class Rule:
    """One rule: its code, how grave it is, and its words in both languages. ``message`` and ``fix`` are templates.

    ``guide`` is the page of the guide that tells more, such as ``private-data``; empty for most.
    """

    code: str
    severity: Severity
    title: Text
    message: Text
    fix: Text
    why: Text
    example: Example
    guide: str = ""


def catalogue() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    return tuple(rules().values())


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code."""
    folder = files(__package__)
    codes = sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))
    found = {}
    for code in codes:
        raw = values_of(folder.joinpath(f"{code}.yml").read_text(encoding="utf-8"))
        found[code] = _rule(code, raw)
    return MappingProxyType(found)


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its names filled in. Names without a value are empty; what is filled in is never a template."""

    def part(match: re.Match[str]) -> str:
        named = _NAME.findall(match[1])
        return match[1] if all(values.get(name) for name in named) else ""

    return _NAME.sub(lambda match: values.get(match[1], ""), _OPTIONAL.sub(part, template)).strip()


def _rule(code: str, raw: dict[str, Any]) -> Rule:
    words = {name: Text(**raw[name]) for name in ("title", "message", "fix", "why")}
    example = Example(**raw["example"])
    return Rule(code=code, severity=raw["severity"], example=example, guide=raw.get("guide", ""), **words)
