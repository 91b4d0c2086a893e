"""Write what a look-up of empty slots found into the facts: new values, and where somebody looked in vain.

    python scripts/migrations/silences.py FOLDER FACTS

FOLDER is a folder of ``<province>.yml`` written by who read the sources: ``facts`` (new ones, of any kind) and
``looked`` (where an ``absent: unknown`` that stays was looked for); FACTS is ``data/facts``. A new fact takes the place
of the ``absent: unknown`` of its slot, or stands at the end of the file. Every other letter of a file stays.
Nothing is written when any of it does not fit: all faults are told at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from botrian.new.yaml_form import written
from botrian.records import Fact

Plain = dict[str, Any]
Slot = tuple[str, str]


@dataclass(frozen=True)
class Standing:
    """A fact as it stands in a file: its slot, its lines (first, and one behind the last), its plain values."""

    slot: Slot
    first: int
    end: int
    values: Plain

    @property
    def silent(self) -> bool:
        return self.values.get("absent") == "unknown"


def slot_of(fact: Plain) -> Slot:
    """What a fact is about: its dimension, and its case or nothing for the province."""
    return fact["dimension"], fact.get("case") or ""


def standing_facts(text: str) -> list[Standing]:
    """The facts of a file with the lines that they take, counted from 0."""
    root: Any = yaml.compose(text, yaml.BaseLoader)
    items = next(value for key, value in root.value if key.value == "facts").value
    values = yaml.load(text, yaml.BaseLoader)["facts"]  # noqa: S506 - BaseLoader makes texts only
    firsts = [item.start_mark.line for item in items]
    ends = [*firsts[1:], len(text.splitlines())]
    return [Standing(slot_of(one), first, end, one) for one, first, end in zip(values, firsts, ends, strict=True)]


def faults(standing: list[Standing], found: Plain) -> Iterator[str]:
    """What of a look-up does not fit the facts that stand there."""
    silent = {one.slot for one in standing if one.silent}
    told = {one.slot for one in standing if not one.silent}
    new = {slot_of(fact) for fact in found["facts"]}
    looked = {slot_of(one) for one in found["looked"]}
    for fact in found["facts"]:
        try:
            Fact.model_validate(fact)
        except ValueError as fault:
            yield f"{slot_of(fact)}: {fault}"
    yield from (f"{slot}: has a value already" for slot in sorted(new & told))
    yield from (f"{slot}: there is no silence to add looked_in to" for slot in sorted(looked - silent))
    yield from (f"{slot}: both found and looked for in vain" for slot in sorted(looked & new))
    yield from (f"{slot}: says already where somebody looked" for slot in sorted(_settled(standing) & (looked | new)))


def _settled(standing: list[Standing]) -> set[Slot]:
    return {one.slot for one in standing if one.silent and one.values.get("looked_in")}


def filled(text: str, found: Plain) -> str:
    """The file's text with what was found."""
    lines = text.splitlines(keepends=True)
    new: dict[Slot, str] = {}
    for fact in found["facts"]:
        new[slot_of(fact)] = new.get(slot_of(fact), "") + _item(fact)
    looked = {slot_of(one): _indented(written({"looked_in": one["looked_in"]}, Fact)) for one in found["looked"]}
    for one in reversed(standing_facts(text)):
        if one.silent and one.slot in new:
            lines[one.first : one.end] = [new.pop(one.slot)]
        elif one.silent and one.slot in looked:
            lines.insert(one.end, looked[one.slot])
    return "".join(lines) + "".join(new.values())


def _item(fact: Plain) -> str:
    return f"  - {_indented(written(fact, Fact)).removeprefix('    ')}"


def _indented(text: str) -> str:
    return "".join(f"    {line}" for line in text.splitlines(keepends=True))


def migrate(folder: Path, facts: Path) -> int:
    """Fill every file that was looked up; returns how many. Raises ValueError before anything is written."""
    texts: dict[Path, str] = {}
    wrong: list[str] = []
    for file in sorted(folder.glob("*.yml")):
        found = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        if "province" not in found:
            continue
        path = facts / f"{found['province']}.yml"
        text = path.read_text(encoding="utf-8")
        wrong += [f"{path.name}: {fault}" for fault in faults(standing_facts(text), found)]
        texts[path] = filled(text, found)
    if wrong:
        raise ValueError("\n".join(wrong))
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(texts)


if __name__ == "__main__":
    print(f"{migrate(Path(sys.argv[1]), Path(sys.argv[2]))} files written")
