"""Write what a reading of the ledgers decided into the lessons: kinds of voice, advice, questions, opposing lessons.

    python scripts/migrations/ledger_voices.py DECISIONS LESSONS

DECISIONS is a folder of ``<id>.json``, one a lesson, written by who read the cited lines; LESSONS is ``docs/lessons``.
Each decided lesson is written in one order of keys, one sentence a line; what is not decided stays. A lesson that is
to be joined to another stays; the script prints which one would lead where.
Nothing is written when any decision does not fit its lesson.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

KEYS = (
    *("id", "title", "aliases", "type", "themes", "when", "do", "our_advice", "because", "evidence"),
    *("questions", "opposes", "related"),
)
ENTRY_KEYS = ("province", "case", "stance", "voice", "basis", "advises", "text", "citations")
DECIDED = ("type", "title", "when", "do", "because", "our_advice", "questions")
Lesson = dict[str, Any]


def read_lesson(file: Path) -> tuple[Lesson, str]:
    """The front matter as plain texts, and the Markdown under it."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.BaseLoader), body  # noqa: S506 - BaseLoader makes texts only


def decided(lesson: Lesson, decision: dict[str, Any]) -> Lesson:
    """The lesson with what was decided. Raises ValueError where the decision is not of this ledger."""
    entries = lesson["evidence"]
    if len(decision["evidence"]) != len(entries):
        raise ValueError(f"{lesson['id']}: {len(decision['evidence'])} decisions for {len(entries)} entries")
    new = {**lesson, **{key: decision[key] for key in DECIDED if decision.get(key)}}
    new["evidence"] = [
        _entry(entry, one) for entry, one in zip(entries, decision["evidence"], strict=True) if not one.get("drop")
    ]
    if not new["evidence"]:
        raise ValueError(f"{lesson['id']}: no entry is left")
    new["opposes"] = [other for other in decision.get("opposes", ()) if other != lesson["id"]]
    new["related"] = [other for other in lesson.get("related", ()) if other not in new["opposes"]]
    return new


def _entry(entry: Lesson, decision: dict[str, Any]) -> Lesson:
    new = {**entry, "voice": decision["voice"], "advises": "true" if decision.get("advises") else ""}
    new |= {key: decision[key] for key in ("stance", "basis", "text") if decision.get(key)}
    if decision.get("lines"):
        new["citations"] = _citations(entry["citations"], decision["lines"])
    return new


def _citations(old: list[Lesson], decided_lines: list[list[int]]) -> list[Lesson]:
    """The citations with their lines as decided; lines beyond the old ones are of the last one's source."""
    sources = [one["source"] for one in old]
    sources += sources[-1:] * (len(decided_lines) - len(sources))
    return [
        {"source": source, "lines": list(map(str, lines))}
        for source, lines in zip(sources, decided_lines, strict=False)
    ]


def with_backs(lessons: dict[str, Lesson]) -> None:
    """Opposing lessons point at each other; what leads to no lesson is dropped."""
    for id_, lesson in lessons.items():
        lesson["opposes"] = [other for other in lesson.get("opposes", ()) if other in lessons]
        for other in lesson["opposes"]:
            back = lessons[other].setdefault("opposes", [])
            if id_ not in back:
                back.append(id_)
    for lesson in lessons.values():
        lesson["related"] = [other for other in lesson.get("related", ()) if other not in lesson["opposes"]]


def text_of(lesson: Lesson) -> str:
    """The front matter in its one order: texts quoted, short lists on one line, citations one a line."""
    return "".join(f"{line}\n" for line in _lines(lesson))


def _lines(lesson: Lesson) -> Iterator[str]:
    for key in KEYS:
        value = lesson.get(key)
        if not value:
            continue
        if key == "evidence":
            yield "evidence:"
            for entry in value:
                yield from _entry_lines(entry)
        elif key == "questions":
            yield "questions:"
            for one in value:
                yield f"  - th: {_quoted(one['th'])}"
                yield f"    en: {_quoted(one['en'])}"
        elif isinstance(value, dict):
            yield f"{key}:"
            yield from (f"  {language}: {_quoted(value[language])}" for language in ("th", "en"))
        elif isinstance(value, list):
            quoted = key == "aliases"
            yield f"{key}: [{', '.join(_quoted(one) if quoted else one for one in value)}]"
        else:
            yield f"{key}: {value}"


def _entry_lines(entry: Lesson) -> Iterator[str]:
    mark = "- "
    for key in ENTRY_KEYS:
        value = entry.get(key)
        if not value:
            continue
        if key == "text":
            yield f"  {mark}text:"
            yield from (f"      {language}: {_quoted(value[language])}" for language in ("th", "en"))
        elif key == "citations":
            yield f"  {mark}citations:"
            yield from (f"      - {_citation(one)}" for one in value)
        else:
            yield f"  {mark}{key}: {value}"
        mark = "  "


def _citation(citation: Lesson) -> str:
    first, last = citation["lines"]
    return f"{{source: {citation['source']}, lines: [{first}, {last}]}}"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def migrate(decisions: Path, folder: Path) -> dict[str, str]:
    """Write every decided lesson; returns which joined lesson leads to which. Raises ValueError before writing."""
    files = {file.stem: file for file in sorted(folder.glob("*.md")) if not file.name.endswith(".en.md")}
    found = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(decisions.glob("*.json"))}
    lessons: dict[str, Lesson] = {}
    bodies: dict[str, str] = {}
    for id_, file in files.items():
        if id_ != "index":
            lesson, bodies[id_] = read_lesson(file)
            lessons[id_] = decided(lesson, found[id_]) if id_ in found else lesson
    with_backs(lessons)
    for id_ in found:
        files[id_].write_text(f"---\n{text_of(lessons[id_])}---\n{bodies[id_]}", encoding="utf-8", newline="\n")
    return {id_: one["join"] for id_, one in found.items() if one.get("join")}


if __name__ == "__main__":
    for joined, heir in migrate(Path(sys.argv[1]), Path(sys.argv[2])).items():
        print(f"{joined} -> {heir}")
