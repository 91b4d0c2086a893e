"""Writes ``tests/vectors/agenda.json`` and ``kit.json``: ``python -m tests.kits.write_vectors``.

The first is Python's rule of agendas; the second the words and the records of the tests' library, as pages get them.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from botrian.exports import printed_tables
from botrian.kits import builder_files
from botrian.kits.builder import builder_rules
from botrian.kits.timing import FORMS, clock, placed, stretched
from botrian.knowledge import Knowledge
from botrian.tables import build_tables
from tests.kits.conftest import STAMP
from tests.library import library_knowledge

FOLDER = Path(__file__).resolve().parents[1] / "vectors"
AGENDA, KIT = FOLDER / "agenda.json", FOLDER / "kit.json"
#: Of each kind that the build writes files for, those of the library that have most to tell.
RECORDS = ("lesson:share-data", "table:numbers", "path:from-money")
#: Lengths of parts: of built kits, equal ones, one alone, more than a short day holds, numbers that divide badly.
PARTS = (
    (20, 30, 60, 30, 60, 20),
    (20, 25, 20, 25, 50, 15),
    (10,),
    (1, 1),
    (7, 11, 13),
    (5, 240, 5, 5),
    (25,) * 24,
    (3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8),
)
WHOLES = (0, 5, 40, 90, 195, 330)
TIMES = ((540, 0), (540, 95), (1380, 90), (0, 5))


def agenda_vectors() -> dict[str, Any]:
    """What both sides must say of the same parts."""
    return {
        "rules": builder_rules(),
        "stretched": [[list(parts), whole, list(stretched(parts, whole))] for parts in PARTS for whole in WHOLES],
        "placed": [
            [list(parts), form, [[slot.start, slot.minutes, slot.part, slot.pause] for slot in placed(parts, form)]]
            for parts in PARTS
            for form in FORMS
        ],
        "clock": [[*time, clock(*time, "th"), clock(*time, "en")] for time in TIMES],
    }


def kit_vectors(knowledge: Knowledge) -> dict[str, Any]:
    """The words of kits in Thai, and some records of the tests' library by their key, with their kind."""
    tables = build_tables(knowledge)
    printed = printed_tables(tables.values(), knowledge, "th", STAMP)
    files = builder_files(knowledge, tables, printed, "th", STAMP)
    records = {}
    for key in RECORDS:
        records[key] = {
            "kind": key.partition(":")[0],
            **handed_over(files[f"assets/kit-th/{key.replace(':', '-')}.js"]),
        }
    return {"words": handed_over(files["assets/kit-th/words.js"]), "records": records}


def handed_over(script: bytes) -> dict[str, Any]:
    """What a script of data hands over to the page."""
    payload = script.decode("utf-8").split(",", 1)[1].rsplit(");", 1)[0]
    found: dict[str, Any] = json.loads(payload)
    return found


def as_text(vectors: dict[str, Any]) -> str:
    """The text of the file."""
    return json.dumps(vectors, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        AGENDA.write_text(as_text(agenda_vectors()), encoding="utf-8")
        KIT.write_text(as_text(kit_vectors(library_knowledge(Path(folder)))), encoding="utf-8")
