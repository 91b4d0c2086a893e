"""Writes ``tests/vectors/likeness.json`` from Python's rule: ``python -m tests.likeness.write_vectors``."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.likeness.made import VECTORS, made_knowledge, vectors

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        found = vectors(made_knowledge(Path(folder)))
    VECTORS.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
