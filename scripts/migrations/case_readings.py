"""Write what a reading of the cases decided into them: status, features, inputs, results, what is not told.

    python scripts/migrations/case_readings.py DECISIONS CASES

DECISIONS is a folder of ``<id>.json``, one a case, written by who read the cited lines; CASES is ``docs/cases``. Each
decided case is written in one order of keys; its Markdown stays. A decision without ``status`` is a second reading: it
adds to what the first one wrote. Nothing is written when any decision does not fit its case.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from botrian.new.yaml_form import written
from botrian.records import Case

Plain = dict[str, Any]
#: Lists of statements of which some may be dropped, and to which some may be added.
LISTS = ("results", "helps", "hinders", "next", "features")
#: The key under which a decision adds to a list, where it is another than the list's.
ADDED = {"features": "features_add"}
INPUTS = ("people", "money", "time", "papers")


def read_case(file: Path) -> tuple[Plain, str]:
    """The front matter as plain texts, and the Markdown under it."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.BaseLoader), body  # noqa: S506 - BaseLoader makes texts only


def statement(one: Plain, case: Plain) -> Plain:
    """A decided statement as a record has it; its source is the case's own where it is not named."""
    source = one.get("source") or case["citations"][0]["source"]
    made: Plain = {"th": one["th"], "en": one["en"]}
    made["citations"] = [{"source": source, "lines": [str(line) for line in one["lines"]]}]
    if one.get("basis") == "implied":
        made["basis"] = "implied"
    return made


def changed(case: Plain, changes: Plain) -> Plain:
    """The case with sentences corrected: ``{"results.2": {th, en, lines}}``. Raises ValueError for one not there."""
    new = {**case, **{name: list(case.get(name) or []) for name in (*LISTS, "steps")}}
    for path, words in changes.items():
        name, _, number = path.partition(".")
        if not number.isdigit() or not 1 <= int(number) <= len(new.get(name) or []):
            raise ValueError(f"{case['id']}: there is no {path}")
        old = new[name][int(number) - 1]
        new[name][int(number) - 1] = {**old, **(statement({**old, **words}, case) if words.get("lines") else words)}
    return new


def decided(case: Plain, decision: Plain) -> Plain:
    """The case with what was decided. Raises ValueError where the decision names a step that is not there."""
    new = dict(case)
    new |= {key: decision[key] for key in ("status", "status_year", "period") if decision.get(key)}
    new |= {key: value for key, value in (decision.get("fix") or {}).items() if value}
    case = changed(case, decision.get("change") or {})
    dropped = {name: set(numbers) for name, numbers in (decision.get("drop") or {}).items()}
    for name in LISTS:
        new[name] = [one for at, one in enumerate(case[name], 1) if at not in dropped.get(name, ())]
        new[name] += [statement(one, case) for one in decision.get(ADDED.get(name, name)) or []]
    moved = decision.get("features") or []
    if any(not 1 <= number <= len(case["steps"]) for number in moved):
        raise ValueError(f"{case['id']}: features {moved} of {len(case['steps'])} steps")
    new["features"] = [case["steps"][at - 1] for at in moved] + new["features"]
    gone = {*moved, *dropped.get("steps", ())}
    new["steps"] = [step for at, step in enumerate(case["steps"], 1) if at not in gone]
    if decision.get("steps"):
        new["steps"] = [statement(one, case) for one in decision["steps"]]
    inputs = decision.get("inputs") or {}
    first = {name: [statement(one, case) for one in inputs[name]] for name in INPUTS if inputs.get(name)}
    new["inputs"] = first or case.get("inputs") or {}
    new["not_told"] = [name for name in decision.get("not_told") or case.get("not_told") or [] if not _told(new, name)]
    return new


def _told(case: Plain, name: str) -> bool:
    """Whether the record tells it after all: then nothing is silent."""
    if name in INPUTS:
        return bool(case["inputs"].get(name)) or (name == "people" and bool(case.get("actors")))
    return bool(case.get(name))


def migrate(decisions: Path, folder: Path) -> int:
    """Write every decided case; returns how many. Raises ValueError before anything is written."""
    files = {file.stem: file for file in sorted(folder.rglob("*.md")) if not file.name.endswith(".en.md")}
    texts: dict[Path, str] = {}
    for file in sorted(decisions.glob("*.json")):
        decision = json.loads(file.read_text(encoding="utf-8"))
        case, body = read_case(files[decision["id"]])
        texts[files[decision["id"]]] = f"---\n{written(decided(case, decision), Case)}---\n{body}"
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(texts)


if __name__ == "__main__":
    print(f"{migrate(Path(sys.argv[1]), Path(sys.argv[2]))} cases written")
