"""A finding goes in; a problem comes out: the same with severity and with words in Thai and English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from botrian.findings import Finding
from botrian.own import own
from botrian.records import Language, Text
from botrian.rules import Rule, Severity, filled, rules
from botrian.words import words


@dataclass(frozen=True)
class Problem:
    """One broken rule for people: the item of ``kb.py check --format json``.

    ``file`` is the path as the person has it on disk, relative to the project; ``line`` and ``column`` count from 1.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    field: str
    got: str
    expected: str
    message: Text
    fix: Text


def problem_of(finding: Finding, shown: Callable[[str], str] = str) -> Problem:
    """The problem that a finding tells of; ``shown`` turns the name of a document into its path on disk."""
    rule = rules()[finding.code]
    return Problem(
        code=finding.code,
        severity=rule.severity,
        file=sound(shown(finding.place.file)),
        line=finding.place.line,
        column=finding.place.column,
        field=sound(finding.field),
        got=sound(finding.got),
        expected=sound(finding.expected),
        message=_words(rule, "message", finding, shown),
        fix=_words(rule, "fix", finding, shown),
    )


def label(field: str, language: Language) -> str:
    """The last named key of a field; in Thai with the name that people know it by."""
    key = next((step for step in reversed(field.split(".")) if step and not step.isdigit()), "")
    thai = labels().get(key, "")
    return f"{key} ({thai})" if thai and language == "th" else key


def readable_path(field: str, language: Language) -> str:
    """The way to a field for people: ``evidence 3 › citations 1 › lines``; items of lists count from 1."""
    steps: list[str] = []
    for step in filter(None, field.split(".")):
        if step.isdigit() and steps:
            steps[-1] += f" {'ข้อที่' if language == 'th' else 'item'} {int(step) + 1}"
        else:
            steps.append(label(step, language) or step)
    return " › ".join(steps)


@cache
def labels() -> dict[str, str]:
    """The Thai name of each key: that of pages, where ``labels.yml`` has no more general one."""
    own_names: dict[str, str] = own(__package__, "labels.yml")
    on_pages = {name.removeprefix("field."): text.th for name, text in words().items() if name.startswith("field.")}
    return {**on_pages, **own_names}


def _words(rule: Rule, part: str, finding: Finding, shown: Callable[[str], str]) -> Text:
    template: Text = getattr(rule, part)
    return Text(
        th=_sentence(filled(template.th, _values(finding, "th", shown)), finding),
        en=_sentence(filled(template.en, _values(finding, "en", shown)), finding),
    )


def _sentence(text: str, finding: Finding) -> str:
    """The words without the gap that the name of a field leaves where there is none: in running text."""
    if finding.field:
        return text
    whole = text.replace("  ", " ").lstrip() if "  " not in finding.got else text.lstrip()
    return whole[:1].upper() + whole[1:] if text.startswith(" ") else whole


def _values(finding: Finding, language: Language, shown: Callable[[str], str]) -> dict[str, str]:
    """What a template may name. A value named ``first`` is a place, and is shown as the person has it on disk."""
    values = dict(finding.values)
    if ":" in values.get("first", ""):
        file, _, line = values["first"].rpartition(":")
        values["first"] = f"{shown(file)}:{line}"
    kind = values.get("kind", "")
    named = {
        "got": finding.got,
        "expected": finding.expected,
        "field": label(finding.field, "en"),
        "label": label(finding.field, language),
        "file": shown(finding.place.file),
        **values,
        "what_th": labels().get(f"change.{kind}.th", values.get("what_th", "")),
        "what_en": labels().get(f"change.{kind}.en", values.get("what_en", "")),
        "kind": _kind_word(kind, language),
    }
    return {name: sound(value) for name, value in named.items()}


def _kind_word(kind: str, language: Language) -> str:
    """A kind as people call it in Thai; in English as it is written in links and files."""
    found = words().get(f"kind.{kind}")
    return found.th if found and language == "th" else kind


def sound(text: str) -> str:
    """The text without halves of characters, which names of files on Linux may hold and nothing can print."""
    return text.encode("utf-8", "replace").decode("utf-8")
